"""The conditions about what States told and what was found about them: whose it is, how far it has come, who keeps it.

As all conditions they are pure, and what is not known opens nothing: material without a State is nobody's own.
"""

from __future__ import annotations

from gatehouse.safeguards.decision import Asked, Context, KeptTo


def own_state(asked: Asked, context: Context) -> bool:
    """The actor speaks for the State that it is about."""
    del context
    return bool(asked.actor.state) and asked.actor.state == asked.subject.state


def of_the_assessed_state(asked: Asked, context: Context) -> bool:
    """The actor, or the second person, belongs to the State that is assessed."""
    people = (asked.actor, context.second)
    return any(one is not None and one.state and one.state == asked.subject.state for one in people)


def on_the_team(asked: Asked, context: Context) -> bool:
    """The actor is on the team that assesses this State, or was given this piece to work on."""
    del context
    return asked.actor.id in asked.subject.team


def with_the_state(asked: Asked, context: Context) -> bool:
    """It comes from the State, or was put before it."""
    del context
    return asked.subject.with_the_state


def before_the_committee_or_adopted(asked: Asked, context: Context) -> bool:
    """It was adopted, or the State was heard and it waits for the committee to adopt it."""
    del context
    return asked.subject.before_the_committee or asked.subject.adopted


def adopted(asked: Asked, context: Context) -> bool:
    """It was adopted."""
    del context
    return asked.subject.adopted


def shareable(asked: Asked, context: Context) -> bool:
    """It was decided that those who help the State may have it."""
    del context
    return asked.subject.shareable


def published(asked: Asked, context: Context) -> bool:
    """It was decided that everybody may have it."""
    del context
    return asked.subject.published


def kept_by_the_state(asked: Asked, context: Context) -> bool:
    """The assessed State keeps it confidential, and it is not the actor's own State."""
    return asked.subject.kept_to is not None and not own_state(asked, context)


def kept_from_the_committee(asked: Asked, context: Context) -> bool:
    """The assessed State keeps it to itself and the team."""
    del context
    return asked.subject.kept_to is KeptTo.TEAM


def hidden_from_the_actor(asked: Asked, context: Context) -> bool:
    """The actor is to judge by themselves first."""
    del context
    return asked.actor.id in asked.subject.hidden_from
