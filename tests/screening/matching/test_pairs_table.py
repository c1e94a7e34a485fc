"""Pairs of names from a CSV."""

from __future__ import annotations

import io

import pytest

from gatehouse.screening.matching.pairs_table import Pair, PairsError, read_pairs
from gatehouse.terms.dates import DateSpan


def _pairs(text: str | bytes) -> list[Pair]:
    return list(read_pairs(io.BytesIO(text.encode() if isinstance(text, str) else text)))


def test_a_pair_with_everything() -> None:
    text = (
        "left_name,right_name,left_birth_date,right_birth_date,left_nationality,right_nationality,label\n"
        "Yusuf Karim,KARIM Youssef,1976,1976-05-17,FR,Germany;fr,true\n"
    )
    (pair,) = _pairs(text)
    assert pair.line == 2
    assert pair.left.names == ("Yusuf Karim",)
    assert pair.left.birth_date == "1976"
    assert pair.right.birth_dates == (DateSpan.exact("1976-05-17"),)
    assert pair.right.nationalities == ("DEU", "FRA")
    assert pair.findings == ()


def test_an_empty_name_is_still_a_pair() -> None:
    (pair,) = _pairs("left_name,right_name\n,Karim\n")
    assert pair.left.names == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("left_name,name\na,b\n", "no column right_name"),
        ("", "no column"),
        ("left_name,right_name,left_dob\na,b,1\n", "left_dob"),
        ("left_name,right_name\na,b,c\n", "line 2"),
        ('left_name,right_name\n"a,b\n', "quoting"),
    ],
)
def test_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(PairsError, match=reason):
        _pairs(text)


def test_not_utf_8_is_refused() -> None:
    with pytest.raises(PairsError, match="UTF-8"):
        _pairs(b"left_name,right_name\n\xff,b\n")


def test_unreadable_evidence_is_left_out_and_said() -> None:
    (pair,) = _pairs("left_name,right_name,left_birth_date,right_nationality\na,b,17.5.76,Atlantis\n")
    assert pair.left.birth_date is None
    assert pair.right.nationalities == ()
    assert [finding.code for finding in pair.findings] == ["birth-date-unreadable", "country-unknown"]
