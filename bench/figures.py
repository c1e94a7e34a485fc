"""The figures every accuracy bench prints: recall at a share of false ones, area under the curve, F1, and tables."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def strictest(negatives: Floats, share: float) -> float:
    """The lowest score that at most `share` of the negatives exceed: what is above it passes, what equals it does not.

    So ties never let more negatives pass than were asked for.
    """
    if not len(negatives):
        return 1.0
    allowed = int(share * len(negatives))
    return float(np.sort(negatives)[::-1][min(allowed, len(negatives) - 1)])


def recall_at_share(positives: Floats, negatives: Floats, share: float) -> float:
    """Share of the positives above the score that at most `share` of the negatives exceed."""
    return float(np.mean(positives > strictest(negatives, share))) if len(positives) else float("nan")


def passing(scores: Floats, threshold: float) -> float:
    """Share of the scores at or above the threshold."""
    return float(np.mean(scores >= threshold)) if len(scores) else float("nan")


def area(positives: Floats, negatives: Floats) -> float:
    """Area under the ROC curve: how often a positive is above a negative, a tie being half."""
    if not len(positives) or not len(negatives):
        return float("nan")
    ordered = np.sort(negatives)
    below = np.searchsorted(ordered, positives, side="left")
    not_above = np.searchsorted(ordered, positives, side="right")
    return float(np.mean((below + not_above) / 2) / len(ordered))


def f1(positives: Floats, negatives: Floats, threshold: float) -> tuple[float, float, float]:
    """Precision, recall and F1 at one threshold."""
    right, wrong = int((positives >= threshold).sum()), int((negatives >= threshold).sum())
    precision, recall = right / max(1, right + wrong), right / max(1, len(positives))
    return precision, recall, 2 * right / max(1, right + wrong + len(positives))


def best_f1(positives: Floats, negatives: Floats) -> tuple[float, float]:
    """The best F1 of any threshold, and that threshold. It is chosen on the same rows, so it flatters."""
    tried = [(f1(positives, negatives, float(at))[2], float(at)) for at in np.unique(positives)]
    return max(tried, default=(0.0, 1.0))


def as_array(scores: Sequence[float]) -> Floats:
    """Scores as an array of float64."""
    return np.array(scores, dtype=np.float64)


def show(title: str, head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print one table: the first column to the left, the others to the right."""
    cells = [list(map(str, head)), *(list(map(str, row)) for row in rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(head))]
    print(f"\n{title}")
    for row in cells:
        print("  ".join([row[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True))]))


def percent(share: float) -> str:
    """A share as a percentage with one decimal, a dash where there is none."""
    return "-" if np.isnan(share) else f"{100 * share:.1f}"
