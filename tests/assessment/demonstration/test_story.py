"""The story is played once, all of it or nothing; what it tells is what the issue of the demonstration names."""

from __future__ import annotations

from pathlib import Path

import pytest

from gatehouse.assessment.demonstration import assessing, following, helping, story
from gatehouse.assessment.states.models import State


def test_a_story_that_breaks_leaves_nothing(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del database

    def breaks(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(story, "_cycle", breaks)
    with pytest.raises(ZeroDivisionError):
        story.play(1, [].append)
    assert State.objects.count() == 0


def test_it_is_not_played_twice(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del database
    monkeypatch.setattr(story.region, "was_played", lambda: True)
    with pytest.raises(story.PlayedAlreadyError, match="already"):
        story.play(1, [].append)


def test_the_gates_have_words_enough() -> None:
    from gatehouse.assessment.findings.method import gates, method

    assert set(assessing.GATES) == set(gates())
    assert all(len(text) > method().gate_chars_min for text in assessing.GATES.values())
    assert following.OF_EACH_STATE == 3
    assert len(helping.OFFERS) == 4
