"""Headings part paragraphs and belong to none."""

from __future__ import annotations

import pytest

from gatehouse.assessment.obligations.texts.paragraph import OPERATIVE
from gatehouse.assessment.obligations.texts.reading import read_string

HEAD = "The Security Council,\nRecalling its earlier work,\n"
ONE, TWO = "1. Decides to meet;", "2. Urges all to come."


@pytest.mark.parametrize(
    ("between", "section"),
    [
        ("\n", None),
        ("\nRIVER PORTS\n", "RIVER PORTS"),
        ("\n\nRiver ports and their\nsafety\n\n", "River ports and their safety"),
        ("\nII. River ports\n", "II. River ports"),
        ("\nB\nRiver Ports\n", "B River Ports"),
    ],
)
def test_a_heading_between_paragraphs(between: str, section: str | None) -> None:
    first, second = read_string(HEAD + ONE + between + TWO).of_kind(OPERATIVE)
    assert (first.text, first.section, second.section) == ("Decides to meet;", None, section)


def test_a_chinese_heading_glued_to_a_paragraph() -> None:
    first, second = read_string(
        "安全理事会，\n回顾以往工作，\n1. 决定再次开会；\n内河港口的安全\n2. 敦促各国参加。"
    ).of_kind(OPERATIVE)
    assert (first.text, second.section) == ("决定再次开会；", "内河港口的安全")


def test_the_items_of_a_list_are_no_headings() -> None:
    text = read_string(HEAD + "1. Decides to:\n(a) Meet; and\n(b) Part again;\n2. Urges all.")
    assert [p.text for p in text.of_kind(OPERATIVE)] == ["Decides to: (a) Meet; and (b) Part again;", "Urges all."]
    assert text.of_kind(OPERATIVE)[1].section is None


def test_an_annex_is_left_out_and_told() -> None:
    text = read_string(HEAD + ONE + "\n" + TWO + "\n\nAnnex\n\n1. Decides that this is a form.\n2. Urges nobody.")
    assert len(text.of_kind(OPERATIVE)) == 2
    assert "annex-left-out" in {finding.code for finding in text.findings}
