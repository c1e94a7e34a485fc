"""Every state, event, answer, field and mark of a review has words."""

from __future__ import annotations

from gatehouse.screening.hits.models import Hit
from gatehouse.screening.review import states
from gatehouse.screening.review.answers import reasons
from gatehouse.screening.review.fields import FIELDS, Mark
from gatehouse.web.hits import words


def test_nothing_is_shown_as_a_code() -> None:
    assert set(words.STATES) == set(states.STATES)
    assert set(words.EVENTS) == {event for _, event in states.TABLE}
    assert set(words.FIELDS) == set(FIELDS)
    assert set(words.MARKS) == set(Mark)
    assert {(answer, code): reason.says for (answer, code), reason in reasons().items()} == {
        key: str(says) for key, says in words.REASONS.items()
    }
    assert set(words.CLAIMS) == set(Hit.State) - {Hit.State.OPEN}
    assert words.reason_says(states.CLEAR, "sex") == "the sexes differ"
    assert set(words.STATE_KINDS) <= set(states.STATES)
