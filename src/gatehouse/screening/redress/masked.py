"""The verified person among the masked: looked for in the vault by the machine, and shown to nobody.

Masking leaves nothing in the tables by which somebody is found, so everything that lies in the vault is opened, a page
at a time, and compared as statements in clear are (`finding.is_the_person`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import orjson

from gatehouse.retention import vault
from gatehouse.screening.redress.finding import is_the_person, key
from gatehouse.screening.redress.identity import Verified, identity_of, presented
from gatehouse.screening.travellers.identity import folded_number
from gatehouse.screening.travellers.payload import traveller_from
from gatehouse.terms.traveller import Traveller

RECORD = "travellers.TravellerRecord"
STATED = frozenset(Traveller.__dataclass_fields__)
Bookings = frozenset[int]

Payload = dict[str, Any]


def masked_travellers_of(verified: Verified) -> dict[int, Bookings]:
    """The masked travellers who are the person, each with the bookings that they were in."""
    identity = identity_of(verified, key())
    numbers = {folded_number(number) for number, _ in verified.documents}
    found: dict[int, Bookings] = {}
    for owner, cells in _records():
        said = [one["payload"] for one in cells if one.get("payload")]
        if any(_may_be(payload, verified.birth_date, numbers) for payload in said) and is_the_person(
            identity, presented(_statements(said), key())
        ):
            found[owner] = found.get(owner, frozenset()) | _bookings(cells)
    return found


def is_masked_person(verified: Verified, traveller: int) -> bool:
    """Whether one masked traveller is the person."""
    cells = [kept for model, _, kept in vault.values("traveller", traveller) if model == RECORD]
    said = _statements(one["payload"] for one in cells if one.get("payload"))
    return is_the_person(identity_of(verified, key()), presented(said, key()))


def in_company(bookings: Bookings, alone: Sequence[int]) -> Bookings:
    """Of these bookings, those that masked travellers beside `alone` were in."""
    if not bookings:
        return frozenset()
    others: set[int] = set()
    for owner, cells in _records():
        if owner not in alone:
            others |= _bookings(cells) & bookings
    return frozenset(others)


def _records() -> Iterator[tuple[int, list[Mapping[str, Any]]]]:
    for owner, rows in vault.each("traveller"):
        yield owner, [cells for model, _, cells in rows if model == RECORD]


def _bookings(cells: Sequence[Mapping[str, Any]]) -> Bookings:
    return frozenset(one["booking"] for one in cells if one.get("booking") is not None)


def _may_be(payload: Payload, birth_date: str, numbers: set[str]) -> bool:
    """A look that costs little: nobody is the person whose birth date and documents are all others."""
    if payload.get("birth_date") == birth_date:
        return True
    return any(folded_number(str(one.get("number") or "")) in numbers for one in payload.get("documents", ()))


def _statements(payloads: Iterable[Payload]) -> list[Traveller]:
    """The statements, without members that no statement has now: what was stored once may have another form."""
    known = ({name: value for name, value in one.items() if name in STATED} for one in payloads)
    return [traveller_from(orjson.dumps(one).decode()) for one in known]
