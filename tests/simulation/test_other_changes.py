"""Changes to document and birth date: exactly one thing wrong, and only where the list has the truth."""

import datetime as dt
from dataclasses import replace
from random import Random

import pytest

from gatehouse.simulation import other_changes as changes
from gatehouse.simulation.listed import Listed
from gatehouse.simulation.told import Told, told
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedDocument


@pytest.fixture
def one(entries: list[Listed]) -> Listed:
    """An entry with a Latin spelling, one listed document and a birth date that can be turned round."""
    chosen = next(one for one in entries if one.spelled and len(one.person.name.given) > 1 and one.person.name.family)
    who = replace(chosen.person, birth_date="1971-03-08")
    entry = replace(
        chosen.entry,
        birth_dates=(DateSpan.exact("1971-03-08"),),
        documents=(ListedDocument("X0512886", "passport", "AUT"),),
    )
    return replace(chosen, person=who, entry=entry)


def _born(made: Told | None) -> str | None:
    assert made
    return made.birth_date


def test_a_listed_document_comes_with_its_issuer(one: Listed) -> None:
    made = changes.document_other_name(one, told(one.person), Random(1))
    assert made
    assert made.document
    assert (made.document.number, made.document.issuer) == ("X0512886", "AUT")
    assert made.spelling != told(one.person).spelling


def test_a_misread_document_has_one_other_character(one: Listed) -> None:
    for seed in range(20):
        made = changes.document_misread(one, told(one.person), Random(seed))
        assert made
        assert made.document
        assert made.document.number
        wrong = [(a, b) for a, b in zip("X0512886", made.document.number, strict=True) if a != b]
        assert len(wrong) == 1
        assert changes.LOOK_ALIKES[wrong[0][0]] == wrong[0][1]
        assert made.birth_date is None


def test_day_and_month_change_places(one: Listed) -> None:
    assert _born(changes.birth_day_month(one, told(one.person), Random(1))) == "1971-08-03"


@pytest.mark.parametrize("born", ["1971-03-28", "1971-03-03"])
def test_a_date_that_cannot_be_turned_round_is_left(one: Listed, born: str) -> None:
    assert changes.birth_day_month(one, replace(told(one.person), birth_date=born), Random(1)) is None


def test_one_digit_is_wrong_and_it_is_still_a_date(one: Listed) -> None:
    for seed in range(30):
        born = _born(changes.birth_digit(one, told(one.person), Random(seed)))
        assert born
        assert dt.date.fromisoformat(born)
        assert sum(a != b for a, b in zip(born, "1971-03-08", strict=True)) == 1


def test_the_year_is_one_off(one: Listed) -> None:
    years = {_born(changes.birth_year(one, told(one.person), Random(seed))) for seed in range(20)}
    assert years == {"1970-03-08", "1972-03-08"}


def test_a_leap_day_has_no_neighbouring_year(one: Listed) -> None:
    assert changes.birth_year(one, replace(told(one.person), birth_date="1972-02-29"), Random(1)) is None


def test_no_birth_date_is_told(one: Listed) -> None:
    assert _born(changes.birth_missing(one, told(one.person), Random(1))) is None


@pytest.mark.parametrize("spans", [(), (DateSpan.exact("1971"),), (DateSpan("1970", "1972"),)])
def test_a_wrong_date_needs_an_entry_with_the_true_one(one: Listed, spans: tuple[DateSpan, ...]) -> None:
    vague = replace(one, entry=replace(one.entry, birth_dates=spans))
    for change in (changes.birth_day_month, changes.birth_digit, changes.birth_year, changes.birth_missing):
        assert change(vague, told(one.person), Random(1)) is None


def test_a_partial_date_on_the_list_meets_the_full_one(one: Listed) -> None:
    vague = replace(one, entry=replace(one.entry, birth_dates=(DateSpan.exact("1971"),)))
    assert _born(changes.birth_partial(vague, told(one.person), Random(1))) == "1971-03-08"
    assert changes.birth_partial(one, told(one.person), Random(1)) is None


def test_without_a_listed_document_there_is_no_document_kind(one: Listed) -> None:
    bare = replace(one, entry=replace(one.entry, documents=()))
    assert changes.document_other_name(bare, told(one.person), Random(1)) is None
    assert changes.document_misread(bare, told(one.person), Random(1)) is None
