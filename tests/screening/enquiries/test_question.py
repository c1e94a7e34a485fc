"""One thing is looked for at a time, written as people write it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.enquiries.question import Question


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ({"name": "Yusuf Karim"}, None),
        ({"name": "李"}, "at least 2 letters"),
        ({"name": "x" * 300}, "at most 200"),
        ({"name": "Yusuf", "birth_date": "17.5.1976"}, "a date is written"),
        ({}, "one thing"),
        ({"name": "Yusuf", "flight": "ZZ602"}, "one thing"),
        ({"document": "ab 123-456"}, None),
        ({"document": "<script>"}, "no document"),
        ({"locator": "abc12 3"}, None),
        ({"flight": "zz 0602"}, None),
        ({"flight": "nowhere"}, "no flight"),
    ],
)
def test_what_can_be_asked(said: dict[str, str], fault: str | None) -> None:
    found = Question.asked(**said).fault()
    assert (found is None) if fault is None else (fault in str(found))


def test_a_flight_is_its_carrier_and_number() -> None:
    assert Question.asked(flight="zz 0602").flight_parts() == ("ZZ", "602")
    with pytest.raises(ValueError, match="no flight"):
        Question.asked(flight="x").flight_parts()


@given(st.text(max_size=50), st.sampled_from(["name", "document", "locator", "flight"]))
def test_any_text_is_a_question_or_has_a_fault(text: str, what: str) -> None:
    question = Question.asked(**{what: text})
    assert question.fault() or question.as_entry()
