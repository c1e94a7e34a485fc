"""What of a list may be meant by a traveller's tokens."""

import numpy as np
import pytest

from gatehouse.screening.matching.index import asking
from gatehouse.screening.matching.index.asking import Asker
from gatehouse.screening.matching.name_kernel import PAIRED_MIN


def found(index, text_of, name, asker=None):
    query = (asker or Asker(index)).query(name, None, -1.0)
    return set(text_of(index.tokens[query.found]))


FINDS = [
    ("itself", "Ilse Varga", {"ilse", "varga"}),
    ("misspelt", "Ilze Vorga", {"ilse", "varga"}),
    ("two-run-together", "VARGAILSE", {"varga", "ilse"}),
    ("title-run-on", "VARGAILSEMRS", {"varga", "ilse"}),
    ("apart-here-and-together-there", "Skjol Dager", {"skjoldager"}),
    ("apart-the-other-way-round", "Dager Skjol", {"skjoldager"}),
]


@pytest.mark.parametrize(("name", "expected"), [pytest.param(*row[1:], id=row[0]) for row in FINDS])
def test_finds(indexed, text_of, name, expected):
    assert expected <= found(indexed("Ilse Varga", "Skjoldager Tomas"), text_of, name)


@pytest.mark.parametrize("name", ["Xolotl", "J"])
def test_finds_nothing_unlike(indexed, text_of, name):
    assert found(indexed("Ilse Varga", "Skjoldager Tomas"), text_of, name) == set()


def test_an_empty_list_has_nothing_like_anybody(indexed, text_of):
    assert found(indexed(), text_of, "Ilse VARGASKJOLDAGER") == set()


def test_what_is_remembered_is_what_was_found(indexed):
    asker = Asker(indexed("Ilse Varga", "Tomas Drozd"))
    for name in ("Ilse Vorga", "VARGAILSE"):
        first, second = (asker.query(name, "1979", -1.0) for _ in range(2))
        assert all(np.array_equal(a, b) for a, b in zip(first[:9], second[:9], strict=True))


LEAST = [(-1.0, 700, 0.0), (2.0, 700, 0.0), (-1.0, 2_000_000, PAIRED_MIN)]


@pytest.mark.parametrize(("floor", "entries", "least"), LEAST)
def test_only_on_a_long_list_is_what_resembles_passed_over(indexed, floor, entries, least):
    query = Asker(indexed("Ilse Varga")).query("Ilse Varga", "1979-03-14", floor, entries)
    assert query.least == least


def test_a_full_memory_is_emptied_and_answers_alike(indexed, text_of, monkeypatch):
    monkeypatch.setattr(asking, "TOKENS_REMEMBERED_MAX", 2)
    index = indexed("Ilse Varga", "Tomas Drozd")
    asker = Asker(index)
    for name in ("Ilse Varga", "Tomas Drozd", "Marta Quist", "Ilse Varga"):
        assert found(index, text_of, name, asker) == found(index, text_of, name)
