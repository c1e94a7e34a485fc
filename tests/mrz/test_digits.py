"""Vectors of the standard's check digit."""

from __future__ import annotations

import pytest

from gatehouse.mrz.digits import agrees, check_digit


@pytest.mark.parametrize(
    ("text", "digit"),
    [("L898902C3", "6"), ("740812", "2"), ("120415", "9"), ("ZE184226B<<<<<", "1"), ("D23145890734", "9")],
)
def test_digits_of_known_texts(text: str, digit: str) -> None:
    assert check_digit(text) == digit
    assert agrees(text, digit)
    assert not agrees(text, "<")


def test_over_fillers_alone_a_filler_is_as_good_as_0() -> None:
    assert agrees("<<<<", "<")
    assert agrees("<<<<", "0")
