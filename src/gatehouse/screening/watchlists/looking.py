"""Lists as a person looks at them, by the one door: entries and their history, what changed, what is overdue.

Versions and counts hold no person and need no door beyond the page's own.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.db.models.functions import Collate
from django.utils import timezone

from gatehouse.records import Visit, opened
from gatehouse.safeguards.decision import Subject
from gatehouse.safeguards.vocabulary import Act, SubjectClass
from gatehouse.screening.watchlists.difference import Difference, difference
from gatehouse.screening.watchlists.entry_json import from_object
from gatehouse.screening.watchlists.errors import KeptListError
from gatehouse.screening.watchlists.models import EntryVersion, Proposal
from gatehouse.terms.entry import ListEntry
from gatehouse.terms.saying import Saying

EXPIRED = "expired"
DUE = "due"
DUE_DAYS = 30
"""A review that is due within these days is shown as due."""


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
    kept_here: bool

    @property
    def is_newest(self) -> bool:
        """Whether no later version of the entry came after this one."""
        return self.entry.id == self.history[0].id


def listed(visit: Visit, list_name: str, said: str, which: str, after: int, limit: int) -> list[Standing]:
    """Entries that stand on the list, by their number in the store, from the one after `after` on; at most `limit`.

    `said` is part of a name or of an identifier; `which` narrows to those that do not match any more by their own
    date, or will not soon. A review that is overdue ends the matching as an expiry does (`Listing.as_matched`).
    """
    store = Subject(SubjectClass.LIST_ENTRY, f"list:{list_name}")
    with opened(visit, Act.SEARCH, store) as opening:
        rows = _standing(list_name).filter(id__gt=after)
        if said:
            rows = rows.filter(Q(entry_id__iexact=said) | Q(payload__names__icontains=said))
        today = timezone.now().date()
        if which == EXPIRED:
            rows = rows.filter(payload__expires_on__lt=today.isoformat())
        elif which == DUE:
            until = today + dt.timedelta(days=DUE_DAYS)
            rows = rows.filter(payload__expires_on__range=(today.isoformat(), until.isoformat()))
        found = [_told(row) for row in rows.order_by("id")[:limit]]
        opening.note(Act.SEARCH, store, {"shown": len(found)})
        return found


def looked_at(visit: Visit, list_name: str, number: int) -> Looked:
    """One entry. KeptListError where there is none of this number on the list."""
    with opened(visit, Act.VIEW, Subject(SubjectClass.LIST_ENTRY, f"list:{list_name}")):
        rows = EntryVersion.objects.select_related("watchlist")
        row = rows.filter(watchlist__name=list_name, id=number).first()
        if row is None:
            raise KeptListError(Saying("there is no such entry on the list"), Saying("look it up again"))
        same = EntryVersion.objects.filter(watchlist_id=row.watchlist_id, entry_id=row.entry_id).order_by("-id")
        proposed = Proposal.objects.filter(watchlist_id=row.watchlist_id, entry_id=row.entry_id)
        grounds = [_ground(one) for one in proposed.select_related("proposalcontent").order_by("-id")]
        return Looked(_told(row), [_told(one) for one in same], grounds, row.watchlist.kept_here)


class Between(NamedTuple):
    """What changed between two versions, and the identifier of the last entry shown where there are more."""

    changes: Difference
    following: str | None


def between(visit: Visit, list_name: str, versions: tuple[int, int], beyond: str = "", limit: int = 100) -> Between:
    """What changed from one version of the list to another, by their numbers; an entry is shown as each has it.

    In the order of identifiers, from the one after `beyond` on, at most `limit` entries.
    """
    before, after = versions
    with opened(visit, Act.SEARCH, Subject(SubjectClass.LIST_ENTRY, f"list:{list_name}")):
        rows = EntryVersion.objects.filter(watchlist__name=list_name)
        sides = (_only_in(before, after), _only_in(after, before))
        # Ordered by bytes, as identifiers are compared here: each entry is on one page, with both of its sides.
        keyed = rows.filter(sides[0] | sides[1]).annotate(key=Collate("entry_id", "C")).filter(key__gt=beyond)
        found = list(keyed.order_by("key").values_list("key", flat=True).distinct()[: limit + 1])
        shown = found[:limit]
        told = ([from_object(row.payload) for row in rows.filter(side, entry_id__in=shown)] for side in sides)
        return Between(difference(*told), shown[-1] if len(found) > limit else None)


def _only_in(version: int, other: int) -> Q:
    """The entries as one version of the list has them and the other has not."""
    if version < other:
        ended = Q(last_version__number__gt=version, last_version__number__lte=other)
        return Q(first_version__number__lte=version) & ended
    begun = Q(first_version__number__gt=other, first_version__number__lte=version)
    return begun & (Q(last_version__isnull=True) | Q(last_version__number__gt=version))


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
