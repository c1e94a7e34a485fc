"""What thresholds find and cost on one's own list: recall and false candidates counted from the scores of searches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from gatehouse.screening.matching.operating import OperatingPoint, Thresholds
from gatehouse.screening.matching.screener import Score

THRESHOLDS = (0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99)
"""Thresholds that are tried, rising."""
SEARCHED_WITH = Thresholds(THRESHOLDS[0], {})
"""What searches to be counted are made with: down to the lowest threshold that is tried."""
NONE_SEEN = 3.0
"""With none seen of n, the rate is at most this by n with 95 % confidence (the rule of three)."""


class Searched(NamedTuple):
    """The scores of some travellers' candidates on one list, dated and undated, in the same order.

    Of listed travellers only the score of their own entry is given (0 where it was not found), of unlisted ones all.
    """

    listed: Sequence[float]
    listed_undated: Sequence[float]
    unlisted: Sequence[Sequence[float]]
    unlisted_undated: Sequence[Sequence[float]]


def own_score(scores: Iterable[Score], list_name: str, entry_id: str) -> float:
    """The score of one entry; 0 where it is not among them, or its own handling keeps it from becoming a hit."""
    own = (score.score for score in scores if (score.list, score.entry_id) == (list_name, entry_id))
    return max(own, default=0.0)


def hits_of(scores: Iterable[Score]) -> list[Score]:
    """The scores that could become hits at the lowest threshold: those withheld by their entry's handling cannot."""
    return [score for score in scores if score.above_threshold]


def points_of(searched: Searched) -> tuple[OperatingPoint, ...]:
    """A point for each of THRESHOLDS. A share of nobody is 0."""
    return tuple(
        OperatingPoint(
            threshold,
            _recall(searched.listed, threshold),
            _recall(searched.listed_undated, threshold),
            _false(searched.unlisted, threshold),
            _false(searched.unlisted_undated, threshold),
        )
        for threshold in THRESHOLDS
    )


def _recall(scores: Sequence[float], threshold: float) -> float:
    return sum(score >= threshold for score in scores) / len(scores) if scores else 0.0


def _false(found: Sequence[Sequence[float]], threshold: float) -> float:
    """Candidates for 1,000 travellers."""
    return 1000 * sum(score >= threshold for one in found for score in one) / len(found) if found else 0.0


def lowest_allowed(points: Iterable[OperatingPoint], most: float, undated_share: float) -> OperatingPoint | None:
    """The lowest threshold with at most so many false candidates for 1,000 travellers; None where none is so low.

    `undated_share` of the travellers, 0 to 1, state no birth date.
    """
    return next((point for point in points if point.hits_per_day(1000, undated_share) <= most), None)


def suggested(points: Mapping[str, Sequence[OperatingPoint]], most: float, undated_share: float) -> Thresholds | None:
    """The thresholds of these lists by `lowest_allowed`; None where one of them has none.

    The default is the highest of them: a list that nobody measured should not be the one that floods.
    """
    found = {name: lowest_allowed(rows, most, undated_share) for name, rows in points.items()}
    if not found or None in found.values():
        return None
    chosen = {name: point.threshold for name, point in found.items() if point}
    return Thresholds(max(chosen.values()), chosen)
