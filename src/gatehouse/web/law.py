"""The law profile that this installation works under, and what a role may choose to act for."""

from __future__ import annotations

from functools import lru_cache

from gatehouse.records.law import law
from gatehouse.safeguards.policy import Effect, policy
from gatehouse.safeguards.profile import Profile, Purpose
from gatehouse.safeguards.vocabulary import PurposeClass, Role

__all__ = ["law", "purposes_of"]


FIRST = {
    Role.CRITERIA_AUTHOR: PurposeClass.CRITERIA,
    Role.CRITERIA_APPROVER: PurposeClass.CRITERIA,
    Role.APPROVING_AUTHORITY: PurposeClass.REQUEST,
    Role.REDRESS_OFFICER: PurposeClass.RIGHTS,
    Role.DATA_PROTECTION_OFFICER: PurposeClass.OVERSIGHT,
    Role.OVERSIGHT_READER: PurposeClass.OVERSIGHT,
    Role.OPERATOR: PurposeClass.UPKEEP,
    Role.ADMINISTRATOR: PurposeClass.UPKEEP,
}
"""What a role is there for, where that is not the first of its purposes in the profile."""


def purposes_of(role: Role, profile: Profile) -> tuple[Purpose, ...]:
    """The purposes for which the policy permits this role something of its own: what it is there for, then the rest
    in the profile's order.
    """
    first = FIRST.get(role)
    kinds = _classes_of(role) | ({first} if first else set())
    fitting = [purpose for purpose in profile.purposes if purpose.kind in kinds]
    return tuple(sorted(fitting, key=lambda purpose: purpose.kind is not first))


@lru_cache(maxsize=len(Role))
def _classes_of(role: Role) -> frozenset[PurposeClass]:
    permits = [
        rule for rule in policy() if rule.effect is Effect.PERMIT and role in rule.roles and not rule.any_purpose
    ]
    # A rule that speaks of most roles (who may read counts) is not what any of them is there for.
    own = [rule for rule in permits if len(rule.roles) <= len(Role) // 2]
    return frozenset(kind for rule in own or permits for kind in rule.purposes)
