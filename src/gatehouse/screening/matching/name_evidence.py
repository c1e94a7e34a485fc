"""What two names say for or against one person: measured observations, their log-odds, and the reasons in words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from gatehouse.names.name import Name
from gatehouse.names.token import Token
from gatehouse.screening.matching import name_kernel
from gatehouse.screening.matching.alignment import (
    Alignment,
    Beside,
    Pairing,
    aligned,
    beside,
    facts,
    facts_of,
    features_of,
)
from gatehouse.screening.matching.name_findings import remarks_of
from gatehouse.screening.matching.name_kernel import FEATURES, NOTHING
from gatehouse.screening.matching.weights import name_weights, weights
from gatehouse.terms.candidate import Reason

__all__ = [
    "NameEvidence",
    "NameObservation",
    "facts",
    "facts_of",
    "name_evidence",
    "name_log_odds",
    "name_reasons",
    "remark_reason",
]


class NameObservation(NamedTuple):
    """What was observed, in the order of `name_kernel.FEATURES`, each in the unit that `weights.toml` says."""

    nothing: float
    evidence: float
    conflict: float
    doubt: float
    doubt_across: float
    alone: float
    single: float
    surplus: float
    identical: float
    resembling: float
    initials: float
    glued: float
    unlike: float
    resembling_known: float
    whole: float
    whole_known: float


class NameEvidence(NamedTuple):
    """Two names beside each other, and what was observed of them."""

    left: Name
    right: Name
    alignment: Alignment
    observed: NameObservation

    @property
    def log_odds(self) -> float:
        """The sum of all their weights, starting point included."""
        return float(name_kernel.log_odds(self.alignment.features, name_weights()))


def name_log_odds(left: Name, right: Name) -> float:
    """The log-odds of two names, without their explanation: what a choice among many names is made by."""
    return beside_log_odds(beside(left, right))


def beside_log_odds(names: Beside) -> float:
    """The log-odds of two names that are measured already."""
    return float(name_kernel.name_log_odds(names.likenesses, names.ours, names.theirs, names.whole, name_weights()))


def name_evidence(left: Name, right: Name) -> NameEvidence:
    """Two names compared, with everything that was seen."""
    return evidence_of(beside(left, right))


def evidence_of(names: Beside) -> NameEvidence:
    """Two names that are measured already, compared, with everything that was seen."""
    alignment = aligned(names)
    observed = NameObservation._make(alignment.features.tolist())
    return NameEvidence(names.left, names.right, alignment, observed)


def _texts(name: Name, places: tuple[int, ...]) -> str:
    return " ".join([name.tokens[place].text for place in places])


def _pairing_words(evidence: NameEvidence, pairing: Pairing) -> str:
    left, right = _texts(evidence.left, pairing.left), _texts(evidence.right, pairing.right)
    said = f"{left} ~ {right}: {pairing.likeness.how}"
    ways = {token.how for token in _tokens(evidence, pairing) if token.how}
    return "; ".join([said, *sorted(ways)]) if ways else said


def _tokens(evidence: NameEvidence, pairing: Pairing) -> list[Token]:
    return [evidence.left.tokens[i] for i in pairing.left] + [evidence.right.tokens[j] for j in pairing.right]


def _is_as_one(evidence: NameEvidence) -> bool:
    """Whether the names were taken as one run of letters: then nobody's token counts as left over, though some are."""
    seen, over = evidence.observed, evidence.alignment
    counted = max(seen.conflict, seen.surplus) >= NOTHING
    return bool(seen.glued and (over.left_over or over.right_over)) and not counted


def _how(evidence: NameEvidence) -> str:
    if _is_as_one(evidence):
        left, right = (" ".join(token.text for token in name.tokens) for name in (evidence.left, evidence.right))
        return (
            f"{left} ~ {right}: {'the same' if _is_same_letters(evidence) else 'nearly the same'} letters run together"
        )
    return " | ".join([_pairing_words(evidence, pairing) for pairing in evidence.alignment.pairings])


def _is_same_letters(evidence: NameEvidence) -> bool:
    return 1.0 - evidence.observed.unlike >= name_kernel.SAME_WHOLE


def _outcome(evidence: NameEvidence) -> str:
    seen, likenesses = evidence.observed, [pairing.likeness.score for pairing in evidence.alignment.pairings]
    if _is_as_one(evidence):
        return "equivalent" if _is_same_letters(evidence) else "close"
    if not likenesses:
        return "different"
    if seen.conflict >= NOTHING:
        return "partly different"
    if seen.surplus >= NOTHING:
        return "partial"
    if min(likenesses) == 1.0:
        return "same"
    return "equivalent" if min(likenesses) >= name_kernel.SAME_SOUND else "close"


