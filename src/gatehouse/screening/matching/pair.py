"""One traveller beside one list entry: the whole score and the whole explanation."""

from __future__ import annotations

from gatehouse.names.name import read_name
from gatehouse.screening.matching.birth import birth_reason
from gatehouse.screening.matching.circumstances import birth_place_reason, nationality_reason, sex_reason
from gatehouse.screening.matching.documents import document_reason
from gatehouse.screening.matching.name_evidence import NameEvidence, name_evidence, name_reasons
from gatehouse.screening.matching.weights import logistic, weights
from gatehouse.terms.candidate import Candidate, Reason, Subject
from gatehouse.terms.entry import Handling, ListedName, ListEntry, NameQuality

ENGINE = "names-1"
"""The version of method and weights, kept with every candidate."""
THRESHOLD: float = weights()["operating"]["threshold"]
"""The operating threshold: candidates at or above it become hits. docs/matching.md gives its measured evidence."""
LISTED_NAMES_MAX = 500
"""Names of an entry that are compared; an entry with more is screened on these."""


def _alias_weight(name: ListedName) -> float:
    return weights()["name"]["weak_alias"] if name.quality is NameQuality.WEAK else 0.0


def best_names(subject: Subject, names: tuple[ListedName, ...]) -> tuple[NameEvidence, ListedName] | None:
    """The pair of names that speaks most for one person; `None` when a side has no readable name."""
    best: tuple[float, NameEvidence, ListedName] | None = None
    for ours in map(read_name, subject.names):
        for listed in names[:LISTED_NAMES_MAX]:
            theirs = read_name(listed.full)
            if not ours.tokens or not theirs.tokens:
                continue
            evidence = name_evidence(ours, theirs)
            # A weak alias must not hide a primary name that fits nearly as well.
            strength = evidence.log_odds + _alias_weight(listed)
            if best is None or strength > best[0]:
                best = (strength, evidence, listed)
    return None if best is None else (best[1], best[2])


def _name_part(subject: Subject, entry: ListEntry, names: tuple[ListedName, ...]) -> list[Reason]:
    found = best_names(subject, names)
    if found is None:
        start = weights()["name"]["starting_point"]
        return [Reason("name", None, entry.primary_name, "missing", start, "no readable name on both sides")]
    evidence, listed = found
    reasons = name_reasons(evidence)
    if _alias_weight(listed):
        reasons.append(Reason("alias-quality", None, listed.full, "weak", _alias_weight(listed), "weak alias"))
    return reasons


def reasons_for(subject: Subject, entry: ListEntry, names: tuple[ListedName, ...]) -> list[Reason]:
    """Every reason for and against, comparing the entry's given `names` only."""
    found: list[Reason | None] = [
        document_reason(subject.documents, entry.documents),
        *_name_part(subject, entry, names),
        birth_reason(subject.birth_date, entry.birth_dates),
        sex_reason(subject, entry),
        nationality_reason(subject, entry),
        birth_place_reason(subject, entry),
    ]
    return [reason for reason in found if reason is not None]


def _withheld(entry: ListEntry, reasons: list[Reason]) -> Reason | None:
    """The entry's own handling instruction, when the evidence is not of the kind it asks for."""
    outcomes = {reason.feature: reason.outcome for reason in reasons}
    # A look-alike number is not enough here: such entries are listed by documents because their names mislead.
    by_document = outcomes.get("document") in ("same", "number")
    if entry.handling is Handling.DOCUMENT_ONLY and not by_document:
        return Reason("handling", None, entry.handling, "withheld", 0.0, "the entry is matched by document only")
    if entry.handling is Handling.EXACT_NAME and not by_document and outcomes.get("name") != "same":
        return Reason("handling", None, entry.handling, "withheld", 0.0, "the entry is matched by exact name only")
    return None


def candidate_of(entry: ListEntry, reasons: list[Reason], threshold: float) -> Candidate:
    """The candidate that these reasons make. A withheld one keeps its score and stays below the threshold."""
    # The sum of what is shown, and of nothing else: whoever adds up the reasons gets the score.
    score = logistic(sum(reason.weight for reason in reasons))
    withheld = _withheld(entry, reasons)
    shown = [*reasons, withheld] if withheld else reasons
    return Candidate(
        list=entry.list,
        entry_id=entry.entry_id,
        entry_name=entry.primary_name,
        score=score,
        above_threshold=score >= threshold and withheld is None,
        explanation=tuple(sorted(shown, key=lambda reason: -abs(reason.weight))),
        engine=ENGINE,
    )


def compare(left: Subject, entry: ListEntry) -> Candidate:
    """One traveller and one entry, every name against every name, always with a candidate and its explanation.

    Refuses nothing: without any readable name or document the score says how little is known.
    """
    return candidate_of(entry, reasons_for(left, entry, entry.names), THRESHOLD)
