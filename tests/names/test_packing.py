"""Many words packed at once are the rows of their tokens."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.names.east import Romanised
from gatehouse.names.name import readings_of
from gatehouse.names.packed import WIDTH, packed
from gatehouse.names.packing import packed_words
from gatehouse.names.script import LATIN
from gatehouse.names.token import token

LETTERS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=60)
RUN_ON = st.sampled_from(["abdulrahman", "alharbi", "smithersmr", "saifuddin", "abuharban", "uxxnxxe", "x" * 60, "h"])
SCRIPTS = st.sampled_from([LATIN, None, "Cyrl", "Arab", "Hani", "Hang", "Cham"])
SYLLABLES = st.lists(st.sampled_from(["li", "ma", "王"]), max_size=12).map(tuple)
WORDS = st.builds(Romanised, LETTERS | RUN_ON, SCRIPTS, SYLLABLES)

NAMES = {
    "plain": "Ilse Varga",
    "with-marks": "Müller-Łukasz Nuñez",
    "compound": "Saif al-Din Abd al-Rahman Alharbi",
    "initial": "J. Varga",
    "cyrillic": "Дмитрий Скворцов",
    "arabic": "محمد بن عبد الله",
    "han": "王小明",
    "hangul": "김철수",
    "kana": "アレクサンドル",
    "known-family": "Mohammed Oleksandr",
}


def token_of(word):
    return token(word.text, word.script or LATIN, word.syllables, word.how)


def agree(words):
    found = packed_words(words)
    assert found.rows.shape == (len(words), WIDTH)
    assert found.rows.dtype == np.uint8
    for place, word in enumerate(words):
        alone = token_of(word)
        assert found.rows[place].tolist() == packed(alone).tolist()
        assert (found.texts[place], found.folds[place], found.manners[place]) == (alone.text, alone.fold, alone.manner)


@pytest.mark.parametrize("name", [pytest.param(name, id=kind) for kind, name in NAMES.items()])
def test_the_words_of_a_name(name):
    agree([word for reading in readings_of(name) for word in reading.words])


@given(st.lists(WORDS, max_size=12))
def test_any_words_are_packed_as_their_tokens(words):
    agree(words)


def test_a_word_does_not_depend_on_its_neighbours():
    words = [Romanised(text, LATIN) for text in ("varga", "alharbi", "h", "petrovic", "yevgeni")]
    together, alone = packed_words(words).rows, [packed_words([word]).rows[0] for word in words]
    assert together.tolist() == np.stack(alone).tolist()
