"""Where things stand in the pictures of a traveller's page: route, cabin, and who travels together. Pure; whole units.

The templates draw them inside the page, so that looking at a person is one opening of the door and the pictures have
the page's colours. Each has its words beside it as a list or a table.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from gatehouse.screening.review.cabin import Cabin
from gatehouse.screening.review.co_travellers import Because, Link
from gatehouse.screening.review.itinerary import Hop, breaks

STOP, ROUTE_TOP, MARGIN = 150, 46, 46
SEAT, SEAT_GAP, LETTERS, HEAD = 22, 26, 34, 26
LINE, OWN_X, WHY_X, WHO_X = 40, 24, 250, 560
DRAWN_MAX = 24
"""People who are drawn; the list beside the picture has all."""


class Stop(NamedTuple):
    """An airport of the route."""

    x: int
    code: str


class Way(NamedTuple):
    """A flight between two stops; `is_gap`: nobody told how they got from one to the other."""

    x1: int
    x2: int
    label: str
    is_here: bool
    is_gap: bool

    @property
    def middle(self) -> int:
        """Where its label stands."""
        return (self.x1 + self.x2) // 2


class Route(NamedTuple):
    """A route as it is drawn."""

    width: int
    height: int
    y: int
    stops: tuple[Stop, ...]
    ways: tuple[Way, ...]


def route(hops: Sequence[Hop]) -> Route:
    """The stops from left to right in the order of the journey; a broken line where a hop begins elsewhere."""
    if not hops:
        return Route(2 * MARGIN, 96, ROUTE_TOP, (), ())
    stops, ways = [Stop(MARGIN, hops[0].origin or "?")], []
    for hop, is_broken in zip(hops, (False, *breaks(hops)), strict=True):
        if is_broken:
            stops.append(Stop(stops[-1].x + STOP, hop.origin or "?"))
            ways.append(Way(stops[-2].x, stops[-1].x, "", is_here=False, is_gap=True))
        stops.append(Stop(stops[-1].x + STOP, hop.destination or "?"))
        ways.append(Way(stops[-2].x, stops[-1].x, hop.flight, hop.is_here, is_gap=False))
    return Route(stops[-1].x + MARGIN, 96, ROUTE_TOP, tuple(stops), tuple(ways))


class Mark(NamedTuple):
    """A seat as it is drawn: its corner, and by whom it is taken (empty: nobody who is known)."""

    x: int
    y: int
    name: str
    taken: str


class Label(NamedTuple):
    """A word at a place."""

    x: int
    y: int
    text: str


class Seats(NamedTuple):
    """The cabin as it is drawn: the front is at the left."""

    width: int
    height: int
    side: int
    marks: tuple[Mark, ...]
    rows: tuple[Label, ...]
    letters: tuple[Label, ...]
    gaps: tuple[int, ...]


def seats(known: Cabin) -> Seats:
    """Rows in use from left to right, letters downwards; a thin line where rows between were left out."""
    taken = {(place.row, place.letter): place.taken.value for place in known.places}
    at = {row: LETTERS + number * SEAT_GAP for number, row in enumerate(known.rows)}
    down = {letter: HEAD + number * SEAT_GAP for number, letter in enumerate(known.letters)}
    return Seats(
        width=LETTERS + len(at) * SEAT_GAP + 6,
        height=HEAD + len(down) * SEAT_GAP + 4,
        side=SEAT,
        marks=tuple(
            Mark(x, y, f"{row}{letter}", taken.get((row, letter), ""))
            for row, x in at.items()
            for letter, y in down.items()
        ),
        rows=tuple(Label(x + SEAT // 2, 16, str(row)) for row, x in at.items()),
        letters=tuple(Label(16, y + 16, letter) for letter, y in down.items()),
        gaps=tuple(at[after] - 2 for one, after in pairwise(known.rows) if after != one + 1),
    )


class Edge(NamedTuple):
    """A line from one place to another; `because` says how it is drawn."""

    x1: int
    y1: int
    x2: int
    y2: int
    because: str


class Together(NamedTuple):
    """Who travels together as it is drawn: the traveller, what is shared, and with whom, from left to right."""

    width: int
    height: int
    own: Label
    reasons: tuple[Label, ...]
    people: tuple[Label, ...]
    edges: tuple[Edge, ...]
    left_out: int


def together(name: str, links: Sequence[Link], words: dict[str, str]) -> Together:
    """Each shared thing once, with a line to everybody who shares it."""
    everybody = dict.fromkeys((link.other, link.name) for link in links)
    people = dict(list(everybody)[:DRAWN_MAX])
    drawn = [link for link in links if link.other in people]
    things = list(dict.fromkeys(_thing(link, words) for link in drawn))
    height = LINE * max(len(people), len(things), 1) + 16
    who = _spread([str(one) for one in people], height, WHO_X)
    why = _spread([word for _, word in things], height, WHY_X)
    at_who, at_why = dict(zip(people, who, strict=True)), dict(zip(things, why, strict=True))
    own = Label(OWN_X, height // 2, name)
    edges = [Edge(OWN_X + 12, own.y, WHY_X - 12, at_why[one].y, one[0]) for one in things]
    edges += [
        Edge(WHY_X + 12, at_why[_thing(link, words)].y, WHO_X - 12, at_who[link.other].y, link.because.name.lower())
        for link in drawn
    ]
    named = tuple(one._replace(text=people[number] or "–") for number, one in at_who.items())
    return Together(820, height, own, tuple(why), named, tuple(edges), len(everybody) - len(people))


def _thing(link: Link, words: dict[str, str]) -> tuple[str, str]:
    # Adjoining seats are of two people each: drawn as one thing, listed one by one.
    detail = f" ({link.detail})" if link.because is Because.PAYMENT else ""
    return link.because.name.lower(), f"{words[link.because]}{detail}"


def _spread(names: Sequence[str], height: int, x: int) -> list[Label]:
    step = height // (len(names) or 1)
    return [Label(x, step // 2 + number * step, name) for number, name in enumerate(names)]
