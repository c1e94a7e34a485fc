"""A list compiled: the same whoever reads it, in one pass."""

import io

import numpy as np
import pytest

from gatehouse.screening.matching.index import build as building
from gatehouse.screening.matching.index.batches import NAMES_MAX
from gatehouse.screening.matching.index.build import build, gathered
from gatehouse.terms.entry import ListedName, ListEntry, NameQuality


def same(one, other):
    return all(np.array_equal(a, b) for a, b in zip(one, other, strict=True))


@pytest.fixture
def many(make_entry):
    return [
        make_entry(number, f"Ilse Varga{chr(97 + number % 26)}", f"Tomas Drozd{number % 7 * 'a'}", born=["1979-03-14"])
        for number in range(40)
    ]


def test_the_same_list_compiles_to_the_same_arrays(people):
    one, other = build(people), build(people)
    assert same(one.index, other.index)
    assert same(one.entries, other.entries)


@pytest.mark.parametrize("processes", [2, 3])
def test_several_processes_read_what_one_reads(many, monkeypatch, processes):
    monkeypatch.setattr(building, "BATCH", 7)
    alone, _ = gathered(many, io.BytesIO(), lambda _: None, 1)
    together, _ = gathered(many, io.BytesIO(), lambda _: None, processes)
    assert same(alone, together)


def test_progress_is_told_after_each_batch(many, monkeypatch):
    monkeypatch.setattr(building, "BATCH", 15)
    told = []
    build(iter(many), told.append)
    assert told == [15, 30, 40]


def test_a_name_without_letters_has_no_row(make_entry):
    index = build([make_entry(1, "😀", "Ilse Varga", "123")]).index
    assert index.places.tolist() == [1]


def test_names_beyond_the_most_are_left_out(make_entry):
    names = [f"Varga{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}" for n in range(NAMES_MAX + 3)]
    index = build([make_entry(1, *names)]).index
    assert int(index.places.max()) == NAMES_MAX - 1


def test_weak_aliases_are_marked():
    entry = ListEntry("TEST", "1", (ListedName("Ilse Varga"), ListedName("The Baker", NameQuality.WEAK)))
    index = build([entry]).index
    assert dict(zip(index.places.tolist(), index.weak.tolist(), strict=True)) == {0: 0, 1: 1}


def test_a_name_stands_once_for_each_birth(make_entry):
    index = build([make_entry(1, "Ilse Varga", born=["1979-03-14", "1981", "1985-05-05"])]).index
    assert index.owners.tolist() == [0, 0, 0]
    assert index.born.tolist() == [0, 19790314, 19850505]


def test_no_entries_at_all():
    compiled = build([])
    assert len(compiled.index.owners) == 0
    assert compiled.index.blocks.tolist() == [0, 0, 0, 0]
