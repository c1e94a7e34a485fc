"""Learned costs: what typists and systems of writing do costs less than what strangers differ in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.names.chances import EVEN, MOST, chain_likeness, chain_score, odds_likeness
from gatehouse.names.costs import LATIN_TABLE, costs
from gatehouse.names.packed import packed
from gatehouse.names.token import token

TABLE = int(costs()[LATIN_TABLE])


def alike(one, other):
    return chain_likeness(packed(token(one)), packed(token(other)), costs(), TABLE, 0)


HABITS = [
    ("wade-giles", "hsien", "xian"),
    ("german", "shevchenko", "schewtschenko"),
    ("polish", "ostrowski", "ostrovsky"),
    ("hushed", "chern", "cern"),
    ("exchanged", "smith", "smiht"),
    ("dropped", "skjoldager", "skjoldger"),
    ("doubled", "johnson", "johnnson"),
]


@pytest.mark.parametrize(("one", "other"), [pytest.param(*row[1:], id=row[0]) for row in HABITS])
def test_a_habit_or_a_typing_error_is_one_name(one, other):
    assert alike(one, other) >= EVEN


@pytest.mark.parametrize(
    ("one", "other"), [("lee", "lin"), ("angelo", "angela"), ("marta", "maria"), ("tom", "tim"), ("ali", "eli")]
)
def test_another_name_one_letter_apart_is_not(one, other):
    assert alike(one, other) < EVEN


@given(st.text("abcdeghiklmnoprstuvz", min_size=1, max_size=40), st.text("abcdeghiklmnoprstuvz", min_size=1))
def test_the_latin_costs_are_the_same_both_ways(one, other):
    ours, theirs = packed(token(one)), packed(token(other))
    there, back = chain_score(ours, theirs, costs(), TABLE, 0), chain_score(theirs, ours, costs(), TABLE, 0)
    assert there == pytest.approx(back, abs=1e-3)


@pytest.mark.parametrize(("odds", "expected"), [(0.0, EVEN), (50.0, MOST), (-50.0, 0.0)])
def test_odds_on_the_scale_of_likeness(odds, expected):
    assert odds_likeness(odds) == pytest.approx(expected, abs=1e-3)


def test_nothing_left_after_what_is_skipped_is_like_nothing():
    assert chain_likeness(packed(token("abd")), packed(token("varga")), costs(), TABLE, 3) == 0.0
