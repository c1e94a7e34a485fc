"""Document numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.matching.documents import check_digit, document_reason, levelled, normalised, with_check_digit
from gatehouse.terms.entry import ListedDocument

OUTCOMES = [
    ("number-and-issuer", ("P0012345", "UTO"), ListedDocument("P-0012345", None, "UTO"), "same"),
    ("spaces-and-case", ("p 001 2345", "UTO"), ListedDocument("P0012345", None, "UTO"), "same"),
    ("issuer-not-stated", ("P0012345", None), ListedDocument("P0012345", None, "UTO"), "number"),
    ("letter-o-for-zero", ("POO12345", "UTO"), ListedDocument("P0012345", None, "UTO"), "resembling"),
    ("letters-for-digits", ("P00IZE4S", None), ListedDocument("P0012E45", None, None), "resembling"),
    ("leading-zeros", ("00712345", None), ListedDocument("712345", None, None), "resembling"),
    ("check-digit-appended", ("L898902C36", "UTO"), ListedDocument("L898902C3", None, "UTO"), "check digit"),
    ("check-digit-left-out", ("L898902C3", None), ListedDocument("L898902C36", None, None), "check digit"),
    ("other-issuer", ("P0012345", "UTO"), ListedDocument("P0012345", None, "XOM"), "other issuer"),
]


@pytest.mark.parametrize(("ours", "theirs", "outcome"), [pytest.param(*row[1:], id=row[0]) for row in OUTCOMES])
def test_outcome(ours, theirs, outcome):
    reason = document_reason((ours,), (theirs,))
    assert reason is not None
    assert reason.outcome == outcome
    assert reason.weight > 0


def test_different_numbers_say_nothing():
    assert document_reason((("P0012345", "UTO"),), (ListedDocument("P0099999", None, "UTO"),)) is None


def test_look_alikes_of_another_issuer_say_nothing():
    assert document_reason((("POO12345", "UTO"),), (ListedDocument("P0012345", None, "XOM"),)) is None


def test_the_best_of_several_counts():
    listed = (ListedDocument("POO12345", None, None), ListedDocument("P0012345", None, "UTO"))
    assert document_reason((("P0012345", "UTO"),), listed).outcome == "same"


@pytest.mark.parametrize("number", ["", "123", "-----", "PASSPORT", "   "])
def test_numbers_that_identify_nobody(number):
    assert normalised(number) is None
    assert levelled(number) is None


@given(st.text(max_size=300))
def test_every_number_is_bounded(number):
    plain, level = normalised(number), levelled(number)
    assert plain is None or 5 <= len(plain) <= 40
    assert level is None or len(level) <= len(plain or "")


def test_the_check_digit_of_the_standard_s_example():
    """ICAO Doc 9303-4 appendix A: document number L898902C3 has the check digit 6."""
    assert check_digit("L898902C3") == "6"


def test_another_last_digit_is_another_number():
    assert document_reason((("L898902C37", "UTO"),), (ListedDocument("L898902C3", None, "UTO"),)) is None


def test_the_forms_to_look_a_number_up_by():
    assert "L898902C36" in with_check_digit("L898902C3")
    assert "L898902C3" in with_check_digit("L898902C36")
