"""An account that a command names, as its user's own or as the second person's: it is somebody, or the command ends.

The shell cannot know that whoever types is the account's holder. In demo mode the account has to be there, be enabled
and hold the role; in live mode nobody acts, or stands beside, but who signed in, which is for the pages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gatehouse.cli.console import Refused

if TYPE_CHECKING:
    from gatehouse.safeguards.decision import Actor
    from gatehouse.safeguards.vocabulary import Role

NUMBER_MAX = 2**63 - 1


def named_account(number: int, role: Role) -> Actor:
    """That account in that role. `Refused` in live mode, and for one that is not there, not enabled or not in the role.

    To be called on the database (`cli.stored`).
    """
    from gatehouse.safeguards.decision import Actor
    from gatehouse.web.accounts.models import Account

    refuse_in_live_mode()
    found = Account.objects.filter(pk=number, is_active=True).first() if number <= NUMBER_MAX else None
    if found is None:
        raise Refused(f"account {number} is not there, or not enabled; see `gatehouse accounts list`")
    if role not in found.roles():
        raise Refused(f"account {number} does not hold the role {role}; see `gatehouse accounts list`")
    return Actor(found.reference, role)


def refuse_in_live_mode() -> None:
    """`Refused` in live mode: there people sign in."""
    from gatehouse.app.law import Mode, mode

    if mode() is Mode.LIVE:
        raise Refused("in live mode people act, and stand beside others, where they sign in; use the pages")
