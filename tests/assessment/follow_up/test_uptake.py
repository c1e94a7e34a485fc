"""Who took up what, with reasons, and the share in each half-year."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.assessment.errors import NotAllowedError
from gatehouse.assessment.follow_up import uptake
from gatehouse.assessment.follow_up.errors import FollowUpError
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.safeguards.decision import Actor

DAY = dt.date(2098, 3, 1)
HALF_YEARS = [dt.date(2097, 12, 31), dt.date(2098, 6, 30), dt.date(2098, 12, 31)]


def test_the_newest_word_of_a_body_holds(adopted: Recommendation, donor: Actor, member: Actor) -> None:
    uptake.record(donor, adopted, "OCT", "Border programme", ("taken", "", DAY))
    uptake.record(donor, adopted, "OCT", "Border programme", ("not", "no money", DAY + dt.timedelta(days=200)))
    assert [(one.shared, one.taken) for one in uptake.of_body(member, "OCT", HALF_YEARS)] == [(1, 0), (1, 1), (1, 0)]
    assert uptake.of_body(member, "OCT", HALF_YEARS)[1].interval is not None
    assert uptake.of_body(member, "UNODC", HALF_YEARS)[1].taken == 0


def test_a_reason_is_wanted_where_it_was_not_taken(adopted: Recommendation, donor: Actor, anybody: Actor) -> None:
    for told in (("not", " ", DAY), ("partly", "", DAY), ("perhaps", "x", DAY)):
        with pytest.raises(FollowUpError):
            uptake.record(donor, adopted, "OCT", "Border programme", told)
    with pytest.raises(NotAllowedError):
        uptake.record(anybody, adopted, "OCT", "Border programme", ("taken", "", DAY))
