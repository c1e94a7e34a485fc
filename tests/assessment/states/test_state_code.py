"""Codes of States, real and fictitious, are never mixed up."""

from __future__ import annotations

import pytest

from gatehouse.assessment.states.errors import StatesError
from gatehouse.assessment.states.state_code import checked_code, is_fictitious, usual_names


@pytest.mark.parametrize("code", ["KEN", "CHN", "X-AL"])
def test_codes(code: str) -> None:
    assert checked_code(code) == code
    assert is_fictitious(code) == code.startswith("X-")


@pytest.mark.parametrize("code", ["", "KE", "ken", "XXX", "X-A", "X-ALA", "X_AL", "X-al", "KEN\n", "X-ÄL"])
def test_what_is_no_code_is_refused(code: str) -> None:
    with pytest.raises(StatesError, match="alpha-3"):
        checked_code(code)


def test_usual_names_are_in_both_languages() -> None:
    assert usual_names("KEN") == ("Kenya", "肯尼亚")
    assert usual_names("X-AL") is None
