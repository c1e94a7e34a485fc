"""Persons of a real list as carriers might tell of them: mistyped, in another order, or both, with a known truth.

Only names are changed, and only in the way of `national_travellers`; birth date, sex and nationality are those that the
entry states. Names are told in Latin letters; where an entry has none, its name is told as an API would print it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from gatehouse.simulation.crowd import Dice
from gatehouse.simulation.national_travellers import typed
from gatehouse.simulation.romanise import document_form
from gatehouse.terms.candidate import Subject
from gatehouse.terms.entry import ListedName, ListEntry, NameQuality

APPEARANCES_STREAM = 4
LATIN = "Latn"


class Appearance(NamedTuple):
    """A listed person as a traveller, and which entry it is."""

    subject: Subject
    list: str
    entry_id: str


def _mistyped(words: list[str], dice: Dice) -> list[str] | None:
    return typed(words, dice)


def _reordered(words: list[str], dice: Dice) -> list[str] | None:
    if len(words) < 2:
        return None
    turn = int(dice.integers(1, len(words)))
    return [*words[turn:], *words[:turn]]


def _both(words: list[str], dice: Dice) -> list[str] | None:
    turned = _reordered(words, dice)
    return typed(turned, dice) if turned else None


CHANGES: tuple[Callable[[list[str], Dice], list[str] | None], ...] = (_mistyped, _reordered, _both)
"""How a name is changed; a name that is too short for a change is told without it."""


def told_name(entry: ListEntry) -> str:
    """The name that the person travels under, in A to Z: the first that the list trusts and prints in Latin letters."""
    trusted = [name for name in entry.names if name.quality is not NameQuality.WEAK] or list(entry.names)
    latin = [name for name in trusted if name.script == LATIN] or trusted
    return _spelled(latin[0])


def _spelled(name: ListedName) -> str:
    if name.surname and name.given_names:
        return document_form(f"{name.given_names} {name.surname}")
    return document_form(name.full)


def appearances(entries: Iterable[ListEntry], seed: int) -> Iterator[Appearance]:
    """Each person once with a typing error, once in another order, once with both.

    A person without any letter in the name is left out; a name that is too short for a change is told as it stands.
    """
    dice = np.random.default_rng([seed, APPEARANCES_STREAM])
    for entry in entries:
        words = told_name(entry).split()
        for change in CHANGES if words else ():
            changed = change(words, dice) or words
            yield Appearance(_subject(entry, " ".join(changed)), entry.list, entry.entry_id)


def _subject(entry: ListEntry, name: str) -> Subject:
    # The first stated date, as far as it is stated: of a range nobody knows the day.
    exact = [span.earliest for span in entry.birth_dates if span.earliest == span.latest]
    return Subject((name,), birth_date=exact[0] if exact else None, sex=entry.sex, nationalities=entry.nationalities)


def undated(subject: Subject) -> Subject:
    """The same traveller without a birth date."""
    return replace(subject, birth_date=None)
