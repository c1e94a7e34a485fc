"""Which tokens of a name are looked up in which years: as few as can be without losing one that reaches the floor."""

from __future__ import annotations

import numpy as np

from gatehouse.names.compiled import kernel
from gatehouse.screening.matching.index.arrays import F32, U8, Real, Whole
from gatehouse.screening.matching.index.query import PLACES_MAX, Query
from gatehouse.screening.matching.index.scoring import supposed
from gatehouse.screening.matching.name_kernel import EVIDENCE_MOST, FACTS, FEATURES, PAIRED_MIN
from gatehouse.screening.matching.name_sheet import Sheet, new_sheet

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


@kernel
def _needed(query: Query, piece_place: Whole, floor: Real, sheet: Sheet) -> Real:
    """The least likeness of the token at this place with which an otherwise equal name reaches the floor."""
    count = len(query.rows)
    alike = np.zeros((count, count), dtype=np.float32)
    for i in range(count):
        alike[i, i] = 1.0
    low, high = np.float32(PAIRED_MIN), np.float32(1.0)
    alike[piece_place, piece_place] = low
    if supposed(query, query.facts, alike, 1.0, sheet) >= floor:
        return low
    for _ in range(NEEDED_STEPS):
        middle = (low + high) / np.float32(2)
        alike[piece_place, piece_place] = middle
        if supposed(query, query.facts, alike, 1.0, sheet) >= floor:
            high = middle
        else:
            low = middle
    return low


@kernel
def _may_do_without(query: Query, scanned: U8, floor: Real, sheet: Sheet) -> bool:
    """Whether a listed name that holds none of the scanned tokens, or only their initials, could reach the floor."""
    count = len(query.rows)
    rest = 0
    for i in range(count):
        rest += scanned[i] == 0
    if rest == 0:
        return False
    for initials in range(2):
        size = count if initials else rest
        alike, listed = np.zeros((count, size), dtype=np.float32), np.zeros((len(FACTS), size), dtype=np.float32)
        j = 0
        for i in range(count):
            if scanned[i] and not initials:
                continue
            listed[:, j] = query.facts[:, i]
            alike[i, j] = INITIAL_LIKENESS if scanned[i] else np.float32(1.0)
            if scanned[i]:
                listed[0, j], listed[1, j], listed[2, j] = 0.25, 0.25, 1.0
            j += 1
        if supposed(query, listed, alike, 1.0 if rest == count else 0.0, sheet) >= floor:
            return True
    return False


@kernel
def alone(query: Query, place: Whole) -> Real:
    """The log-odds of a listed name with this token and one other that says little and that nothing answers."""
    count = len(query.rows)
    alike, listed = np.zeros((count, 2), dtype=np.float32), np.zeros((len(FACTS), 2), dtype=np.float32)
    alike[place, 0] = 1.0
    listed[:, 0] = query.facts[:, place]
    listed[0, 1], listed[1, 1] = STRANGER
    return supposed(query, listed, alike, 0.0, new_sheet())


@kernel
def plan_of(query: Query, least: Real) -> F32:
    """For each token and window, the likeness from which the token's spellings are looked up there; above 1 for none.

    Rarest first, until a name without those that are looked up could no longer reach the floor.
    """
    count, windows, sheet = len(query.rows), len(query.births.windows), new_sheet()
    plan = np.full((count, windows), NEVER, dtype=np.float32)
    for window in range(windows):
        if query.births.windows[window, 0] == query.births.windows[window, 1]:
            continue
        known = _window_alike(query, window)
        if known < window:
            plan[:, window] = plan[:, known]
            continue
        floor = query.floor - query.births.best[window]
        scanned = np.zeros(count, dtype=np.uint8)
        for _ in range(count):
            if not _may_do_without(query, scanned, floor, sheet):
                break
            rarest = -1
            for i in range(count):
                if not scanned[i] and (rarest < 0 or query.load[i] < query.load[rarest]):
                    rarest = i
            scanned[rarest] = 1
            parted = query.weights[EVIDENCE] * PARTED_MORE + query.weights[GLUED]
            plan[rarest, window] = max(least, _needed(query, rarest, floor - parted, sheet))
    return plan


@kernel
def _window_alike(query: Query, window: Whole) -> Whole:
    """The first window that is not empty and whose dates can say as much; what is planned for it holds here too."""
    for other in range(window):
        some = query.births.windows[other, 0] < query.births.windows[other, 1]
        if some and query.births.best[other] == query.births.best[window]:
            return other
    return window


@kernel
def most_of(query: Query) -> F32:
    """[256] the most log-odds of a listed name that answers to these places of the traveller's, as bits.

    Nothing is taken off but what a listed name without the other places lacks at least. Infinite where the last place
    is among them: it stands for more than one.
    """
    places, weights = min(len(query.rows), PLACES_MAX - 1), query.weights
    most = np.full(1 << PLACES_MAX, np.inf, dtype=np.float32)
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
    return most
