"""Persons: names by their culture's own way, documents in their country's shape."""

import datetime as dt
from random import Random

import pytest

from gatehouse.simulation.persons import (
    Name,
    Person,
    Spelling,
    document_number,
    latin,
    latin_in_full,
    native,
    passport,
    person,
    respelled,
)
from gatehouse.simulation.pools import NameToken, cultures

DAY = dt.date(2026, 1, 20)
OMAR, ALI, SAMI = (NameToken("عمر", ("Omar", "Umar")), NameToken("علي", ("Ali",)), NameToken("سامي", ("Sami",)))
MASRI = NameToken("المصري", ("al-Masri", "El Masry"))
ARABIC = Name((MASRI,), (OMAR,), (ALI, SAMI), "arabic")


def _someone(culture: str, seed: int) -> Person:
    return person(1, next(c for c in cultures() if c.name == culture), (20, 40), DAY, Random(seed))


@pytest.mark.parametrize("culture", [culture.name for culture in cultures()])
def test_a_person_is_complete_and_of_age(culture: str) -> None:
    someone = _someone(culture, 2)
    born = dt.date.fromisoformat(someone.birth_date)
    assert 19 <= (DAY - born).days / 365 <= 41
    assert someone.sex in "MF"
    assert latin(someone.name).full
    assert native(someone.name, someone.culture.script)
    assert someone.passport.issuer == someone.nationality


def test_a_passport_has_one_father_s_name_and_a_list_all() -> None:
    assert latin(ARABIC) == Spelling("al-Masri", "Omar Ali")
    assert latin_in_full(ARABIC) == Spelling("al-Masri", "Omar Ali Sami")
    assert native(ARABIC, "Arab") == "عمر علي سامي المصري"


def test_a_respelling_differs_and_stays_among_the_known_spellings() -> None:
    for seed in range(20):
        spelled = respelled(ARABIC, Random(seed))
        assert spelled
        assert spelled != latin(ARABIC)
        assert spelled.surname in MASRI.latin


def test_a_name_with_one_spelling_has_no_respelling() -> None:
    assert respelled(Name((SAMI,), (ALI,), (), "western"), Random(1)) is None


def test_east_asian_names_are_written_together_and_surname_first() -> None:
    name = Name((NameToken("王", ("Wang",)),), (NameToken("小", ("Xiao",)), NameToken("明", ("Ming",))), (), "chinese")
    assert native(name, "Hans") == "王小明"
    assert latin(name) == Spelling("Wang", "Xiaoming")


def test_russian_patronymics_follow_the_father_and_the_sex() -> None:
    endings = {"M": "ович", "F": "овна"}
    for seed in range(12):
        someone = _someone("russian", seed)
        assert someone.name.middle[0].native.endswith(endings[someone.sex])


def test_a_country_keeps_to_one_shape_of_number() -> None:
    shapes = {tuple(c.isdigit() for c in document_number("DEU", Random(seed))) for seed in range(20)}
    assert len(shapes) == 1


def test_a_passport_is_valid_on_the_day() -> None:
    for seed in range(30):
        made = passport("FRA", DAY, Random(seed))
        assert made.issued
        assert made.expires
        assert made.issued < DAY.isoformat() < made.expires
