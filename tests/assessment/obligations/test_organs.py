"""An organ is known where it begins to speak, and not where it is named."""

from __future__ import annotations

import pytest

from gatehouse.assessment.obligations.texts.line import Line
from gatehouse.assessment.obligations.texts.organs import speaking


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The Security Council,", "SC"),
        ("THE GENERAL ASSEMBLY, Recalling", "GA"),
        ("安全理事会，", "SC"),
        ("大會，", "GA"),
        ("The Security Council", None),
        ("The Security Council decides", None),
        ("Recalling what the General Assembly, asked", None),
    ],
)
def test_who_speaks(text: str, code: str | None) -> None:
    found = speaking(Line(1, text))
    assert (found.code if found else None) == code


def test_what_stands_behind_the_name() -> None:
    line = Line(1, "The Security Council, Noting that")
    found = speaking(line)
    assert found is not None
    assert line.text[found.end :] == " Noting that"
