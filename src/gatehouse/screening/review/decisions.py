"""A person decides: not the same, the same, cannot tell; another person agrees or not; nothing is overwritten.

Every act goes through the one door. A match is never made by one person: the first proposes, and the kernel is asked
with both of them when the second agrees. Whether clearing needs two as well is for the list (`handling`).
"""

from __future__ import annotations

from dataclasses import replace

from gatehouse.records import Visit, opened, subject
from gatehouse.safeguards.decision import Subject
from gatehouse.safeguards.vocabulary import Act as Asked
from gatehouse.safeguards.vocabulary import SubjectClass
from gatehouse.screening.review import memory, returning, states
from gatehouse.screening.review.acting import Held, Look, Said, actor_of, held, last, step
from gatehouse.screening.review.answers import Answer, checked
from gatehouse.screening.review.asking import allowed, tell
from gatehouse.screening.review.facts import reference
from gatehouse.screening.review.handling import handling_of
from gatehouse.screening.review.models import Act
from gatehouse.screening.review.pairs import entry_in_force, statements_about
from gatehouse.screening.review.tables import handling_table

PROPOSALS = (states.PROPOSE_CLEARING, states.PROPOSE_MATCH)
ANSWER_OF = {
    states.PROPOSE_CLEARING: Answer.NOT_SAME,
    states.PROPOSE_MATCH: Answer.SAME,
}
AGREED = {
    states.PROPOSE_CLEARING: states.AGREE_CLEARING,
    states.PROPOSE_MATCH: states.AGREE_MATCH,
}


def decide(visit: Visit, look: Look, answer: Answer, said: Said) -> Act:
    """Answer whether the traveller is the listed person; the act that was kept.

    Where another person is needed, the act is a proposal that waits. Refuses: a reason of another answer or a missing
    text (`AnswerError`), what was not what is stored now (`StaleError`), what the safeguards do not allow.
    """
    checked(answer, said.reason, said.text)
    about = _subject(look.hit)
    if answer is Answer.NOT_SAME:
        return _clear(visit, look, said, about)
    if answer is Answer.SAME:
        return _propose_match(visit, look, said, about)
    if answer is Answer.CANNOT_TELL:
        return _ask_for_more(visit, look, said, about)
    raise ValueError("reopening is asked for with `reopening.ask`")


def _clear(visit: Visit, look: Look, said: Said, about: Subject) -> Act:
    with opened(replace(visit, clears=True), Asked.DECIDE, about) as opening:
        to, answer = held(look), opening.allowed[0]
        rule = {"rule": answer.rule, "provision": answer.provision}
        if Answer.NOT_SAME in handling_of(to.hit.list, handling_table()).second_person:
            act = step(to, visit, states.PROPOSE_CLEARING, said, **rule)
            tell(visit, "hit.proposed", look.hit, answer.rule, waits=True)
            return act
        act = step(to, visit, states.CLEAR, said, **rule)
        _remember(to, act, Answer.NOT_SAME)
        return act


def _propose_match(visit: Visit, look: Look, said: Said, about: Subject) -> Act:
    with opened(visit, Asked.VIEW, about):
        rule = allowed(visit, Asked.DECIDE, about, alone=False)
        to = held(look)
        act = step(to, visit, states.PROPOSE_MATCH, said, rule=rule.rule, provision=rule.provision)
        tell(visit, "hit.proposed", look.hit, rule.rule, waits=True)
        return act


def _ask_for_more(visit: Visit, look: Look, said: Said, about: Subject) -> Act:
    with opened(visit, Asked.VIEW, about) as opening:
        # Whoever may dismiss it may also say that they cannot: it is no decision about anybody.
        rule = allowed(replace(visit, clears=True), Asked.DECIDE, about)
        to = held(look)
        act = step(to, visit, states.ASK_FOR_MORE, said, rule=rule.rule, provision=opening.allowed[0].provision)
        _remember(to, act, Answer.CANNOT_TELL)
        tell(visit, "hit.deferred", look.hit, rule.rule)
        return act


def agree(visit: Visit, look: Look, said: Said) -> Act:
    """A second person agrees with what the first one proposed, and so it is decided."""
    with opened(visit, Asked.VIEW, _subject(look.hit)):
        proposal = last(held(look).review, PROPOSALS)
    first = Visit(actor_of(proposal), proposal.purpose, proposal.reference, second=visit.actor)
    answer = ANSWER_OF[proposal.event]
    first = replace(first, clears=answer is Answer.NOT_SAME)
    details = {"second": visit.actor.id}
    with opened(first, Asked.DECIDE, _subject(look.hit), details) as opening:
        if answer is Answer.NOT_SAME:
            # One person may clear under the policy: that the second one may as well has to be asked.
            allowed(replace(visit, clears=True), Asked.DECIDE, _subject(look.hit))
        to, given = held(look), opening.allowed[0]
        rule = {"rule": given.rule, "provision": given.provision}
        act = step(to, visit, AGREED[proposal.event], said, answers=proposal, **rule)
        _remember(to, act, answer)
        if answer is Answer.SAME:
            to.review.confirmed_by = proposal.actor
            to.review.save(update_fields=["confirmed_by"])
            returning.loud_again(memory.end(look.hit, act.at, but=act.id), act)
        tell(visit, "hit.confirmed", look.hit, given.rule)
        return act


def disagree(visit: Visit, look: Look, said: Said) -> Act:
    """A second person disagrees: it is open again, and both acts stay. Only who could have agreed may."""
    with opened(visit, Asked.VIEW, _subject(look.hit)):
        to = held(look)
        proposal = last(to.review, PROPOSALS)
        clears = ANSWER_OF[proposal.event] is Answer.NOT_SAME
        first = Visit(actor_of(proposal), proposal.purpose, proposal.reference, second=visit.actor, clears=clears)
        given = allowed(first, Asked.DECIDE, _subject(look.hit))
        rule = {"rule": given.rule, "provision": given.provision}
        act = step(to, visit, states.DISAGREE, said, answers=proposal, **rule)
        tell(visit, "hit.disagreed", look.hit, given.rule)
        return act


def _remember(to: Held, act: Act, answer: Answer) -> None:
    hit = to.hit
    memory.remember(act, answer, hit, statements_about(hit.traveller_id), entry_in_force(hit.list, hit.entry_id))


def _subject(hit: int) -> Subject:
    return subject(SubjectClass.HIT, reference(hit))
