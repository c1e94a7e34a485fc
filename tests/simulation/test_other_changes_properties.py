"""Changes to document and birth date on six hundred listed persons: one thing wrong, everything else true."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

import pytest

from gatehouse.simulation import other_changes as changes
from gatehouse.simulation.listed import Listed
from gatehouse.simulation.persons import latin
from gatehouse.simulation.told import Told, told
from gatehouse.terms.dates import DateSpan, is_partial_date
from gatehouse.terms.entry import ListedDocument

Change = Callable[[Listed, Told, Random], Told | None]

BIRTH: dict[str, Change] = {
    "birth-partial-on-list": changes.birth_partial,
    "birth-day-month-swapped": changes.birth_day_month,
    "birth-one-digit": changes.birth_digit,
    "birth-year-off": changes.birth_year,
    "birth-missing": changes.birth_missing,
}
DOCUMENT: dict[str, Change] = {
    "document-other-name": changes.document_other_name,
    "document-ocr-error": changes.document_misread,
}


def _made(change: Change, entries: list[Listed], seed: int = 1) -> Iterator[tuple[Listed, Told, Told]]:
    dice = Random(seed)
    for one in entries:
        plain = told(one.person, latin(one.person.name))
        made = change(one, plain, dice)
        if made is not None:
            yield one, plain, made


@pytest.mark.parametrize("kind", BIRTH)
class TestEveryBirthDate:
    def test_applies_to_somebody(self, kind: str, entries: list[Listed]) -> None:
        assert any(True for _ in _made(BIRTH[kind], entries))

    def test_keeps_the_document(self, kind: str, entries: list[Listed]) -> None:
        """A listed document would find the person whatever the birth date says."""
        for _, plain, made in _made(BIRTH[kind], entries):
            assert made.document == plain.document
            assert (made.sex, made.nationality) == (plain.sex, plain.nationality)

    def test_is_told_with_the_list_s_own_spelling_where_there_is_one(self, kind: str, entries: list[Listed]) -> None:
        """Only one thing is wrong at a time: the name is the list's."""
        for one, plain, made in _made(BIRTH[kind], entries):
            if one.spelled:
                assert made.spelling == told(one.person, one.spelled).spelling
            else:
                assert made.spelling == plain.spelling

    def test_is_a_date_or_nothing(self, kind: str, entries: list[Listed]) -> None:
        for _, _, made in _made(BIRTH[kind], entries):
            assert made.birth_date is None or dt.date.fromisoformat(made.birth_date)


@pytest.mark.parametrize("kind", ["birth-day-month-swapped", "birth-one-digit", "birth-year-off", "birth-missing"])
def test_a_wrong_date_is_told_against_the_true_one_only(kind: str, entries: list[Listed]) -> None:
    """Against an entry that has a year only, a wrong day would be no fault at all."""
    for one, plain, made in _made(BIRTH[kind], entries):
        assert made.birth_date != plain.birth_date
        assert DateSpan.exact(one.person.birth_date) in one.entry.birth_dates


def test_day_and_month_exchanged_twice_are_the_date_again(entries: list[Listed]) -> None:
    for one, plain, made in _made(changes.birth_day_month, entries):
        assert made.birth_date
        year, month, day = made.birth_date.split("-")
        assert f"{year}-{day}-{month}" == plain.birth_date == one.person.birth_date


def test_one_digit_leaves_the_generation(entries: list[Listed]) -> None:
    """Century and decade stay: another generation would be another person and no slip."""
    for _, plain, made in _made(changes.birth_digit, entries):
        assert made.birth_date
        assert plain.birth_date
        assert made.birth_date[:3] == plain.birth_date[:3]
        assert sum(a != b for a, b in zip(made.birth_date, plain.birth_date, strict=True)) == 1


@pytest.mark.parametrize("born", [None, "", "1971", "1971-03"], ids=["none", "empty", "year", "month"])
@pytest.mark.parametrize("change", [changes.birth_day_month])
def test_an_incomplete_date_is_not_turned_round(change: Change, born: str | None, entries: list[Listed]) -> None:
    plain = replace(told(entries[0].person), birth_date=born)
    assert change(entries[0], plain, Random(1)) is None


