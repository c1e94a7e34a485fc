"""What of the queue somebody wants to see: filters and order as a value, and as the query of an address. Pure.

The query of an address is input like any other: what is not understood is left out, so that an old link still opens.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple
from urllib.parse import urlencode

from gatehouse.screening.review import states

ORDERS = ("departure", "strength")
LIMIT_USUAL = 50
"""Rows of a page unless somebody said."""
PAGE_MAX = 200
NOBODY = "nobody"
"""As an assignee: hits that nobody has."""
VALUE_CHARS_MAX = 64
VALUES_MAX = 20


class Place(NamedTuple):
    """Where a page ends: the ordering value of its last row, as text, and its hit."""

    value: str
    hit: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """A view of the queue. Empty filters are no filters; `after` is the place behind which the page begins."""

    states: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    assignee: str | None = None
    strength_min: float | None = None
    within_hours: int | None = None
    order: str = "departure"
    limit: int = LIMIT_USUAL
    after: Place | None = None

    def query(self) -> str:
        """The view as the query of an address, without what is usual; `wanted_from` reads it back."""
        said: list[tuple[str, str]] = [("state", one) for one in self.states]
        said += [("list", one) for one in self.lists] + [("unit", one) for one in self.units]
        said += [("assignee", self.assignee)] if self.assignee else []
        said += [("strength", f"{self.strength_min:g}")] if self.strength_min is not None else []
        said += [("hours", str(self.within_hours))] if self.within_hours is not None else []
        said += [("order", self.order)] if self.order != ORDERS[0] else []
        said += [("limit", str(self.limit))] if self.limit != LIMIT_USUAL else []
        said += [("after", f"{self.after.value}~{self.after.hit}")] if self.after else []
        return urlencode(said)

    def first_page(self) -> Wanted:
        """The same view from its beginning."""
        return replace(self, after=None)


def wanted_from(said: Mapping[str, Iterable[str]]) -> Wanted:
    """The view of an address's query (each name with its values)."""
    one = {name: next(iter(values), "") for name, values in said.items()}
    order = one.get("order", "") if one.get("order", "") in ORDERS else ORDERS[0]
    assignee = one.get("assignee", "")[:VALUE_CHARS_MAX]
    return Wanted(
        states=tuple(state for state in _texts(said.get("state", ())) if state in states.STATES),
        lists=_texts(said.get("list", ())),
        units=_texts(said.get("unit", ())),
        assignee=assignee or None,
        strength_min=_number(one.get("strength", ""), 1.0),
        within_hours=_whole(one.get("hours", ""), 24 * 366),
        order=order,
        limit=_whole(one.get("limit", ""), PAGE_MAX) or LIMIT_USUAL,
        after=_place(one.get("after", ""), order),
    )


def _texts(values: Iterable[str]) -> tuple[str, ...]:
    taken = (value for value in values if value and len(value) <= VALUE_CHARS_MAX and value.isprintable())
    return tuple(dict.fromkeys(taken))[:VALUES_MAX]


def _number(text: str, most: float) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if 0.0 <= number <= most else None


def _whole(text: str, most: int) -> int | None:
    return min(int(text), most) if text.isascii() and text.isdigit() and len(text) < 9 else None


def _place(text: str, order: str) -> Place | None:
    value, tilde, hit = text.rpartition("~")
    if not tilde or not (hit.isascii() and hit.isdigit() and len(hit) < 19) or len(value) > VALUE_CHARS_MAX:
        return None
    if order == "strength":
        return Place(value, int(hit)) if _number(value, 1.0) is not None else None
    try:
        return Place(value, int(hit)) if dt.datetime.fromisoformat(value).tzinfo else None
    except ValueError:
        return None
