"""Tokens that may be several names run together."""

import numpy as np
import pytest

from gatehouse.names.packed import FOLD, TEXT
from gatehouse.screening.matching.index.splitting import cuts, joined, known_ends, same_fold, same_text

LISTED = ("Smithers", "John", "Varga", "Ilse", "Peter", "Skjoldager")


@pytest.fixture
def listed(indexed):
    return indexed(*LISTED)


def test_the_same_sound_is_found_and_no_longer_one(listed, row_of, text_of):
    one = row_of("Warga")
    assert text_of(listed.tokens[same_fold(listed, one[FOLD + 1 :], one[FOLD])]) == ["varga"]
    assert len(same_fold(listed, one[FOLD + 1 :], one[FOLD] - 1)) == 0


def parts(index, row_of, text_of, word):
    """Every way of cutting a word, as the first listed token of each part."""
    one = row_of(word)
    fold = one[FOLD + 1 :]
    found = []
    for _, first, *ends in cuts(index, one).tolist():
        spans = [(a, b) for a, b in zip([first, *ends[:-1]], ends, strict=True) if b > a]
        found.append([text_of(index.tokens[same_fold(index, fold[a:], b - a)])[0] for a, b in spans])
    return found


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("SMITHERSJOHN", ["smithers", "john"]),
        ("JOHNSMITHERSMR", ["john", "smithers"]),
        ("VARGAILSEPETER", ["varga", "ilse", "peter"]),
    ],
    ids=["two", "title-run-on", "three"],
)
def test_cut_into_listed_names(listed, row_of, text_of, word, expected):
    assert expected in parts(listed, row_of, text_of, word)


@pytest.mark.parametrize("word", ["Xolotl", "Skjoldager", "Vargaxolotl", "ab"])
def test_what_is_not_made_of_listed_names_is_not_cut(listed, row_of, word):
    assert len(cuts(listed, row_of(word))) == 0


@pytest.mark.parametrize(
    ("one", "other", "found"), [("Skjol", "dager", 1), ("dager", "Skjol", 0), ("Ilse", "Varga", 0)]
)
def test_two_written_together(listed, row_of, one, other, found):
    assert len(joined(listed, row_of(one), row_of(other))) == found


@pytest.mark.parametrize(
    ("word", "rest"),
    [("VARGAILXE", ["varga"]), ("XLZEVARGA", ["varga"]), ("XOLOTLXOLOTL", [])],
    ids=["begins", "ends", "neither"],
)
def test_a_known_beginning_or_end(listed, row_of, text_of, word, rest):
    ways, tokens = known_ends(listed, row_of(word))
    assert text_of(listed.tokens[tokens]) == rest
    assert len(ways) == len(rest)


def test_the_first_letters_of_a_text(listed, row_of, text_of):
    one = row_of("Vargaxx")
    assert text_of([listed.tokens[same_text(listed, one[TEXT + 1 :], 5)]]) == ["varga"]
    assert same_text(listed, one[TEXT + 1 :], 6) == -1


def test_nothing_is_listed(indexed, row_of):
    empty = indexed()
    assert len(cuts(empty, row_of("SMITHERSJOHN"))) == 0
    assert len(joined(empty, row_of("Ilse"), row_of("Varga"))) == 0
    assert len(known_ends(empty, row_of("SMITHERSJOHN"))[1]) == 0
    assert np.array_equal(same_fold(empty, row_of("Ilse")[FOLD + 1 :], 3), [])
