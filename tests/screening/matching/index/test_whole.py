"""Rows found by the consonants of the whole name."""

import numpy as np
import pytest

from gatehouse.names.name import read_name
from gatehouse.names.packed import packed
from gatehouse.screening.matching.index.whole import CONSONANTS_MIN, ROWS_MAX, rows_alike_whole, whole_key

LISTED = ("Ri Song Hyok", "Kim Yusegon", "Ilse Varga", "Tomas Drozd", "Li Ai")


def own(name):
    return np.stack([packed(token) for token in read_name(name).tokens])


FINDS = [
    ("run-together", "risonghyok", 0),
    ("cut-elsewhere", "Kim Use Gon", 1),
    ("as-written", "Ilse Varga", 2),
    ("last-word-first", "Varga Ilse", 2),
    ("run-together-the-other-way-round", "VargaIlse", 2),
    ("vowels-mistyped", "Olsa Vurgo", 2),
    ("title-run-on", "IlseVargaMr", 2),
    ("longer-title-run-on", "VargaIlseMiss", 2),
    ("sounds-of-a-family", "Ilze Farga", 2),
]


@pytest.mark.parametrize(("name", "owner"), [pytest.param(*row[1:], id=row[0]) for row in FINDS])
def test_finds(indexed, name, owner):
    index = indexed(*LISTED)
    assert owner in index.owners[rows_alike_whole(index, own(name))]


@pytest.mark.parametrize("name", ["Ilse Drozd", "Anna", "J"])
def test_finds_nobody_else(indexed, name):
    assert len(rows_alike_whole(indexed(*LISTED), own(name))) == 0


def test_a_name_of_few_consonants_is_filed_under_all_its_letters():
    assert CONSONANTS_MIN == 4
    assert whole_key(own("Li Ai"), 0, 0) == whole_key(own("Liai"), 0, 0)
    assert whole_key(own("Li Ai"), 0, 0) != whole_key(own("Li Ao"), 0, 0)
    assert whole_key(own("bakalama"), 0, 0) == whole_key(own("bokilumo"), 0, 0)


def test_a_short_name_run_together_is_found(indexed):
    index = indexed(*LISTED)
    assert index.owners[rows_alike_whole(index, own("Liai"))].tolist() == [4]


def test_as_many_rows_as_are_taken_for_a_key(indexed):
    index = indexed(*["Ilse Varga"] * (ROWS_MAX + 5))
    assert len(rows_alike_whole(index, own("IlseVarga"))) == ROWS_MAX


def test_an_empty_list_has_no_whole_names(indexed):
    assert len(rows_alike_whole(indexed(), own("Ilse Varga"))) == 0
