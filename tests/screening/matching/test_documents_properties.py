"""Document numbers: what is levelled, what is not, and the limits of what identifies anybody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.matching.documents import (
    NUMBER_CHARS_MAX,
    NUMBER_CHARS_MIN,
    document_reason,
    levelled,
    normalised,
)
from gatehouse.screening.matching.weights import log_odds, logistic, weights
from gatehouse.terms.entry import ListedDocument

NUMBERS = st.from_regex(r"[A-Z]{1,2}[0-9]{6,9}", fullmatch=True)
ISSUERS = st.sampled_from([None, "UTO", "DEU"])


def reason(number, issuer, listed, listed_issuer):
    return document_reason(((number, issuer),), (ListedDocument(listed, None, listed_issuer),))


@given(st.text(max_size=120))
def test_normalising_twice_changes_nothing(text):
    once = normalised(text)
    assert once is None or normalised(once) == once


@given(st.text(max_size=120))
def test_a_normalised_number_is_bounded_and_plain(text):
    found = normalised(text)
    if found is not None:
        assert NUMBER_CHARS_MIN <= len(found) <= NUMBER_CHARS_MAX
        assert found.isascii()
        assert found.isalnum()
        assert any(map(str.isdigit, found))


@given(NUMBERS, st.sampled_from([" ", "-", ".", "/", "<"]), st.integers(0, 8))
def test_separators_and_case_are_no_part_of_a_number(number, separator, at):
    assert normalised((number[:at] + separator + number[at:]).lower()) == number


@given(NUMBERS, ISSUERS, NUMBERS, ISSUERS)
def test_reasons_are_the_same_in_both_directions(number, issuer, listed, listed_issuer):
    there, back = reason(number, issuer, listed, listed_issuer), reason(listed, listed_issuer, number, issuer)
    assert (there and (there.outcome, there.weight)) == (back and (back.outcome, back.weight))


@given(NUMBERS, ISSUERS, ISSUERS)
def test_the_same_number_is_always_a_reason(number, issuer, listed_issuer):
    found = reason(number, issuer, number, listed_issuer)
    assert found
    both = issuer is not None and listed_issuer is not None
    assert found.outcome == ("number" if not both else "same" if issuer == listed_issuer else "other issuer")


@given(st.lists(st.tuples(NUMBERS, ISSUERS), max_size=4), NUMBERS)
def test_another_document_never_weakens_the_reason(carried, number):
    listed = (ListedDocument(number, None, "UTO"),)
    alone = document_reason(((number, "UTO"),), listed)
    together = document_reason((*carried, (number, "UTO")), listed)
    assert alone
    assert together
    assert together.weight >= alone.weight


LENGTHS = [
    ("one-too-short", "X123", None),
    ("shortest", "X1234", "X1234"),
    ("short-with-separators", "X-1-2-3", None),
    ("no-digit", "PASSPORT", None),
    ("longest", "1" * NUMBER_CHARS_MAX, "1" * NUMBER_CHARS_MAX),
    ("cut", "1" * (NUMBER_CHARS_MAX + 1), "1" * NUMBER_CHARS_MAX),
    ("separators-beyond-the-window", "-" * (2 * NUMBER_CHARS_MAX) + "X12345", None),
    ("other-digits", "٤٥٦٧٨٩", None),
    ("empty", "", None),
]


@pytest.mark.parametrize(("number", "found"), [pytest.param(*row[1:], id=row[0]) for row in LENGTHS])
def test_limits_of_a_number(number, found):
    assert normalised(number) == found


LEVELS = [
    ("o-for-zero", "XO12345", "X012345"),
    ("i-for-one", "XI12345", "X112345"),
    ("s-for-five", "XS12345", "X512345"),
    ("b-for-eight", "XB12345", "X812345"),
    ("z-for-two", "XZ12345", "X212345"),
    ("g-for-six", "XG12345", "X612345"),
    ("leading-zeros", "00012345", "12345"),
]


@pytest.mark.parametrize(("one", "other"), [pytest.param(*row[1:], id=row[0]) for row in LEVELS])
def test_look_alikes_are_levelled_and_weigh_less(one, other):
    assert levelled(one) == levelled(other)
    found = reason(one, "UTO", other, "UTO")
    assert found
    assert found.outcome == "resembling"
    assert found.weight < weights()["document"]["same"]


@pytest.mark.parametrize("other", ["X712345", "Y012345", "X01234", "X0123456"])
def test_other_characters_are_other_documents(other):
    assert reason("X012345", "UTO", other, "UTO") is None


def test_look_alikes_of_another_issuer_are_nothing():
    assert reason("XO12345", "UTO", "X012345", "DEU") is None


@given(st.floats(-600, 600))
def test_a_score_is_a_probability(odds):
    assert 0.0 <= logistic(odds) <= 1.0
    assert logistic(odds) + logistic(-odds) == pytest.approx(1.0)


@given(st.floats(-15, 15))
def test_log_odds_and_probability_are_each_other_s_inverse(odds):
    assert log_odds(logistic(odds)) == pytest.approx(odds, abs=1e-6)


@given(st.floats(-15, 15), st.floats(0.001, 5))
def test_more_evidence_is_a_higher_score(odds, more):
    assert logistic(odds + more) > logistic(odds)


@pytest.mark.parametrize(("probability", "odds"), [(0.0, float("-inf")), (1.0, float("inf")), (0.5, 0.0)])
def test_certainty_has_no_finite_odds(probability, odds):
    assert log_odds(probability) == odds
