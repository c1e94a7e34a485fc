"""Who acts on the host's shell, in which role, for which purpose, and who stands beside them.

The shell knows its user by the host's number; the role is what they say, and both stand in the log. Whoever may run
commands on the host can claim any role: the log then shows the claim. The pages know accounts and their roles. Whoever
stands beside is an account that is there and holds the role (`named_account`).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from gatehouse.cli.console import Refused
from gatehouse.cli.named_account import named_account
from gatehouse.cli.stored import stored

if TYPE_CHECKING:
    from gatehouse.records import Visit
    from gatehouse.safeguards.decision import Actor
    from gatehouse.safeguards.vocabulary import PurposeClass, Role

SECOND_HELP = "Who stands beside: number of their account and role, as 12/data-protection-officer."
_SECOND = re.compile(r"(\d{1,19})/([a-z-]{1,40})")


def visit(role: Role, purpose: PurposeClass, reference: str, second: str | None = None) -> Visit:
    """A visit of the shell's user. Raises `Refused` for a second person that is not written as they should be."""
    from gatehouse.records import Visit
    from gatehouse.records.law import law
    from gatehouse.safeguards.decision import Actor

    code = next((one.code for one in law().profile.purposes if one.kind is purpose), None)
    if code is None:
        raise Refused(f"the law profile has no purpose of the kind {purpose}")
    user = os.getuid() if hasattr(os, "getuid") else 0
    return Visit(Actor(f"operator:{user}", role), code, reference, _second(second))


def _second(text: str | None) -> Actor | None:
    from gatehouse.safeguards.vocabulary import Role

    if text is None:
        return None
    found = _SECOND.fullmatch(text)
    if not found or found[2] not in tuple(Role):
        raise Refused("--second is not written as an account and a role; write it as 12/data-protection-officer")
    return named_account(int(found[1]), Role(found[2]))


@contextmanager
def at_the_door() -> Iterator[None]:
    """The block on the database; what the kernel does not allow, and what cannot be done, leaves as a refusal."""
    with stored():
        from gatehouse.records import RefusedError
        from gatehouse.screening.redress.errors import RedressError

        try:
            yield
        except RefusedError as refused:
            roles: frozenset[str] = getattr(refused.answer, "roles", frozenset())
            more = f"; ask one in the role {' or '.join(sorted(roles))} to stand beside (--second)" if roles else ""
            raise Refused(f"{refused}{more}") from refused
        except RedressError as fault:
            raise Refused(str(fault)) from fault
