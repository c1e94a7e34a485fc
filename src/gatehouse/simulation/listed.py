"""The list: fictitious persons as a list would describe them, some only in their own script, many incompletely."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from random import Random

from gatehouse.simulation.persons import (
    Person,
    Spelling,
    document_number,
    latin,
    latin_in_full,
    name_for,
    native,
    person,
    respelled,
)
from gatehouse.simulation.pools import cultures
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import Handling, ListedDocument, ListedName, ListEntry, NameQuality

LIST_NAME = "SIM"
AGES = (19, 72)
ONLY_OWN_SCRIPT = 0.2
"""Share of entries in another script that give no Latin spelling at all."""

WITH_DOCUMENT = 0.45
WITH_ALIAS = 0.4
WITH_RESPELLING = 0.25
SCRIPTS_ON_LISTS = {"Aran": "Arab", "Hans": "Hani", "Hant": "Hani", "Jpan": "Hani"}
"""ISO 15924 codes of `cultures.csv` that name a style or a union, and the script that a reader sees."""

BIRTH_DATE_SHAPES = (("full", 62), ("year", 14), ("month", 3), ("several", 9), ("range", 4), ("none", 8))
HANDLINGS = ((Handling.ANY, 94), (Handling.EXACT_NAME, 3), (Handling.DOCUMENT_ONLY, 3))
LEGAL_BASES = ("Court warrant", "Security Council listing", "National order, section 12", "INTERPOL notice")
INSTRUCTIONS = (
    "Refer to the duty officer",
    "Notify the requesting service; do not inform the person",
    "Verify identity",
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A fictitious person and the entry that lists them.

    `spelled` is the Latin spelling that the entry gives, None where it gives only their own script; `aliases` are
    the other identities that the entry names, in Latin.
    """

    person: Person
    entry: ListEntry
    spelled: Spelling | None
    aliases: tuple[Spelling, ...]


def _spans(born: str, dice: Random) -> tuple[DateSpan, ...]:
    shape = dice.choices([name for name, _ in BIRTH_DATE_SHAPES], [weight for _, weight in BIRTH_DATE_SHAPES])[0]
    year = int(born[:4])
    if shape == "none":
        return ()
    if shape == "year":
        return (DateSpan.exact(born[:4]),)
    if shape == "month":
        return (DateSpan.exact(born[:7]),)
    if shape == "range":
        # The true year lies anywhere in the three, or a reader could learn to expect the middle.
        begins = year - dice.randrange(3)
        return (DateSpan(str(begins), str(begins + 2)),)
    if shape == "several":
        other = f"{year + dice.choice((-2, -1, 1, 3))}{born[4:7]}-{dice.randrange(1, 29):02}"
        # Sorted, so that the first date is not always the true one.
        return tuple(sorted((DateSpan.exact(born), DateSpan.exact(other)), key=str))
    return (DateSpan.exact(born),)


def _documents(who: Person, dice: Random) -> tuple[ListedDocument, ...]:
    if dice.random() >= WITH_DOCUMENT:
        return ()
    first = ListedDocument(document_number(who.nationality, dice), "passport", who.nationality)
    if dice.random() < 0.8:
        return (first,)
    return (first, ListedDocument(document_number(who.nationality, dice), "national identity card", who.nationality))


def _aliases(who: Person, dice: Random) -> tuple[tuple[ListedName, Spelling], ...]:
    """Other identities under a second full name."""
    found = []
    if dice.random() < WITH_ALIAS:
        spelled = latin(name_for(who.culture, who.sex, dice))
        found.append((ListedName(spelled.full, NameQuality.STRONG), spelled))
    return tuple(found)


def _by_name(who: Person, dice: Random) -> tuple[ListedName, ...]:
    """A nom de guerre, which the list itself calls weak and no carrier prints."""
    if who.culture.shape == "arabic" and who.sex == "M" and dice.random() < 0.4:
        return (ListedName(f"Abu {who.spare.latin[0]}", NameQuality.WEAK),)
    return ()


def _names(who: Person, dice: Random) -> tuple[tuple[ListedName, ...], Spelling | None]:
    """The entry's names of the person's own identity, and its Latin spelling if it has one."""
    script = SCRIPTS_ON_LISTS.get(who.culture.script, who.culture.script)
    own_script = ListedName(native(who.name, who.culture.script), NameQuality.PRIMARY, script)
    foreign = who.culture.script != "Latn"
    if foreign and dice.random() < ONLY_OWN_SCRIPT:
        return (own_script,), None
    spelled = latin_in_full(who.name)
    names = [ListedName(spelled.full, NameQuality.PRIMARY)]
    if foreign and dice.random() < 0.6:
        names.append(own_script._replace(quality=NameQuality.STRONG))
    other = respelled(who.name, dice) if dice.random() < WITH_RESPELLING else None
    if other:
        names.append(ListedName(other.full, NameQuality.STRONG))
    return tuple(names), spelled


def listed(number: int, day: dt.date, dice: Random) -> Listed:
    """The entry with this number and its person; `day` is today."""
    weights = [culture.list_weight for culture in cultures()]
    # Negative, so that no listed person shares a number with a traveller.
    who = person(-number, dice.choices(cultures(), weights)[0], AGES, day, dice)
    names, spelled = _names(who, dice)
    aliases = _aliases(who, dice)
    listed_on = day - dt.timedelta(days=dice.randrange(20, 365 * 15))
    entry = ListEntry(
        list=LIST_NAME,
        entry_id=f"SIM-{number:06}",
        # Own names first: the first primary one is what an officer is shown.
        names=(*names, *(name for name, _ in aliases), *_by_name(who, dice)),
        birth_dates=_spans(who.birth_date, dice),
        birth_places=(who.birth_place.title(),) if who.birth_place and dice.random() < 0.6 else (),
        sex=who.sex if dice.random() < 0.8 else None,
        nationalities=(who.nationality,) if dice.random() < 0.85 else (),
        documents=_documents(who, dice),
        legal_basis=dice.choice(LEGAL_BASES),
        handling=dice.choices([value for value, _ in HANDLINGS], [weight for _, weight in HANDLINGS])[0],
        instruction=dice.choice(INSTRUCTIONS),
        listed_on=listed_on.isoformat(),
        updated_on=min(day, listed_on + dt.timedelta(days=dice.randrange(400))).isoformat(),
        source_reference=f"SIM/{listed_on.year}/{number:06}",
        remarks="Fictitious person of the simulation",
    )
    return Listed(who, entry, spelled, tuple(spelling for _, spelling in aliases))
