"""Travellers for a national list: people on no list, and listed ones told with a known variation.

A planted traveller is the person of one entry, told as the variation says; the entry's own birth date may be a year
or nothing, the traveller's is the true one. Planted travellers state a document that the list does not know, so that
only name, birth date, sex and nationality can find them.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TextIO

import numpy as np

from gatehouse.simulation.coined_names import vocabulary
from gatehouse.simulation.crowd import FAMILY, Crowd, Dice, crowd
from gatehouse.simulation.national_list import BLOCK, Block, block, entry_id, otherwise
from gatehouse.simulation.romanise import document_form
from gatehouse.terms.candidate import Subject

UNLISTED_STREAM, PLANTED_STREAM = 2, 3
CHUNK = 5_000
BLOCKS_MAX = 200
"""Blocks of the list that planted travellers are taken from, evenly spread: each costs its making."""
TRUNCATED_LENGTH = 12
"""Letters that are left of the longer of surname and given names where a system cuts them."""
LETTERS_FOR_TYPOS = 4
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Traveller(NamedTuple):
    """Who is screened, and the truth: the entry and the variation of a planted one, empty for people on no list."""

    subject: Subject
    entry_id: str = ""
    variation: str = ""


@dataclass(frozen=True, slots=True)
class _Said:
    """What a passport says: surname and given names in A to Z, and the birth date."""

    surname: str
    given_names: str
    born: str | None


Change = Callable[[_Said, Dice], _Said | None]
"""Makes a variation of what is said, None where it does not apply."""


def unlisted(count: int, seed: int) -> Iterator[Traveller]:
    """People on no list, of the same mix of cultures and the same name frequencies; some are namesakes by chance."""
    for number, first in enumerate(range(0, count, CHUNK)):
        dice = np.random.default_rng([seed, UNLISTED_STREAM, number])
        people = crowd(dice, CHUNK)
        for row, said in enumerate(_told(people)[: count - first]):
            yield Traveller(_subject(said, people, row, dice))


def planted(count: int, entries: int, seed: int) -> Iterator[Traveller]:
    """Listed people of the first `entries` entries, each variation in turn; refuses an empty list."""
    if entries < 1:
        raise ValueError("planting needs a list: give at least 1 entry")
    blocks = -(-entries // BLOCK)
    taken = np.unique(np.linspace(0, blocks - 1, min(blocks, BLOCKS_MAX)).astype(int)).tolist()
    made = 0
    for place, number in enumerate(taken):
        share = (count * (place + 1)) // len(taken) - made
        dice = np.random.default_rng([seed, PLANTED_STREAM, number])
        if share:
            yield from _of_block(block(number, seed), min(BLOCK, entries - number * BLOCK), (made, share), dice)
        made += share


def _of_block(listed: Block, size: int, numbers: tuple[int, int], dice: Dice) -> Iterator[Traveller]:
    said = _told(listed.people)
    first, count = numbers
    for turn in range(first, first + count):
        row = int(dice.integers(size))
        # The variation whose turn it is, or the next one that this person allows; exact always does.
        order = [VARIATIONS[(turn + step) % len(VARIATIONS)] for step in range(len(VARIATIONS))]
        kind, changed = next((name, told) for name, change in order if (told := change(said[row], dice)))
        yield Traveller(_subject(changed, listed.people, row, dice), entry_id(listed.first + row), kind)


def _told(people: Crowd) -> list[_Said]:
    """What each person's passport says, as a manifest spells it."""
    words = vocabulary().tokens
    born = np.datetime_as_string(people.born, unit="D").tolist()
    told = []
    for tokens, day in zip(people.tokens.tolist(), born, strict=True):
        given, family = (
            document_form(" ".join(words[number].latin[0] for number in part if number >= 0))
            for part in (tokens[:FAMILY], tokens[FAMILY:])
        )
        # A form wants a surname: a single name goes there.
        told.append(_Said(family or given, given if family else "", day))
    return told


def _subject(said: _Said, people: Crowd, row: int, dice: Dice) -> Subject:
    country = people.country[row]
    return Subject(
        names=(f"{said.given_names} {said.surname}".strip(),),
        surname=said.surname,
        given_names=said.given_names or None,
        birth_date=said.born,
        sex="F" if people.woman[row] else "M",
        nationalities=(country,),
        documents=((f"X{int(dice.integers(10**8)):08}", country),),
    )


