"""Views of the queue in addresses: read back as they were, and hostile queries do no harm."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.review import states
from gatehouse.screening.review.wanted import ORDERS, PAGE_MAX, Place, Wanted, wanted_from

NAMES = ["state", "list", "strength", "hours", "limit", "after", "order"]
words = st.text("ABC-1", min_size=1, max_size=8)
views = st.builds(
    Wanted,
    states=st.lists(st.sampled_from(states.STATES), unique=True, max_size=3).map(tuple),
    lists=st.lists(words, unique=True, max_size=3).map(tuple),
    units=st.lists(words, unique=True, max_size=3).map(tuple),
    assignee=st.none() | words,
    strength_min=st.none() | st.integers(0, 100).map(lambda whole: whole / 100),
    within_hours=st.none() | st.integers(0, 999),
    order=st.sampled_from(ORDERS),
    limit=st.integers(1, PAGE_MAX),
)


@given(views)
def test_an_address_gives_the_view_back(view: Wanted) -> None:
    assert wanted_from(parse_qs(view.query())) == view


@given(st.dictionaries(st.sampled_from(NAMES), st.lists(st.text())))
def test_whatever_is_in_an_address_some_view_comes_of_it(said: dict[str, list[str]]) -> None:
    view = wanted_from(said)
    assert 1 <= view.limit <= PAGE_MAX
    assert view.order in ORDERS
    assert set(view.states) <= set(states.STATES)


@pytest.mark.parametrize("text", ["", "x~1", "2026-01-20T10:00:00+00:00~x", "2026-01-20T10:00:00~1", "~", "0.5~1"])
def test_a_place_that_is_none_is_the_beginning(text: str) -> None:
    assert wanted_from({"after": [text]}).after is None


@pytest.mark.parametrize(("order", "value"), [("departure", "2026-01-20T10:00:00+00:00"), ("strength", "0.875")])
def test_a_place_comes_back_in_its_order(order: str, value: str) -> None:
    view = Wanted(order=order, after=Place(value, 7))
    assert wanted_from(parse_qs(view.query())) == view


def test_the_usual_view_needs_no_words() -> None:
    assert Wanted().query() == ""
