"""A candidate is a value with its reasons."""

from __future__ import annotations

from gatehouse.terms.candidate import Candidate, Reason, Subject


def test_a_candidate_carries_its_reasons_in_order() -> None:
    reasons = (Reason("name", "A", "A", "same", 0.8), Reason("sex", None, "F", "missing", 0.0))
    candidate = Candidate("TEST", "1", "A", 0.8, True, reasons)
    assert candidate.explanation == reasons
    assert candidate == Candidate("TEST", "1", "A", 0.8, True, reasons)


def test_a_subject_needs_nothing_but_names() -> None:
    subject = Subject(("Jane Doe",))
    assert subject.birth_date is None
    assert subject.documents == subject.nationalities == ()
