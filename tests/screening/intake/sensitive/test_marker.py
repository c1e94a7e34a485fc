"""What stands where something was taken out."""

from __future__ import annotations

import pytest

from gatehouse.screening.intake.sensitive.marker import filled, is_removed, is_removed_code


def test_every_byte_is_filled_but_the_line_ends() -> None:
    assert filled("AÉ+'\r\n\x00B".encode()) == b"qqqqq\r\nqq"


@pytest.mark.parametrize(("text", "there"), [("IFT+4:28+qqqqqq", True), ("IFT+4:28+QQ827 qqq", False), ("", False)])
def test_the_marker_is_known_by_four_small_letters(text: str, there: bool) -> None:
    assert is_removed(text) is there


def test_a_code_in_capitals_is_known_too() -> None:
    assert is_removed_code("QQQQQQQ")
    assert not is_removed_code("QQ")
