"""What would change a place really changes it, and the next smaller change does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.assessment.visits.changes import changes
from gatehouse.assessment.visits.factors import factors
from gatehouse.assessment.visits.ranking import ranked

NAMES = [factor.name for factor in factors()]
KNOWN = st.fixed_dictionaries({name: st.integers(0, 10) for name in NAMES})


@given(st.fixed_dictionaries({"X-AL": KNOWN, "X-BE": KNOWN, "X-CE": KNOWN}))
def test_each_change_moves_the_state_past_its_neighbour(inputs: dict[str, dict[str, int]]) -> None:
    ranking = ranked(inputs)
    for one in ranking:
        for change in changes(ranking, one.state):
            if change.of == "value":
                then = ranked({**inputs, one.state: {**inputs[one.state], change.factor: change.then}})
            else:
                then = ranked(inputs, {change.factor: change.then})
            place = {each.state: each.place for each in then}
            assert (place[one.state] < place[change.passes]) == change.upward


def test_it_is_said_in_words() -> None:
    ranking = ranked({"X-AL": {"gaps": 5}, "X-BE": {"gaps": 3}})
    told = [change.says() for change in changes(ranking, "X-BE")]
    assert "gaps 3 -> 6: before X-AL" in told
    assert any(one.startswith("requested 0 -> 1") for one in told)
    with pytest.raises(KeyError):
        changes(ranking, "X-ZZ")


def test_a_state_alone_can_pass_nobody() -> None:
    assert changes(ranked({"X-AL": {}}), "X-AL") == ()
