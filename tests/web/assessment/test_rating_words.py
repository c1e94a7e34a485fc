"""Every code of the method has its words."""

from __future__ import annotations

from gatehouse.assessment.findings.method import Axis, codes, gates, grounds, method
from gatehouse.assessment.findings.states import Rated
from gatehouse.assessment.questions.scale import STAGES, scale_of
from gatehouse.web.assessment import rating_words as words


def test_no_code_is_without_words() -> None:
    assert set(words.AXES) == set(Axis)
    assert set(words.CODES) == {code for axis in Axis for code in codes()[axis]}
    assert set(words.GROUNDS) == set(grounds())
    assert set(words.CONFIDENCES) == set(method().confidences)
    assert set(words.STAGES) == set(scale_of(STAGES))
    assert set(words.GATES) == set(gates())
    assert set(words.RATED) == set(Rated)
    assert words.choices(["not"], words.CODES) == [("not", words.CODES["not"])]
