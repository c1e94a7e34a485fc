"""Listed persons as travellers: the same person, another spelling or order, and the truth kept."""

from __future__ import annotations

from collections import Counter

from rapidfuzz.distance import OSA

from gatehouse.simulation.appearances import CHANGES, appearances, told_name, undated
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedName, ListEntry, NameQuality

DAY = DateSpan("1976-05-17", "1976-05-17")
ENTRY = ListEntry("L", "1", (ListedName("Ilse Varga-Skjoldager"),), birth_dates=(DAY,), sex="F", nationalities=("UTO",))
TRUE = ["ILSE", "VARGA", "SKJOLDAGER"]


def test_a_person_appears_mistyped_reordered_and_both() -> None:
    mistyped, reordered, both = (one.subject.names[0].split() for one in appearances([ENTRY], 1))
    assert OSA.distance(" ".join(mistyped), " ".join(TRUE)) == 1
    assert reordered != TRUE
    assert Counter(reordered) == Counter(TRUE)
    assert sum((Counter(both) & Counter(TRUE)).values()) == 2


def test_everything_else_is_as_the_list_states_it() -> None:
    for one in appearances([ENTRY], 1):
        assert (one.list, one.entry_id) == ("L", "1")
        assert (one.subject.birth_date, one.subject.sex, one.subject.nationalities) == ("1976-05-17", "F", ("UTO",))
        assert undated(one.subject).birth_date is None


def test_of_a_range_nobody_knows_the_day() -> None:
    ranged = ListEntry("L", "2", (ListedName("Ilse Varga"),), birth_dates=(DateSpan("1970-01-01", "1979-12-31"),))
    assert {one.subject.birth_date for one in appearances([ranged], 1)} == {None}


def test_a_trusted_latin_name_is_told() -> None:
    names = (ListedName("Ильзе Варга", script="Cyrl"), ListedName("Abu X", NameQuality.WEAK), ListedName("Ilse Varga"))
    assert told_name(ListEntry("L", "3", names)) == "ILSE VARGA"
    assert told_name(ListEntry("L", "4", names[:1])).endswith("VARGA")


def test_a_name_too_short_to_change_is_told_and_one_without_letters_is_not() -> None:
    short, unreadable = (ListEntry("L", id_, (ListedName(name),)) for id_, name in (("5", "Li"), ("6", "…")))
    told = list(appearances([short, unreadable], 1))
    assert [one.subject.names for one in told] == [("LI",)] * len(CHANGES)


def test_the_same_seed_tells_the_same() -> None:
    assert list(appearances([ENTRY] * 5, 7)) == list(appearances([ENTRY] * 5, 7))
    assert list(appearances([ENTRY] * 5, 7)) != list(appearances([ENTRY] * 5, 8))
