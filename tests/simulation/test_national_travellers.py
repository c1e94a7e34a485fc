"""Travellers for a national list: the truth is right, each kind is what it says, and files hold it all."""

from __future__ import annotations

import csv
import io
from collections import Counter

import pytest
from rapidfuzz.distance import OSA

from gatehouse.simulation.national_list import BLOCK, entries
from gatehouse.simulation.national_travellers import (
    TRUNCATED_LENGTH,
    VARIATIONS,
    Traveller,
    planted,
    unlisted,
    write_travellers,
)
from gatehouse.simulation.romanise import document_form

LISTED = 2 * BLOCK + 500


@pytest.fixture(scope="module")
def told() -> list[tuple[Traveller, str, str | None]]:
    """Six hundred planted travellers with their entry's name in A to Z and its birth date where it gives one day."""
    found = list(planted(600, LISTED, seed=1))
    wanted = {one.entry_id for one in found}
    by_id = {entry.entry_id: entry for entry in entries(LISTED, seed=1) if entry.entry_id in wanted}
    assert set(by_id) == wanted
    rows = []
    for one in found:
        entry = by_id[one.entry_id]
        day = entry.birth_dates[0].earliest if len(entry.birth_dates) == 1 else ""
        rows.append((one, document_form(entry.names[0].full), day if len(day) == 10 else None))
    return rows


def test_the_same_seed_gives_the_same_travellers() -> None:
    assert list(planted(50, LISTED, seed=1)) == list(planted(50, LISTED, seed=1))
    assert list(unlisted(50, seed=1)) == list(unlisted(50, seed=1))
    assert list(unlisted(50, seed=1)) != list(unlisted(50, seed=2))


def test_as_many_come_as_were_asked_for_from_all_over_the_list(told) -> None:
    assert len(told) == 600
    assert {int(one.entry_id[2:]) // BLOCK for one, _, _ in told} == {0, 1, 2}
    assert len(list(unlisted(7, seed=1))) == 7


def test_every_kind_is_met(told) -> None:
    kinds = Counter(one.variation for one, _, _ in told)
    assert set(kinds) == {kind for kind, _ in VARIATIONS}
    assert min(kinds.values()) >= 10


def _letters(text: str) -> list[str]:
    return sorted(text.replace(" ", ""))


CHECKS = {
    "exact": lambda said, true: said == true,
    "one-typo": lambda said, true: OSA.distance(said, true) == 1,
    "two-typos": lambda said, true: OSA.distance(said, true) in (1, 2),
    "reordered": lambda said, true: sorted(said.split()) == sorted(true.split()),
    "glued": lambda said, true: " " not in said and _letters(said) == _letters(true),
    "truncated": lambda said, true: len(said) < len(true) and len(said) <= 2 * TRUNCATED_LENGTH + 1,
    "other-spelling": lambda said, true: said != true,
    "day-for-month": lambda said, true: said == true,
    "year-off": lambda said, true: said == true,
    "no-birth-date": lambda said, true: said == true,
}


@pytest.mark.parametrize("kind", [kind for kind, _ in VARIATIONS])
def test_the_name_is_the_entry_s_told_as_the_kind_says(told, kind: str) -> None:
    rows = [(one.subject.names[0], true) for one, true, _ in told if one.variation == kind]
    assert rows
    assert [row for row in rows if not CHECKS[kind](*row)] == []


def test_the_birth_date_is_true_but_where_the_kind_changes_it(told) -> None:
    for one, _, day in told:
        said = one.subject.birth_date
        if one.variation == "no-birth-date":
            assert said is None
        elif day is None:
            continue
        elif one.variation == "day-for-month":
            assert said == f"{day[:4]}-{day[8:]}-{day[5:7]}" != day
        elif one.variation == "year-off":
            assert abs(int(said[:4]) - int(day[:4])) == 1
            assert said[4:] == day[4:]
        else:
            assert said == day


def test_a_list_of_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 1 entry"):
        next(planted(1, 0, seed=1))


def test_the_file_holds_what_was_told_and_the_truth(told) -> None:
    stream = io.StringIO(newline="")
    assert write_travellers((one for one, _, _ in told[:20]), stream) == 20
    rows = list(csv.DictReader(io.StringIO(stream.getvalue())))
    assert [(row["name"], row["entry_id"], row["variation"]) for row in rows] == [
        (one.subject.names[0], one.entry_id, one.variation) for one, _, _ in told[:20]
    ]