ROUNDING = 1e-6
"""Log-odds that come of adding float32 and are no reason."""
FOUND = ("nothing", "evidence", "identical")
"""The features that together tell how much of the names agrees; one reason tells them."""
REASONS = (
    ("name-conflict", ("conflict",), "different", "each side has a name that the other lacks"),
    ("name-resemblance", ("resembling", "resembling_known"), "resembling", "names left over resemble each other"),
    ("name-letters", ("whole", "whole_known"), "alike as a whole", "few letters apart, wherever words begin and end"),
    ("name-surplus", ("surplus",), "longer", "one side has more names than the other"),
    ("name-spelling", ("unlike", "doubt", "doubt_across"), "close", "distance of the spellings that were paired"),
    ("name-alone", ("alone",), "one of several", "one name in common, and the others contradict"),
    ("name-initials", ("initials",), "initial", "an initial stands for any name that begins with it"),
    ("name-glued", ("glued",), "together", "names that are written together agree as a whole"),
    ("single-name", ("single",), "thin", "only one name was found on both sides"),
)
"""The other reasons of a name: code, the features it sums, outcome, and how in words."""


def _sides(evidence: NameEvidence, feature: str) -> tuple[str | None, str | None]:
    if feature not in ("name-conflict", "name-resemblance", "name-surplus"):
        return None, None
    over = evidence.alignment
    return _texts(evidence.left, over.left_over) or None, _texts(evidence.right, over.right_over) or None


@lru_cache(maxsize=1)
def _weight_row() -> tuple[float, ...]:
    table = weights()["name"]
    return tuple(table[feature] for feature in FEATURES)


def _contributions(observed: Iterable[float]) -> list[float]:
    """What each of FEATURES adds, in log-odds."""
    return [weight * seen for weight, seen in zip(_weight_row(), observed, strict=True)]


def _places(features: Iterable[str]) -> tuple[int, ...]:
    return tuple(map(FEATURES.index, features))


FOUND_PLACES = _places(FOUND)
REASON_PLACES = tuple(_places(summed) for _, summed, _, _ in REASONS)


def _sum(parts: list[float], places: tuple[int, ...]) -> float:
    total = parts[places[0]]
    for place in places[1:]:
        total += parts[place]
    return total


def _others(parts: list[float]) -> list[tuple[int, float]]:
    """The place in REASONS and the weight of every reason that is one."""
    found = []
    for number, places in enumerate(REASON_PLACES):
        # Most reasons sum one feature, and every hit comes through here.
        total = parts[places[0]] if len(places) == 1 else _sum(parts, places)
        if total > ROUNDING or total < -ROUNDING:
            found.append((number, total))
    return found


def name_reasons(evidence: NameEvidence) -> list[Reason]:
    """The reasons whose weights sum to the evidence's log-odds."""
    start = weights()["name"]["starting_point"]
    parts = _contributions(evidence.observed)
    how, outcome = _how(evidence), _outcome(evidence)
    reasons = [
        Reason("starting-point", None, None, "before any comparison", start, "few people are the same"),
        Reason(
            "name",
            evidence.left.raw,
            evidence.right.raw,
            outcome,
            _sum(parts, FOUND_PLACES),
            how or "no token in common",
        ),
    ]
    for number, total in _others(parts):
        feature, _, said, why = REASONS[number]
        reasons.append(Reason(feature, *_sides(evidence, feature), said, total, why))
    return reasons


def name_weights_of(names: Beside) -> list[float]:
    """The weights of `name_reasons`, in its order, without a word of the reasons."""
    parts = _contributions(features_of(names).tolist())
    others = [total for _, total in _others(parts)]
    return [weights()["name"]["starting_point"], _sum(parts, FOUND_PLACES), *others]


def _noted(names: Iterable[Name]) -> tuple[str | None, str]:
    """The texts that have something wrong with them, and what."""
    noted = {name.raw: remarks for name in names if (remarks := remarks_of(name))}
    if not noted:
        return None, ""
    return " | ".join(noted), ", ".join(dict.fromkeys(remark for said in noted.values() for remark in said))


def remark_reason(ours: Iterable[Name], theirs: Name) -> Reason | None:
    """What was found wrong with the text of the traveller's names or of the listed one; it adds nothing to the score.

    An analyst must know of a disguise (a letter of another script, an invisible one) although the name was read.
    """
    (our_text, our_remarks), (their_text, their_remarks) = _noted(ours), _noted([theirs])
    told = [f"traveller: {our_remarks}" if our_remarks else "", f"entry: {their_remarks}" if their_remarks else ""]
    if not any(told):
        return None
    return Reason("name-remark", our_text, their_text, "remark", 0.0, "; ".join(filter(None, told)))
