"""What is asked becomes conditions with values beside them, never text inside."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.oversight.errors import OversightError
from gatehouse.oversight.question import Question


def test_values_stand_beside_the_conditions() -> None:
    question = Question(acts=("hit.opened",), actor="account:1", since=dt.datetime(2026, 1, 1))
    conditions, values = question.conditions()
    assert values == ["account:1", ["hit.opened"], "2026-01-01T00:00:00.000000Z"]
    assert not any("account:1" in condition for condition in conditions)
    assert Question().conditions() == ([], [])


@pytest.mark.parametrize("text", ["' OR 1=1 --", "a b", "x" * 200, "a\n"])
def test_what_is_no_reference_is_refused(text: str) -> None:
    with pytest.raises(OversightError):
        Question(actor=text)
