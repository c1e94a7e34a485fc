"""When a hit stays silent, when it comes back, and when the machine leaves it alone."""

from __future__ import annotations

import pytest

from gatehouse.screening.review import states
from gatehouse.screening.review.answers import Answer
from gatehouse.screening.review.silence import Now, Remembered, Step, step_for

NOW = Now(frozenset("ab"), "e")
CLEARED = Remembered(7, Answer.NOT_SAME, "e", frozenset("abc"))


@pytest.mark.parametrize("state", [states.OPEN, states.ASSIGNED, states.NEEDS_MORE, states.CHANGED])
def test_a_cleared_pair_is_silent(state: str) -> None:
    assert step_for(state, NOW, [CLEARED], has_news=False) == Step(states.SILENCE, 7)


@pytest.mark.parametrize("state", [states.SECOND, states.REOPENED, states.CONFIRMED, states.CLEARED_QUESTIONED])
def test_what_people_are_at_is_left_to_them(state: str) -> None:
    assert step_for(state, NOW, [CLEARED], has_news=True) is None
    assert step_for(state, NOW, [], has_news=True) is None


@pytest.mark.parametrize("state", [states.CLEARED, states.SILENT])
@pytest.mark.parametrize(
    "now", [Now(frozenset("abcd"), "e"), Now(frozenset("ab"), "f")], ids=["new of the traveller", "another entry"]
)
def test_a_material_change_on_either_side_brings_it_back(state: str, now: Now) -> None:
    assert step_for(state, now, [CLEARED], has_news=False) == Step(states.CHANGE)
    assert step_for(state, NOW, [CLEARED], has_news=True) is None


def test_a_confirmation_of_the_pair_keeps_everything_loud() -> None:
    confirmed = CLEARED._replace(act=8, answer=Answer.SAME)
    assert step_for(states.OPEN, NOW, [CLEARED, confirmed], has_news=False) is None
    assert step_for(states.SILENT, NOW, [confirmed, CLEARED], has_news=False) == Step(states.CHANGE)


def test_that_somebody_could_not_tell_silences_nothing() -> None:
    assert step_for(states.OPEN, NOW, [CLEARED._replace(answer=Answer.CANNOT_TELL)], has_news=False) is None


def test_the_newest_clearance_that_covers_is_cited() -> None:
    newer = CLEARED._replace(act=9)
    too_little = CLEARED._replace(act=10, evidence=frozenset("a"))
    assert step_for(states.OPEN, NOW, [CLEARED, newer, too_little], has_news=False) == Step(states.SILENCE, 9)


def test_news_bring_back_what_somebody_could_not_tell() -> None:
    assert step_for(states.NEEDS_MORE, NOW, [], has_news=True) == Step(states.NEWS)
    assert step_for(states.NEEDS_MORE, NOW, [], has_news=False) is None


def test_without_the_entry_in_force_nothing_is_done() -> None:
    unknown = Now(frozenset("abcd"), None)
    assert step_for(states.CLEARED, unknown, [CLEARED], has_news=True) is None
    assert step_for(states.OPEN, unknown, [CLEARED], has_news=True) is None
