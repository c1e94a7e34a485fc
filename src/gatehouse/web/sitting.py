"""A sitting: somebody who signed in, in one role at a time, for one purpose, with the reference that their work serves.

It is kept in the session and made anew for each request: a role that was taken away is gone with the next click.
"""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from gatehouse.records import Visit
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.profile import Purpose
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.law import law, purposes_of

if TYPE_CHECKING:
    from gatehouse.web.accounts.models import Account

NO_PURPOSE = "none"
ROLE, PURPOSE, REFERENCE = "role", "purpose", "reference"
"""The names in the session."""
OF_A_STATE = re.compile(r"(X-[A-Z]{2}|[A-Z]{3})(-[A-Z0-9-]+)?", re.ASCII)
"""The unit of a focal point: the State that they speak for, and where they answer for one office of it, that office."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """Who sits here, as whom, and what for. `purposes` are those that the role may choose from."""

    account: int
    display_name: str
    unit: str | None
    roles: tuple[Role, ...]
    role: Role
    purposes: tuple[Purpose, ...]
    purpose: Purpose | None
    reference: str | None

    @property
    def actor(self) -> Actor:
        """As the kernel and the audit log know them. A focal point of the unit `KEN` speaks for that State, one of
        `KEN-BORDER` for that office of it; one whose unit names no State speaks for none.
        """
        who = f"account:{self.account}"
        if self.role is not Role.STATE_FOCAL_POINT:
            return Actor(who, self.role, self.unit)
        named = OF_A_STATE.fullmatch(self.unit or "")
        if named is None:
            return Actor(who, self.role, self.unit)
        return Actor(who, self.role, self.unit if named[2] else None, state=named[1])

    @property
    def purpose_code(self) -> str:
        """The purpose in force; where the role has none a word that no profile has, so that the kernel refuses."""
        return self.purpose.code if self.purpose else NO_PURPOSE

    def visit(self, second: Actor | None = None, **stated: Any) -> Visit:
        """The visit with which `records.opened` is asked; `stated` are further facts (`records.Visit`)."""
        return Visit(self.actor, self.purpose_code, self.reference, second, **stated)


class SeatedRequest(HttpRequest):
    """A request behind a page's door: somebody sits there."""

    sitting: Sitting


def sitting_of(account: Account, session: MutableMapping[str, object]) -> Sitting | None:
    """The sitting that the session tells of; None where the account holds no role.

    A role or purpose that may not be held any more is replaced by the first that may.
    """
    roles = account.roles()
    if not roles:
        return None
    role = next((role for role in roles if role.value == session.get(ROLE)), roles[0])
    purposes = purposes_of(role, law().profile)
    first = purposes[0] if purposes else None
    purpose = next((purpose for purpose in purposes if purpose.code == session.get(PURPOSE)), first)
    reference = str(session.get(REFERENCE) or "") or None
    return Sitting(account.pk, account.display_name, account.unit or None, roles, role, purposes, purpose, reference)
