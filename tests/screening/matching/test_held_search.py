"""Held travellers against a few listed persons: nobody is lost whom a search of the list would find."""

from __future__ import annotations

import pytest

from gatehouse.screening.matching.held_names import Held, Statement, hold
from gatehouse.screening.matching.held_search import Listed, worth_screening
from gatehouse.screening.matching.screener import Screener
from gatehouse.simulation.national_list import entries
from gatehouse.simulation.national_travellers import planted, unlisted
from gatehouse.terms.candidate import Subject
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedDocument, ListedName, ListEntry

THRESHOLD = 0.5
LISTED = 200


def _held(subjects: list[Subject]) -> Held:
    return hold((Statement(10 + n, 100 + n, s) for n, s in enumerate(subjects)), lambda _: None, processes=1)


def _worth(subjects: list[Subject], listed: list[ListEntry]) -> set[int]:
    return set(worth_screening(_held(subjects), Listed(listed, THRESHOLD)).tolist())


def test_nobody_is_lost_whom_a_search_of_the_list_finds() -> None:
    listed = list(entries(LISTED, seed=3))
    subjects = [one.subject for one in (*planted(300, LISTED, seed=3), *unlisted(700, seed=3))]
    found = Screener(listed, THRESHOLD).screen_many(subjects)
    wanted = {n for n, candidates in enumerate(found) if any(one.above_threshold for one in candidates)}
    assert len(wanted) > 250
    assert wanted - _worth(subjects, listed) == set()


def test_most_people_on_no_list_need_not_be_screened() -> None:
    subjects = [one.subject for one in unlisted(1_000, seed=4)]
    assert len(_worth(subjects, list(entries(LISTED, seed=3)))) < 200


ENTRY = ListEntry("T", "1", (ListedName("Jocelyn Thistlewood"),), birth_dates=(DateSpan.exact("1981-02-03"),))


@pytest.mark.parametrize(
    ("fault", "name", "born"),
    [
        ("exact", "JOCELYN THISTLEWOOD", "1981-02-03"),
        ("no birth date", "JOCELYN THISTLEWOOD", None),
        ("reordered", "THISTLEWOOD JOCELYN", "1981-02-03"),
        ("one typo", "JOCELYN THISTLEWOD", "1981-02-03"),
        ("two typos on the day of birth", "JOCELIN THISTLEVOOD", "1981-02-03"),
        ("run together", "THISTLEWOODJOCELYN", "1981-02-03"),
        ("day for month", "JOCELYN THISTLEWOOD", "1981-03-02"),
        ("a year off", "JOCELYN THISTLEWOOD", "1982-02-03"),
    ],
)
def test_one_person_told_with_a_fault_is_worth_screening(fault: str, name: str, born: str | None) -> None:
    assert _worth([Subject((name,), birth_date=born)], [ENTRY]) == {0}, fault


def test_a_stranger_is_not_worth_screening() -> None:
    assert _worth([Subject(("BARTHOLOMEW ZZYZX",), birth_date="1950-05-05")], [ENTRY]) == set()


def test_a_document_is_enough() -> None:
    listed = ListEntry("T", "1", (ListedName("Jocelyn Thistlewood"),), documents=(ListedDocument("X 1234567"),))
    stranger = Subject(("BARTHOLOMEW ZZYZX",), documents=(("X1234567", "GBR"),))
    assert _worth([stranger, Subject(("BARTHOLOMEW ZZYZX",))], [listed]) == {0}


def test_any_of_several_names_is_enough_and_places_are_of_statements() -> None:
    several = Subject(("BARTHOLOMEW ZZYZX", "JOCELYN THISTLEWOOD"))
    assert _worth([Subject(()), Subject(("ANNABEL QUILL",)), several], [ENTRY]) == {2}


def test_no_entries_and_no_people_find_nobody() -> None:
    assert _worth([Subject(("JOCELYN THISTLEWOOD",))], []) == set()
    assert _worth([], [ENTRY]) == set()
