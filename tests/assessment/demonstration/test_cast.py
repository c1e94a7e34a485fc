"""Everybody in the story has one role, and no two are the same."""

from __future__ import annotations

from gatehouse.assessment.demonstration import cast
from gatehouse.assessment.demonstration.cast import focal


def test_no_two_are_the_same() -> None:
    people = [cast.LEAD, cast.ASSESSOR, cast.SECOND, cast.MEMBER, cast.OTHER_MEMBER, cast.DONOR, cast.OTHER_DONOR]
    people += [focal(f"X-{first}{second}") for first in "AB" for second in "ABC"]
    assert len({one.id for one in people}) == len(people)
    assert focal("X-AL").state == "X-AL"
