"""Names out of the cells that lists print them in."""

from __future__ import annotations

import pytest

from gatehouse.screening.watchlists.listed_names import distinct, listed_name, name_parts, tidy, unquoted
from gatehouse.terms.entry import ListedName, NameQuality


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Jane Doe", ["Jane Doe"]),
        ("Jane  Doe\n ; Jayne Doe;", ["Jane Doe", "Jayne Doe"]),
        ("Jane Doe b) J. Doe", ["Jane Doe", "J. Doe"]),
        ("Amira (Амира)", ["Amira", "Амира"]),
        ("Амира (Amira; Ameera)", ["Амира", "Amira", "Ameera"]),
        ("Amira (original script: Амира)", ["Amira", "Амира"]),
        ("Amira （阿米拉）", ["Amira", "阿米拉"]),
        ("DOE (JUNIOR) Jane", ["DOE (JUNIOR) Jane"]),
        ("“The Baker”", ["The Baker"]),
        ("“General” Doe", ["“General” Doe"]),
        ("'DOE, Jane'", ["DOE, Jane"]),
        ("‘Abd al-Doe", ["‘Abd al-Doe"]),
        ("Ta'", ["Ta'"]),
        (" ;, ", []),
        ("", []),
    ],
)
def test_the_names_of_a_cell(cell: str, names: list[str]) -> None:
    assert list(name_parts(cell)) == names


@pytest.mark.parametrize(
    ("text", "bare"), [('"A"', "A"), ("«A»", "A"), ("“A” B “C”", "“A” B “C”"), ("'", "'"), ("A", "A"), ("", "")]
)
def test_quotes_go_only_when_they_hold_the_whole_name(text: str, bare: str) -> None:
    assert unquoted(text) == bare


@pytest.mark.parametrize(
    ("full", "script"),
    [
        ("Jane Doe", "Latn"),
        ("Джейн", "Cyrl"),
        ("جين", "Arab"),
        ("金铁", "Hani"),
        ("김", "Hang"),
        ("Ιάννα", "Grek"),
        ("1-P", "Latn"),
    ],
)
def test_a_name_is_in_the_script_of_its_letters(full: str, script: str) -> None:
    assert listed_name(full, NameQuality.STRONG).script == script


def test_the_same_name_stays_once_and_in_its_best_quality() -> None:
    weak, strong = ListedName("A", NameQuality.WEAK), ListedName("A", NameQuality.STRONG)
    other = ListedName("B", NameQuality.WEAK)
    assert distinct([weak, other, strong]) == (strong, other)


def test_white_space_is_tidied() -> None:
    assert tidy(" a\n\t b\u00a0c ") == "a b c"
    assert tidy(None) == ""
