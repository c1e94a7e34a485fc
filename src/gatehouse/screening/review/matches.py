"""A confirmed match, made anew from the decision that is stored: the only place where one comes from."""

from __future__ import annotations

from django.utils import timezone

from gatehouse.records import RefusedError, Visit, subject
from gatehouse.safeguards.confirmed import ConfirmedMatch
from gatehouse.safeguards.confirming import confirm
from gatehouse.safeguards.decision import Allow
from gatehouse.safeguards.kernel import may
from gatehouse.safeguards.vocabulary import Act as Asked
from gatehouse.safeguards.vocabulary import SubjectClass
from gatehouse.screening.review import states
from gatehouse.screening.review.acting import actor_of, last
from gatehouse.screening.review.answers import Answer, reasons
from gatehouse.screening.review.errors import ReviewError
from gatehouse.screening.review.facts import reference
from gatehouse.screening.review.models import Review
from gatehouse.terms.saying import Saying


def confirmed_match(hit: int) -> ConfirmedMatch:
    """The match that two persons confirmed. To be called in an opened door, for what they wrote is personal data.

    Raises `ReviewError` where the hit is not confirmed now (a match whose reopening was asked for is not), and
    `RefusedError` where the law in force no longer lets these two decide so: what was allowed once is asked anew.
    """
    review = Review.objects.filter(hit_id=hit, state=states.CONFIRMED).first()
    if review is None:
        raise ReviewError(
            Saying("no two persons confirm this hit now"),
            Saying("a match is confirmed before anything follows from it"),
        )
    agreed = last(review, (states.AGREE_MATCH,))
    proposal = last(review, (states.PROPOSE_MATCH,))
    visit = Visit(actor_of(proposal), proposal.purpose, proposal.reference, second=actor_of(agreed))
    about = subject(SubjectClass.HIT, reference(hit))
    answer = may(visit.actor, Asked.DECIDE, about, visit.purpose, visit.context(timezone.now()))
    if not isinstance(answer, Allow):
        raise RefusedError(answer)
    says = reasons()[Answer.SAME, proposal.reason].says
    return confirm(answer, agreed.at, f"{says}: {proposal.text}" if proposal.text else says)
