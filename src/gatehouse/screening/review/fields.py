"""A traveller beside a list entry, field by field: both sides' values, where each comes from, and what speaks. Pure.

The words come from the explanation that the hit keeps, never from a comparison of this page's own: what an
analyst reads is what the score was made of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from gatehouse.screening.matching.subject import PERSONAL
from gatehouse.screening.review.statements import Statement
from gatehouse.screening.review.why import in_words
from gatehouse.terms.candidate import Reason
from gatehouse.terms.entry import ListedDocument, ListEntry
from gatehouse.terms.saying import Saying
from gatehouse.terms.traveller import Document, Traveller


class Mark(StrEnum):
    """How two sides compare. A page shows each in words and by a shape of its own, never by colour alone."""

    AGREES = "agrees"
    CLOSE = "close"
    DIFFERS = "differs"
    ONE_SIDE = "one side only"
    NOT_COMPARED = "not compared"


class Value(NamedTuple):
    """A value of the traveller, with the message and the segment that said it (None: the segment is not known)."""

    text: str | Saying
    source: str
    message: int
    segment: int | None
    record: int


class FieldRow(NamedTuple):
    """One field. `reasons` are those about it that say something, `weight` what all count together (log-odds)."""

    field: str
    traveller: tuple[Value, ...]
    entry: tuple[str | Saying, ...]
    mark: Mark
    reasons: tuple[Reason, ...]
    weight: float

    @property
    def says(self) -> tuple[str, ...]:
        """The reasons in words."""
        return tuple(map(in_words, self.reasons))


Said = Iterable[tuple[str | Saying, int | None]]


IDENTITY_CARD = Saying("identity card %(number)s")
KINDS = {
    "P": Saying("passport %(number)s"),
    "V": Saying("visa %(number)s"),
    "A": IDENTITY_CARD,
    "C": IDENTITY_CARD,
    "I": IDENTITY_CARD,
}
"""Kinds of documents by the first letter of their code (ICAO Doc 9303, parts 3 to 7)."""
LISTED_KINDS = {
    "passport": KINDS["P"],
    "visa": KINDS["V"],
    "identity card": IDENTITY_CARD,
    "national identity card": Saying("national identity card %(number)s"),
}
"""Kinds of documents as lists write them; what is written otherwise stays as it is."""


def _names(said: Traveller) -> Said:
    yield said.full_name, said.sources.get("surname", said.segments[0])
    for document in said.documents:
        if held := " ".join(part for part in (document.given_names, document.surname) if part):
            yield held, document.segment


def _documents(said: Traveller) -> Said:
    for one in said.documents:
        if one.number:
            yield _document(one), one.segment


def _document(one: Document) -> Saying | str:
    number = " ".join(part for part in (one.number, one.issuer) if part)
    kind = KINDS.get((one.type or "")[:1])
    named = kind.about(number=number) if kind else " ".join(part for part in (one.type, number) if part)
    return Saying("%(document)s, expires %(day)s", document=named, day=one.expires) if one.expires else named


def _listed_document(one: ListedDocument) -> Saying | str:
    number = " ".join(part for part in (one.number, one.issuer) if part)
    kind = LISTED_KINDS.get((one.type or "").casefold())
    return kind.about(number=number) if kind else " ".join(part for part in (one.type, number) if part)


def _plain(name: str) -> Callable[[Traveller], Said]:
    return lambda said: [(getattr(said, name) or "", said.sources.get(name))]


def _span(entry: ListEntry) -> list[str]:
    found = []
    for span in entry.birth_dates:
        days = span.earliest if span.earliest == span.latest else f"{span.earliest} to {span.latest}"
        found.append(f"about {days}" if span.circa else days)
    return found


TRAVELLER_SAYS: dict[str, Callable[[Traveller], Said]] = {
    "name": _names,
    "birth-date": _plain("birth_date"),
    "sex": _plain("sex"),
    "nationality": lambda said: [(code, said.sources.get("nationalities")) for code in said.nationalities],
    "birth-place": _plain("birth_place"),
    "document": _documents,
    "contact": lambda said: [(one.value, one.segment) for one in said.contacts if one.kind in PERSONAL],
}
ENTRY_SAYS: dict[str, Callable[[ListEntry], Iterable[str | Saying]]] = {
    "name": lambda entry: (name.full for name in entry.names),
    "birth-date": _span,
    "sex": lambda entry: filter(None, [entry.sex]),
    "nationality": lambda entry: entry.nationalities,
    "birth-place": lambda entry: (*entry.birth_places, *entry.birth_countries),
    "document": lambda entry: map(_listed_document, entry.documents),
    "contact": lambda entry: entry.contacts,
}
FIELDS = tuple(TRAVELLER_SAYS)
FEATURE_FIELDS = {"single-name": "name", "alias-quality": "name", "names-ignored": "name"}
"""Features that do not begin with the name of their field."""
SAME, UNLIKE = frozenset({"same", "equivalent"}), frozenset({"different", "conflict"})


def field_of(feature: str) -> str | None:
    """The field that a feature of an explanation speaks of."""
    known = FEATURE_FIELDS.get(feature)
    return known or next((field for field in FIELDS if feature == field or feature.startswith(f"{field}-")), None)


def compared(statements: Sequence[Statement], entry: ListEntry | None, reasons: Sequence[Reason]) -> list[FieldRow]:
    """The rows of the page, in a fixed order; a field of which neither side says anything is left out."""
    rows = []
    for field in FIELDS:
        about = [reason for reason in reasons if field_of(reason.feature) == field]
        ours, theirs = _values(field, statements), _listed(field, entry)
        if ours or theirs:
            told = tuple(reason for reason in about if reason.outcome != "missing")
            weight = sum(reason.weight for reason in about)
            rows.append(FieldRow(field, ours, theirs, mark_of(about, bool(ours), bool(theirs)), told, weight))
    return rows


def mark_of(about: Sequence[Reason], ours: bool, theirs: bool) -> Mark:
    """How the two sides compare, by the reasons about the field; the strongest one decides."""
    if not (ours and theirs):
        return Mark.ONE_SIDE
    told = [reason for reason in about if reason.outcome != "missing"]
    if not told:
        return Mark.NOT_COMPARED
    strongest = max(told, key=lambda reason: abs(reason.weight))
    if strongest.weight < 0 or strongest.outcome in UNLIKE:
        return Mark.DIFFERS
    return Mark.AGREES if strongest.outcome in SAME else Mark.CLOSE


def _values(field: str, statements: Sequence[Statement]) -> tuple[Value, ...]:
    """Each value once for each source, from the newest statement that says it."""
    found: dict[tuple[str | Saying, str], Value] = {}
    for one in statements:
        for text, segment in TRAVELLER_SAYS[field](one.said):
            if text:
                found.setdefault((text, one.source), Value(text, one.source, one.message, segment, one.id))
    return tuple(found.values())


def _listed(field: str, entry: ListEntry | None) -> tuple[str | Saying, ...]:
    return tuple(dict.fromkeys(text for text in ENTRY_SAYS[field](entry) if text)) if entry else ()
