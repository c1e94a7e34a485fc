"""Redress numbers survive the telephone, and slips in them are found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.redress.number import ALPHABET, case_number, check_sign, new_number, read_number, shown

drawn = st.text(ALPHABET, min_size=9, max_size=9)


@given(drawn, st.integers(0, 9), st.sampled_from(ALPHABET))
def test_every_single_wrong_sign_is_found(text: str, place: int, sign: str) -> None:
    number = text + check_sign(text)
    wrong = number[:place] + sign + number[place + 1 :]
    assert read_number(wrong) == (number if wrong == number else None)


@given(drawn)
def test_a_number_is_read_as_people_write_it(text: str) -> None:
    number = text + check_sign(text)
    assert read_number(f" {shown(number).lower()} ") == number
    assert read_number(number.replace("1", "I").replace("0", "O")) == number


@pytest.mark.parametrize("text", [None, "", "ABC", "U" * 10, "A" * 10_000, "12345-6789!"])
def test_anything_else_is_no_number(text: str | None) -> None:
    assert read_number(text) is None


def test_new_ones_are_numbers_and_differ() -> None:
    made = {new_number() for _ in range(50)}
    assert len(made) == 50
    assert all(read_number(one) == one for one in made)


def test_case_numbers() -> None:
    assert case_number(2026, 42) == "RR-2026-000042"
