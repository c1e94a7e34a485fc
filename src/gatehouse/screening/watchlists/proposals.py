"""Proposals to list somebody on a list that is kept here: made by one person, approved by another, by the one door.

Taking somebody off, or suspending the entry, is in the person's favour and needs no second one. Nothing is
overwritten: a proposal keeps what was proposed and who decided what, and the list keeps every version.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from django.utils import timezone

from gatehouse.records import Opening, Visit, opened
from gatehouse.safeguards.decision import Subject
from gatehouse.safeguards.vocabulary import Act, SubjectClass
from gatehouse.screening.watchlists.entry_json import from_object, to_object
from gatehouse.screening.watchlists.errors import KeptListError
from gatehouse.screening.watchlists.kept_list import change, check_standing, kept_list, standing
from gatehouse.screening.watchlists.listing import Ground, Kind, Listing, may_be_child
from gatehouse.screening.watchlists.models import Proposal, ProposalContent, WatchList
from gatehouse.screening.watchlists.proposal_states import PROPOSAL, Event, State
from gatehouse.terms.entry import ListEntry
from gatehouse.terms.saying import Saying

ENTRY = SubjectClass.LIST_ENTRY
NOT_WHOLE = Saying("the listing is not whole")


class Proposed(NamedTuple):
    """A proposal with whom it is about and why. `before` is the entry that a change which waits would change."""

    id: int
    list: str
    state: State
    listing: Listing
    proposed_by: str
    decided_by: str | None
    decision_reason: str
    before: ListEntry | None = None


def propose(visit: Visit, listing: Listing) -> int:
    """Put a listing before another person; the number of the proposal.

    Raises `KeptListError` for a ground that is not whole, a change that does not fit how the entry stands, or one that
    waits already; `RefusedError` as the door does.
    """
    today = timezone.now().date()
    if not listing.kind.wants_approval:
        raise KeptListError(Saying("such a change needs no approval"), Saying("make it with `take_off`"))
    if faults := listing.faults(today):
        raise KeptListError(NOT_WHOLE, Saying("the ground of a listing is whole or nobody is listed"), faults)
    store = Subject(ENTRY, f"list:{listing.entry.list}")
    with opened(visit, Act.LIST_PROPOSE, store):
        watchlist = _locked(listing.entry.list)
        check_standing(watchlist, listing.entry.entry_id, listing.kind)
        if Proposal.objects.filter(watchlist=watchlist, entry_id=listing.entry.entry_id, state=State.PROPOSED).exists():
            cause = Saying("a change of this entry waits already")
            raise KeptListError(cause, Saying("decide it, or withdraw it, first"))
        return _stored(watchlist, listing, visit)


def approve(visit: Visit, number: int, reason: str) -> None:
    """Approve a proposal that somebody else made, and make the change. Raises as `propose` does."""
    held = _held(number)
    with opened(_asked_by(visit, held), Act.LIST_APPROVE, facts(f"proposal:{number}")):
        proposal = _decided(number, Event.APPROVE, visit, reason)
        said = _proposed(proposal)
        today = timezone.now().date()
        if faults := said.listing.faults(today):
            remedy = Saying("what was true when it was proposed no longer is: propose it anew")
            raise KeptListError(NOT_WHOLE, remedy, faults)
        watchlist = _locked(said.list)
        proposal.entry_version = change(watchlist, said.listing.kind, said.listing.as_matched(), today)
        proposal.save(update_fields=["entry_version"])


def refuse(visit: Visit, number: int, reason: str) -> None:
    """Refuse a proposal. It is in favour of the person, as taking off is, and whoever may do that may do this."""
    with opened(visit, Act.LIST_REMOVE, facts(f"proposal:{number}")):
        _decided(number, Event.REFUSE, visit, reason)


def withdraw(visit: Visit, number: int, reason: str) -> None:
    """Take back a proposal of one's own. KeptListError for somebody else's."""
    if _held(number).proposed_by != visit.actor.id:
        cause = Saying("proposal %(number)s is somebody else's", number=number)
        raise KeptListError(cause, Saying("ask them, or refuse it"))
    with opened(visit, Act.LIST_PROPOSE, facts(f"proposal:{number}")):
        _decided(number, Event.WITHDRAW, visit, reason)


def take_off(visit: Visit, kind: Kind, list_name: str, entry_id: str, said: Ground) -> int:
    """Suspend an entry or remove it, for a reason; the number under which it is kept.

    The legal basis is the entry's own where `said` has none; its day of review is when a suspension is looked at
    again. What was proposed and waits for the entry is refused by this.
    """
    if kind.wants_approval or not said.reason.strip():
        cause = Saying("an entry is suspended or removed for a reason")
        raise KeptListError(cause, Saying("give one of the two, and say why"))
    today = timezone.now().date()
    with opened(visit, Act.LIST_REMOVE, Subject(ENTRY, f"list:{list_name}")):
        watchlist = _locked(list_name)
        stands = standing(watchlist, entry_id)
        if stands is None:
            cause = Saying("%(entry)s does not stand on the list", entry=f"{list_name}/{entry_id}")
            raise KeptListError(cause, Saying("look it up"))
        entry = from_object(stands.payload)
        listing = Listing(kind, entry, replace(said, legal_basis=said.legal_basis or entry.legal_basis or ""))
        if faults := listing.faults(today):
            raise KeptListError(NOT_WHOLE, Saying("say it otherwise"), faults)
        _refuse_what_waits(watchlist, entry_id, visit, said.reason)
        number = _stored(watchlist, listing, visit)
        _decided(number, Event.APPROVE, visit, said.reason)
        change(watchlist, kind, entry, today)
        return number


def waiting(visit: Visit, limit: int) -> list[Proposed]:
    """The proposals that wait, oldest first; at most `limit`."""
    store = Subject(ENTRY, "store:proposals")
    with opened(visit, Act.SEARCH, store) as opening:
        held = Proposal.objects.filter(state=State.PROPOSED).select_related("watchlist", "proposalcontent")
        return _told(opening, store, [_proposed(one) for one in held.order_by("id")[:limit]])


def look(visit: Visit, number: int) -> Proposed:
    """One proposal, whatever its state."""
    with opened(visit, Act.VIEW, facts(f"proposal:{number}")):
        held = _held(number)
        return _proposed(held)._replace(before=_before(held))


def facts(ref: str) -> Subject:
    """What the kernel is told of a proposal: whether it may be a child's, and what was decided for the child."""
    held = _held(int(ref.removeprefix("proposal:")))
    return Subject(ENTRY, ref, is_child=held.is_child, best_interests_ref=held.best_interests_ref)


