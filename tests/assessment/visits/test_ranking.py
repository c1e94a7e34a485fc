"""Points are explained, added, and the same on every day."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from gatehouse.assessment.visits.factors import factors
from gatehouse.assessment.visits.ranking import ranked

NAMES = [factor.name for factor in factors()]
INPUTS = st.dictionaries(
    st.from_regex(r"X-[A-Z]{2}", fullmatch=True),
    st.dictionaries(st.sampled_from(NAMES), st.integers(0, 20)),
    min_size=1,
    max_size=6,
)


def test_the_parts_add_up_and_say_why() -> None:
    (first, second) = ranked({"X-AL": {"gaps": 7, "never-visited": 1}, "X-BE": {"gaps": 2}})
    assert (first.state, first.place, first.points) == ("X-AL", 1, Fraction(31))
    assert [part.says() for part in first.parts if part.points] == [
        "gaps: 7 of 10, weight 30: 21.0",
        "never-visited: 1 of 1, weight 10: 10.0",
    ]
    assert second.place == 2
    assert not first.tied


def test_equal_points_are_told_and_stand_by_code() -> None:
    ranking = ranked({"X-BE": {"gaps": 1}, "X-AL": {"gaps": 1}})
    assert [(one.state, one.tied) for one in ranking] == [("X-AL", True), ("X-BE", True)]


def test_more_than_full_gives_no_more() -> None:
    assert ranked({"X-AL": {"gaps": 10}})[0].points == ranked({"X-AL": {"gaps": 99}})[0].points


@given(INPUTS)
def test_every_point_is_in_a_part_and_the_order_holds(inputs: dict[str, dict[str, int]]) -> None:
    ranking = ranked(inputs)
    assert ranking == ranked(dict(reversed(inputs.items())))
    assert all(one.points == sum(part.points for part in one.parts) for one in ranking)
    assert [one.points for one in ranking] == sorted((one.points for one in ranking), reverse=True)
