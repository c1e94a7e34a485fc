"""How far two raters agree: Cohen's kappa and Krippendorff's alpha, by NLTK; blind to who they are.

Kappa asks whether they agree more often than chance would. Alpha is given twice: for codes as mere names, and with the
distance between ranks, for which near is nearly agreed (interval distance). A rating outside the order (does not apply)
has no rank and is left out there. Where every rating is the same, chance agrees as well, and kappa is undefined.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from nltk.metrics.agreement import AnnotationTask
from nltk.metrics.distance import binary_distance, interval_distance

CASES_MIN = 10
"""Of fewer findings the figures say more about single ratings than about raters: nothing but how many is told."""


class Pair(NamedTuple):
    """What the first and the second rater gave, for one finding."""

    finding: str
    first: str
    second: str


class Agreement(NamedTuple):
    """Of `cases` findings rated twice, `same` were rated alike. None: undefined, or too few to be told."""

    cases: int
    same: int | None
    kappa: float | None
    alpha: float | None
    alpha_by_rank: float | None


def agreement(pairs: Sequence[Pair], ranks: Mapping[str, int | None]) -> Agreement:
    """The agreement over these pairs. `ranks` is the rank of each code, None outside the order."""
    if len(pairs) < CASES_MIN:
        return Agreement(len(pairs), None, None, None, None)
    same = sum(pair.first == pair.second for pair in pairs)
    ranked = [(ranks[pair.first], ranks[pair.second]) for pair in pairs]
    numbers = [(one, other) for one, other in ranked if one is not None and other is not None]
    codes = [(pair.first, pair.second) for pair in pairs]
    return Agreement(
        len(pairs), same, _kappa(codes), _alpha(codes, binary_distance), _alpha(numbers, interval_distance)
    )


def _task(pairs: Sequence[tuple[object, object]], distance: object) -> AnnotationTask:
    rows = [
        (place, str(item), given) for item, pair in enumerate(pairs) for place, given in zip("12", pair, strict=True)
    ]
    return AnnotationTask(rows, distance=distance)


def _kappa(pairs: Sequence[tuple[object, object]]) -> float | None:
    if len({code for pair in pairs for code in pair}) < 2:
        return None
    return float(_task(pairs, binary_distance).kappa())


def _alpha(pairs: Sequence[tuple[object, object]], distance: object) -> float | None:
    if len({code for pair in pairs for code in pair}) < 2:
        return None
    return float(_task(pairs, distance).alpha())
