"""The cabin of a leg as far as it is known: the rows in use, and whose seat is the traveller's or of who is linked.

Of everybody else only that a seat is taken is told. Aisles, doors and rows in which nobody sits are not known. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from gatehouse.screening.review.co_travellers import SEAT, Aboard
from gatehouse.terms.traveller import Traveller


class Taken(StrEnum):
    """By whom a seat is taken."""

    OWN = "own"
    LINKED = "linked"
    OTHER = "other"


class Place(NamedTuple):
    """A seat that somebody has: its row, its letter, and by whom it is taken."""

    row: int
    letter: str
    taken: Taken


class Cabin(NamedTuple):
    """The rows and letters in use, and the seats that are taken in them."""

    rows: tuple[int, ...]
    letters: tuple[str, ...]
    places: tuple[Place, ...]


def cabin(traveller: int, linked: Iterable[int], aboard: Sequence[Aboard], origin: str | None) -> Cabin:
    """The cabin of a leg that begins at `origin`. A seat that two have is the traveller's own, else a linked one's."""
    others = frozenset(linked)
    found: dict[tuple[int, str], Taken] = {}
    for one in aboard:
        taken = Taken.OWN if one.traveller == traveller else Taken.LINKED if one.traveller in others else Taken.OTHER
        for seat in seats_on(one.statements, origin):
            found[seat] = min(found.get(seat, Taken.OTHER), taken, key=list(Taken).index)
    places = tuple(Place(row, letter, taken) for (row, letter), taken in sorted(found.items()))
    rows = tuple(sorted({place.row for place in places}))
    return Cabin(rows, tuple(sorted({place.letter for place in places})), places)


def seats_on(statements: Iterable[Traveller], origin: str | None) -> set[tuple[int, str]]:
    """The seats of a person on the leg from `origin`: those that are said to be for another leg are left out."""
    numbers = {
        seat.number.strip().upper()
        for said in statements
        for seat in said.seats
        if not (seat.origin and origin and seat.origin != origin)
    }
    return {(int(seat[1]), seat[2]) for seat in map(SEAT.fullmatch, numbers) if seat}
