"""Fictitious persons: a name in its own script and in Latin, a birth, a sex, a nationality and a passport."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from gatehouse.simulation.geography import city
from gatehouse.simulation.pools import Culture, NameToken, Pool, pool
from gatehouse.terms.traveller import Document

PASSPORT_SHAPES = ("@#######", "#########", "@@#######", "@########", "@@######", "@#@@###@#")
"""Shapes of passport numbers: @ a letter, # a digit. A country keeps to one of them."""

PASSPORT_YEARS = 10
LETTERS = "ABCDEFGHKLMNPRSTUVWXYZ"

TWO_GIVEN_NAMES = {"western": 0.3, "dutch": 0.4, "iberian": 0.45, "chinese": 0.75, "vietnamese": 0.8, "slavic": 0.01}
"""Share of people with a second given name (for Chinese, a second syllable), by naming shape."""

DOUBLE_SURNAME = {"iberian": 0.9, "western": 0.04, "persian": 0.25, "dutch": 0.08}
MONONYM = {"mononym": 0.3, "western": 0.002}


class Spelling(NamedTuple):
    """A name as it is written somewhere: surname and given names, either of which may be empty."""

    surname: str
    given_names: str

    @property
    def full(self) -> str:
        """Given names and surname in that order."""
        return f"{self.given_names} {self.surname}".strip()


@dataclass(frozen=True, slots=True)
class Name:
    """A name in parts. `middle` are fathers' names and patronymics, which some documents carry and others do not."""

    family: tuple[NameToken, ...]
    given: tuple[NameToken, ...]
    middle: tuple[NameToken, ...]
    shape: str


@dataclass(frozen=True, slots=True)
class Person:
    """One fictitious person. `birth_date` is ISO 8601; `spare` is a given name that they do not use."""

    number: int
    culture: Culture
    name: Name
    spare: NameToken
    sex: str
    birth_date: str
    birth_place: str | None
    nationality: str
    passport: Document


def _patronymic(pool_: Pool, culture: Culture, sex: str, dice: Random) -> tuple[NameToken, ...]:
    if culture.shape == "arabic":
        return tuple(pool_.male.draw(dice) for _ in range(dice.choice((1, 1, 2))))
    if culture.shape != "slavic":
        return ()
    father = pool_.male.draw(dice)
    # Near enough to real patronymics for a list; the exact declension would not change what is matched.
    stem = father.native.rstrip("йаяьоі")
    endings = ("ович", "ovich", "ovych") if sex == "M" else ("овна", "ovna", "ivna")
    latin = father.latin[0].rstrip("iaoy")
    return (NameToken(stem + endings[0], (latin + endings[1], latin + endings[2])),)


def name_for(culture: Culture, sex: str, dice: Random) -> Name:
    """A name of the culture, by its own way of naming."""
    names = pool(culture)
    shape = culture.shape
    given = [names.given(sex).draw(dice)]
    if dice.random() < TWO_GIVEN_NAMES.get(shape, 0.1):
        given.append(names.given(sex).draw(dice))
    if dice.random() < MONONYM.get(shape, 0):
        return Name((), tuple(given[:1]), (), shape)
    family = [names.family(sex).draw(dice)]
    if dice.random() < DOUBLE_SURNAME.get(shape, 0):
        family.append(names.family("M").draw(dice))
    return Name(tuple(family), tuple(given), _patronymic(names, culture, sex, dice), shape)


def document_number(country: str, dice: Random) -> str:
    """A passport number in the shape that the country keeps to."""
    # From the letters of the code, because Python's own hash of a text differs from run to run.
    shape = PASSPORT_SHAPES[sum(map(ord, country)) % len(PASSPORT_SHAPES)]
    return "".join(dice.choice(LETTERS) if c == "@" else str(dice.randrange(10)) if c == "#" else c for c in shape)


def passport(country: str, day: dt.date, dice: Random) -> Document:
    """A passport of the country that is valid on `day`."""
    issued = day - dt.timedelta(days=dice.randrange(30, 365 * PASSPORT_YEARS - 200))
    expires = issued + dt.timedelta(days=365 * PASSPORT_YEARS)
    return Document("P", document_number(country, dice), country, expires.isoformat(), issued.isoformat())


def person(number: int, culture: Culture, age: Sequence[int], day: dt.date, dice: Random) -> Person:
    """A person of the culture, of an age in years between `age[0]` and `age[1]` on `day`."""
    sex = "M" if dice.random() < 0.54 else "F"
    # Countries stand several times in the table where more people of the culture live there.
    country = dice.choice(culture.countries)
    # Years of 365 days: an adult may be some days short of sixteen, and no reader asks for the birthday.
    born = day - dt.timedelta(days=dice.randrange(age[0] * 365 + 1, age[1] * 365 + 2))
    return Person(
        number,
        culture,
        name_for(culture, sex, dice),
        pool(culture).given(sex).draw(dice),
        sex,
        born.isoformat(),
        city(country, dice),
        country,
        passport(country, day, dice),
    )


def _joined(tokens: Sequence[NameToken], shape: str, choice: int) -> str:
    spelled = [token.latin[min(choice, len(token.latin) - 1)] for token in tokens]
    if shape == "chinese" and len(spelled) > 1:
        return spelled[0] + "".join(part.lower() for part in spelled[1:])
    return " ".join(spelled)


def latin(name: Name, choice: int = 0) -> Spelling:
    """The Latin spelling as a passport of their State prints it; a higher `choice` takes less usual spellings.

    Fathers' names go with the given names where the culture does so.
    """
    # One father's name only: documents commonly stop there, where lists go on (see `latin_in_full`).
    given = (*name.given, *name.middle[:1]) if name.shape == "arabic" else name.given
    return Spelling(_joined(name.family, name.shape, choice), _joined(given, name.shape, choice))


def latin_in_full(name: Name, choice: int = 0) -> Spelling:
    """The Latin spelling with every father's name, as lists print it."""
    given = (*name.given, *name.middle)
    return Spelling(_joined(name.family, name.shape, choice), _joined(given, name.shape, choice))


def respelled(name: Name, dice: Random) -> Spelling | None:
    """A Latin spelling that differs from the usual one in at least one part; None where no part has another."""
    parts = (*name.family, *name.given, *name.middle)
    drawn = [dice.randrange(len(token.latin)) for token in parts]
    # The dice may keep every spelling that a passport prints: then the least usual one of each part is taken.
    for choice in (drawn, [len(token.latin) - 1 for token in parts]):
        spelled = _turned(name, choice)
        if spelled != latin(name):
            return spelled
    return None


def _turned(name: Name, drawn: Sequence[int]) -> Spelling:
    """The Latin spelling with each part in the spelling of this number."""
    numbers = iter(drawn)

    def turned(tokens: Sequence[NameToken]) -> tuple[NameToken, ...]:
        return tuple(NameToken(token.native, token.latin[next(numbers) :]) for token in tokens)

    return latin(Name(turned(name.family), turned(name.given), turned(name.middle), name.shape))


def native(name: Name, script: str) -> str:
    """The full name in its own script and order."""
    family = [token.native for token in name.family]
    given = [token.native for token in (*name.given, *name.middle)]
    if script in ("Hans", "Hant", "Jpan", "Hang"):
        return "".join(family + given)
    return " ".join(given + family)
