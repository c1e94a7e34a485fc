"""Why, in a few words."""

from __future__ import annotations

from gatehouse.screening.review.why import feature_name, why
from gatehouse.terms.candidate import Reason


def test_the_strongest_are_said_and_what_speaks_against_says_so() -> None:
    reasons = [
        Reason("starting-point", None, None, "", -5.0),
        Reason("sex", "F", "F", "same", 0.4, "same"),
        Reason("name", "ANN ROE", "Ann Roe", "same", 3.0, "the same words"),
        Reason("birth-date", "1980", "1950", "different", -2.0, "30 years apart"),
        Reason("document", "P1", None, "missing", 9.0),
    ]
    assert why(reasons, 2) == ("name: same, the same words", "birth date: different, 30 years apart (against)")
    assert why(reasons)[2] == "sex: same"
    assert feature_name("name-letters") == "name letters"
