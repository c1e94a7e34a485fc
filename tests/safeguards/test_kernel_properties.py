"""What holds of the kernel for any facts, any purpose and any order of the rules."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from gatehouse.safeguards.acts import acts
from gatehouse.safeguards.decision import (
    Actor,
    Allow,
    Asked,
    Context,
    Grant,
    KeptTo,
    NeedsSecondPerson,
    Refuse,
    Subject,
)
from gatehouse.safeguards.kernel import decide
from gatehouse.safeguards.policy import Effect, policy
from gatehouse.safeguards.standing import Level
from gatehouse.safeguards.vocabulary import ASSESSING, MATERIAL, PERSONAL, Act, PurposeClass, Role, SubjectClass
from law_questions import CODES, ME, NOW, OTHER, PROFILE

PEOPLE = st.sampled_from([ME, OTHER, "p-3"])
MAYBE = st.none() | PEOPLE
STATES = st.sampled_from([None, "UTO", "ATL"])
ACTORS = st.builds(Actor, PEOPLE, st.sampled_from(Role), st.sampled_from([None, "u-1", "u-2"]), STATES)
SUBJECTS = st.builds(
    Subject,
    st.sampled_from(SubjectClass),
    ref=st.sampled_from(["r-1", "r-2"]),
    person=MAYBE,
    unit=st.sampled_from([None, "u-1"]),
    confirmed_by=MAYBE,
    approved_by=MAYBE,
    on_hold=st.booleans(),
    clock_has_run_out=st.booleans(),
    is_child=st.booleans(),
    best_interests_ref=st.sampled_from([None, "b-1"]),
    feared_states=st.sampled_from([frozenset(), frozenset({"UTO"})]),
    tested_on_history=st.booleans(),
    identity_checked=st.booleans(),
    state=STATES,
    team=st.frozensets(PEOPLE),
    with_the_state=st.booleans(),
    before_the_committee=st.booleans(),
    adopted=st.booleans(),
    shareable=st.booleans(),
    published=st.booleans(),
    kept_to=st.none() | st.sampled_from(KeptTo),
    hidden_from=st.frozensets(PEOPLE),
)
GRANTS = st.builds(Grant, PEOPLE, st.just("r-1"), PEOPLE, st.just(NOW), st.just(NOW + dt.timedelta(hours=1)))
CONTEXTS = st.builds(
    Context,
    st.just(PROFILE),
    st.just(NOW),
    st.sampled_from(Level),
    reference=st.sampled_from([None, "", "c-1"]),
    requester=MAYBE,
    second=st.none() | ACTORS,
    grant=st.none() | GRANTS,
    recipient=st.sampled_from([None, "border-police", "nobody"]),
    clears=st.booleans(),
)
PURPOSES = st.sampled_from(sorted(CODES.values())) | st.text(max_size=12)
ASKED = st.builds(Asked, ACTORS, st.sampled_from(Act), SUBJECTS, PURPOSES)
BY_NAME = {rule.name: rule for rule in policy()}
PERMITS = {name for name, rule in BY_NAME.items() if rule.effect is Effect.PERMIT}


@given(ASKED, CONTEXTS, st.integers())
def test_the_order_of_the_rules_changes_no_answer(asked: Asked, context: Context, seed: int) -> None:
    shuffled = list(policy())
    random.Random(seed).shuffle(shuffled)
    assert decide(shuffled, asked, context) == decide(policy(), asked, context)


@given(ASKED, CONTEXTS)
def test_only_a_permit_allows_and_taking_it_away_refuses(asked: Asked, context: Context) -> None:
    rules = list(policy())
    while not isinstance(answer := decide(rules, asked, context), Refuse):
        assert answer.rule in PERMITS
        rules = [rule for rule in rules if rule.name != answer.rule]


@given(ASKED, CONTEXTS)
def test_a_rule_that_forbids_cannot_be_outvoted(asked: Asked, context: Context) -> None:
    forbidding = [rule for rule in policy() if rule.effect is Effect.FORBID]
    alone = decide(forbidding, asked, context)
    if alone.rule in BY_NAME:
        assert decide(policy(), asked, context) == alone


@given(ASKED, CONTEXTS)
def test_nothing_is_allowed_outside_the_purposes_of_the_profile(asked: Asked, context: Context) -> None:
    if not isinstance(decide(policy(), asked, context), Refuse):
        assert asked.purpose in CODES.values()


@given(ASKED, CONTEXTS)
def test_a_second_person_is_never_the_first(asked: Asked, context: Context) -> None:
    answer = decide(policy(), asked, context)
    if isinstance(answer, Allow) and answer.second is not None:
        assert answer.second != asked.actor.id
        assert context.second is not None
        assert context.second.role in BY_NAME[answer.rule].second
    if isinstance(answer, NeedsSecondPerson):
        assert answer.roles
        assert Role.MACHINE not in answer.roles


@given(ASKED, CONTEXTS)
def test_the_machine_never_decides_and_is_never_shown_anything(asked: Asked, context: Context) -> None:
    asked = Asked(Actor(asked.actor.id, Role.MACHINE), asked.act, asked.subject, asked.purpose)
    if acts()[asked.act].kind in ("decides", "sees"):
        # To read a count or the law is to be shown nothing of a person; and even that is not the machine's.
        assert isinstance(decide(policy(), asked, context), Refuse)


@given(ASKED, CONTEXTS, st.sampled_from([Role.OPERATOR, Role.ADMINISTRATOR]))
def test_who_runs_the_system_reaches_no_personal_data(asked: Asked, context: Context, role: Role) -> None:
    asked = Asked(Actor(asked.actor.id, role), asked.act, asked.subject, asked.purpose)
    if asked.subject.kind in PERSONAL:
        assert isinstance(decide(policy(), asked, context), Refuse)


@given(ASKED, CONTEXTS, st.sampled_from(sorted(ASSESSING)))
def test_who_assesses_states_reaches_no_personal_data(asked: Asked, context: Context, role: Role) -> None:
    asked = Asked(Actor(asked.actor.id, role), asked.act, asked.subject, asked.purpose)
    if asked.subject.kind in PERSONAL:
        assert isinstance(decide(policy(), asked, context), Refuse)


@given(ASKED, CONTEXTS, st.sampled_from(sorted(MATERIAL)), st.sampled_from(sorted(Role)))
def test_what_a_state_keeps_confidential_reaches_only_it_and_the_team(
    asked: Asked, context: Context, kind: SubjectClass, role: Role
) -> None:
    subject = replace(asked.subject, kind=kind, kept_to=KeptTo.TEAM)
    asked = Asked(replace(asked.actor, role=role), asked.act, subject, CODES[PurposeClass.ASSESSMENT])
    about_one = kind not in (SubjectClass.QUESTIONNAIRE, SubjectClass.VISIT_LIST, SubjectClass.SURVEY_TABLE)
    if about_one and acts()[asked.act].kind == "sees" and not isinstance(decide(policy(), asked, context), Refuse):
        own = asked.actor.state is not None and asked.actor.state == subject.state
        assert own or asked.actor.id in subject.team


@given(ASKED, CONTEXTS)
def test_sensitive_data_can_only_be_erased(asked: Asked, context: Context) -> None:
    if asked.subject.kind is SubjectClass.SENSITIVE_DATA and not isinstance(decide(policy(), asked, context), Refuse):
        assert (asked.actor.role, asked.act) == (Role.MACHINE, Act.ERASE)


@given(ASKED, CONTEXTS)
def test_every_answer_says_why_and_by_what_provision(asked: Asked, context: Context) -> None:
    answer = decide(policy(), asked, context)
    assert answer.asked is asked
    assert answer.reason
    assert answer.provision in PROFILE.provisions.values()
