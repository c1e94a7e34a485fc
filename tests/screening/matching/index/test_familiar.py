"""The spellings kept with a compiled list are those that would be found."""

import numpy as np
import pytest

from gatehouse.screening.matching.index import familiar
from gatehouse.screening.matching.index.asking import Asker
from gatehouse.screening.matching.index.familiar import NOBODY, Acquaintance, familiar_of, spellings_of

LIST = ("Ilse Varga", "Ilze Vargha", "Ilse Skjoldager", "Ильза Варга", "Tomas Varga")


@pytest.fixture
def acquainted(indexed, monkeypatch):
    monkeypatch.setattr(familiar, "POSTINGS_MIN", 2)
    index = indexed(*LIST)
    return index, familiar_of(index, 2)


def same(one, other):
    return np.array_equal(one.found, other.found) and np.array_equal(one.alike, other.alike) and one[2:] == other[2:]


def test_what_is_kept_is_what_would_be_found(acquainted, text_of):
    index, kept = acquainted
    assert sorted(text_of(index.tokens[kept.tokens])) == ["ilse", "varga"]
    for token in kept.tokens:
        row = index.tokens[token]
        (found,) = spellings_of(index, row.reshape(1, -1))
        assert same(Acquaintance(index, kept).spellings(row.tobytes()), found)


def test_who_is_not_familiar_is_looked_for(acquainted, row_of):
    index, kept = acquainted
    assert Acquaintance(index, kept).spellings(row_of("Tomas").tobytes()) is None
    assert Acquaintance(index, NOBODY).spellings(row_of("Varga").tobytes()) is None


@pytest.mark.parametrize("name", ["Ilse Varga", "Varga Tomas", "VARGAILSE", "Xolotl Ilse"])
def test_a_query_is_the_same_with_it(acquainted, name):
    index, kept = acquainted
    with_it, without = (asker.query(name, "1979-03-14", -1.0) for asker in (Asker(index, kept), Asker(index)))
    assert all(np.array_equal(a, b) for a, b in zip(with_it[:10], without[:10], strict=True))


def test_the_commonest_are_kept_and_no_more(acquainted, monkeypatch, text_of):
    index, _ = acquainted
    monkeypatch.setattr(familiar, "FAMILIAR_MAX", 1)
    assert text_of(index.tokens[familiar_of(index, 1).tokens]) in (["ilse"], ["varga"])
