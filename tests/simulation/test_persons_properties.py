"""Persons of every culture: names by their rules, ages in their bounds, documents in their shapes."""

from __future__ import annotations

import datetime as dt
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatehouse.simulation.persons import (
    LETTERS,
    MONONYM,
    PASSPORT_SHAPES,
    PASSPORT_YEARS,
    Name,
    document_number,
    latin,
    latin_in_full,
    name_for,
    native,
    passport,
    person,
    respelled,
)
from gatehouse.simulation.pools import Culture, NameToken, cultures, pool

DAY = dt.date(2026, 1, 20)
SEEDS = st.integers(0, 10**6)
EVERY = st.sampled_from(cultures())


@given(EVERY, SEEDS, st.sampled_from("MF"))
@settings(max_examples=150, deadline=None)
def test_a_respelling_is_never_the_usual_spelling(culture: Culture, seed: int, sex: str) -> None:
    """`respelled` is None or a name that a reader sees as another spelling."""
    dice = Random(seed)
    name = name_for(culture, sex, dice)
    spelled = respelled(name, dice)
    assert spelled is None or spelled != latin(name)


@given(EVERY, SEEDS, st.sampled_from("MF"))
@settings(max_examples=150, deadline=None)
def test_names_come_from_the_culture_s_own_pool(culture: Culture, seed: int, sex: str) -> None:
    name, names = name_for(culture, sex, Random(seed)), pool(culture)
    assert set(name.given) <= set(names.given(sex).tokens)
    assert set(name.family) <= {*names.family(sex).tokens, *names.family("M").tokens}
    assert 1 <= len(name.given) <= 2
    assert len(name.family) <= 2
    assert name.family or culture.shape in MONONYM


@given(EVERY, SEEDS)
@settings(max_examples=100, deadline=None)
def test_the_list_s_spelling_has_at_least_what_a_passport_has(culture: Culture, seed: int) -> None:
    name = name_for(culture, "M", Random(seed))
    short, full = latin(name), latin_in_full(name)
    assert full.surname == short.surname
    assert full.given_names.startswith(short.given_names)


@given(EVERY, SEEDS)
@settings(max_examples=100, deadline=None)
def test_every_part_of_a_name_is_in_its_native_form(culture: Culture, seed: int) -> None:
    name = name_for(culture, "F", Random(seed))
    written = native(name, culture.script)
    assert all(token.native in written for token in (*name.family, *name.given, *name.middle))


@given(st.integers(0, 60), st.integers(1, 30), SEEDS)
@settings(max_examples=80, deadline=None)
def test_ages_keep_to_their_bounds(youngest: int, span: int, seed: int) -> None:
    """Years are of 365 days, so that leap days make a person up to three weeks younger than the calendar says."""
    who = person(1, cultures()[0], (youngest, youngest + span), DAY, Random(seed))
    days = (DAY - dt.date.fromisoformat(who.birth_date)).days
    assert youngest * 365 < days <= (youngest + span) * 365 + 1


@given(st.sampled_from([country for culture in cultures() for country in culture.countries]), SEEDS)
@settings(max_examples=120, deadline=None)
def test_a_document_number_has_a_shape_of_the_table(country: str, seed: int) -> None:
    number = document_number(country, Random(seed))
    shape = "".join("#" if c.isdigit() else "@" for c in number)
    assert shape in PASSPORT_SHAPES
    assert all(c.isdigit() or c in LETTERS for c in number)


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)), SEEDS)
def test_a_passport_is_ten_years_long_and_valid_on_the_day(day: dt.date, seed: int) -> None:
    made = passport("AUT", day, Random(seed))
    assert made.issued
    assert made.expires
    issued, expires = dt.date.fromisoformat(made.issued), dt.date.fromisoformat(made.expires)
    assert issued <= day - dt.timedelta(days=30)
    assert expires > day + dt.timedelta(days=180)
    assert (expires - issued).days == 365 * PASSPORT_YEARS


@pytest.mark.parametrize("letter", ["I", "J", "O", "Q"])
def test_letters_that_look_like_digits_are_in_no_number(letter: str) -> None:
    """Else a made-up number could be a look-alike of another by chance."""
    assert letter not in LETTERS


TWO = (NameToken("А", ("Alpha", "Alfa")), NameToken("Б", ("Beta",)))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (Name((TWO[1],), (TWO[0],), (), "western"), "Alfa Beta"),
        (Name((TWO[0],), (TWO[1],), (), "western"), "Beta Alfa"),
        (Name((TWO[1],), (TWO[1],), (TWO[0],), "arabic"), "Beta Alfa Beta"),
        (Name((TWO[1],), (TWO[1],), (), "western"), None),
        (Name((TWO[1],), (TWO[1],), (TWO[0],), "slavic"), None),
        (Name((TWO[1],), (TWO[1],), (TWO[1], TWO[0]), "arabic"), None),
    ],
    ids=[
        "given-name-has-another",
        "surname-has-another",
        "first-father-s-name-has-another",
        "nothing-has-another",
        "a-patronymic-that-no-passport-prints",
        "a-grandfather-s-name-that-no-passport-prints",
    ],
)
def test_only_parts_that_a_passport_prints_are_respelled(name: Name, expected: str | None) -> None:
    spelled = respelled(name, Random(1))
    assert (spelled.full if spelled else None) == expected


@pytest.mark.parametrize(
    ("script", "shape", "written"),
    [
        ("Hans", "chinese", "王小明"),
        ("Hant", "korean", "王小明"),
        ("Hang", "korean", "王小明"),
        ("Jpan", "japanese", "王小明"),
    ],
)
def test_scripts_without_blanks_put_the_surname_first(script: str, shape: str, written: str) -> None:
    name = Name((NameToken("王", ("Wang",)),), (NameToken("小明", ("Xiaoming",)),), (), shape)
    assert native(name, script) == written


@pytest.mark.parametrize("choice", [0, 1, 5])
def test_a_higher_choice_takes_a_less_usual_spelling_as_far_as_there_is_one(choice: int) -> None:
    name = Name((TWO[1],), (TWO[0],), (), "western")
    assert latin(name, choice).full == ("Alpha Beta" if choice == 0 else "Alfa Beta")
