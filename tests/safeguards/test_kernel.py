"""Single questions, each with the one fact that decides it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from gatehouse.safeguards.acts import acts
from gatehouse.safeguards.decision import Actor, Allow, Grant, NeedsSecondPerson, Refuse
from gatehouse.safeguards.kernel import NOT_APPLICABLE, NOT_COVERED, decide, may
from gatehouse.safeguards.policy import Effect, Rule, policy
from gatehouse.safeguards.vocabulary import Act, PurposeClass, Role, SubjectClass, Topic
from law_questions import BREAKS, ME, NOW, OTHER, PROFILE, TRIGGERS, favourable, permits, question_for

RULES = {rule.name: rule for rule in policy()}
PERMITS = permits(policy())
FORBIDS = [rule for rule in policy() if rule.effect is Effect.FORBID]
DECIDE_HIT = (Role.ANALYST, Act.DECIDE, SubjectClass.HIT, PurposeClass.SCREENING)


@pytest.mark.parametrize("rule", PERMITS, ids=lambda rule: rule.name)
def test_a_permit_permits_where_its_conditions_hold(rule: Rule) -> None:
    answer = decide(policy(), *question_for(rule))
    assert isinstance(answer, NeedsSecondPerson if rule.second else Allow)
    assert answer.provision == PROFILE.provisions[RULES[answer.rule].topic]
    assert answer.reason


@pytest.mark.parametrize(
    ("rule", "condition"),
    [(rule, condition) for rule in PERMITS for condition in rule.conditions],
    ids=lambda part: part if isinstance(part, str) else part.name,
)
def test_a_permit_is_nothing_without_each_of_its_conditions(rule: Rule, condition: str) -> None:
    answer = decide(policy(), *BREAKS[condition](question_for(rule)))
    # Who may not dismiss a hit alone may still confirm it with a second person: never alone.
    assert answer.rule != rule.name
    assert not isinstance(answer, Allow)


@pytest.mark.parametrize("rule", [rule for rule in FORBIDS if rule.conditions], ids=lambda rule: rule.name)
def test_what_is_forbidden_is_refused_although_it_is_permitted(rule: Rule) -> None:
    (condition,) = rule.conditions
    tried = 0
    for permit in PERMITS:
        question = question_for(permit)
        asked = question.asked
        if asked.actor.role not in rule.roles or asked.act not in rule.acts or asked.subject.kind not in rule.subjects:
            continue
        assert isinstance(decide(policy(), *question), Allow | NeedsSecondPerson)
        answer = decide(policy(), *TRIGGERS[condition](question))
        assert isinstance(answer, Refuse)
        assert RULES[answer.rule].effect is Effect.FORBID
        tried += 1
    assert tried


def test_a_match_is_confirmed_by_two_and_dismissed_by_one() -> None:
    asked, context = favourable(*DECIDE_HIT)
    alone = decide(policy(), asked, context)
    assert isinstance(alone, NeedsSecondPerson)
    assert alone.roles == {Role.SENIOR_ANALYST}
    together = decide(policy(), asked, replace(context, second=Actor(OTHER, Role.SENIOR_ANALYST)))
    assert isinstance(together, Allow)
    assert together.second == OTHER
    assert isinstance(decide(policy(), asked, replace(context, clears=True)), Allow)


@pytest.mark.parametrize("role", [Role.ANALYST, Role.MACHINE, Role.OVERSIGHT_READER])
def test_a_second_person_is_in_a_role_that_may_second(role: Role) -> None:
    asked, context = favourable(*DECIDE_HIT)
    assert isinstance(decide(policy(), asked, replace(context, second=Actor(OTHER, role))), NeedsSecondPerson)


def test_a_second_person_does_not_second_about_themselves() -> None:
    asked, context = favourable(*DECIDE_HIT)
    asked = replace(asked, subject=replace(asked.subject, person=OTHER))
    answer = decide(policy(), asked, replace(context, second=Actor(OTHER, Role.SENIOR_ANALYST)))
    assert isinstance(answer, Refuse)
    assert answer.rule == "own-data"


@pytest.mark.parametrize(
    "grant",
    [
        Grant(OTHER, "r-1", "p-3", NOW, NOW + dt.timedelta(hours=1)),
        Grant(ME, "r-2", "p-3", NOW, NOW + dt.timedelta(hours=1)),
        Grant(ME, "r-1", ME, NOW, NOW + dt.timedelta(hours=1)),
        Grant(ME, "r-1", "", NOW, NOW + dt.timedelta(hours=1)),
        Grant(ME, "r-1", "p-3", NOW - dt.timedelta(hours=1), NOW),
        Grant(ME, "r-1", "p-3", NOW + dt.timedelta(seconds=1), NOW + dt.timedelta(hours=1)),
        Grant(ME, "r-1", "p-3", NOW, NOW + dt.timedelta(hours=72, seconds=1)),
    ],
    ids=["another-person", "another-record", "own-approval", "nobody-approved", "over", "not-yet", "too-long"],
)
def test_unmasked_data_are_seen_only_by_whom_when_and_what_was_approved(grant: Grant) -> None:
    asked, context = favourable(Role.ANALYST, Act.VIEW_UNMASKED, SubjectClass.TRAVELLER_MASKED, PurposeClass.REQUEST)
    assert isinstance(decide(policy(), asked, context), Allow)
    answer = decide(policy(), asked, replace(context, grant=grant))
    assert (type(answer), answer.rule) == (Refuse, "outside-the-time-box")


def test_the_profile_says_who_approves_unmasking() -> None:
    question = (Act.UNMASK_APPROVE, SubjectClass.TRAVELLER_MASKED, PurposeClass.REQUEST)
    asked, context = favourable(Role.DATA_PROTECTION_OFFICER, *question)
    assert isinstance(decide(policy(), asked, context), Refuse)
    unmasking = replace(PROFILE.unmasking, approved_by=(Role.DATA_PROTECTION_OFFICER,))
    other = replace(context, profile=replace(PROFILE, unmasking=unmasking))
    assert isinstance(decide(policy(), asked, other), Allow)
    asked, context = favourable(Role.APPROVING_AUTHORITY, *question)
    assert isinstance(decide(policy(), asked, replace(context, profile=other.profile)), Refuse)


def test_the_answer_cites_the_law_of_the_deployment() -> None:
    asked, context = favourable(*DECIDE_HIT)
    provisions = {**PROFILE.provisions, Topic.HUMAN_DECISION: "Act of Utopia, s. 99"}
    answer = decide(policy(), asked, replace(context, profile=replace(PROFILE, provisions=provisions)))
    assert answer.provision == "Act of Utopia, s. 99"


def test_an_act_that_is_none_on_such_a_thing_is_refused_to_everybody() -> None:
    for role in Role:
        for act, row in acts().items():
            for kind in set(SubjectClass) - row.subjects:
                answer = decide(policy(), *favourable(role, act, kind, PurposeClass.SCREENING))
                assert (type(answer), answer.rule) == (Refuse, NOT_APPLICABLE)


def test_words_that_are_in_no_closed_list_are_refused() -> None:
    asked, context = favourable(*DECIDE_HIT)
    for wrong in (
        replace(asked, act="delete-everything"),
        replace(asked, actor=replace(asked.actor, role="root")),
        replace(asked, subject=replace(asked.subject, kind="everybody")),
    ):
        assert isinstance(decide(policy(), wrong, context), Refuse)


def test_without_rules_everything_is_refused() -> None:
    answer = decide((), *favourable(*DECIDE_HIT))
    assert (type(answer), answer.rule) == (Refuse, NOT_COVERED)


def test_may_asks_the_rules_that_come_with_gatehouse() -> None:
    asked, context = favourable(*DECIDE_HIT)
    assert may(asked.actor, asked.act, asked.subject, asked.purpose, context) == decide(policy(), asked, context)
