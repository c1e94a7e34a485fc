"""How a reader has the people who act: by name where they work together, else by role and initials.

Those who assess and adopt know each other by name, and everybody knows their own and those of their own State. A State,
those who help and the public have the role and the initials: enough to tell two persons apart and to ask about one.
Names are what colleagues chose to be read as, never real ones (`accounts.models`).
"""

from __future__ import annotations

from collections.abc import Iterable

from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.colleagues import PREFIX
from gatehouse.web.accounts.models import Account
from gatehouse.web.names import role_name
from gatehouse.web.sitting import OF_A_STATE

ASSESSING = (
    Role.TEAM_LEAD,
    Role.ASSESSOR,
    Role.SECOND_ASSESSOR,
    Role.COMMITTEE_MEMBER,
    Role.TRANSLATOR,
    Role.STATE_FOCAL_POINT,
    Role.DONOR,
)
"""Roles of this side, in the order in which one of several is said."""
KNOW_NAMES = frozenset(ASSESSING[:5])
"""Roles whose holders know each other by name."""


def named_to(reader: Actor, references: Iterable[str], *, with_role: bool = True) -> dict[str, str]:
    """What this reader calls each person (`account:12`): a name, or role and initials. Who has no account here, as
    whoever ran a command on the host, stays a reference.
    """
    wanted = set(references)
    numbers = [int(one.removeprefix(PREFIX)) for one in wanted if _is_account(one)]
    found = {one: one for one in wanted}
    for account in Account.objects.filter(pk__in=numbers).prefetch_related("rolesheld") if numbers else ():
        knows = reader.role in KNOW_NAMES or reader.id == account.reference or _same_state(reader, account)
        found[account.reference] = account.display_name if knows else _told(account, with_role=with_role)
    return found


def _is_account(reference: str) -> bool:
    return reference.startswith(PREFIX) and reference.removeprefix(PREFIX).isdecimal()


def _same_state(reader: Actor, account: Account) -> bool:
    named = OF_A_STATE.fullmatch(account.unit or "")
    return reader.state is not None and named is not None and named[1] == reader.state


def _told(account: Account, *, with_role: bool) -> str:
    short = initials(account.display_name)
    held = {one.role for one in account.rolesheld.all()}
    role = next((one for one in ASSESSING if one.value in held), None)
    return f"{role_name(role)}, {short}" if with_role and role is not None else short


def initials(name: str) -> str:
    """The first letter of each word: `Ana B. Cruz` is A. B. C."""
    return " ".join(f"{word[0].upper()}." for word in name.replace("-", " ").split() if word[0].isalnum())
