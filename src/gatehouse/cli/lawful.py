"""Asked before anybody is screened: does the law of this installation still let us?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gatehouse.cli.console import Unavailable, say_error

if TYPE_CHECKING:
    from gatehouse.app.law import Law

REMEDY = "have the profile reviewed and signed (`gatehouse law check`)"
DEMO_SAYS = "demo mode, under the demonstration law profile: for synthetic traffic only (docs/safeguards.md)"


def lawful_screening() -> Law:
    """The law under which people may be screened now; warns of a review that is near or lapsed, and of demo mode.

    Raises `Unavailable` where live mode has no complete, signed profile, or its review has lapsed for too long.
    """
    found = law()
    stands = found.standing()
    if not stands.may_screen:
        raise Unavailable(f"{stands.says}; {REMEDY}")
    return _told(found)


def lawful_upkeep() -> Law:
    """The law under which the upkeep goes on, also when nobody may be screened; that is told."""
    return _told(law())


def _told(found: Law) -> Law:
    stands = found.standing()
    if found.mode == "demo":
        say_error(DEMO_SAYS)
    if not stands.is_silent:
        say_error(str(stands.says) if stands.may_screen else f"{stands.says}; {REMEDY}")
    return found


def law() -> Law:
    """The law of this installation. Raises `Unavailable` where there is none that may be put into effect."""
    # Imported here: help and errors of the command line need no profile.
    from gatehouse.app.errors import LawError
    from gatehouse.app.law import law_in_force

    try:
        return law_in_force()
    except LawError as fault:
        raise Unavailable(str(fault)) from fault
