"""Likeness of two tokens, with its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.names.distance import INITIAL, SAME_BUT_GLUED, SAME_SOUND, VARIANT, likeness
from gatehouse.names.kernels import SHORT_SLIP
from gatehouse.names.name import read_name
from gatehouse.names.token import token


def alike(one, other):
    return likeness(read_name(one).tokens[0], read_name(other).tokens[0])


LIKE = [
    ("same", "varga", "VARGA", 1.0),
    ("same-sound", "mohammed", "muhammed", SAME_SOUND),
    ("variants", "volodymyr", "vladimir", VARIANT),
    ("glued-article", "alharban", "harban", SAME_BUT_GLUED),
    ("glued-title", "ilsemrs", "ilse", SAME_BUT_GLUED),
    ("initial", "i", "ilse", INITIAL),
]


@pytest.mark.parametrize(("one", "other", "score"), [pytest.param(*row[1:], id=row[0]) for row in LIKE])
def test_first_comparison_that_applies(one, other, score):
    assert likeness(token(one.lower()), token(other.lower())).score == score


@pytest.mark.parametrize(
    ("one", "other"),
    [("sergei", "серге́й"), ("salim", "سليم"), ("muhammad", "محمد"), ("noam", "נועם"), ("baraku", "バラク")],
)
def test_scripts_meet(one, other):
    assert alike(one, other).score >= 0.85


@pytest.mark.parametrize(
    ("one", "other"), [("sergei", "yevgeni"), ("castro", "mendes"), ("i", "varga"), ("سليم", "drozd")]
)
def test_different_names_stay_low(one, other):
    assert alike(one, other).score < 0.66


def test_one_han_syllable_of_two_is_half():
    one, other = read_name("李雷雷").tokens[1], read_name("李雷明").tokens[1]
    assert likeness(one, other).score == 0.5


def test_abd_alone_makes_nothing_alike():
    assert likeness(token("abdulrahman"), token("abdulqadir")).score < 0.66


RESEMBLING = [
    ("replaced-in-a-short-name", "kwm", "kim"),
    ("left-out", "emraan", "emran"),
    ("exchanged", "shahbanadr", "shahbandar"),
    ("replaced", "sadiqi", "saziqi"),
    ("beginning", "avga", "avgazarovich"),
]


@pytest.mark.parametrize(("one", "other"), [pytest.param(*row[1:], id=row[0]) for row in RESEMBLING])
def test_one_slip_and_a_cut_word_resemble_the_name(one, other):
    assert likeness(token(one), token(other)).score >= SHORT_SLIP


def test_two_slips_and_two_letters_are_no_slip():
    assert likeness(token("kvm"), token("kim")).score >= SHORT_SLIP > likeness(token("xvm"), token("kim")).score
    assert likeness(token("xu"), token("yu")).score < SHORT_SLIP


def test_an_initial_may_stand_for_what_follows_abd():
    assert alike("k", "abdulkarim").score == alike("a", "abdulkarim").score == INITIAL
    assert alike("r", "abdulkarim").score == 0


def test_a_truncated_token_is_found():
    assert likeness(token("skjold"), token("skjoldager")).how == "one is the beginning of the other"


@given(st.text("abcdhiklmnorstuvy", min_size=1, max_size=15), st.text("abcdhiklmnorstuvy", min_size=1, max_size=15))
def test_likeness_is_symmetric_and_bounded(one, other):
    there, back = likeness(token(one), token(other)), likeness(token(other), token(one))
    assert there.score == back.score
    assert 0.0 <= there.score <= 1.0
    assert there.how
