"""A comparison as JSON (docs/contracts/texts.md)."""

from __future__ import annotations

from collections import Counter

from gatehouse.assessment.obligations.texts.comparison import CHANGES, Change, Comparison


def to_json(comparison: Comparison) -> dict[str, object]:
    """The object that `gatehouse texts compare --json` writes."""
    counts = Counter(change.kind for change in comparison.changes)
    return {
        "counts": {kind: counts[kind] for kind in CHANGES},
        "changes": [_change(change) for change in comparison.changes],
        "years_differ": [
            {"body": body, "number": number, "years": list(years)} for body, number, years in comparison.years_differ
        ],
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "change": change.kind,
        "before": list(change.before),
        "after": list(change.after),
        "similarity": change.similarity,
        "differences": [
            {"same": d.same} if d.same else {"before": d.before, "after": d.after} for d in change.differences
        ],
    }
