"""Questions for the kernel: for every role, act and subject one with every fact favourable, and ways to spoil it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import NamedTuple

from gatehouse.safeguards.decision import Actor, Asked, Context, Grant, KeptTo, Subject
from gatehouse.safeguards.policy import Effect, Rule
from gatehouse.safeguards.shipped import demo_profile
from gatehouse.safeguards.standing import Level
from gatehouse.safeguards.vocabulary import Act, PurposeClass, Role, SubjectClass

PROFILE = demo_profile()
NOW = dt.datetime(2026, 9, 24, 12, tzinfo=dt.UTC)
ME, OTHER, THIRD = "p-1", "p-2", "p-3"
CODES = {purpose.kind: purpose.code for purpose in PROFILE.purposes}


class Question(NamedTuple):
    """What is asked, and in which context."""

    asked: Asked
    context: Context


def favourable(role: Role, act: Act, kind: SubjectClass, purpose: PurposeClass) -> Question:
    """The question with every fact on its side, except that the decision is not in favour of the person."""
    subject = Subject(
        kind,
        "r-1",
        unit="u-1",
        confirmed_by=OTHER,
        approved_by=OTHER,
        clock_has_run_out=True,
        is_child=True,
        best_interests_ref="b-1",
        tested_on_history=True,
        identity_checked=True,
        state="UTO",
        team=frozenset({ME}),
        with_the_state=True,
        before_the_committee=True,
        adopted=True,
        shareable=True,
        published=True,
    )
    grant = Grant(ME, "r-1", THIRD, NOW - dt.timedelta(hours=1), NOW + dt.timedelta(hours=1))
    context = Context(
        PROFILE, NOW, Level.IN_FORCE, reference="c-1", requester=OTHER, grant=grant, recipient="border-police"
    )
    state = "UTO" if role is Role.STATE_FOCAL_POINT else None
    return Question(Asked(Actor(ME, role, "u-1", state), act, subject, CODES[purpose]), context)


def _with(question: Question, subject: dict[str, object] | None = None, **context: object) -> Question:
    asked = replace(question.asked, subject=replace(question.asked.subject, **(subject or {})))
    return Question(asked, replace(question.context, **context))


def _as(question: Question, role: Role) -> Question:
    return Question(replace(question.asked, actor=replace(question.asked.actor, role=role)), question.context)


def _of(question: Question, state: str) -> Question:
    return Question(replace(question.asked, actor=replace(question.asked.actor, state=state)), question.context)


BREAKS = {
    "same-unit": lambda q: _with(q, {"unit": "u-2"}),
    "reference-given": lambda q: _with(q, reference=" "),
    "clears-the-person": lambda q: _with(q, clears=False),
    "person-confirmed": lambda q: _with(q, {"confirmed_by": None}),
    "within-time-box": lambda q: _with(q, grant=None),
    "requester-is-another": lambda q: _with(q, requester=None),
    "approver-in-profile": lambda q: _as(q, Role.SENIOR_ANALYST),
    "recipient-in-profile": lambda q: _with(q, recipient=None),
    "clock-has-run-out": lambda q: _with(q, {"clock_has_run_out": False}),
    "tested-on-history": lambda q: _with(q, {"tested_on_history": False}),
    "approved": lambda q: _with(q, {"approved_by": None}),
    "identity-checked": lambda q: _with(q, {"identity_checked": False}),
    "own-state": lambda q: _of(q, "ATL"),
    "on-the-team": lambda q: _with(q, {"team": frozenset({OTHER})}),
    "with-the-state": lambda q: _with(q, {"with_the_state": False}),
    "before-the-committee-or-adopted": lambda q: _with(q, {"before_the_committee": False, "adopted": False}),
    "adopted": lambda q: _with(q, {"adopted": False}),
    "shareable": lambda q: _with(q, {"shareable": False}),
    "published": lambda q: _with(q, {"published": False}),
}
"""For each condition that rows permit by: the question with that one fact gone."""

TRIGGERS = {
    "purpose-outside-profile": lambda q: Question(replace(q.asked, purpose="marketing"), q.context),
    "second-is-the-actor": lambda q: _with(q, second=replace(q.asked.actor, role=Role.SENIOR_ANALYST)),
    "subject-is-self": lambda q: _with(q, {"person": ME}),
    "screening-stopped": lambda q: _with(q, standing=Level.SCREENING_STOPPED),
    "criteria-stopped": lambda q: _with(q, standing=Level.CRITERIA_STOPPED),
    "on-hold": lambda q: _with(q, {"on_hold": True}),
    "outside-time-box": lambda q: _with(q, grant=None),
    "requester-is-actor": lambda q: _with(q, requester=ME),
    "recipient-outside-profile": lambda q: _with(q, recipient="somebody"),
    "recipient-is-feared": lambda q: _with(q, {"feared_states": frozenset({"UTO"})}),
    "of-the-assessed-state": lambda q: _of(q, "UTO"),
    "kept-by-the-state": lambda q: _of(_with(q, {"kept_to": KeptTo.COMMITTEE}), "ATL"),
    "kept-from-the-committee": lambda q: _with(q, {"kept_to": KeptTo.TEAM}),
    "hidden-from-the-actor": lambda q: _with(q, {"hidden_from": frozenset({ME})}),
    "child-without-best-interests": lambda q: _with(q, {"best_interests_ref": None}),
}
"""For each condition that rows forbid by: the question with that one fact against it."""


def question_for(rule: Rule) -> Question:
    """A question that this permit answers favourably."""
    role = Role.APPROVING_AUTHORITY if "approver-in-profile" in rule.conditions else min(rule.roles)
    kinds = rule.subjects - {SubjectClass.SENSITIVE_DATA} or rule.subjects
    act, kind = min((act, kind) for act in rule.acts for kind in kinds if is_act_on(act, kind))
    question = favourable(role, act, kind, min(rule.purposes))
    return _with(question, clears="clears-the-person" in rule.conditions)


def is_act_on(act: Act, kind: SubjectClass) -> bool:
    """Whether `acts.csv` applies the act to such a subject."""
    from gatehouse.safeguards.acts import acts

    return kind in acts()[act].subjects


def permits(rules: tuple[Rule, ...]) -> list[Rule]:
    """The rules that permit."""
    return [rule for rule in rules if rule.effect is Effect.PERMIT]
