"""Which tokens of a name are looked up in which years: as few as can be without losing one that reaches the floor."""

from __future__ import annotations

import numpy as np

from gatehouse.names.compiled import inlined, lean
from gatehouse.screening.matching.index.arrays import F32, Real, Whole
from gatehouse.screening.matching.index.query import PLACES_MAX, Query
from gatehouse.screening.matching.name_kernel import EVIDENCE_MOST, FACTS, FEATURES, PAIRED_MIN, sheet_log_odds
from gatehouse.screening.matching.name_sheet import Sheet

NEEDED_STEPS = 4
"""Halvings by which the least likeness that is of use is found; it is then a fiftieth too generous at most."""
STRANGER = (np.float32(0.3), np.float32(0.6))
"""Weight and dissent of the least token of a listed name that may contradict a name that is alone."""
NEVER = np.float32(2.0)
"""A likeness that no spelling has."""
INITIAL_LIKENESS = np.float32(0.8)
EVIDENCE, SURPLUS = 1 + FEATURES.index("evidence"), 1 + FEATURES.index("surplus")
IDENTICAL, GLUED = 1 + FEATURES.index("identical"), 1 + FEATURES.index("glued")
PARTED_MORE = np.float32(0.25)
"""Evidence that a listed name may have beyond an equal one where it writes a token as two, which are rarer together."""
LACKING_LEAST = np.float32(0.6)
"""What a name costs at least that answers to some of the traveller's only: a name more, or one that is strange, of
which likeness gives most back."""


@lean
def put_own(query: Query, sheet: Sheet) -> None:
    """Puts the traveller's name on the left of a sheet on which nothing is glued."""
    sheet.size[0] = len(query.rows)
    for place in range(len(query.rows)):
        for fact in range(len(FACTS)):
            sheet.left[fact, place] = query.facts[fact, place]


@inlined
def _suppose(query: Query, sheet: Sheet, own: Whole, place: Whole, alike: Real) -> None:
    """Puts one of the traveller's tokens at a place of the listed name too, so much like itself and like no other."""
    for i in range(len(query.rows)):
        sheet.alike[i, place] = np.float32(0.0)
    sheet.alike[own, place] = alike
    for fact in range(len(FACTS)):
        sheet.right[fact, place] = query.facts[fact, own]


@inlined
def _supposed(query: Query, sheet: Sheet, count: Whole, whole: float) -> float:
    """The log-odds of the traveller's name beside the first `count` listed tokens on the sheet.

    `whole` is the likeness of the names as wholes, 1 where it cannot be told: a bound may be too generous.
    """
    sheet.size[1] = count
    return sheet_log_odds(sheet, whole, query.weights)


@lean
def _needed(query: Query, own: Whole, floor: Real, sheet: Sheet) -> Real:
    """The least likeness of a token of the traveller's with which an otherwise equal name reaches the floor."""
    count = len(query.rows)
    for i in range(count):
        _suppose(query, sheet, i, i, 1.0)
    low, high = np.float32(PAIRED_MIN), np.float32(1.0)
    sheet.alike[own, own] = low
    if _supposed(query, sheet, count, 1.0) >= floor:
        return low
    for _ in range(NEEDED_STEPS):
        middle = (low + high) / np.float32(2)
        sheet.alike[own, own] = middle
        if _supposed(query, sheet, count, 1.0) >= floor:
            high = middle
        else:
            low = middle
    return low


@lean
def _may_do_without(query: Query, scanned: Whole, floor: Real, sheet: Sheet) -> bool:
    """Whether a listed name that holds none of the tokens in the bits of `scanned`, or only their initials, could reach
    the floor.
    """
    count, rest = len(query.rows), 0
    for i in range(count):
        rest += (scanned >> i) & 1 == 0
    if rest == 0:
        return False
    for initials in range(2):
        place = 0
        for i in range(count):
            if (scanned >> i) & 1 == 0:
                _suppose(query, sheet, i, place, 1.0)
                place += 1
            elif initials:
                _suppose(query, sheet, i, place, INITIAL_LIKENESS)
                sheet.right[0, place], sheet.right[1, place], sheet.right[2, place] = 0.25, 0.25, 1.0
                place += 1
        if _supposed(query, sheet, place, 1.0 if rest == count else 0.0) >= floor:
            return True
    return False


@lean
def alone(query: Query, own: Whole, sheet: Sheet) -> float:
    """The log-odds of a listed name with this token and one other that says little and that nothing answers."""
    _suppose(query, sheet, own, 0, 1.0)
    _suppose(query, sheet, own, 1, 0.0)
    for fact in range(len(FACTS)):
        sheet.right[fact, 1] = np.float32(0.0)
    sheet.right[0, 1], sheet.right[1, 1] = STRANGER
    return _supposed(query, sheet, 2, 0.0)


@lean
def put_plan(query: Query, least: Real, sheet: Sheet, plan: F32) -> None:
    """Puts in `plan`, for each token and window, the likeness from which the token's spellings are looked up there.

    Above 1 for none. Rarest first, until a name without those that are looked up could no longer reach the floor.
    `sheet` has the traveller's name on its left.
    """
    for window in range(len(query.births.windows)):
        known = _window_alike(query, window)
        for i in range(len(query.rows)):
            plan[i, window] = plan[i, known] if known < window else NEVER
        if known == window and query.births.windows[window, 0] < query.births.windows[window, 1]:
            _put_window(query, least, sheet, plan[:, window], query.floor - query.births.best[window])


@lean
def _put_window(query: Query, least: Real, sheet: Sheet, plan: F32, floor: float) -> None:
    """Puts in the plan of one window what is needed for a name to reach `floor` with the best date there."""
    parted = query.weights[EVIDENCE] * PARTED_MORE + query.weights[GLUED]
    scanned = 0
    while _may_do_without(query, scanned, floor, sheet):
        rarest = -1
        for i in range(len(query.rows)):
            if (scanned >> i) & 1 == 0 and (rarest < 0 or query.load[i] < query.load[rarest]):
                rarest = i
        scanned |= 1 << rarest
        plan[rarest] = max(least, _needed(query, rarest, floor - parted, sheet))


@inlined
def _window_alike(query: Query, window: Whole) -> Whole:
    """The first window that is not empty and whose dates can say as much; what is planned for it holds here too."""
    for other in range(window):
        some = query.births.windows[other, 0] < query.births.windows[other, 1]
        if some and query.births.best[other] == query.births.best[window]:
            return other
    return window


@lean
def put_most(query: Query, most: F32) -> None:
    """Puts in `most`[256] the most log-odds of a listed name that answers to these places of the traveller's, as bits.

    Nothing is taken off but what a listed name without the other places lacks at least. Infinite where the last place
    is among them: it stands for more than one.
    """
    places, weights = min(len(query.rows), PLACES_MAX - 1), query.weights
    for mask in range(1 << PLACES_MAX):
        most[mask] = np.inf
    # No other place of these has a token of the traveller's.
    for mask in range(1 << places):
        evidence, rest = np.float32(0.0), len(query.rows)
        for place in range(places):
            if mask & (1 << place):
                evidence += query.heaviest[place]
                rest -= 1
        evidence = min(np.float32(EVIDENCE_MOST), evidence)
        most[mask] = weights[0] + weights[EVIDENCE] * evidence + max(np.float32(0.0), weights[GLUED])
        if rest:
            most[mask] -= min(LACKING_LEAST, np.float32(abs(weights[SURPLUS])))
        else:
            most[mask] += weights[IDENTICAL] * evidence
