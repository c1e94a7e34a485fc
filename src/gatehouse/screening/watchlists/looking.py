"""Lists as a person looks at them, by the one door: entries and their history, what changed, what is overdue.

Versions and counts hold no person and need no door beyond the page's own.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.utils import timezone

from gatehouse.records import Visit, opened
from gatehouse.safeguards.decision import Subject
from gatehouse.safeguards.vocabulary import Act, SubjectClass
from gatehouse.screening.watchlists.difference import Difference, difference
from gatehouse.screening.watchlists.entry_json import from_object
from gatehouse.screening.watchlists.errors import KeptListError
from gatehouse.screening.watchlists.models import EntryVersion, Proposal
from gatehouse.terms.entry import ListEntry

EXPIRED = "expired"
CHANGES_MAX = 2_000
"""Entries that a comparison of two versions shows at most."""


class Standing(NamedTuple):
    """An entry as it stands, or stood: its number in the store, since when, until when, whether it matches no more."""

    id: int
    entry: ListEntry
    since: dt.date
    until: dt.date | None
    is_expired: bool


class Ground(NamedTuple):
    """Why a version of an entry came about, as it was proposed and decided; no number of evidence is anybody's name."""

    kind: str
    state: str
    proposed_by: str
    decided_by: str | None
    legal_basis: str
    criterion: str
    evidence_ref: str
    reason: str
    decision_reason: str
    review_on: dt.date | None
    expires_on: dt.date | None
    proposed_at: dt.datetime


class Looked(NamedTuple):
    """One entry with all its versions, newest first, and what was proposed about it."""

    entry: Standing
    history: list[Standing]
    grounds: list[Ground]


def listed(visit: Visit, list_name: str, said: str, which: str, after: int, limit: int) -> list[Standing]:
    """Entries that stand on the list, by their number in the store, from the one after `after` on; at most `limit`.

    `said` is part of a name or of an identifier; `which` narrows to those that do not match any more by their own
    date. A review that is overdue ends the matching as an expiry does (`Listing.as_matched`).
    """
    store = Subject(SubjectClass.LIST_ENTRY, f"list:{list_name}")
    with opened(visit, Act.SEARCH, store) as opening:
        rows = _standing(list_name).filter(id__gt=after)
        if said:
            rows = rows.filter(Q(entry_id__iexact=said) | Q(payload__names__icontains=said))
        if which == EXPIRED:
            rows = rows.filter(payload__expires_on__lt=timezone.now().date().isoformat())
        found = [_told(row) for row in rows.order_by("id")[:limit]]
        opening.note(Act.SEARCH, store, {"shown": len(found)})
        return found


def looked_at(visit: Visit, list_name: str, number: int) -> Looked:
    """One entry. KeptListError where there is none of this number on the list."""
    with opened(visit, Act.VIEW, Subject(SubjectClass.LIST_ENTRY, f"list:{list_name}")):
        row = EntryVersion.objects.filter(watchlist__name=list_name, id=number).first()
        if row is None:
            raise KeptListError("there is no such entry on the list", "look it up again")
        same = EntryVersion.objects.filter(watchlist_id=row.watchlist_id, entry_id=row.entry_id).order_by("-id")
        proposed = Proposal.objects.filter(watchlist_id=row.watchlist_id, entry_id=row.entry_id)
        grounds = [_ground(one) for one in proposed.select_related("proposalcontent").order_by("-id")]
        return Looked(_told(row), [_told(one) for one in same], grounds)


def between(visit: Visit, list_name: str, before: int, after: int) -> Difference:
    """What changed from one version of the list to another, by their numbers; an entry is shown as each has it."""
    with opened(visit, Act.SEARCH, Subject(SubjectClass.LIST_ENTRY, f"list:{list_name}")):
        old, new = (_of_version(list_name, number) for number in (before, after))
        same = set(old.values_list("id", flat=True)) & set(new.values_list("id", flat=True))
        sides = (rows.exclude(id__in=same).order_by("entry_id")[:CHANGES_MAX] for rows in (old, new))
        return difference(*([from_object(row.payload) for row in rows] for rows in sides))


def _of_version(list_name: str, number: int) -> QuerySet[EntryVersion]:
    begun = EntryVersion.objects.filter(watchlist__name=list_name, first_version__number__lte=number)
    return begun.filter(Q(last_version__isnull=True) | Q(last_version__number__gt=number))


def _standing(list_name: str) -> QuerySet[EntryVersion]:
    return EntryVersion.objects.filter(watchlist__name=list_name, last_version__isnull=True)


def _told(row: EntryVersion) -> Standing:
    entry = from_object(row.payload)
    expired = entry.is_expired(timezone.now().date().isoformat())
    return Standing(row.id, entry, row.valid_from, row.valid_to, expired)


def _ground(one: Proposal) -> Ground:
    said = one.proposalcontent
    return Ground(
        one.kind,
        one.state,
        one.proposed_by,
        one.decided_by,
        said.legal_basis,
        said.criterion,
        said.evidence_ref,
        said.reason,
        said.decision_reason,
        one.review_on,
        one.expires_on,
        one.proposed_at,
    )
