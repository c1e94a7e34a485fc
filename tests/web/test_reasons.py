"""Reasons of a score in words: strongest first, for or against; what nobody knows says nothing."""

from __future__ import annotations

from gatehouse.terms.candidate import Reason
from gatehouse.web.reasons import reasons_told


def test_each_reason_says_both_values_and_what_it_counts() -> None:
    given = [
        Reason("sex", "M", "M", "same", 0.4),
        Reason("contact", None, None, "missing", 0.0),
        Reason("birth-date", "1976-05-17", "1950", "different", -5.0, "26 years apart"),
        Reason("handling", None, None, "exact-name", 0.0),
    ]
    told = reasons_told(given)
    assert [(str(one.feature), str(one.counts), one.kind) for one in told] == [
        ("Birth date", "strongly against", "bad"),
        ("Sex", "weakly for", "info"),
        ("Handling", "noted", ""),
    ]
    assert told[0].how == "26 years apart"
