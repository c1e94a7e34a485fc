"""A small list, compiled."""

import numpy as np
import pytest

from gatehouse.names.name import read_name
from gatehouse.names.packed import packed
from gatehouse.screening.matching.index.build import build

WORDS = "Mohammed Skvortsov Skjoldager Harbani Said Vladimir Salim Varga Drozdin Alsaid سليم Abdulrahman Kim J Ilse"


def row(word):
    return packed(read_name(word).tokens[0])


@pytest.fixture(scope="session")
def row_of():
    """The packed row of a word."""
    return row


@pytest.fixture(scope="session")
def text_of():
    """The letters of packed rows."""

    def told(tokens):
        return ["".join(chr(96 + code) for code in np.asarray(one)[1 : 1 + one[0]]) for one in tokens]

    return told


@pytest.fixture
def indexed(make_entry):
    """The index of entries that have these names, one each, or of (name, birth dates)."""

    def make(*names):
        told = [(name, ()) if isinstance(name, str) else name for name in names]
        return build([make_entry(number, name, born=born) for number, (name, born) in enumerate(told)]).index

    return make


@pytest.fixture
def words(indexed):
    """An index of names of one word."""
    return indexed(*WORDS.split())
