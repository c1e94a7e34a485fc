"""Scales and units are data, and whole."""

from __future__ import annotations

import pytest

from gatehouse.assessment.questions.errors import QuestionnaireError
from gatehouse.assessment.questions.scale import STAGES, scale_of, scales, units


@pytest.mark.parametrize("name", sorted(scales()))
def test_a_scale_is_ordered_and_worded_in_both_languages(name: str) -> None:
    options = scale_of(name)
    ranks = [option.rank for option in options.values() if option.rank is not None]
    assert ranks == list(range(len(ranks)))
    assert all(option.en and option.zh for option in options.values())


def test_a_closed_question_has_five_levels_and_stages_have_no_way_out() -> None:
    assert sum(option.rank is not None for option in scale_of("implementation").values()) == 5
    assert "not-applicable" not in scale_of(STAGES)


def test_units_have_bounds() -> None:
    assert all(unit.least < unit.most for unit in units().values())


def test_an_unknown_scale_is_refused() -> None:
    with pytest.raises(QuestionnaireError, match=r"scales\.csv"):
        scale_of("stars")
