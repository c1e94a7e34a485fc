"""What is no recommendation is refused before anything is stored."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gatehouse.assessment.recommendations.draft import Draft, checked
from gatehouse.assessment.recommendations.errors import RecommendationError

GOOD = Draft("Staff both posts.", "2396-2", (7,))


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": " "},
        {"text": "x" * 9_000},
        {"findings": ()},
        {"findings": (7, 7)},
        {"obligation": "to be good"},
        {"obligation": "<script>"},
        {"priority": 0},
        {"obstacle": "laziness"},
        {"owner": "x" * 300},
    ],
    ids=str,
)
def test_what_is_none_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(RecommendationError):
        checked(replace(GOOD, **wrong))


def test_what_is_one_is_taken() -> None:
    assert checked(GOOD) is GOOD
