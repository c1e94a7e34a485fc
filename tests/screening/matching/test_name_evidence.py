"""What two names say, and that the reasons add up to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.names.name import read_name
from gatehouse.screening.matching.name_evidence import name_evidence, name_log_odds, name_reasons


def evidence(left, right):
    return name_evidence(read_name(left), read_name(right))


def test_the_same_name_says_more_than_a_close_one():
    same, close = evidence("Ilse Skjoldager", "Ilse Skjoldager"), evidence("Ilse Skjoldagar", "Ilse Skjoldager")
    other = evidence("Ilse Drozd", "Ilse Skjoldager")
    assert same.log_odds > close.log_odds > other.log_odds


def test_a_rare_name_says_more_than_a_common_one():
    assert evidence("Xoltan Skjoldager", "Xoltan Skjoldager").log_odds > evidence("Ali Khan", "Ali Khan").log_odds


def test_a_missing_token_is_milder_than_a_different_one():
    missing, different = evidence("Ilse Varga", "Ilse Anne Varga"), evidence("Ilse Tomas Varga", "Ilse Anne Varga")
    assert missing.observed.conflict == 0.0
    assert missing.log_odds > different.log_odds


def test_one_shared_name_is_thin():
    assert evidence("Hannibalo", "Hannibalo").observed.single == 1.0


def test_an_initial_alone_is_nothing():
    assert evidence("Ilse Varga", "I").observed.nothing == 1.0


def test_one_shared_name_among_contradictions_is_told():
    found = evidence("Ilse Drozd", "Ilse Varga")
    assert found.observed.alone == 1.0
    assert found.log_odds < evidence("Ilse Anne Drozd", "Ilse Anne Varga").log_odds


OUTCOMES = [
    ("Ilse Varga", "ILSE VARGA", "same"),
    ("Mohammed Drozd", "Muhammed Drozd", "equivalent"),
    ("Ilse Skjoldagar", "Ilse Skjoldager", "close"),
    ("Ilse Drozd", "Tomas Varga", "different"),
    ("Ilse Drozd", "Ilse Varga", "partly different"),
]


@pytest.mark.parametrize(("left", "right", "outcome"), OUTCOMES)
def test_outcome_in_a_word(left, right, outcome):
    assert {reason.feature: reason.outcome for reason in name_reasons(evidence(left, right))}["name"] == outcome


def test_the_way_through_a_script_is_told():
    said = " ".join(reason.how for reason in name_reasons(evidence("Дмитрий Скворцов", "Dmitry Skvortsov")))
    assert "Cyrl letters to Latin" in said


NAMES = st.lists(
    st.sampled_from(("Ilse", "Anne", "Varga", "Drozd", "Tomas", "Mohamed", "J", "Скворцов", "محمد", "李雷")),
    min_size=1,
    max_size=5,
)


@given(NAMES, NAMES)
def test_reasons_sum_to_the_evidence(left, right):
    found = evidence(" ".join(left), " ".join(right))
    assert sum(reason.weight for reason in name_reasons(found)) == pytest.approx(found.log_odds, abs=1e-5)


@given(NAMES, NAMES)
def test_the_choice_among_names_and_their_explanation_agree(left, right):
    one, other = read_name(" ".join(left)), read_name(" ".join(right))
    assert name_log_odds(one, other) == name_evidence(one, other).log_odds
