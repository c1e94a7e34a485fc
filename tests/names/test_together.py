"""Words run together, and parted again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.names.name import READINGS_MAX, RUN_TOGETHER, may_be_one, read_names, short_words
from gatehouse.names.together import LETTERS_MAX, WAYS, parted

RUN = [
    ("as-carriers-send-it", "SMITHJOHNMR", ["smith", "john"]),
    ("title-apart", "SMITHJOHN MR", ["smith", "john"]),
    ("titles-and-three-names", "HAJIMUHAMMADASHRAF", ["muhammad", "ashraf"]),
    ("compound-inside", "SADUDDINSAYYED", ["saddin", "sayyed"]),
    ("capitals-kept", "SalahBadi", ["salah", "badi"]),
    ("korean", "KIMCHOLSAM", ["kim", "chol", "sam"]),
    ("hyphen-left", "YAHIAABDALLAHAL-UBAIDI", ["yahiaabdallahalubaidi"]),
]


@pytest.mark.parametrize(("text", "words"), [pytest.param(*row[1:], id=row[0]) for row in RUN])
def test_a_run_has_the_reading_of_its_words(text, words):
    readings = {tuple(token.text for token in name.tokens): name.reading for name in read_names(text)}
    assert readings[tuple(words)] == RUN_TOGETHER
    assert short_words(text) == []


@pytest.mark.parametrize("text", ["Berlusconi", "Erdogan", "Smith-Jones", "Ilse Varga", "MOHAMMAD ALI", "Ng"])
def test_one_name_and_names_apart_are_read_once(text):
    assert len(read_names(text)) == 1


@given(st.text("abdehiklmnorstuyz", max_size=2 * LETTERS_MAX))
def test_pieces_are_the_run(run):
    ways = parted(run)
    assert len(ways) <= WAYS
    for way in ways:
        assert "".join(way) == run
        assert len(way) > 1


@given(st.text("abdehiklmnor-ABK", max_size=60))
def test_no_run_has_too_many_readings(text):
    assert 1 <= len(read_names(text)) <= READINGS_MAX


def test_one_word_that_agrees_with_itself_does_not_count_as_two():
    whole, guess, *_ = read_names("Hannibalo")
    [apart] = read_names("Hanni Balo")
    assert guess.reading == RUN_TOGETHER
    assert may_be_one(whole, whole)
    assert may_be_one(guess, apart)
    assert not may_be_one(guess, whole)
    assert not may_be_one(guess, guess)
