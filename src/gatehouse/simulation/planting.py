"""Listed persons take the places of adults: whom, by which variation, and in which places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random
from typing import NamedTuple

from gatehouse.simulation.listed import Listed
from gatehouse.simulation.parties import Guest, Party
from gatehouse.simulation.persons import Spelling
from gatehouse.simulation.told import Told
from gatehouse.simulation.variations import vary


class Planted(NamedTuple):
    """A listed person about to travel: the entry, the kind of variation and what will be told."""

    entry_id: str
    kind: str
    told: Told


def planned(listed: Sequence[Listed], count: int, dice: Random) -> Iterator[Planted]:
    """`count` listed persons, each entry once before any twice; fewer where no variation applies to anybody."""
    made = 0
    while made < count:
        before = made
        for candidate in dice.sample(list(listed), len(listed)):
            varied = vary(candidate, dice) if made < count else None
            if varied:
                made += 1
                yield Planted(candidate.entry.entry_id, *varied)
        # A whole round without anybody means that no further round will help.
        if made == before:
            return


def _in_place(guest: Guest, planted: Planted) -> Guest:
    return replace(
        guest,
        told=planted.told,
        entry_id=planted.entry_id,
        variation=planted.kind,
        title="MR" if planted.told.sex == "M" else "MRS",
        # What was planted must arrive as planned: a careless host has no marks of its own to add.
        own_spelling=Spelling(planted.told.surname, planted.told.given_names),
        visa=None,
    )


def plant(parties: Sequence[Party], who: Sequence[Planted], dice: Random) -> tuple[Party, ...]:
    """The parties with the planted in the places of as many adults, at random; those without a place stay behind."""
    # Only adults: a listed person in an infant's place would be found out by the birth date alone.
    adults = [(i, j) for i, party in enumerate(parties) for j, g in enumerate(party.guests) if g.kind == "adult"]
    taken = dict(zip(dice.sample(adults, min(len(who), len(adults))), who, strict=False))
    return tuple(
        replace(
            party,
            guests=tuple(
                _in_place(guest, taken[i, j]) if (i, j) in taken else guest for j, guest in enumerate(party.guests)
            ),
        )
        for i, party in enumerate(parties)
    )
