"""Who acts in the demonstration: accounts by number, each in one role. None is a person."""

from __future__ import annotations

import os

from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role

OPERATOR = Actor(f"operator:{os.getuid()}", Role.OPERATOR)
LEAD = Actor("account:900101", Role.TEAM_LEAD)
ASSESSOR = Actor("account:900102", Role.ASSESSOR)
SECOND = Actor("account:900103", Role.SECOND_ASSESSOR)
TRANSLATOR = Actor("account:900104", Role.TRANSLATOR)
HERE = Actor(OPERATOR.id, Role.TEAM_LEAD)
"""Whoever plays the demonstration, so that they can look at all of it from the command line."""
MEMBER = Actor("account:900120", Role.COMMITTEE_MEMBER)
OTHER_MEMBER = Actor("account:900121", Role.COMMITTEE_MEMBER)
DONOR = Actor("account:900130", Role.DONOR)
OTHER_DONOR = Actor("account:900131", Role.DONOR)
TEAM = (LEAD, ASSESSOR, SECOND, TRANSLATOR, HERE)


def focal(code: str) -> Actor:
    """Who speaks for a State."""
    number = 900200 + (ord(code[-2]) - 65) * 26 + ord(code[-1]) - 65
    return Actor(f"account:{number}", Role.STATE_FOCAL_POINT, state=code)
