"""The learned costs of sounds as the one array that the kernels take, and where in it what stands.

`costs.csv` is made by `training/sounds.py` from CC0 data; its head says how. The array begins with one number for each
script of `packed.SCRIPTS`: where the table of that script begins. A table is three weights, then a score for every
unit: a letter for a letter, two letters for one, one for two.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from gatehouse.names.packed import SCRIPTS
from gatehouse.names.script import UNVOCALISED

LETTERS = 28
"""Codes of a letter: 0 for none, 1 to 27 as in `packed`."""
BEGINNINGS = 256
MIXED_TABLE, LATIN_TABLE = 254, 253
"""Where the array says where the tables for two scripts other than Latin, and for one script, begin."""
SINGLE = 4
MERGED = SINGLE + LETTERS**2
PARTED = MERGED + LETTERS**3
TABLE = PARTED + LETTERS**3
UNLEARNED = -99.0
OTHER, VOWELLESS = "other", "vowelless"
SAME_TABLE = {"Hira": "Kana"}


def _code(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * LETTERS + ord(letter) - 96
    return number


def _place(ours: str, theirs: str) -> int:
    """Where in its table a unit stands."""
    if len(ours) == 2:
        return MERGED + _code(ours) * LETTERS + _code(theirs)
    if len(theirs) == 2:
        return PARTED + _code(ours) * LETTERS**2 + _code(theirs)
    return SINGLE + _code(ours) * LETTERS + _code(theirs)


def _rows() -> list[dict[str, str]]:
    text = resources.files(__package__).joinpath("costs.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


def _begin(array: NDArray[np.float32], names: dict[str, int]) -> None:
    array[:BEGINNINGS] = names[OTHER]
    for place, script in enumerate(SCRIPTS):
        shared = VOWELLESS if script in UNVOCALISED else OTHER
        array[place] = names.get(SAME_TABLE.get(script, script), names[shared])
    array[MIXED_TABLE], array[LATIN_TABLE] = names["mixed"], names["Latn"]


@lru_cache(maxsize=1)
def costs() -> NDArray[np.float32]:
    """The tables as one flat array, read-only; see the top of this module for what stands where."""
    rows = _rows()
    names = {name: BEGINNINGS + place * TABLE for place, name in enumerate(dict.fromkeys(row["table"] for row in rows))}
    array = np.full(BEGINNINGS + len(names) * TABLE, UNLEARNED, dtype=np.float32)
    _begin(array, names)
    for row in rows:
        first, score = names[row["table"]], float(row["score"])
        if row["ours"] == "(weights)":
            array[first + int(row["theirs"])] = score
        elif row["ours"] == "(floor)":
            array[first + SINGLE : first + MERGED] = score
        else:
            array[first + _place(row["ours"], row["theirs"])] = score
    array.setflags(write=False)
    return array
