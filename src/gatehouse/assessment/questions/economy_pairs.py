"""How much of one question's answers another one tells: counted over States, with the State itself left out.

A question is derivable from another where knowing the other's answer would have told this one's for nearly every State,
and much more often than always guessing the commonest answer. Each State is predicted from all the others, so that a
table of many empty cells does not look like knowledge.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import permutations
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
    """Every pair in which the first is derivable from the second; the surest first.

    All tables of two questions are blocks of one product: of the matrix that has a row for each State and cycle and a
    column for each code of each question, with itself.
    """
    if not questions:
        return []
    ends = np.cumsum([each.width for each in questions])
    places = [slice(int(end) - each.width, int(end)) for end, each in zip(ends, questions, strict=True)]
    told = np.zeros((len(questions[0].codes), int(ends[-1])), np.float32)
    for place, each in zip(places, questions, strict=True):
        (rows,) = np.nonzero(each.codes >= 0)
        told[rows, place.start + each.codes[rows]] = 1
    # Whole numbers below 2^24 are exact in this kind of float.
    tables = np.rint(told.T @ told).astype(np.int64)
    found = []
    for (one, at), (other, beside) in permutations(zip(questions, places, strict=True), 2):
        pair = _told(one.question, other.question, tables[beside, at])
        if pair and pair.right >= RIGHT_MIN * pair.cases and pair.guessed <= GUESS_MAX * pair.cases:
            found.append(pair)
    return sorted(found, key=lambda pair: (-pair.right / pair.cases, pair.question, pair.source))


def _told(question: str, source: str, table: Table) -> Derivable | None:
    """What a table of the source's codes (rows) and the question's (columns) tells; None for too few cases."""
    cases = int(table.sum())
    if cases < CASES_MIN:
        return None
    return Derivable(question, source, cases, _right_left_out(table), int(table.sum(0).max()))


def _right_left_out(table: Table) -> int:
    """How many cases the commonest answer of their row tells, they themselves not counted; ties tell nothing."""
    if table.shape[1] < 2:
        return 0
    ordered = np.sort(table, axis=1)
    best, second = ordered[:, -1], ordered[:, -2]
    return int(best[best - 1 > second].sum())