def _exact(said: _Said, _dice: Dice) -> _Said | None:
    return said


def typed(words: Sequence[str], dice: Dice) -> list[str] | None:
    """The words with one letter of one longer word wrong, missing, doubled or changed places; never the first."""
    places = [place for place, word in enumerate(words) if len(word) >= LETTERS_FOR_TYPOS]
    if not places:
        return None
    place = places[int(dice.integers(len(places)))]
    word = words[place]
    at = int(dice.integers(1, len(word) - 1))
    letter = ALPHABET[int(dice.integers(len(ALPHABET)))]
    made = (
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    )[int(dice.integers(4))]
    return [*words[:place], made, *words[place + 1 :]] if made != word else None


def _typos(count: int) -> Change:
    def change(said: _Said, dice: Dice) -> _Said | None:
        given, family = said.given_names.split(), said.surname.split()
        true = [*given, *family]
        words: list[str] | None = true
        for _ in range(count):
            words = typed(words, dice) if words else None
        # A second slip may undo the first.
        if not words or words == true:
            return None
        return _Said(" ".join(words[len(given) :]), " ".join(words[: len(given)]), said.born)

    return change


def _reordered(said: _Said, _dice: Dice) -> _Said | None:
    return _Said(said.given_names, said.surname, said.born) if said.given_names else None


def _glued(said: _Said, dice: Dice) -> _Said | None:
    if not said.given_names:
        return None
    glued = (said.given_names + said.surname, said.surname + said.given_names)[int(dice.integers(2))]
    return _Said(glued.replace(" ", ""), "", said.born)


def _truncated(said: _Said, _dice: Dice) -> _Said | None:
    if max(len(said.surname), len(said.given_names)) <= TRUNCATED_LENGTH:
        return None
    return _Said(said.surname[:TRUNCATED_LENGTH].strip(), said.given_names[:TRUNCATED_LENGTH].strip(), said.born)


def _other_spelling(said: _Said, dice: Dice) -> _Said | None:
    family = len(said.surname.split())
    spelled = [word.title() for word in (*said.given_names.split(), *said.surname.split())]
    turned = [document_form(word) for word in otherwise(spelled, float(dice.random())).split()]
    # A spelling of two words (al-Masri, Al Masri) makes the name longer; the surname keeps its count from the end.
    changed = _Said(" ".join(turned[-family:]), " ".join(turned[:-family]), said.born)
    return changed if (changed.surname, changed.given_names) != (said.surname, said.given_names) else None


def _day_for_month(said: _Said, _dice: Dice) -> _Said | None:
    year, month, day = (said.born or "").split("-")
    return _Said(said.surname, said.given_names, f"{year}-{day}-{month}") if day <= "12" and day != month else None


def _year_off(said: _Said, dice: Dice) -> _Said | None:
    year, rest = (said.born or "")[:4], (said.born or "")[4:]
    moved = int(year) + (-1, 1)[int(dice.integers(2))]
    return _Said(said.surname, said.given_names, f"{moved}{rest}") if rest != "-02-29" else None


def _no_birth_date(said: _Said, _dice: Dice) -> _Said | None:
    return _Said(said.surname, said.given_names, None)


VARIATIONS: tuple[tuple[str, Change], ...] = (
    ("exact", _exact),
    ("one-typo", _typos(1)),
    ("two-typos", _typos(2)),
    ("reordered", _reordered),
    ("glued", _glued),
    ("truncated", _truncated),
    ("other-spelling", _other_spelling),
    ("day-for-month", _day_for_month),
    ("year-off", _year_off),
    ("no-birth-date", _no_birth_date),
)

COLUMNS = ("name", "surname", "given_names", "birth_date", "sex", "nationality", "document", "entry_id", "variation")


def write_travellers(travellers: Iterable[Traveller], stream: TextIO) -> int:
    """Write a header and one row for each traveller, truth last; their count is returned."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    count = 0
    for subject, entry, variation in travellers:
        said = (subject.names[0], subject.surname, subject.given_names, subject.birth_date, subject.sex)
        writer.writerow((*said, subject.nationalities[0], subject.documents[0][0], entry, variation))
        count += 1
    return count
