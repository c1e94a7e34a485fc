"""People decide: alone where that is in favour of the person, two for a match, and never over one another."""

from __future__ import annotations

import pytest

from gatehouse.audit import log
from gatehouse.audit.entry import decoded
from gatehouse.records import RefusedError
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.hits.models import Hit
from gatehouse.screening.review import decisions, handling, states
from gatehouse.screening.review.acting import Said
from gatehouse.screening.review.answers import Answer
from gatehouse.screening.review.errors import AnswerError, ReviewError, StaleError
from gatehouse.screening.review.models import Act, Memory, Review
from reviewing import ANALYST, BY_DOCUMENT, NAME_ONLY, SENIOR, Screening, look, state_of, visitor


@pytest.fixture(autouse=True)
def hit(screening: Screening) -> None:
    screening.fly(screening.ann())


def told() -> list[tuple[str, str, str]]:
    """What the log tells of people's acts; what the machine did before them is told there too."""
    entries = [decoded(leaf) for _, leaf in log.leaves(0, log.size()) if not decoded(leaf).actor.startswith("machine:")]
    return [(entry.actor, entry.act, entry.decision.value) for entry in entries]


def test_one_person_clears_and_it_leaves_the_queue() -> None:
    act = decisions.decide(ANALYST, look(), Answer.NOT_SAME, NAME_ONLY)
    assert (act.event, act.state, act.number, act.actor, act.rule) == (
        states.CLEAR, states.CLEARED, 1, "account:1", "dismiss-a-hit",
    )  # fmt: skip
    assert not Review.objects.get().waiting
    assert told() == [("account:1", "hit.decided", "allowed")]


def test_one_person_proposes_a_match_and_another_makes_it() -> None:
    proposal = decisions.decide(ANALYST, look(), Answer.SAME, BY_DOCUMENT)
    assert (proposal.state, Review.objects.get().waiting, Review.objects.get().confirmed_by) == (
        states.SECOND, True, None,
    )  # fmt: skip
    agreed = decisions.agree(SENIOR, look(), Said("", "the same"))
    assert (agreed.state, agreed.answers_id) == (states.CONFIRMED, proposal.id)
    assert Review.objects.get().confirmed_by == "account:1"
    assert told() == [
        ("account:1", "hit.opened", "allowed"),
        ("account:1", "hit.proposed", "second-person"),
        ("account:2", "hit.opened", "allowed"),
        ("account:1", "hit.decided", "allowed"),
        ("account:2", "hit.confirmed", "allowed"),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (SENIOR, SENIOR),
        (ANALYST, ANALYST),
        (ANALYST, visitor(4)),
        (visitor(2), SENIOR),
        (ANALYST, visitor(5, Role.DATA_PROTECTION_OFFICER, reference="C")),
    ],
    ids=["oneself", "oneself as analyst", "an analyst", "oneself in another role", "who only supervises"],
)
def test_the_second_is_another_person_in_the_role_that_the_policy_names(first, second) -> None:
    decisions.decide(first, look(), Answer.SAME, BY_DOCUMENT)
    for act in (decisions.agree, decisions.disagree):
        with pytest.raises(RefusedError):
            act(second, look(), Said())
    assert state_of() == states.SECOND


def test_the_second_may_disagree_and_both_acts_stay() -> None:
    decisions.decide(ANALYST, look(), Answer.SAME, BY_DOCUMENT)
    decisions.disagree(SENIOR, look(), Said("", "another picture"))
    assert state_of() == states.OPEN
    assert list(Act.objects.order_by("number").values_list("event", "actor")) == [
        (states.PROPOSE_MATCH, "account:1"),
        (states.DISAGREE, "account:2"),
    ]


def test_who_cannot_tell_says_what_is_needed_and_it_goes_on_waiting() -> None:
    decisions.decide(ANALYST, look(), Answer.CANNOT_TELL, Said("passenger-list"))
    assert (state_of(), Review.objects.get().waiting) == (states.NEEDS_MORE, True)
    assert told()[-1] == ("account:1", "hit.deferred", "allowed")
    decisions.decide(ANALYST, look(), Answer.NOT_SAME, NAME_ONLY)
    assert state_of() == states.CLEARED


def test_a_list_may_ask_for_two_persons_to_clear(monkeypatch: pytest.MonkeyPatch) -> None:
    strict = handling.table_from(None)["*"]._replace(second_person=frozenset({Answer.SAME, Answer.NOT_SAME}))
    monkeypatch.setattr(decisions, "handling_table", lambda: {"*": strict})
    decisions.decide(ANALYST, look(), Answer.NOT_SAME, NAME_ONLY)
    assert (state_of(), Memory.objects.count()) == (states.SECOND, 0)
    with pytest.raises(RefusedError):
        decisions.agree(ANALYST, look(), Said())
    decisions.agree(visitor(4), look(), Said())
    assert (state_of(), Memory.objects.count()) == (states.CLEARED, 1)


def test_of_two_at_once_the_second_is_told_and_nothing_is_lost() -> None:
    seen = look()
    decisions.decide(ANALYST, seen, Answer.NOT_SAME, NAME_ONLY)
    with pytest.raises(StaleError, match=r"account:1: cleared .* nothing of yours was stored"):
        decisions.decide(SENIOR, seen, Answer.SAME, BY_DOCUMENT)
    assert (state_of(), Act.objects.count()) == (states.CLEARED, 1)


def test_who_looked_at_an_older_claim_is_told() -> None:
    seen = look()
    Hit.objects.update(version=2)
    with pytest.raises(StaleError, match="version 2, you saw 1"):
        decisions.decide(ANALYST, seen, Answer.NOT_SAME, NAME_ONLY)
    assert Act.objects.count() == 0


def test_a_decision_is_not_decided_again() -> None:
    decisions.decide(ANALYST, look(), Answer.NOT_SAME, NAME_ONLY)
    with pytest.raises(ReviewError, match="the hit is cleared: this cannot be done"):
        decisions.decide(SENIOR, look(), Answer.SAME, BY_DOCUMENT)


@pytest.mark.parametrize(
    "visit",
    [
        visitor(9, Role.OPERATOR),
        visitor(9, Role.BORDER_OFFICER),
        visitor(9, Role.OVERSIGHT_READER, reference="C"),
        visitor(9, unit="south"),
    ],
    ids=["operator", "border", "overseer", "another unit"],
)
@pytest.mark.parametrize("answer", [Answer.NOT_SAME, Answer.SAME, Answer.CANNOT_TELL])
def test_who_may_not_decide_does_not(visit, answer: Answer) -> None:
    Review.objects.update(unit="north")
    reason = {Answer.NOT_SAME: NAME_ONLY, Answer.SAME: BY_DOCUMENT, Answer.CANNOT_TELL: Said("document")}[answer]
    with pytest.raises(RefusedError):
        decisions.decide(visit, look(), answer, reason)
    assert (state_of(), Act.objects.count()) == (states.OPEN, 0)


def test_an_answer_without_a_reason_of_its_own_is_refused() -> None:
    with pytest.raises(AnswerError):
        decisions.decide(ANALYST, look(), Answer.SAME, NAME_ONLY)


def test_nobody_agrees_where_nothing_was_proposed() -> None:
    with pytest.raises(ReviewError, match="nothing waits"):
        decisions.agree(SENIOR, look(), Said())
