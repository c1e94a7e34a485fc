"""One name of a traveller made ready to be searched for."""

from __future__ import annotations

from typing import NamedTuple

from gatehouse.screening.matching.birth_years import Bounds
from gatehouse.screening.matching.index.arrays import F32, I32, I64, U8, U64

PLACES_MAX = 8
"""Tokens of a traveller's name that can be told apart while postings are gone through; later ones count as one."""
GLUED_PLACE = PLACES_MAX - 1
"""The place of what may be part of a token run together."""
ALL_PLACES = 0xFF


class Births(NamedTuple):
    """A traveller's birth date against a list: where to look, and the most log-odds that each date can add.

    `windows` are ranges of rows whose years may fit; `days` are ranges in which every name is compared; `near` ranges
    in which names that hold any of the tokens are. `year` is 0 when nothing is stated. `best` is the most that a row of
    each window can have, `days` and `near` left out; `same` is that of rows of `days`. `floor` is what a name must
    reach in a row of which no date is stated.
    """

    windows: I32
    days: I32
    near: I32
    year: int
    bounds: Bounds
    best: F32
    same: float
    floor: float


class Query(NamedTuple):
    """A name: its tokens, and for each *piece* (a token, two run together, or half of one) the listed tokens like it.

    `found[starts[p] : starts[p + 1]]` are those of piece p, best first, with `alike`. `place` is the place of the token
    that a piece stands for; `mask` has a bit for each place that may answer to the rest of a listed name; `load` counts
    postings. `heaviest` is the most evidence that each token may be with any of its spellings. `least` is the likeness
    from which listed tokens are marked; above 0, rows of which nothing is found and rows whose marked tokens and dates
    could not reach the floor are left out.
    """

    rows: U8
    bags: U64
    facts: F32
    heaviest: F32
    found: I32
    alike: F32
    starts: I32
    load: I64
    place: U8
    mask: U8
    births: Births
    weights: F32
    costs: F32
    weak: float
    floor: float
    least: float
