"""Copies of what is kept are found in whatever goes out."""

from __future__ import annotations

import pytest

from gatehouse.assessment.confidentiality.errors import LeakError
from gatehouse.assessment.confidentiality.leak import check, leaks

KEPT = "Two posts at the northern crossing are not staffed at night. This is known to few."


@pytest.mark.parametrize(
    "output",
    [
        f"<p>{KEPT}</p>",
        "TWO POSTS AT THE NORTHERN\nCROSSING ARE NOT STAFFED AT NIGHT.",
        "As we heard: Two posts at the northern crossing are not staffed at night. So be it.",
    ],
)
def test_whole_paragraphs_and_single_sentences_are_found(output: str) -> None:
    with pytest.raises(LeakError, match="1 paragraphs"):
        check(output, [KEPT])


def test_what_everybody_says_is_no_leak() -> None:
    assert leaks("Yes. See above.", ["Yes. See annex."]) == 0
    assert check("Three posts are staffed.", [KEPT]) == "Three posts are staffed."


def test_the_refusal_does_not_repeat_it() -> None:
    with pytest.raises(LeakError) as caught:
        check(KEPT, [KEPT])
    assert "northern" not in str(caught.value)
