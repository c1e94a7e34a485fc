"""How much of one question's answers another one tells: counted over States, with the State itself left out.

A question is derivable from another where knowing the other's answer would have told this one's for nearly every State,
and much more often than always guessing the commonest answer. Each State is predicted from all the others, so that a
table of many empty cells does not look like knowledge.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

Codes = np.ndarray[tuple[int], np.dtype[np.int64]]
Table = np.ndarray[tuple[int, ...], np.dtype[np.int64]]
CASES_MIN = 30
RIGHT_MIN = 0.95
"""How often the other answer has to tell this one."""
GUESS_MAX = 0.85
"""A question whose commonest answer is guessed as often as this is not derived from anything: it is just uniform."""


class Derivable(NamedTuple):
    """`question` is told by `source` for `right` of `cases` answers; the commonest answer alone for `guessed`."""

    question: str
    source: str
    cases: int
    right: int
    guessed: int


class Coded(NamedTuple):
    """Answers to one question as small numbers, one for each State in a fixed order; -1 where there is none."""

    question: str
    codes: Codes
    width: int


def coded(question: str, answers: Mapping[str, str], order: Sequence[str]) -> Coded:
    """The answers by key (State and cycle), in the order of the keys."""
    names = {code: number for number, code in enumerate(sorted(set(answers.values())))}
    return Coded(question, np.array([names.get(answers.get(key, ""), -1) for key in order], np.int64), len(names))


def derivable(questions: Sequence[Coded]) -> list[Derivable]:
    """Every pair in which the first is derivable from the second; the surest first."""
    found = []
    for one in questions:
        for other in questions:
            pair = _told(one, other) if one is not other else None
            if pair and pair.right >= RIGHT_MIN * pair.cases and pair.guessed <= GUESS_MAX * pair.cases:
                found.append(pair)
    return sorted(found, key=lambda pair: (-pair.right / pair.cases, pair.question, pair.source))


def _told(one: Coded, other: Coded) -> Derivable | None:
    both = (one.codes >= 0) & (other.codes >= 0)
    cases = int(both.sum())
    if cases < CASES_MIN:
        return None
    places = other.codes[both] * one.width + one.codes[both]
    table = np.bincount(places, minlength=one.width * other.width).reshape(other.width, one.width)
    return Derivable(one.question, other.question, cases, _right_left_out(table), int(table.sum(0).max()))


def _right_left_out(table: Table) -> int:
    """How many cases the commonest answer of their row tells, they themselves not counted; ties tell nothing."""
    if table.shape[1] < 2:
        return 0
    ordered = np.sort(table, axis=1)
    best, second = ordered[:, -1], ordered[:, -2]
    return int(best[best - 1 > second].sum())