def _told(opening: Opening, store: Subject, found: list[Proposed]) -> list[Proposed]:
    opening.note(Act.SEARCH, store, {"shown": len(found)})
    return found


def _held(number: int) -> Proposal:
    found = Proposal.objects.filter(id=number).select_related("watchlist").first()
    if found is None:
        cause = Saying("there is no proposal %(number)s", number=number)
        raise KeptListError(cause, Saying("look at those that wait"))
    return found


def _asked_by(visit: Visit, held: Proposal) -> Visit:
    """The visit with who proposed it, from what is stored."""
    return Visit(visit.actor, visit.purpose, reference=visit.reference, requester=held.proposed_by)


def _locked(name: str) -> WatchList:
    return WatchList.objects.select_for_update().get(pk=kept_list(name).pk)


def _stored(watchlist: WatchList, listing: Listing, visit: Visit) -> int:
    said = listing.ground
    proposal = Proposal.objects.create(
        watchlist=watchlist,
        entry_id=listing.entry.entry_id,
        kind=listing.kind,
        state=State.PROPOSED,
        proposed_by=visit.actor.id,
        review_on=said.review_on,
        expires_on=said.expires_on,
        is_child=may_be_child(listing.entry.birth_dates, timezone.now().date()),
        best_interests_ref=said.best_interests_ref,
    )
    ProposalContent.objects.create(
        proposal=proposal,
        payload=to_object(listing.entry),
        legal_basis=said.legal_basis,
        criterion=said.criterion,
        evidence_ref=said.evidence_ref,
        reason=said.reason,
        reference=visit.reference or "",
    )
    return int(proposal.id)


def _refuse_what_waits(watchlist: WatchList, entry_id: str, visit: Visit, reason: str) -> None:
    """Of an entry that is taken off nothing waits any more, or approving it later would bring the person back."""
    waits = Proposal.objects.filter(watchlist=watchlist, entry_id=entry_id, state=State.PROPOSED)
    for number in waits.values_list("id", flat=True):
        _decided(number, Event.REFUSE, visit, reason)


def _before(held: Proposal) -> ListEntry | None:
    if State(held.state) is not State.PROPOSED or Kind(held.kind) is not Kind.AMEND:
        return None
    stands = standing(held.watchlist, held.entry_id)
    return from_object(stands.payload) if stands else None


def _decided(number: int, event: Event, visit: Visit, reason: str) -> Proposal:
    """The proposal after the event. KeptListError where somebody was quicker."""
    proposal = Proposal.objects.select_for_update(of=("self",)).select_related("watchlist").get(id=number)
    after = PROPOSAL.get((State(proposal.state), event))
    if after is None:
        cause = Saying("proposal %(number)s is decided already", number=number)
        raise KeptListError(cause, Saying("nothing is left to decide"))
    proposal.state, proposal.decided_by, proposal.decided_at = after, visit.actor.id, timezone.now()
    proposal.save(update_fields=["state", "decided_by", "decided_at"])
    ProposalContent.objects.filter(proposal=proposal).update(decision_reason=reason)
    return proposal


def _proposed(held: Proposal) -> Proposed:
    content = held.proposalcontent
    ground = Ground(
        content.legal_basis,
        content.criterion,
        content.evidence_ref,
        content.reason,
        held.review_on,
        held.expires_on,
        held.best_interests_ref,
    )
    listing = Listing(Kind(held.kind), from_object(content.payload), ground)
    return Proposed(
        held.id,
        held.watchlist.name,
        State(held.state),
        listing,
        held.proposed_by,
        held.decided_by,
        content.decision_reason,
    )
