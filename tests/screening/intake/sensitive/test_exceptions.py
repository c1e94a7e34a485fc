"""When a listed word means something else."""

from __future__ import annotations

import csv
import re

import pytest

from gatehouse.screening.intake.sensitive.exceptions import EXCEPTIONS_FILE, Word, is_excepted


def _excepted(text: str, listed: str) -> bool:
    words = [Word(found[0], found.start(), found.end()) for found in re.finditer(r"\w+", text)]
    at = [word.text for word in words].index(listed)
    return is_excepted(text, words, at, lambda other: other == "HALAL")


@pytest.mark.parametrize(
    ("text", "listed", "excepted"),
    [
        ("MR CHURCH", "CHURCH", True),
        ("CHURCH/JOHN", "CHURCH", True),
        ("JOHN/CHURCH", "CHURCH", True),
        ("GOES TO CHURCH", "CHURCH", False),
        ("CHURCH/", "CHURCH", False),
        ("KOSHER/HALAL", "KOSHER", False),
        ("MR WHEELCHAIR", "WHEELCHAIR", False),
        ("WHEELCHAIR RD", "WHEELCHAIR", True),
        ("WHEELCHAIR", "WHEELCHAIR", False),
        ("CALLE DE LA IGLESIA", "IGLESIA", True),
        ("RUE DU TEMPLE", "TEMPLE", True),
        ("DE LA IGLESIA", "IGLESIA", False),
        ("TEMPLE BAR", "TEMPLE", True),
    ],
)
def test_names_streets_and_phrases(text: str, listed: str, excepted: bool) -> None:
    assert _excepted(text, listed) is excepted


def test_every_exception_says_why() -> None:
    with EXCEPTIONS_FILE.open(encoding="utf-8", newline="") as rows:
        read = list(csv.DictReader(rows))
    assert {row["kind"] for row in read} == {
        "name",
        "title",
        "phrase",
        "street-after",
        "street-before",
        "street-between",
    }
    assert all(row["why"] for row in read)
    assert len({(row["kind"], row["text"]) for row in read}) == len(read)
