"""Whether an API statement and a PNR statement on one leg speak of the same person, on what evidence.

A join needs all of one row of `SUFFICIENT`; any more evidence makes it the better of two. Where the two sides then
disagree about something, they are joined all the same and the conflict is a finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gatehouse.screening.travellers.identity import Identity, names_agree
from gatehouse.terms.finding import Finding, warning

SUFFICIENT = (
    frozenset({"reference", "name"}),
    frozenset({"ticket", "name"}),
    frozenset({"document", "name"}),
    frozenset({"document", "birth-date"}),
    frozenset({"locator", "name"}),
    frozenset({"name", "birth-date"}),
)
"""Each row is enough. A seat is never enough, nor is a locator without a name: families share both over time."""

CONFLICTS = {
    "birth-date": ("join-birth-date-conflict", "API and PNR of one traveller give different birth dates"),
    "document": ("join-document-conflict", "API and PNR of one traveller give different document numbers"),
    "nationality": ("join-nationality-conflict", "API and PNR of one traveller give different nationalities"),
    "sex": ("join-sex-conflict", "API and PNR of one traveller give different sexes"),
}
"""What the two sides disagree about: the finding's code and text."""


class Join(NamedTuple):
    """Two statements taken for one person: the evidence, strongest first as the features are listed, and conflicts."""

    evidence: tuple[str, ...]
    conflicts: tuple[str, ...]

    def findings(self, segment: int) -> Iterator[Finding]:
        """A warning for each conflict, at the segment of the statement that brought it."""
        for conflict in self.conflicts:
            code, text = CONFLICTS[conflict]
            yield warning(code, segment, text)


def compare(left: Identity, right: Identity) -> Join | None:
    """The join of two statements, or nothing when the evidence is not enough."""
    evidence = tuple(_evidence(left, right))
    if not any(row.issubset(evidence) for row in SUFFICIENT):
        return None
    return Join(evidence, tuple(_conflicts(left, right)))


def tokens(who: Identity) -> Iterator[tuple[str, str]]:
    """What to look a statement up by: two statements that `compare` joins share at least one of these."""
    if who.reference:
        yield "reference", who.reference
    if who.locator:
        yield "locator", who.locator
    if who.birth_date:
        yield "birth-date", f"{who.birth_date}{who.surname}"
    for number, _ in who.documents:
        yield "document", number
    for ticket in who.tickets:
        yield "ticket", ticket


def _evidence(left: Identity, right: Identity) -> Iterator[str]:
    if left.reference and left.reference == right.reference:
        yield "reference"
    if left.locator and left.locator == right.locator:
        yield "locator"
    if _shared_document(left.documents, right.documents):
        yield "document"
    if left.tickets & right.tickets:
        yield "ticket"
    if names_agree(left, right):
        yield "name"
    if left.surname == right.surname and left.given_names == right.given_names:
        yield "name-in-full"
    if left.birth_date and left.birth_date == right.birth_date:
        yield "birth-date"
    if left.seats & right.seats:
        yield "seat"


def _shared_document(left: Iterable[tuple[str, str | None]], right: Iterable[tuple[str, str | None]]) -> bool:
    """Whether a number is in both under issuers that are not known to differ."""
    return any(
        number == other and (issuer == other_issuer or not issuer or not other_issuer)
        for number, issuer in left
        for other, other_issuer in right
    )


def _conflicts(left: Identity, right: Identity) -> Iterator[str]:
    if left.birth_date and right.birth_date and not _dates_agree(left.birth_date, right.birth_date):
        yield "birth-date"
    if left.documents and right.documents and not _shared_document(left.documents, right.documents):
        yield "document"
    if left.nationalities and right.nationalities and not left.nationalities & right.nationalities:
        yield "nationality"
    if left.sex and right.sex and left.sex != right.sex:
        yield "sex"


def _dates_agree(left: str, right: str) -> bool:
    """Partial dates agree when one is the beginning of the other."""
    return left.startswith(right) or right.startswith(left)
