"""Two names as matrices of likenesses → what was observed → log-odds. Compiled; the one place where names are scored.

A search over millions of names and the comparison of one pair both end here, so that they cannot disagree.
`alike[i, j]` is the likeness of left token i and right token j; `left_glued[i, j]` that of the left tokens i and i + 1
together to right token j; `right_glued[i, j]` that of left token i to the right tokens j and j + 1 together.
`left` and `right` have a row for each fact of FACTS and a column for each token; `whole` is the likeness of the names
as a whole (`names.whole`).
"""

from __future__ import annotations

import numpy as np

from gatehouse.names.compiled import inlined, kernel, lean
from gatehouse.screening.matching.name_sheet import (
    FACTS,
    FEATURES,
    LEFT_GLUED,
    ONE_TO_ONE,
    PAIRED_MIN,
    RIGHT_GLUED,
    Floats,
    Ints,
    Sheet,
    bits,
    lay_out,
    needs_glue,
    new_sheet,
    pair,
)

__all__ = [
    "FACTS",
    "FEATURES",
    "LEFT_GLUED",
    "ONE_TO_ONE",
    "PAIRED_MIN",
    "RIGHT_GLUED",
    "Floats",
    "Ints",
    "log_odds",
    "log_odds_on",
    "name_log_odds",
    "needs_glue",
    "observe",
    "pair_off",
    "sheet_log_odds",
]

SAME_SOUND = 0.97
"""Likeness from which a pairing is credited whole."""
SURE = 0.86
"""Likeness below which doubt begins whether two tokens are one name; it is whole at PAIRED_MIN."""
RESEMBLING_MIN = 0.4
"""Likeness from which two names that were not paired still resemble each other."""
RESEMBLING_MOST = 2
"""Pairs of such names that count: three errors in three names are other names."""
EVIDENCE_MOST = 3.0
"""Evidence beyond it adds nothing: a sixth shared name says less than the second did."""
CONFLICT_MOST = 3.0
"""More strange names than these say no more; so a document outweighs any name."""
SURPLUS_MOST = 3.0
WHOLE_MIN = 0.7
"""Likeness as a whole from which it counts."""
WHOLE_GLUED_MIN = 0.86
"""Likeness as a whole from which one token is taken for all of the other name's run together."""
SAME_WHOLE = 0.999
"""Likeness as a whole from which two names differ in their spaces only."""
UNKNOWN, KNOWN = 1.0, 0.5
"""Weight of a token that nobody is known to bear, and of one that many do: a slip of the pen rarely makes a name."""
NOTHING = 0.01
"""Dissent and evidence below it are rounding."""


@kernel
def pair_off(alike: Floats, left_glued: Floats, right_glued: Floats, weigh_left: Floats, weigh_right: Floats) -> Ints:
    """The pairings of two names' tokens, strongest first (see `pair`): rows of (left place, right place, kind)."""
    sheet = new_sheet()
    left, right = np.zeros((len(FACTS), alike.shape[0])), np.zeros((len(FACTS), alike.shape[1]))
    left[0], right[0] = weigh_left, weigh_right
    lay_out(sheet, (alike, left_glued, right_glued), left.astype(np.float32), right.astype(np.float32))
    _pair_lean(sheet)
    return sheet.chosen[: sheet.taken[0]].copy()


@lean
def _pair_lean(sheet: Sheet) -> None:
    pair(sheet)


@inlined
def credit(value: float) -> float:
    """The share of its weight that a pairing of this likeness is credited with."""
    if value >= SAME_SOUND:
        return 1.0
    return max(0.0, float((value - PAIRED_MIN) / (1 - PAIRED_MIN)))


@inlined
def _strangeness(weight: float | np.float32) -> float:
    """From 0 for a token that many bear to 1 for one that nobody is known to."""
    return float(min(1.0, max(0.0, (weight - KNOWN) / (UNKNOWN - KNOWN))))


