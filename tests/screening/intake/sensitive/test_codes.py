"""Service codes that reveal a trait."""

from __future__ import annotations

import csv

import pytest

from gatehouse.screening.intake.sensitive.codes import CODES_FILE, sensitive_codes, trait_of_code

FACTS = {
    "MOML", "KSML", "HNML", "VJML", "AVML", "VGML", "VLML", "RVML", "VOML", "ORML",
    "MEDA", "STCR", "OXYG", "BLND", "DEAF", "DPNA", "WCHR", "WCHS", "WCHC", "WCHP",
    "WCBD", "WCBW", "WCLB", "WCMP", "WCOB", "PPOC", "SVAN", "ESAN", "MAAS", "DBML",
    "GFML", "LSML", "LFML", "LCML", "LPML", "NLML", "PRML", "HFML", "BLML", "SPML",
}  # fmt: skip


def test_the_table_holds_every_code_of_the_facts_and_says_where_each_comes_from() -> None:
    assert set(sensitive_codes()) >= FACTS
    with CODES_FILE.open(encoding="utf-8", newline="") as rows:
        read = list(csv.DictReader(rows))
    assert {row["source"] for row in read} == {"S23", "K"}
    assert all(row["note"] for row in read)
    # What the facts do not have is marked as ours.
    assert all("[K]" in row["note"] for row in read if row["code"] not in FACTS)


def test_a_seat_a_document_and_a_child_reveal_nothing() -> None:
    assert not {"SEAT", "DOCS", "CHLD", "UMNR", "PETC", "CHML"} & set(sensitive_codes())


@pytest.mark.parametrize("word", ["WCHR", "SSRWCHR", "SSRWCHRZZHK1", "WCHRZZHK1", "SSRMOMLZZNN1"])
def test_a_code_run_together_is_known(word: str) -> None:
    assert trait_of_code(word)


@pytest.mark.parametrize("word", ["DEAFENING", "WCH", "", "SSR", "SPMLX", "BLNDZZ"])
def test_another_word_that_begins_so_is_none(word: str) -> None:
    assert trait_of_code(word) is None
