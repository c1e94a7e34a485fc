"""A model of how the letters of one spelling turn into those of another, and its training.

A pair of spellings is taken as a chain of units: one letter for one letter, for none, two for one, one for two. Each
unit has a probability; expectation–maximisation finds those that make the pairs likeliest (Ristad and Yianilos, 1998,
"Learning string-edit distance", with units of two letters added). The score of a unit is the logarithm of its
probability over that of meeting its letters by chance, in nats: the sum over a pair says how much likelier the pair is
than strangers.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

LETTERS = 28
"""Codes of `packed`: 0 for none, 1 to 26 for a to z, 27 unused."""
WORD_MAX = 24
ROUNDS = 12
ROUNDS_UNTRIMMED = 4
"""Rounds before pairs that look like strangers are left out: the data holds wrong pairs."""
DISCOUNT = 3.0
"""Expected uses taken off every unit of two letters, so that rare ones vanish."""
SMOOTHING = 0.02
LEAST = 1e-12

Floats = NDArray[np.float64]
Words = NDArray[np.uint8]


class Units(NamedTuple):
    """One number for each unit: [ours, theirs], [ours, ours, theirs] and [ours, theirs, theirs]."""

    single: Floats
    merged: Floats
    parted: Floats


def encoded(words: list[str]) -> Words:
    """Words in a–z as rows: the number of letters, then a code for each."""
    rows = np.zeros((len(words), WORD_MAX + 1), dtype=np.uint8)
    for place, word in enumerate(words):
        codes = [ord(letter) - 96 for letter in word[:WORD_MAX]]
        rows[place, 0] = len(codes)
        rows[place, 1 : 1 + len(codes)] = codes
    return rows


@njit(cache=True, nogil=True)
def _forward(x: Words, y: Words, units: tuple[Floats, Floats, Floats], f: Floats) -> None:
    single, merged, parted = units
    for i in range(x[0] + 1):
        for j in range(y[0] + 1):
            value = 1.0 if i == 0 and j == 0 else 0.0
            if i:
                value += f[i - 1, j] * single[x[i], 0]
            if j:
                value += f[i, j - 1] * single[0, y[j]]
            if i and j:
                value += f[i - 1, j - 1] * single[x[i], y[j]]
            if i > 1 and j:
                value += f[i - 2, j - 1] * merged[x[i - 1], x[i], y[j]]
            if i and j > 1:
                value += f[i - 1, j - 2] * parted[x[i], y[j - 1], y[j]]
            f[i, j] = value


@njit(cache=True, nogil=True)
def _backward(x: Words, y: Words, units: tuple[Floats, Floats, Floats], b: Floats) -> None:
    single, merged, parted = units
    n, m = int(x[0]), int(y[0])
    for i in range(n, -1, -1):
        for j in range(m, -1, -1):
            value = 1.0 if i == n and j == m else 0.0
            if i < n:
                value += b[i + 1, j] * single[x[i + 1], 0]
            if j < m:
                value += b[i, j + 1] * single[0, y[j + 1]]
            if i < n and j < m:
                value += b[i + 1, j + 1] * single[x[i + 1], y[j + 1]]
            if i < n - 1 and j < m:
                value += b[i + 2, j + 1] * merged[x[i + 1], x[i + 2], y[j + 1]]
            if i < n and j < m - 1:
                value += b[i + 1, j + 2] * parted[x[i + 1], y[j + 1], y[j + 2]]
            b[i, j] = value


@njit(cache=True, nogil=True)
def _count(xs: Words, ys: Words, kept: NDArray[np.bool_], units: tuple[Floats, ...], uses: tuple[Floats, ...]) -> None:
    single, merged, parted = units
    f, b = np.zeros((WORD_MAX + 1, WORD_MAX + 1)), np.zeros((WORD_MAX + 1, WORD_MAX + 1))
    for k in range(len(xs)):
        x, y = xs[k], ys[k]
        if not kept[k]:
            continue
        _forward(x, y, units, f)
        _backward(x, y, units, b)
        whole = f[x[0], y[0]]
        if whole <= 0.0:
            continue
        for i in range(x[0] + 1):
            for j in range(y[0] + 1):
                after = b[i, j] / whole
                if i:
                    uses[0][x[i], 0] += f[i - 1, j] * single[x[i], 0] * after
                if j:
                    uses[0][0, y[j]] += f[i, j - 1] * single[0, y[j]] * after
                if i and j:
                    uses[0][x[i], y[j]] += f[i - 1, j - 1] * single[x[i], y[j]] * after
                if i > 1 and j:
                    uses[1][x[i - 1], x[i], y[j]] += f[i - 2, j - 1] * merged[x[i - 1], x[i], y[j]] * after
                if i and j > 1:
                    uses[2][x[i], y[j - 1], y[j]] += f[i - 1, j - 2] * parted[x[i], y[j - 1], y[j]] * after


@njit(cache=True, nogil=True)
def best_scores(xs: Words, ys: Words, scores: tuple[Floats, Floats, Floats]) -> Floats:
    """The score of the best chain of units for each pair of rows."""
    single, merged, parted = scores
    found = np.zeros(len(xs))
    f = np.zeros((WORD_MAX + 1, WORD_MAX + 1))
    for k in range(len(xs)):
        x, y = xs[k], ys[k]
        for i in range(x[0] + 1):
            for j in range(y[0] + 1):
                value = 0.0 if i == 0 and j == 0 else -1e9
                if i:
                    value = max(value, f[i - 1, j] + single[x[i], 0])
                if j:
                    value = max(value, f[i, j - 1] + single[0, y[j]])
                if i and j:
                    value = max(value, f[i - 1, j - 1] + single[x[i], y[j]])
                if i > 1 and j:
                    value = max(value, f[i - 2, j - 1] + merged[x[i - 1], x[i], y[j]])
                if i and j > 1:
                    value = max(value, f[i - 1, j - 2] + parted[x[i], y[j - 1], y[j]])
                f[i, j] = value
        found[k] = f[x[0], y[0]]
    return found


def _chances(rows: Words) -> Floats:
    """How likely each letter is by chance, as logarithms; 0 for no letter."""
    counts = np.bincount(rows[:, 1:].ravel(), minlength=LETTERS)[:LETTERS] + 0.5
    counts[0] = 0.0
    logs = np.log(np.maximum(counts / counts.sum(), LEAST))
    logs[0] = 0.0
    return logs


def _scored(units: Units, ours: Floats, theirs: Floats) -> Units:
    single, merged, parted = (np.log(np.maximum(part, LEAST)) for part in units)
    return Units(
        single - ours[:, None] - theirs[None, :],
        merged - ours[:, None, None] - ours[None, :, None] - theirs[None, None, :],
        parted - ours[:, None, None] - theirs[None, :, None] - theirs[None, None, :],
    )


def _start() -> Units:
    single = np.full((LETTERS, LETTERS), 1e-4) + 0.05 * np.eye(LETTERS)
    single[0, 0] = 0.0
    shape = (LETTERS, LETTERS, LETTERS)
    return Units(single, np.full(shape, 1e-6), np.full(shape, 1e-6))


def learned(xs: Words, ys: Words) -> Units:
    """The scores of all units, learned from pairs of rows; a unit of two letters not learned scores very low."""
    units, kept = _start(), np.ones(len(xs), dtype=np.bool_)
    ours, theirs = _chances(xs), _chances(ys)
    scores = units
    for step in range(ROUNDS):
        uses = Units(*(np.zeros_like(part) for part in units))
        _count(xs, ys, kept, tuple(units), tuple(uses))
        single = uses.single + SMOOTHING
        single[0, 0] = 0.0
        merged, parted = np.maximum(uses.merged - DISCOUNT, 0.0), np.maximum(uses.parted - DISCOUNT, 0.0)
        # The end of a word is a unit as well, once for each pair.
        total = single.sum() + merged.sum() + parted.sum() + kept.sum()
        units = Units(single / total, merged / total, parted / total)
        scores = _scored(units, ours, theirs)
        if step >= ROUNDS_UNTRIMMED:
            kept = best_scores(xs, ys, tuple(scores)) > 0.0
    return scores