@inlined
def _see_resembling(sheet: Sheet) -> None:
    """How much the tokens that found no answer on either side resemble each other: of strange names, and of known ones.

    From 0 to 1 for each two tokens, the most alike first.
    """
    alike, left, right, taken, seen = sheet.alike, sheet.left, sheet.right, sheet.taken, sheet.seen
    on_left, on_right = taken[1], taken[2]
    for _ in range(RESEMBLING_MOST):
        best, at_left, at_right = np.float32(RESEMBLING_MIN), -1, -1
        for i in range(sheet.size[0]):
            for j in range(sheet.size[1]):
                if alike[i, j] > best and not (on_left >> i) & 1 and not (on_right >> j) & 1:
                    best, at_left, at_right = alike[i, j], i, j
        if at_left < 0:
            break
        on_left |= bits(at_left, False)
        on_right |= bits(at_right, False)
        degree = float((best - RESEMBLING_MIN) / (PAIRED_MIN - RESEMBLING_MIN))
        share = _strangeness(max(left[0, at_left], right[0, at_right]))
        seen[9] += degree * share
        seen[13] += degree * (1 - share)


@inlined
def _see_whole(sheet: Sheet, whole: float) -> None:
    """What names that are alike as a whole soften, by how strange the strangest token without an answer is."""
    left, right, taken = sheet.left, sheet.right, sheet.taken
    found = np.float32(0.0)
    for i in range(sheet.size[0]):
        if not (taken[1] >> i) & 1:
            found = max(found, left[0, i])
    for j in range(sheet.size[1]):
        if not (taken[2] >> j) & 1:
            found = max(found, right[0, j])
    together = max(0.0, (whole - WHOLE_MIN) / (1 - WHOLE_MIN))
    strange = _strangeness(found)
    sheet.seen[14], sheet.seen[15] = together * strange, together * (1 - strange)


@inlined
def _see_all_glued(sheet: Sheet, whole: float) -> None:
    """The observations of two names with the same letters, their words parted in other places or not at all."""
    seen, longer, count = sheet.seen, sheet.left, sheet.size[0]
    if sheet.size[1] > count:
        longer, count = sheet.right, sheet.size[1]
    evidence = np.float32(0.0)
    for k in range(count):
        evidence += longer[0, k]
    seen[:] = np.float32(0.0)
    seen[1] = min(np.float32(EVIDENCE_MOST), evidence * credit(whole))
    seen[11] = 1.0
    seen[12] = 1 - whole


@inlined
def _totals(facts: Floats, count: int) -> tuple[np.float32, np.float32]:
    """The weight and the dissent of all tokens."""
    weight, dissent = np.float32(0.0), np.float32(0.0)
    for k in range(count):
        weight += facts[0, k]
        dissent += facts[1, k]
    return weight, dissent


@inlined
def _see_pairings(sheet: Sheet) -> tuple[np.float32, np.float32, np.float32, int]:
    """Evidence found, dissent left on both sides, and how many tokens found an answer; counts what pairings show."""
    alike, left, right, seen, chosen = sheet.alike, sheet.left, sheet.right, sheet.seen, sheet.chosen
    _, over_left = _totals(left, sheet.size[0])
    _, over_right = _totals(right, sheet.size[1])
    found, tokens = np.float32(0.0), 0
    for k in range(sheet.taken[0]):
        i, j, kind = chosen[k, 0], chosen[k, 1], chosen[k, 2]
        over_left -= left[1, i]
        over_right -= right[1, j]
        value, weight = alike[i, j], (left[0, i] + right[0, j]) / 2
        if kind == RIGHT_GLUED:
            value, weight = sheet.right_glued[i, j], right[0, j] + right[0, j + 1]
            over_right -= right[1, j + 1]
        elif kind == LEFT_GLUED:
            value, weight = sheet.left_glued[i, j], left[0, i] + left[0, i + 1]
            over_left -= left[1, i + 1]
        found += weight * np.float32(credit(value))
        if left[2, i] + right[2, j] == 1.0:
            seen[10] += 1.0
        else:
            tokens += 2 if kind == ONE_TO_ONE else 3
            seen[12] += 1 - value
            seen[4 if left[3, i] != right[3, j] else 3] += max(np.float32(0.0), (SURE - value) / (SURE - PAIRED_MIN))
        if kind != ONE_TO_ONE:
            seen[11] = 1.0
    return found, over_left, over_right, tokens


