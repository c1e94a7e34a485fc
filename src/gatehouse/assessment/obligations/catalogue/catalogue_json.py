"""The catalogue and its coverage as JSON (docs/contracts/obligations.md)."""

from __future__ import annotations

from collections.abc import Sequence

from gatehouse.assessment.obligations.catalogue.coverage import Covered, totals
from gatehouse.assessment.obligations.catalogue.thread import Catalogue, Change, Obligation, State, Version


def obligation_json(catalogue: Catalogue, obligation: Obligation) -> dict[str, object]:
    """One obligation with where it stands and what became of its paragraphs."""
    return {
        "code": obligation.code,
        "numbers": list(obligation.numbers),
        "duty": obligation.duty,
        "addressees": list(obligation.addressees),
        "force": obligation.force,
        "deadlines": list(obligation.deadlines),
        "tier": str(obligation.tier),
        "area": list(obligation.area),
        "function": obligation.function,
        "done_when": obligation.done_when or None,
        "question": obligation.question,
        "state": str(obligation.state),
        "evidence": obligation.evidence,
        "missing": obligation.missing,
        "placings": [{"version": p.version, "paragraph": p.paragraph} for p in obligation.placings],
        "history": [change_json(change) for change in catalogue.history(obligation)],
    }


def change_json(change: Change) -> dict[str, object]:
    """What became of paragraphs between two versions."""
    return {
        "before": change.before,
        "before_paragraphs": list(change.before_paragraphs),
        "after": change.after,
        "after_paragraphs": list(change.after_paragraphs),
        "change": change.kind,
        "what": change.what or None,
    }


def coverage_json(versions: Sequence[Version], rows: Sequence[Covered]) -> dict[str, object]:
    """The coverage of versions: totals and every operative paragraph."""
    counted = totals(rows)
    return {
        "versions": [
            {
                "version": version.code,
                "title": version.title,
                "symbol": version.symbol,
                "status": version.status,
                "remark": version.remark,
                "operative": version.operative,
                "states": {str(state): counted[version.code][state] for state in State},
            }
            for version in versions
        ],
        "paragraphs": [
            {
                "version": row.version.code,
                "paragraph": row.paragraph,
                "state": str(row.state),
                "obligations": [obligation.code for obligation in row.obligations],
                "questions": list(row.questions),
                "evidence": list(row.evidence),
            }
            for row in rows
        ],
    }
