"""Operators: what each takes and what it says, on both sides of each border."""

from __future__ import annotations

import pytest

from gatehouse.screening.criteria.operators import COMPARE, STATED, operators


def test_the_file_and_the_code_have_the_same_operators() -> None:
    assert set(operators()) == {*COMPARE, STATED}


def test_every_operator_says_what_it_means_and_takes_some_field() -> None:
    assert all(one.meaning and one.types for one in operators().values())
    assert {one.value for one in operators().values()} == {"one", "several", "pair", "flag"}


@pytest.mark.parametrize(
    ("name", "met", "wanted", "expected"),
    [
        ("is", "CA", "CA", True),
        ("is", 2, 3, False),
        ("one-of", "A", frozenset("AB"), True),
        ("one-of", "C", frozenset("AB"), False),
        ("any-of", frozenset("BC"), frozenset("AB"), True),
        ("any-of", frozenset("C"), frozenset("AB"), False),
        ("all-of", frozenset("ABC"), frozenset("AB"), True),
        ("all-of", frozenset("A"), frozenset("AB"), False),
        ("only", frozenset("A"), frozenset("AB"), True),
        ("only", frozenset("AC"), frozenset("AB"), False),
        ("begins-with", "ZZ12", "ZZ", True),
        ("begins-with", "AZZ", "ZZ", False),
        ("at-least", 2, 2, True),
        ("at-least", 1.9, 2, False),
        ("at-most", 2, 2, True),
        ("at-most", 2.1, 2, False),
        ("between", 1, (1, 3), True),
        ("between", 3, (1, 3), True),
        ("between", 4, (1, 3), False),
    ],
)
def test_comparisons(name: str, met: object, wanted: object, expected: bool) -> None:
    assert COMPARE[name](met, wanted) is expected
