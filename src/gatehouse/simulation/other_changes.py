"""Changes to the document and the birth date. Each answers None where it cannot apply."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from gatehouse.simulation import name_changes
from gatehouse.simulation.listed import Listed
from gatehouse.simulation.told import Told
from gatehouse.terms.dates import is_partial_date

LOOK_ALIKES = {"0": "O", "O": "0", "1": "I", "I": "1", "5": "S", "S": "5", "8": "B", "B": "8", "2": "Z", "Z": "2"}
"""Pairs that an optical reader confuses (the repairs of ICAO Doc 9303 readers run the other way)."""

NEAR_DIGITS = {"3": "8", "4": "9", "6": "G", "7": "1", "9": "4"}


def _with_listed_number(listed: Listed, told: Told, number: str) -> Told | None:
    issuer = listed.entry.documents[0].issuer
    return replace(told, document=told.document._replace(number=number, issuer=issuer)) if told.document else None


def document_other_name(listed: Listed, told: Told, dice: Random) -> Told | None:
    """A listed document, and a name that differs by spelling or by a typing error."""
    if not listed.entry.documents:
        return None
    # Only mild changes: the kind measures whether a document outweighs a name that is still the same person's.
    changes = [name_changes.respelling, name_changes.vowels, name_changes.typo_deletion, name_changes.word_order]
    dice.shuffle(changes)
    changed = next((made for change in changes if (made := change(listed, told, dice))), told)
    return _with_listed_number(listed, changed, listed.entry.documents[0].number)


def document_misread(listed: Listed, told: Told, dice: Random) -> Told | None:
    """A listed document with one character misread; the name is cut to initials and no birth date is told."""
    # With the full name and birth date told, the name alone would find them and the document would not be tried.
    cut = name_changes.initial(listed, told, dice)
    if not listed.entry.documents or cut is None:
        return None
    number = listed.entry.documents[0].number
    table = LOOK_ALIKES if any(c in LOOK_ALIKES for c in number) else NEAR_DIGITS
    places = [i for i, c in enumerate(number) if c in table]
    if not places:
        return None
    at = dice.choice(places)
    misread = number[:at] + table[number[at]] + number[at + 1 :]
    return _with_listed_number(listed, replace(cut, birth_date=None), misread)


def _as_listed(listed: Listed, told: Told, born: str | None) -> Told | None:
    """The list's spelling with the birth date `born`; only against an entry that has the true date in full."""
    if (listed.person.birth_date, listed.person.birth_date) not in {
        (span.earliest, span.latest) for span in listed.entry.birth_dates
    }:
        return None
    return replace(name_changes.exact(listed, told, Random(0)) or told, birth_date=born)


def birth_partial(listed: Listed, told: Told, dice: Random) -> Told | None:
    """The true date, against an entry that has a year, a month or a range only."""
    if not listed.entry.birth_dates or any(len(span.earliest) == 10 for span in listed.entry.birth_dates):
        return None
    return name_changes.exact(listed, told, dice)


def birth_day_month(listed: Listed, told: Told, _dice: Random) -> Told | None:
    """Day and month in each other's place; only where that is a date and another one."""
    if not told.birth_date or len(told.birth_date) != 10:
        return None
    year, month, day = told.birth_date.split("-")
    if int(day) > 12 or day == month:
        return None
    return _as_listed(listed, told, f"{year}-{day}-{month}")


def birth_digit(listed: Listed, told: Told, dice: Random) -> Told | None:
    """One digit of year, month or day wrong, still a date."""
    born = told.birth_date
    if not born:
        return None
    # Some digits leave no date: a few throws find one that does, and no person is worth more of them.
    for _ in range(20):
        # Decades and tens of months stay: a wrong one would be another generation, or no date.
        at = dice.choice((3, 6, 8, 9))
        changed = born[:at] + str(dice.randrange(10)) + born[at + 1 :]
        if changed != born and is_partial_date(changed):
            return _as_listed(listed, told, changed)
    return None


def birth_year(listed: Listed, told: Told, dice: Random) -> Told | None:
    """A year earlier or later."""
    born = told.birth_date
    # The neighbouring years of a leap day have no such day.
    if not born or born.endswith("02-29"):
        return None
    return _as_listed(listed, told, f"{int(born[:4]) + dice.choice((-1, 1))}{born[4:]}")


def birth_missing(listed: Listed, told: Told, _dice: Random) -> Told | None:
    """The list's spelling and no birth date."""
    return _as_listed(listed, told, None)
