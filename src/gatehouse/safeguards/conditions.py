"""The conditions that rows of the policy name: pure functions of the question and its context.

A condition holds only where a recorded fact says so: what is not known never opens a door. Those that rows forbid by
(`subject-is-self`, `outside-time-box`, …) hold where the fact that would excuse is not there.
"""

from __future__ import annotations

from collections.abc import Callable

from gatehouse.safeguards.conditions_of_material import (
    adopted,
    before_the_committee_or_adopted,
    hidden_from_the_actor,
    kept_by_the_state,
    kept_from_the_committee,
    of_the_assessed_state,
    on_the_team,
    own_state,
    published,
    shareable,
    with_the_state,
)
from gatehouse.safeguards.decision import Asked, Context
from gatehouse.safeguards.standing import Level

Condition = Callable[[Asked, Context], bool]


def same_unit(asked: Asked, context: Context) -> bool:
    """The record is assigned to the actor's unit, or to none."""
    del context
    return asked.subject.unit is None or asked.subject.unit == asked.actor.unit


def reference_given(asked: Asked, context: Context) -> bool:
    """The case or request that the act serves is stated."""
    del asked
    return bool(context.reference and context.reference.strip())


def clears_the_person(asked: Asked, context: Context) -> bool:
    """The decision is in favour of the person."""
    del asked
    return context.clears


def person_confirmed(asked: Asked, context: Context) -> bool:
    """A person confirmed the match."""
    del context
    return bool(asked.subject.confirmed_by)


def within_time_box(asked: Asked, context: Context) -> bool:
    """Another person's approval lets this actor see this very record now."""
    grant = context.grant
    return (
        grant is not None
        and bool(asked.subject.ref)
        and (grant.actor, grant.ref) == (asked.actor.id, asked.subject.ref)
        and bool(grant.approved_by)
        and grant.approved_by != asked.actor.id
        and grant.from_ <= context.now < grant.until
        and (grant.until - grant.from_).total_seconds() <= context.profile.unmasking.time_box_hours * 3600
    )


def outside_time_box(asked: Asked, context: Context) -> bool:
    """No approval lets this actor see this record now."""
    return not within_time_box(asked, context)


def requester_is_another(asked: Asked, context: Context) -> bool:
    """It is recorded who asked, and that is neither the actor nor the second person."""
    second = context.second.id if context.second else None
    return bool(context.requester) and context.requester not in (asked.actor.id, second)


def requester_is_actor(asked: Asked, context: Context) -> bool:
    """The actor asked for it themselves."""
    return context.requester == asked.actor.id


def approver_in_profile(asked: Asked, context: Context) -> bool:
    """The actor's role is one of those that the profile lets approve unmasking."""
    return asked.actor.role in context.profile.unmasking.approved_by


def second_is_the_actor(asked: Asked, context: Context) -> bool:
    """The second person is the one who acts."""
    return context.second is not None and context.second.id == asked.actor.id


def purpose_outside_profile(asked: Asked, context: Context) -> bool:
    """The profile names no such purpose."""
    return context.profile.purpose(asked.purpose) is None


def subject_is_self(asked: Asked, context: Context) -> bool:
    """The record is about the actor, or about the second person."""
    acting = {asked.actor.id, context.second.id if context.second else asked.actor.id}
    return asked.subject.person in acting


def recipient_in_profile(asked: Asked, context: Context) -> bool:
    """The profile names the recipient."""
    return not recipient_outside_profile(asked, context)


def recipient_outside_profile(asked: Asked, context: Context) -> bool:
    """The profile does not name the recipient, or none is stated."""
    del asked
    return context.recipient is None or context.profile.recipient(context.recipient) is None


def recipient_is_feared(asked: Asked, context: Context) -> bool:
    """The recipient's State is one that the person has sought protection from."""
    recipient = context.profile.recipient(context.recipient or "")
    return recipient is not None and recipient.country in asked.subject.feared_states


def on_hold(asked: Asked, context: Context) -> bool:
    """A named case holds the data."""
    del context
    return asked.subject.on_hold


def clock_has_run_out(asked: Asked, context: Context) -> bool:
    """The clock of the data has run out."""
    del context
    return asked.subject.clock_has_run_out


def child_without_best_interests(asked: Asked, context: Context) -> bool:
    """The person is a child, and no decision on the child's best interests is recorded."""
    del context
    return asked.subject.is_child and not asked.subject.best_interests_ref


def tested_on_history(asked: Asked, context: Context) -> bool:
    """The criterion was tested on history, and its expected false hits are known."""
    del context
    return asked.subject.tested_on_history


def approved(asked: Asked, context: Context) -> bool:
    """Somebody approved it."""
    del context
    return bool(asked.subject.approved_by)


def identity_checked(asked: Asked, context: Context) -> bool:
    """The person who asks is who they say."""
    del context
    return asked.subject.identity_checked


def screening_stopped(asked: Asked, context: Context) -> bool:
    """The profile has lapsed so far that nobody is screened anew."""
    del asked
    return context.standing in (Level.SCREENING_STOPPED, Level.NOT_YET)


def criteria_stopped(asked: Asked, context: Context) -> bool:
    """The profile has lapsed so far that criteria are not applied."""
    return screening_stopped(asked, context) or context.standing is Level.CRITERIA_STOPPED


CONDITIONS: dict[str, Condition] = {
    function.__name__.replace("_", "-"): function
    for function in (
        same_unit,
        reference_given,
        clears_the_person,
        person_confirmed,
        within_time_box,
        outside_time_box,
        requester_is_another,
        requester_is_actor,
        approver_in_profile,
        second_is_the_actor,
        purpose_outside_profile,
        subject_is_self,
        recipient_in_profile,
        recipient_outside_profile,
        recipient_is_feared,
        on_hold,
        clock_has_run_out,
        child_without_best_interests,
        tested_on_history,
        approved,
        identity_checked,
        screening_stopped,
        criteria_stopped,
        own_state,
        of_the_assessed_state,
        on_the_team,
        with_the_state,
        before_the_committee_or_adopted,
        adopted,
        shareable,
        published,
        kept_by_the_state,
        kept_from_the_committee,
        hidden_from_the_actor,
    )
}
"""By the name that `policy.csv` uses."""
