"""The part of a statement that tells who somebody is, folded so that two spellings of one value compare equal."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii

from gatehouse.terms.traveller import Traveller

_NOT_LETTERS = re.compile(r"[^A-Z]+")
_SPELT_OUT = re.compile(r"([AOU])E|(?<=A)A")
"""What a national letter becomes when it is spelt out: `AE`, `OE`, `UE`, and `AA` for Å."""
NAMES_REMEMBERED_MAX = 20_000
"""Folded names that a process remembers: the same person is told of again and again."""
_NOT_ALPHANUMERIC = re.compile(r"[^A-Z0-9]+")


class Identity(NamedTuple):
    """Who a statement is about. Names are Latin capitals without blanks; numbers are capitals and digits only."""

    surname: str
    given_names: str
    birth_date: str | None
    sex: str | None
    nationalities: frozenset[str]
    documents: frozenset[tuple[str, str | None]]
    locator: str | None
    reference: str | None
    tickets: frozenset[str]
    seats: frozenset[str]


def identity_of(said: Traveller) -> Identity:
    """The identity that a statement gives. Visas are left out: they are stickers, not what a person is known by."""
    documents = frozenset(
        (number, document.issuer)
        for document in said.documents
        if document.type != "V" and (number := folded_number(document.number))
    )
    return Identity(
        folded_name(said.surname),
        folded_name(said.given_names),
        said.birth_date,
        said.sex,
        frozenset(said.nationalities),
        documents,
        said.locator,
        said.reference,
        frozenset(folded_number(ticket)[:13] for ticket in said.tickets),
        frozenset(seat.number.lstrip("0") for seat in said.seats),
    )


@lru_cache(NAMES_REMEMBERED_MAX)
def folded_name(name: str | None) -> str:
    """Latin capitals of a name, run together: `O'Brien-Šmíd` gives `OBRIENSMID`.

    Carriers print an umlaut as one letter or as two (ICAO Doc 9303-3 §6.A: `BOSTRÖM`, `BOSTROEM`): both lose the E.
    """
    if not name:
        return ""
    letters = _NOT_LETTERS.sub("", (name if name.isascii() else anyascii(name)).upper())
    return _SPELT_OUT.sub(r"\1", letters)


def folded_number(number: str | None) -> str:
    """Capitals and digits of a document or ticket number."""
    capitals = (number or "").upper()
    return capitals if capitals.isascii() and capitals.isalnum() else _NOT_ALPHANUMERIC.sub("", capitals)


def names_agree(left: Identity, right: Identity) -> bool:
    """Whether the surnames are equal and one given name begins the other, as truncated and glued names do.

    A missing given name agrees with any; a missing surname only with another missing one beside the same given name,
    as of people who have one name.
    """
    if left.surname != right.surname:
        return False
    if not left.surname:
        return bool(left.given_names) and left.given_names == right.given_names
    return left.given_names.startswith(right.given_names) or right.given_names.startswith(left.given_names)
