"""Who travels together on a leg, and by what that is known: a list of links, each with its reason. Pure.

**Nothing spreads.** A link holds who and why, and nothing else: no score, no hit, no mark of anybody. Whoever travels
beside somebody is not made anything by it, and this module cannot say whether anyone was ever a hit: it is not told.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from gatehouse.screening.matching.subject import PERSONAL
from gatehouse.screening.travellers.identity import folded_number
from gatehouse.terms.traveller import Traveller

SHARED_BY_MAX = 20
"""More people than this behind one contact or card is an agency's, and links nobody."""
HIDDEN = re.compile(r"X{2,}(\d{2,4})(?!\d)", re.ASCII)
"""A number of which only the last digits were stored."""
SEAT = re.compile(r"0*(\d{1,3})([A-Z])", re.ASCII)


class Because(StrEnum):
    """By what it is known that two people travel together."""

    BOOKING = "the same booking"
    CONTACT = "the same telephone or e-mail"
    PAYMENT = "the same means of payment"
    SEATS = "adjoining seats"


class Aboard(NamedTuple):
    """Somebody on the leg as they are linked: all their current statements, bookings, and means of payment."""

    traveller: int
    name: str
    statements: tuple[Traveller, ...]
    bookings: frozenset[int]
    payments: frozenset[str] = frozenset()


class Link(NamedTuple):
    """Two travellers, and one reason why they are linked. `detail` says which booking, seats, or kind of contact."""

    one: int
    other: int
    name: str
    because: Because
    detail: str


def links_of(traveller: int, aboard: Sequence[Aboard]) -> list[Link]:
    """The links of one traveller to others on the leg, strongest reason first."""
    own = next((one for one in aboard if one.traveller == traveller), None)
    if own is None:
        return []
    found = [
        Link(traveller, other.traveller, other.name, because, detail)
        for because, detail, others in _groups(own, aboard)
        for other in others
    ]
    return sorted(found, key=lambda link: (list(Because).index(link.because), link.name, link.other))


def _groups(own: Aboard, aboard: Sequence[Aboard]) -> Iterator[tuple[Because, str, list[Aboard]]]:
    """Reason, detail, and the others who share it with `own`."""
    sharing: dict[tuple[Because, str], list[Aboard]] = defaultdict(list)
    for one in aboard:
        for key in _shared(one):
            sharing[key].append(one)
    for because, value in sorted(_shared(own)):
        others = [one for one in sharing[because, value] if one.traveller != own.traveller]
        if others and (because is Because.BOOKING or len(others) < SHARED_BY_MAX):
            yield because, _detail(because, value), others
    seats = _seats(own)
    for one in aboard:
        beside = [
            f"{mine[0]}{mine[1]} beside {it[0]}{it[1]}" for mine in seats for it in _seats(one) if _adjoin(mine, it)
        ]
        if beside and one.traveller != own.traveller:
            yield Because.SEATS, beside[0], [one]


def _shared(one: Aboard) -> set[tuple[Because, str]]:
    found = {(Because.BOOKING, str(booking)) for booking in one.bookings}
    found |= {(Because.PAYMENT, payment) for payment in one.payments}
    for said in one.statements:
        found |= {(Because.CONTACT, f"{c.kind} {_folded(c.value)}") for c in said.contacts if c.kind in PERSONAL}
    return found


def _detail(because: Because, value: str) -> str:
    if because is Because.PAYMENT:
        hidden = HIDDEN.search(value)
        return f"•••• {hidden[1]}" if hidden else value
    return value.partition(" ")[0] if because is Because.CONTACT else ""


def _folded(value: str) -> str:
    return value.strip().lower() if "@" in value else folded_number(value)


def _seats(one: Aboard) -> list[tuple[str, str]]:
    found = (SEAT.fullmatch(seat.number.strip().upper()) for said in one.statements for seat in said.seats)
    return sorted({(seat[1], seat[2]) for seat in found if seat})


def _adjoin(mine: tuple[str, str], theirs: tuple[str, str]) -> bool:
    """Next to one another in a row. Letters that a cabin leaves out (I) and aisles are not known here."""
    return mine[0] == theirs[0] and abs(ord(mine[1]) - ord(theirs[1])) == 1


def payments_of(payloads: Iterable[dict[str, object]]) -> frozenset[str]:
    """Means of payment of a booking that tell one from another: kind, vendor, and the last digits with expiry.

    Cash and what has no digits link nobody.
    """
    found = set()
    for said in payloads:
        for paid in said.get("payments", ()) or ():  # type: ignore[attr-defined]
            if paid.get("account"):
                parts = (paid.get("kind"), paid.get("vendor"), paid["account"], paid.get("expires"))
                found.add(" ".join(str(part) for part in parts if part))
    return frozenset(found)
