"""May this actor do this act to this subject for this purpose? One pure function, and rules as data.

What no rule permits is refused. A rule that forbids overrides every rule that permits, whatever their order. Of several
rules that say the same, the first of the table is cited, so that the answer to a question is always the same one.

The kernel believes the facts that the caller states of subject and context; `records` is to take them from what is
stored.
Trust: whoever calls with facts that are not recorded can be allowed what they should not.
"""

from __future__ import annotations

from collections.abc import Sequence

from gatehouse.safeguards.acts import acts
from gatehouse.safeguards.conditions import CONDITIONS
from gatehouse.safeguards.decision import Actor, Allow, Asked, Context, Decision, NeedsSecondPerson, Refuse, Subject
from gatehouse.safeguards.policy import Effect, Rule, policy
from gatehouse.safeguards.vocabulary import Act, PurposeClass, Topic

NOT_APPLICABLE = "act-does-not-apply"
"""The rule cited where an act is no act on such a subject (`acts.csv`)."""
NOT_COVERED = "no-rule"
"""The rule cited where not even a default speaks. The golden file of these is empty, and a test keeps it so."""


def may(actor: Actor, act: Act, subject: Subject, purpose: str, context: Context) -> Decision:
    """The answer of the rules that come with Gatehouse; `purpose` is the code of one of the profile's."""
    return decide(policy(), Asked(actor, act, subject, purpose), context)


def decide(rules: Sequence[Rule], asked: Asked, context: Context) -> Decision:
    """The answer of these rules. Pure: the same question in the same context has the same answer, for ever."""
    row = acts().get(asked.act)
    if row is None or asked.subject.kind not in row.subjects:
        return Refuse(asked, NOT_APPLICABLE, "this is not done to such a thing", _cited(context, Topic.ACCESS))
    fitting = sorted((rule for rule in rules if _fits(rule, asked, context)), key=lambda rule: rule.rank)
    by_effect = {effect: [rule for rule in fitting if rule.effect is effect] for effect in Effect}
    if forbidding := by_effect[Effect.FORBID]:
        return _refused(forbidding[0], asked, context)
    permitting = by_effect[Effect.PERMIT]
    alone = [rule for rule in permitting if not rule.second]
    if alone:
        return Allow(asked, alone[0].name, alone[0].reason, _cited(context, alone[0].topic))
    if permitting:
        return _with_second(permitting, asked, context)
    if denying := by_effect[Effect.DENY]:
        return _refused(denying[0], asked, context)
    return Refuse(asked, NOT_COVERED, "no rule permits it", _cited(context, Topic.ACCESS))


def _fits(rule: Rule, asked: Asked, context: Context) -> bool:
    return (
        asked.actor.role in rule.roles
        and asked.act in rule.acts
        and asked.subject.kind in rule.subjects
        and (rule.any_purpose or _purpose_class(asked, context) in rule.purposes)
        and all(CONDITIONS[name](asked, context) for name in rule.conditions)
    )


def _purpose_class(asked: Asked, context: Context) -> PurposeClass | None:
    purpose = context.profile.purpose(asked.purpose)
    return purpose.kind if purpose else None


def _with_second(rules: Sequence[Rule], asked: Asked, context: Context) -> Decision:
    """Allowed where the second person is in a role that a rule asks for; that it is another one was seen to."""
    second = context.second
    for rule in rules:
        if second is not None and second.role in rule.second:
            return Allow(asked, rule.name, rule.reason, _cited(context, rule.topic), second.id)
    first = rules[0]
    roles = frozenset(role for rule in rules for role in rule.second)
    return NeedsSecondPerson(asked, first.name, first.reason, _cited(context, first.topic), roles)


def _refused(rule: Rule, asked: Asked, context: Context) -> Refuse:
    return Refuse(asked, rule.name, rule.reason, _cited(context, rule.topic))


def _cited(context: Context, topic: Topic) -> str:
    return context.profile.provisions[topic]
