"""Travellers for the real lists: persons made from them, damaged in known ways, and persons on none of them."""

from __future__ import annotations

import csv
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from damage import BIRTH_DAMAGE, NAME_DAMAGE, one_typing_error
from gatehouse.screening.watchlists.reader import read_list
from gatehouse.terms.candidate import Subject
from gatehouse.terms.entry import ListedName, ListEntry
from gatehouse.terms.places import country_code
from name_rows import SEED, SHARED, Politician, in_half, politicians, script_class
from peers import both_orders, may_be, years

UN_LIST = SHARED / "lists" / "un_consolidated_2026-02-27.xml"
OFAC_LIST = SHARED / "lists" / "ofac_sdn.csv"
UN_TRAVELLERS = SHARED / "names" / "un_travellers_untreated.csv"
UNLISTED = (SHARED / "names" / "people_global_not_listed_1k.csv", SHARED / "names" / "people_us_not_listed.csv")
WITHHELD = "no birth date: "
"""Kinds of row that begin with it are held against unlisted persons without birth dates too."""
OFAC_TRAVELLERS_MAX = 2_500
DAMAGED_ONE_IN = 3
"""Of the OFAC travellers, one in so many is also searched for with damaged names and birth dates."""
ALIAS = "alias held back"


class Row(NamedTuple):
    """One traveller, what was done to them, and the entry that is theirs."""

    kind: str
    subject: Subject
    own: str


def people(path: Path) -> Iterator[Subject]:
    """The persons of one file, in its order."""
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            country = country_code(row["nationality"])
            yield Subject(
                (row["full_name"],),
                row["last_name"] or None,
                row["first_name"] or None,
                row["date_of_birth"] or None,
                {"male": "M", "female": "F"}.get(row["gender"]),
                (country,) if country else (),
                row["place_of_birth"] or None,
            )


def unlisted(most: int) -> list[Subject]:
    """Persons on no list: the thousand of all countries first, then the others."""
    return [person for path in UNLISTED for person in people(path)][:most]


def nameless_parts(subject: Subject, name: str) -> Subject:
    """`subject` under another full name, whose parts are not known."""
    return replace(subject, names=(name,), surname=None, given_names=None)


def own_entries(entries: Sequence[ListEntry], subjects: Sequence[Subject]) -> list[str | None]:
    """Each subject's entry: the only one with a name of the same words and a birth year that may be; None otherwise."""
    holders: dict[str, set[int]] = defaultdict(set)
    for number, entry in enumerate(entries):
        for name in entry.names:
            holders[both_orders(name.full)[1]].add(number)
    found: list[str | None] = []
    for subject in subjects:
        numbers = holders.get(both_orders(subject.names[0])[1], set())
        fitting = [n for n in numbers if may_be(subject.birth_date, years(entries[n]), 0)]
        found.append(entries[fitting[0]].entry_id if len(fitting) == 1 else None)
    return found


def _name_kinds(subject: Subject, dice: random.Random) -> Iterator[tuple[str, Subject]]:
    yield "as they stand", subject
    for kind, damage in NAME_DAMAGE.items():
        changed = nameless_parts(subject, damage(subject.names[0], dice))
        yield kind, changed
        yield WITHHELD + kind, replace(changed, birth_date=None)
    yield WITHHELD + "as they stand", replace(subject, birth_date=None)


def _birth_kinds(subject: Subject, dice: random.Random) -> Iterator[tuple[str, Subject]]:
    for kind, damage in BIRTH_DAMAGE.items():
        if not subject.birth_date:
            return
        changed = replace(subject, birth_date=damage(subject.birth_date, dice))
        yield kind, changed
        yield f"{kind} + typing error", nameless_parts(changed, one_typing_error(changed.names[0], dice))


def un_rows(entries: Sequence[ListEntry]) -> tuple[list[Row], int]:
    """Every damage of every UN traveller whose entry is not in doubt, and how many were left out."""
    subjects = list(people(UN_TRAVELLERS))
    dice = random.Random(f"{SEED} un")
    rows = []
    owners = own_entries(entries, subjects)
    for subject, own in zip(subjects, owners, strict=True):
        if own is not None:
            for kind, changed in (*_name_kinds(subject, dice), *_birth_kinds(subject, dice)):
                rows.append(Row(kind, changed, own))
    return rows, owners.count(None)


def _held_back(entry: ListEntry, name: ListedName) -> ListEntry:
    return replace(entry, names=tuple(other for other in entry.names if other.full != name.full))


def _as_traveller(entry: ListEntry, name: ListedName) -> Subject:
    dates = [span.earliest for span in entry.birth_dates if span.earliest == span.latest and not span.circa]
    return Subject((name.full,), None, None, dates[0] if dates else None, entry.sex, entry.nationalities[:1])


def _alias_kinds(subject: Subject, dice: random.Random) -> Iterator[tuple[str, Subject]]:
    for kind in ("one typing error", "order shuffled", "glued", "cut at 20"):
        yield f"{ALIAS}, {kind}", nameless_parts(subject, NAME_DAMAGE[kind](subject.names[0], dice))
    for kind, changed in _birth_kinds(subject, dice):
        yield f"{ALIAS}, {kind}", changed


def ofac_rows(entries: Sequence[ListEntry]) -> tuple[list[ListEntry], list[Row]]:
    """One alias of each of 2,500 entries as a traveller, and the list whose entries hold only their other names."""
    dice, damage_dice = random.Random(f"{SEED} ofac"), random.Random(f"{SEED} ofac damage")
    numbers = [i for i, entry in enumerate(entries) if len({name.full for name in entry.names}) > 1]
    changed = list(entries)
    rows: list[Row] = []
    damaged: list[Row] = []
    for i in sorted(dice.sample(numbers, min(OFAC_TRAVELLERS_MAX, len(numbers)))):
        name = dice.choice(entries[i].names)
        changed[i] = _held_back(entries[i], name)
        subject = _as_traveller(entries[i], name)
        kinds = [(ALIAS, subject), (WITHHELD + ALIAS, replace(subject, birth_date=None))]
        if len(rows) % (2 * DAMAGED_ONE_IN) == 0:
            damaged += [Row(*kind, entries[i].entry_id) for kind in _alias_kinds(subject, damage_dice)]
        rows += [Row(*kind, entries[i].entry_id) for kind in kinds]
    return changed, rows + damaged


def _drawn_name(person: Politician, frequency: Counter[str], dice: random.Random) -> str:
    """Half the time any name, half the time one of the person's rarest script, so that rare scripts get rows."""
    rarest = min(map(script_class, person.names), key=lambda script: (frequency[script], script))
    of_rarest = [name for name in person.names if script_class(name) == rarest]
    return dice.choice(person.names if dice.random() < 0.5 else of_rarest)


def politician_rows(half: str) -> tuple[list[ListEntry], list[Row]]:
    """Every politician as an entry; one name of each of one half as a traveller, held back from their entry."""
    dice = random.Random(f"{SEED} politicians")
    entries, rows = [], []
    everybody = politicians("all")
    frequency = Counter(script_class(name) for person in everybody for name in person.names)
    for person in everybody:
        # Drawn for every person, whatever the half: the list is the same for both.
        name = _drawn_name(person, frequency, dice)
        rest = tuple(ListedName(other) for other in person.names if other != name)
        if not rest:
            continue
        entries.append(ListEntry("politicians", person.person, rest))
        if in_half(person.person, half):
            rows.append(Row(WITHHELD + script_class(name), Subject((name,)), person.person))
    return entries, rows


def list_entries(path: Path) -> list[ListEntry]:
    """The persons of one list file."""
    return list(read_list(path).entries)
