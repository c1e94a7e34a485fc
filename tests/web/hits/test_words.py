"""Every state, event, answer, field and mark of a review has words."""

from __future__ import annotations

from gatehouse.screening.review import states
from gatehouse.screening.review.fields import FIELDS, Mark
from gatehouse.web.hits import words


def test_nothing_is_shown_as_a_code() -> None:
    assert set(words.STATES) == set(states.STATES)
    assert set(words.EVENTS) == {event for _, event in states.TABLE}
    assert set(words.FIELDS) == set(FIELDS)
    assert set(words.MARKS) == set(Mark)
    assert set(words.STATE_KINDS) <= set(states.STATES)