@inlined
def see(sheet: Sheet, whole: float) -> None:
    """Observes (FEATURES) the two names on the sheet that `pair` paired."""
    seen, rows, columns = sheet.seen, sheet.size[0], sheet.size[1]
    seen[:] = np.float32(0.0)
    if min(rows, columns) == 1 and max(rows, columns) > 2 and whole >= WHOLE_GLUED_MIN:
        _see_all_glued(sheet, whole)
        return
    found, over_left, over_right, tokens = _see_pairings(sheet)
    most = max(_totals(sheet.left, rows)[0], _totals(sheet.right, columns)[0], np.float32(1e-6))
    # The lesser of both: a name more on one side only is a middle name left out, no contradiction.
    conflict, over = max(np.float32(0.0), min(over_left, over_right)), max(over_left, over_right)
    # Initials alone are nothing: every tenth name begins with the same letter.
    seen[0] = 1.0 if tokens == 0 else 0.0
    seen[1] = min(np.float32(EVIDENCE_MOST), found)
    seen[2] = min(np.float32(CONFLICT_MOST), conflict)
    seen[5] = 1.0 if 0 < tokens <= 2 and conflict >= NOTHING else 0.0
    if 0 < tokens <= 2 and conflict < NOTHING:
        seen[6] = 2.0 if over > NOTHING else 1.0
    seen[7] = min(np.float32(SURPLUS_MOST), max(np.float32(0.0), over - conflict))
    # In units of evidence: that a rare full name agrees says more than that a common one does.
    seen[8] = seen[1] if tokens > 2 and found >= most - NOTHING else 0.0
    if conflict >= NOTHING and whole >= SAME_WHOLE:
        _see_all_glued(sheet, whole)
    elif conflict >= NOTHING or tokens == 0:
        _see_resembling(sheet)
        _see_whole(sheet, whole)


@inlined
def log_odds(features: Floats, weights: Floats) -> float:
    """The log-odds of observations: `weights` begins with the starting point, then has one for each of FEATURES."""
    total = np.float64(weights[0])
    for k in range(len(features)):
        total += weights[k + 1] * features[k]
    return total


@lean
def sheet_log_odds(sheet: Sheet, whole: float, weights: Floats) -> float:
    """The log-odds of the two names on the sheet."""
    pair(sheet)
    see(sheet, whole)
    return log_odds(sheet.seen, weights)


@lean
def _see_chosen(sheet: Sheet, pairings: Ints, whole: float) -> None:
    on_left, on_right = np.int64(0), np.int64(0)
    for k in range(len(pairings)):
        i, j, kind = pairings[k, 0], pairings[k, 1], pairings[k, 2]
        sheet.chosen[k, 0], sheet.chosen[k, 1], sheet.chosen[k, 2] = i, j, kind
        on_left |= bits(i, kind == LEFT_GLUED)
        on_right |= bits(j, kind == RIGHT_GLUED)
    sheet.taken[0], sheet.taken[1], sheet.taken[2] = len(pairings), on_left, on_right
    see(sheet, whole)


@kernel
def observe(
    pairings: Ints, likenesses: tuple[Floats, Floats, Floats], left: Floats, right: Floats, whole: float
) -> Floats:
    """The observations (FEATURES) of two names that `pair_off` paired by these `likenesses`."""
    sheet = new_sheet()
    lay_out(sheet, likenesses, left, right)
    _see_chosen(sheet, pairings, whole)
    return sheet.seen


@lean
def log_odds_on(
    sheet: Sheet, likenesses: tuple[Floats, Floats, Floats], facts: tuple[Floats, Floats], whole: float, weights: Floats
) -> float:
    """`name_log_odds` on a sheet that is at hand; `facts` are those of the left and of the right name."""
    lay_out(sheet, likenesses, facts[0], facts[1])
    return sheet_log_odds(sheet, whole, weights)


@kernel
def name_log_odds(
    likenesses: tuple[Floats, Floats, Floats], left: Floats, right: Floats, whole: float, weights: Floats
) -> float:
    """The log-odds that two names are one person's, from FACTS and `likenesses` (one to one, left and right glued)."""
    return log_odds_on(new_sheet(), likenesses, (left, right), whole, weights)
