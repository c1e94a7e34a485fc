"""Fictitious people for the tests of redress."""

from __future__ import annotations

from gatehouse.terms.candidate import Candidate, Reason
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedDocument, ListedName, ListEntry
from gatehouse.terms.traveller import Document, Role, Traveller

KEY = b"only for tests"
NUMBER = "0123456789"[:9]


def traveller(name: str = "KARIM/YUSUF ALI", birth: str | None = "1991-03-02", *documents: Document) -> Traveller:
    """A passenger: `SURNAME/GIVEN`."""
    surname, given = name.split("/")
    return Traveller(Role.PASSENGER, surname=surname, given_names=given, birth_date=birth, documents=documents)


def passport(number: str = "X1234567", issuer: str = "UTO") -> Document:
    """A passport."""
    return Document("P", number, issuer)


def redress(number: str) -> Document:
    """A redress number, as a DOCO states it."""
    return Document("R", number)


def entry(birth: str = "1960", *documents: ListedDocument) -> ListEntry:
    """A listed person of nearly the same name."""
    span = (DateSpan.exact(birth),) if birth else ()
    return ListEntry("DEMO", "D-1", (ListedName("Yusuf Karim"),), birth_dates=span, documents=documents)


def candidate(*reasons: Reason) -> Candidate:
    """The machine's claim that the two may be one."""
    return Candidate("DEMO", "D-1", "Yusuf Karim", 0.9, True, (Reason("name", "a", "b", "same", 3.0), *reasons))