@pytest.mark.parametrize("change", [changes.birth_digit, changes.birth_year])
@pytest.mark.parametrize("born", [None, ""])
def test_nothing_can_be_wrong_with_no_date(change: Change, born: str | None, entries: list[Listed]) -> None:
    assert change(entries[0], replace(told(entries[0].person), birth_date=born), Random(1)) is None


@pytest.mark.parametrize("day", range(1, 32))
def test_days_that_can_be_months(day: int, entries: list[Listed]) -> None:
    """Only days 1 to 12 can be months, and the fifth of May looks the same either way."""
    born = f"1971-05-{day:02}"
    one = replace(
        entries[0],
        person=replace(entries[0].person, birth_date=born),
        entry=replace(entries[0].entry, birth_dates=(DateSpan.exact(born),)),
    )
    made = changes.birth_day_month(one, told(one.person), Random(1))
    assert (made is not None) == (day <= 12 and day != 5)
    assert made is None or made.birth_date == f"1971-{day:02}-05"


@pytest.mark.parametrize("kind", DOCUMENT)
def test_a_document_needs_a_listed_one(kind: str, entries: list[Listed]) -> None:
    found = list(_made(DOCUMENT[kind], entries))
    assert found
    assert all(one.entry.documents for one, _, _ in found)


def test_a_listed_document_is_told_letter_for_letter(entries: list[Listed]) -> None:
    for one, _, made in _made(changes.document_other_name, entries):
        assert made.document
        first = one.entry.documents[0]
        assert (made.document.number, made.document.issuer) == (first.number, first.issuer)


def test_a_misread_document_keeps_its_length_and_all_but_one_character(entries: list[Listed]) -> None:
    known = {**changes.LOOK_ALIKES, **changes.NEAR_DIGITS}
    for one, _, made in _made(changes.document_misread, entries):
        assert made.document
        listed = one.entry.documents[0].number
        wrong = [(a, b) for a, b in zip(listed, made.document.number or "", strict=True) if a != b]
        assert len(wrong) == 1
        assert known[wrong[0][0]] == wrong[0][1]


def test_a_misread_document_comes_without_what_else_would_find_the_person(entries: list[Listed]) -> None:
    """Initials and no birth date: only the document is left to be tried."""
    for _, _, made in _made(changes.document_misread, entries):
        assert made.birth_date is None
        assert all(len(word) == 1 for word in made.given_names.split())


@pytest.mark.parametrize(
    ("number", "others"),
    [
        ("0AAAAAA", {"OAAAAAA"}),
        ("AAO1AAA", {"AA01AAA", "AAOIAAA"}),
        ("AA34AAA", {"AA84AAA", "AA39AAA"}),
        ("AAAAAAA", set()),
        ("AAA0A3A", {"AAAOA3A"}),
    ],
    ids=["letter-for-digit", "either-of-two", "near-digits", "nothing-alike", "look-alikes-go-first"],
)
def test_characters_that_a_reader_confuses(number: str, others: set[str], entries: list[Listed]) -> None:
    one = next(one for one in entries if told(one.person).given_names)
    one = replace(one, entry=replace(one.entry, documents=(ListedDocument(number, "passport", "AUT"),)))
    made = [changes.document_misread(one, told(one.person), Random(seed)) for seed in range(30)]
    assert {found.document.number for found in made if found and found.document} == others


def test_look_alikes_are_pairs() -> None:
    """What 0 is taken for is taken for 0: the matcher levels both ways."""
    assert all(changes.LOOK_ALIKES[other] == one for one, other in changes.LOOK_ALIKES.items())


def test_a_partial_date_on_the_list_is_met_with_the_true_one(entries: list[Listed]) -> None:
    for one, _, made in _made(changes.birth_partial, entries):
        assert made.birth_date == one.person.birth_date
        assert all(is_partial_date(span.earliest) for span in one.entry.birth_dates)
        assert all(len(span.earliest) < 10 for span in one.entry.birth_dates)
