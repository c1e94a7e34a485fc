"""The chains of `chances` from one token to many others: what two of them begin with is gone over once.

The others come in alphabetical order. A sum is that of the best chain from the first i letters of the token to the
first j of another; sums of beginnings that the next one shares are kept, and none is made once no chain can be good
enough. The same numbers as `chances.chain_score` gives, to the last bit.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gatehouse.names.chances import EVEN, EXCHANGED, FALL, chain_odds, odds_likeness
from gatehouse.names.compiled import kernel, lean
from gatehouse.names.costs import LETTERS, MERGED, PARTED, SINGLE
from gatehouse.names.packed import TEXT, TEXT_MAX

Row = NDArray[np.uint8]
Floats = NDArray[np.float32]

BESIDE = 0.01
"""Log-odds by which sums of float32 may be beside the truth."""


class Chains(NamedTuple):
    """One token made ready for a table of costs. `sums` and `reach` are of the other token that was looked at last."""

    matched: Floats
    """[LETTERS, TEXT_MAX + 1] the score of each letter for the token's letter i."""
    merged: Floats
    """[LETTERS, TEXT_MAX + 1] that of each letter for the token's letters i - 1 and i."""
    left: Floats
    """[TEXT_MAX + 2] the most that the token's letters beyond i can add."""
    sums: Floats
    """[TEXT_MAX + 1, TEXT_MAX + 1] by letters of the other and of the token."""
    reach: Floats
    """[TEXT_MAX + 1] the most that a chain through that row of `sums` comes to."""


@kernel
def new_chains() -> Chains:
    """Room for one token."""
    return Chains(
        np.empty((LETTERS, TEXT_MAX + 1), dtype=np.float32),
        np.empty((LETTERS, TEXT_MAX + 1), dtype=np.float32),
        np.empty(TEXT_MAX + 2, dtype=np.float32),
        np.empty((TEXT_MAX + 1, TEXT_MAX + 1), dtype=np.float32),
        np.empty(TEXT_MAX + 1, dtype=np.float32),
    )


@lean
def make_ready(chains: Chains, one: Row, costs: Floats, table: int) -> None:
    """Makes the chains of the token `one` ready for a table of costs."""
    matched, merged, left, sums = chains.matched, chains.merged, chains.left, chains.sums
    count, of_pair = int(one[TEXT]), np.float32(0.0)
    left[count] = left[count + 1] = np.float32(0.0)
    for i in range(count, 0, -1):
        ours, last = int(one[TEXT + i]), int(one[TEXT + i - 1]) if i > 1 else 0
        single, parted = table + SINGLE + ours * LETTERS, table + PARTED + ours * LETTERS * LETTERS
        pair = table + MERGED + (last * LETTERS + ours) * LETTERS
        most, pair_behind, of_pair = np.float32(0.0), of_pair, np.float32(0.0)
        for letter in range(LETTERS):
            matched[letter, i], merged[letter, i] = costs[single + letter], costs[pair + letter]
            most = max(most, costs[single + letter])
            if i > 1:
                of_pair = max(of_pair, costs[pair + letter])
        for both in range(LETTERS * LETTERS):
            most = max(most, costs[parted + both])
        # Of a unit of two letters each counts half, whichever of its neighbours it goes with.
        left[i - 1] = left[i] + max(most, max(of_pair, pair_behind) / np.float32(2))
    sums[0, 0] = np.float32(0.0)
    for i in range(1, count + 1):
        sums[0, i] = sums[0, i - 1] + matched[0, i]
    chains.reach[0] = left[0]


@lean
def go_on(chains: Chains, one: Row, other: Row, costs: Floats, place: tuple[int, int]) -> None:
    """Fills in the sums to the first j letters of `other`; `place` is where the table begins, and j."""
    table, j = place
    theirs, before = int(other[TEXT + j]), int(other[TEXT + j - 1]) if j > 1 else 0
    sums, matched, merged, left = chains.sums, chains.matched, chains.merged, chains.left
    inserted, parted = costs[table + SINGLE + theirs], table + PARTED + before * LETTERS + theirs
    sums[j, 0] = sums[j - 1, 0] + inserted
    reach = sums[j, 0] + left[0]
    for i in range(1, int(one[TEXT]) + 1):
        ours = int(one[TEXT + i])
        best = max(sums[j, i - 1] + matched[0, i], sums[j - 1, i] + inserted)
        best = max(best, sums[j - 1, i - 1] + matched[theirs, i])
        if i > 1:
            best = max(best, sums[j - 1, i - 2] + merged[theirs, i])
        if j > 1:
            best = max(best, sums[j - 2, i - 1] + costs[parted + ours * LETTERS * LETTERS])
        if i > 1 and j > 1 and ours == before and int(one[TEXT + i - 1]) == theirs:
            kept = matched[ours, i] + costs[table + SINGLE + theirs * (LETTERS + 1)]
            best = max(best, np.float32(sums[j - 2, i - 2] + kept + EXCHANGED))
        sums[j, i] = best
        reach = max(reach, best + left[i])
    chains.reach[j] = reach


@lean
def least_score(costs: Floats, table: int, letters: int | np.int64, least: float) -> float:
    """A score that every chain has whose likeness is `least` (at most EVEN is told apart), a little less."""
    # The log-odds grow evenly with the score.
    none, one = chain_odds(costs, table, 0.0, letters), chain_odds(costs, table, 1.0, letters)
    needed = FALL * np.log(min(least, EVEN) / EVEN) - BESIDE
    return float((needed - none) / (one - none))


@lean
def put_likenesses(
    chains: Chains, one: Row, others: Row, learned: tuple[Floats, int], least: float, alike: Floats
) -> None:
    """Puts the likeness of each of the `others`, by chains alone, into `alike`; 0 for those that do not reach `least`.

    `others` begin like packed tokens, uint8[n, TEXT_MAX + 1] at least; `learned`: costs, and where the table begins.
    """
    costs, table = learned
    make_ready(chains, one, costs, table)
    own, done, reach = np.int64(one[TEXT]), 0, chains.reach
    for k in range(len(others)):
        other = others[k]
        count, shared = np.int64(other[TEXT]), 0
        while k and shared < done and shared < count and other[TEXT + 1 + shared] == others[k - 1, TEXT + 1 + shared]:
            shared += 1
        done = shared
        needed, j = least_score(costs, table, max(own, count), least), 1
        while j <= count:
            if j > done:
                go_on(chains, one, other, costs, (table, j))
                done = j
            # A chain goes through a letter, or over it as the second of a unit of two.
            if max(reach[j], reach[j - 1]) < needed:
                break
            j += 1
        alike[k] = np.float32(0.0)
        if j > count and count and own:
            odds = chain_odds(costs, table, chains.sums[count, own], np.int64(max(own, count)))
            alike[k] = np.float32(odds_likeness(odds))
