"""A candidate in plain words, for an analyst."""

from __future__ import annotations

from gatehouse.terms.candidate import Candidate, Reason

REASONS_SAID_MAX = 8
WORTH_SAYING = 0.05
"""Log-odds below which a reason changes nothing an analyst would notice."""


def _strength(weight: float) -> str:
    size = abs(weight)
    degree = "strongly" if size >= 3 else "clearly" if size >= 1.5 else "weakly"
    return f"{degree} {'for' if weight > 0 else 'against'}"


def _said(reason: Reason) -> str:
    values = " / ".join(value for value in (reason.traveller, reason.entry) if value)
    shown = f" {values}" if values else ""
    return f"{reason.feature.replace('-', ' ')}{shown}: {reason.outcome} ({reason.how}), {_strength(reason.weight)}"


def sentence(candidate: Candidate) -> str:
    """One sentence: the score, whether it is above the threshold, and each reason that mattered, strongest first."""
    place = "at or above" if candidate.above_threshold else "below"
    told = [r for r in candidate.explanation if abs(r.weight) >= WORTH_SAYING and r.feature != "starting-point"]
    because = "; ".join(_said(reason) for reason in told[:REASONS_SAID_MAX]) or "nothing could be compared"
    # Said as well, because an analyst can ask for what was not known.
    missing = [r.feature.replace("-", " ") for r in candidate.explanation if r.outcome == "missing"]
    lacking = f"; not known on both sides: {', '.join(missing)}" if missing else ""
    whom = f"{candidate.entry_name} ({candidate.list})"
    return f"{whom}: {candidate.score:.2f}, {place} the threshold, because {because}{lacking}."
