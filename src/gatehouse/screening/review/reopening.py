"""A decided hit comes before people again: one asks with a reason and a reference, another agrees or refuses."""

from __future__ import annotations

from gatehouse.records import Visit, opened, subject
from gatehouse.safeguards.decision import Subject
from gatehouse.safeguards.vocabulary import Act as Asked
from gatehouse.safeguards.vocabulary import SubjectClass
from gatehouse.screening.review import memory, returning, states
from gatehouse.screening.review.acting import Look, Said, actor_of, held, last, step
from gatehouse.screening.review.answers import Answer, checked
from gatehouse.screening.review.asking import allowed, tell
from gatehouse.screening.review.facts import reference
from gatehouse.screening.review.models import Act

REQUESTS = (states.QUESTION,)


def ask(visit: Visit, look: Look, said: Said) -> Act:
    """Ask that a decided hit be looked at again. The decision stands until another person agrees."""
    checked(Answer.REOPEN, said.reason, said.text)
    about = _subject(look.hit)
    with opened(visit, Asked.VIEW, about):
        given = allowed(visit, Asked.REOPEN, about, alone=False)
        act = step(held(look), visit, states.QUESTION, said, rule=given.rule, provision=given.provision)
        tell(visit, "hit.questioned", look.hit, given.rule, waits=True)
        return act


def agree(visit: Visit, look: Look, said: Said) -> Act:
    """Another person agrees: the hit waits again, and what was remembered of its pair ends."""
    about = _subject(look.hit)
    with opened(visit, Asked.VIEW, about):
        request = last(held(look).review, REQUESTS)
    first = Visit(actor_of(request), request.purpose, request.reference, second=visit.actor)
    with opened(first, Asked.REOPEN, about, {"second": visit.actor.id}) as opening:
        to, given = held(look), opening.allowed[0]
        rule = {"rule": given.rule, "provision": given.provision}
        act = step(to, visit, states.AGREE_REOPENING, said, answers=request, **rule)
        ended = memory.end(look.hit, act.at)
        if to.review.earlier:
            ended += memory.end(to.review.earlier.review_id, act.at)
        to.review.confirmed_by = to.review.earlier = None
        to.review.save(update_fields=["confirmed_by", "earlier"])
        returning.loud_again(ended, act)
        return act


def refuse(visit: Visit, look: Look, said: Said) -> Act:
    """Another person, who could have agreed, does not: the decision stands."""
    about = _subject(look.hit)
    with opened(visit, Asked.VIEW, about):
        to = held(look)
        request = last(to.review, REQUESTS)
        first = Visit(actor_of(request), request.purpose, request.reference, second=visit.actor)
        given = allowed(first, Asked.REOPEN, about)
        rule = {"rule": given.rule, "provision": given.provision}
        act = step(to, visit, states.REFUSE_REOPENING, said, answers=request, **rule)
        tell(visit, "hit.upheld", look.hit, given.rule)
        return act


def _subject(hit: int) -> Subject:
    return subject(SubjectClass.HIT, reference(hit))
