"""The compiled comparison: which way decides, servants, run-together tokens, the faces over it."""

import numpy as np
import pytest

from gatehouse.names import kernels
from gatehouse.names.costs import costs
from gatehouse.names.distance import WORDS, glued, likeness
from gatehouse.names.kernels import KIN, SAME_BUT_GLUED, glued_rows, likeness_rows
from gatehouse.names.name import read_name
from gatehouse.names.packed import WIDTH, packed
from gatehouse.names.token import token


def way(one, other):
    return likeness_rows(packed(one), packed(other), costs())[1]


WAYS = [
    ("letters", "varga", "varga", kernels.LETTERS),
    ("sound", "mohammed", "muhamed", kernels.SOUND),
    ("family", "volodymyr", "vladimir", kernels.FAMILY),
    ("kinship", "macintyre", "mcintire", kernels.KINSHIP),
    ("initial", "v", "varga", kernels.INITIALLY),
    ("article", "alharban", "harban", kernels.BARELY),
    ("other-reading", "skvorcov", "skvortsov", kernels.READING),
    ("servants", "abdulkarim", "abdulsalam", kernels.AFTER_ABD),
    ("cut-short", "skjold", "skjoldager", kernels.BEGINNING),
    ("spelling", "hansen", "hanson", kernels.SPELLING),
]


@pytest.mark.parametrize(("one", "other", "expected"), [pytest.param(*row[1:], id=row[0]) for row in WAYS])
def test_the_first_way_that_applies_decides(one, other, expected):
    assert way(token(one), token(other)) == expected


def test_two_scripts_are_compared_by_learned_costs():
    assert way(token("salim"), read_name("سليم").tokens[0]) == kernels.ACROSS


def test_every_way_has_words():
    assert set(WORDS) == set(range(13))


def test_found_by_machine_counts_for_less_than_by_hand():
    assert likeness(token("macintyre"), token("mcintire")).score == KIN < kernels.VARIANT


def test_an_empty_row_is_like_nothing():
    empty = np.zeros(WIDTH, dtype=np.uint8)
    assert likeness_rows(empty, packed(token("varga")), costs()) == (0.0, kernels.NOTHING)


GLUED = [
    ("in-order", "smithersjohn", "smithers", "john", SAME_BUT_GLUED),
    ("other-order", "smithersjohn", "john", "smithers", SAME_BUT_GLUED),
    ("title-run-on", "smithersjohnmr", "smithers", "john", SAME_BUT_GLUED),
    ("letter-dropped", "smithrsjohn", "smithers", "john", SAME_BUT_GLUED * 18 / 19),
    ("letter-dropped-other-order", "deauxlaetile", "laetile", "devaux", SAME_BUT_GLUED * 0.9),
    ("another-name", "smithersjohn", "varga", "ilseanna", 0.0),
    ("too-short", "lijun", "li", "jun", 0.0),
]


@pytest.mark.parametrize(("whole", "one", "other", "score"), [pytest.param(*row[1:], id=row[0]) for row in GLUED])
def test_a_token_against_two_neighbours(whole, one, other, score):
    found = glued_rows(packed(token(whole)), packed(token(one)), packed(token(other)), costs())
    assert found == pytest.approx(score)
    assert glued(token(whole), token(one), token(other)).score == pytest.approx(score)
