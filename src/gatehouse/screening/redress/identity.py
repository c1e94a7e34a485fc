"""The verified identity of a person, and what statements about a traveller say beside it. Pure.

Kept as keyed hashes, so that the table of cleared people is no list of names for whoever reads it. Names are compared
as tokens: a booking may leave out a middle name and turn the order round, but it must not hold a name that was not
verified. A document counts with its issuer.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from typing import NamedTuple

from anyascii import anyascii

from gatehouse.screening.redress.number import read_number
from gatehouse.screening.travellers.identity import folded_number
from gatehouse.terms.traveller import Document, Traveller

Digests = frozenset[str]
REDRESS_KIND = "R"
"""The kind of an SSR DOCO that carries a redress number (IATA AIRIMP)."""
NOT_WHO = frozenset({REDRESS_KIND, "V", "K"})
"""Documents that do not say who somebody is: redress numbers, visas, known-traveller numbers."""
DAY_LENGTH = len("1976-05-17")
DIGEST_BYTES = 16
_WORD = re.compile(r"[A-Z]+")


class Verified(NamedTuple):
    """Who a person proved to be. `documents` are (number, issuer alpha-3); the birth date is a whole day."""

    names: str
    birth_date: str
    documents: tuple[tuple[str, str], ...]


class Identity(NamedTuple):
    """The same as keyed hashes."""

    names: Digests
    birth: str
    documents: Digests


class Presented(NamedTuple):
    """What all current statements about a traveller say, as keyed hashes; `names` has a set for each way of naming."""

    numbers: Digests
    names: tuple[Digests, ...]
    births: Digests
    documents: Digests
    vague_birth: bool
    """Whether a statement gives a birth date that is not a whole day."""


def digest(kind: str, text: str, key: bytes) -> str:
    """A keyed hash of one part of an identity; different kinds never meet."""
    made = hashlib.blake2b(f"{kind}:{text}".encode(), key=key[:64], digest_size=DIGEST_BYTES, person=b"gate-redress")
    return made.hexdigest()


def identity_of(verified: Verified, key: bytes) -> Identity:
    """The hashes of a verified identity."""
    return Identity(
        frozenset(digest("name", word, key) for word in words_of(verified.names)),
        digest("birth", verified.birth_date, key),
        frozenset(_document(number, issuer, key) for number, issuer in verified.documents if folded_number(number)),
    )


def presented(statements: Iterable[Traveller], key: bytes) -> Presented:
    """What the statements present."""
    numbers, births, documents, names, vague = set(), set(), set(), [], False
    for said in statements:
        names.append(frozenset(digest("name", word, key) for word in words_of(said.full_name)))
        numbers |= {digest("number", number, key) for one in said.documents if (number := redress_number(one))}
        documents |= {
            _document(one.number, one.issuer, key)
            for one in said.documents
            if one.type not in NOT_WHO and one.number and one.issuer
        }
        if said.birth_date and len(said.birth_date) == DAY_LENGTH:
            births.add(digest("birth", said.birth_date, key))
        vague = vague or bool(said.birth_date and len(said.birth_date) != DAY_LENGTH)
    named = tuple(one for one in names if one)
    return Presented(frozenset(numbers), named, frozenset(births), frozenset(documents), vague)


def redress_number(document: Document) -> str | None:
    """The redress number that a document of kind R states; None for any other."""
    return read_number(document.number) if document.type == REDRESS_KIND else None


def words_of(name: str) -> frozenset[str]:
    """The Latin words of a name, in capitals."""
    return frozenset(_WORD.findall((name if name.isascii() else anyascii(name)).upper().replace("'", "")))


def _document(number: str, issuer: str, key: bytes) -> str:
    return digest("document", f"{folded_number(number)}@{issuer.upper()}", key)
