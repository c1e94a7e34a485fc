"""How much likelier two spellings are one name than strangers, by learned costs. Compiled.

The best chain of units (a letter for a letter, for none, two for one, one for two) is found letter by letter; the sum
of its scores in nats, and that sum per letter, give the log-odds, and these a likeness on the scale of all comparisons.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gatehouse.names.compiled import inlined, kernel, lean
from gatehouse.names.costs import LETTERS, MERGED, PARTED, SINGLE
from gatehouse.names.packed import TEXT, TEXT_MAX

Row = NDArray[np.uint8]
Floats = NDArray[np.float32]

EVEN = 0.66
"""Likeness of a pair that is as likely one name as two."""
MOST = 0.96
"""Likeness that no sum of costs exceeds: below an equal sound."""
EXCHANGED = -4.5
"""Nats that two neighbours exchanged cost, as typists make them, beside the score of the letters themselves."""
SHORT_LETTERS, SHORT_ODDS = 3, -1.0
"""Log-odds taken off words of so few letters, which many names are by chance."""
RISE, FALL = 1.5, 3.0
"""Log-odds over which the likeness nears MOST, and nears 0, by a factor of e."""


@kernel
def chain_score(one: Row, other: Row, costs: Floats, table: int, skipped: int) -> float:
    """The score, in nats, of the best chain of units from the text of `one` to that of `other`.

    The first `skipped` letters of both are left out.
    """
    n, m = int(one[TEXT]) - skipped, int(other[TEXT]) - skipped
    x, y = TEXT + skipped, TEXT + skipped
    single, merged, parted = table + SINGLE, table + MERGED, table + PARTED
    rows = np.empty((3, TEXT_MAX + 1), dtype=np.float32)
    before, above, here = 2, 0, 1
    rows[above, 0] = 0.0
    for j in range(1, m + 1):
        rows[above, j] = rows[above, j - 1] + costs[single + other[y + j]]
    for i in range(1, n + 1):
        ours, last = int(one[x + i]), int(one[x + i - 1]) if i > 1 else 0
        single_ours, parted_ours = single + ours * LETTERS, parted + ours * LETTERS * LETTERS
        merged_ours = merged + (last * LETTERS + ours) * LETTERS
        dropped = costs[single_ours]
        rows[here, 0] = rows[above, 0] + dropped
        for j in range(1, m + 1):
            theirs = int(other[y + j])
            best = max(rows[above, j] + dropped, rows[here, j - 1] + costs[single + theirs])
            best = max(best, rows[above, j - 1] + costs[single_ours + theirs])
            if i > 1:
                best = max(best, rows[before, j - 1] + costs[merged_ours + theirs])
            if j > 1:
                best = max(best, rows[above, j - 2] + costs[parted_ours + int(other[y + j - 1]) * LETTERS + theirs])
            if i > 1 and j > 1 and ours == other[y + j - 1] and last == theirs:
                kept = costs[single_ours + ours] + costs[single + last * (LETTERS + 1)]
                best = max(best, rows[before, j - 2] + kept + EXCHANGED)
            rows[here, j] = best
        before, above, here = above, here, before
    return float(rows[above, m])


@inlined
def odds_likeness(odds: float) -> float:
    """Log-odds on the scale of likenesses: EVEN at 0, nearing MOST above and 0 below."""
    if odds >= 0.0:
        return float(EVEN + (MOST - EVEN) * (1.0 - np.exp(-odds / RISE)))
    return float(EVEN * np.exp(odds / FALL))


@inlined
def chain_odds(costs: Floats, table: int, score: float, letters: int | np.int64) -> float:
    """The log-odds of a chain's score by the weights of its table; `letters` are those of the longer spelling."""
    odds = costs[table] + costs[table + 1] * score + costs[table + 2] * score / letters
    return float(odds + SHORT_ODDS if letters <= SHORT_LETTERS else odds)


@lean
def chain_likeness(one: Row, other: Row, costs: Floats, table: int, skipped: int) -> float:
    """The likeness of two spellings by the costs of one table; `one` is the Latin side where there is one."""
    letters = int(max(one[TEXT], other[TEXT])) - skipped
    if min(one[TEXT], other[TEXT]) <= skipped:
        return 0.0
    score = chain_score(one, other, costs, table, skipped)
    return odds_likeness(chain_odds(costs, table, score, letters))
