"""What two names say for or against one person: measured observations, their log-odds, and the reasons in words."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from gatehouse.names.commonness import weight
from gatehouse.names.distance import SAME_SOUND
from gatehouse.names.name import Name, Token
from gatehouse.screening.matching.alignment import Alignment, Pairing, align
from gatehouse.screening.matching.weights import weights
from gatehouse.terms.candidate import Reason

NOTHING_FOUND = 0.66
"""Likeness at which a pairing carries no evidence any more; between it and 1 the evidence grows evenly."""

DISSENT_BY_LETTERS = {1: 0.25, 2: 0.6, 3: 0.9}
"""How loudly a token of so few letters disagrees; longer ones count 1."""


class NameObservation(NamedTuple):
    """What was observed, each in the unit its weight is given for (see `weights.toml`)."""

    covered_lesser: float
    covered_greater: float
    evidence: float
    conflict: float
    spelling: float
    order: float
    single: float


class NameEvidence(NamedTuple):
    """Two names beside each other: `log_odds` is the sum of all their weights, starting point included."""

    left: Name
    right: Name
    alignment: Alignment
    observed: NameObservation
    log_odds: float


def credit(score: float) -> float:
    """The share of its weight that a pairing of this likeness is credited with."""
    return 1.0 if score >= SAME_SOUND else max(0.0, (score - NOTHING_FOUND) / (1.0 - NOTHING_FOUND))


def dissent(tokens: Iterable[Token]) -> float:
    """How loudly tokens disagree that the other name lacks: a common name disagrees as loudly as a rare one."""
    return sum(DISSENT_BY_LETTERS.get(len(token.text), 1.0) for token in tokens)


def _disordered(pairings: tuple[Pairing, ...]) -> bool:
    places = [pairing.right[0] for pairing in sorted(pairings)]
    return any(before > after for before, after in pairwise(places))


def observe(left: Name, right: Name, alignment: Alignment) -> NameObservation:
    """The observations of two aligned names."""
    # One for a name that weighs nothing: shares of nothing are nothing, and there is no division by it.
    total_left = sum(map(weight, left.tokens)) or 1.0
    total_right = sum(map(weight, right.tokens)) or 1.0
    found = sum(pairing.weight * credit(pairing.likeness.score) for pairing in alignment.pairings)
    over_left = dissent(left.tokens[i] for i in alignment.left_over)
    over_right = dissent(right.tokens[j] for j in alignment.right_over)
    distance = sum(pairing.weight * (1.0 - pairing.likeness.score) for pairing in alignment.pairings)
    return NameObservation(
        covered_lesser=min(1.0, found / min(total_left, total_right)),
        covered_greater=min(1.0, found / max(total_left, total_right)),
        # Capped, because a sixth shared name adds less than the second did.
        evidence=min(found, weights()["name"]["evidence_most"]),
        # The lesser of both: a name more on one side only is a middle name left out, no contradiction.
        conflict=min(over_left, over_right, weights()["name"]["conflict_most"]),
        spelling=distance,
        order=float(_disordered(alignment.pairings)),
        single=float(sum(len(p.left) + len(p.right) for p in alignment.pairings) <= 2),
    )


def name_evidence(left: Name, right: Name) -> NameEvidence:
    """Two names compared, with everything that was seen."""
    alignment = align(left, right)
    observed = observe(left, right, alignment)
    table = weights()["name"]
    total = table["starting_point"]
    for feature, value in observed._asdict().items():
        total += table[feature] * value
    return NameEvidence(left, right, alignment, observed, total)


def _texts(name: Name, places: tuple[int, ...]) -> str:
    return " ".join(name.tokens[place].text for place in places)


def _pairing_words(evidence: NameEvidence, pairing: Pairing) -> str:
    left, right = _texts(evidence.left, pairing.left), _texts(evidence.right, pairing.right)
    ways = {token.how for token in _tokens(evidence, pairing) if token.how}
    return "; ".join([f"{left} ~ {right}: {pairing.likeness.how}", *sorted(ways)])


def _tokens(evidence: NameEvidence, pairing: Pairing) -> list[Token]:
    return [evidence.left.tokens[i] for i in pairing.left] + [evidence.right.tokens[j] for j in pairing.right]


def _outcome(observed: NameObservation) -> str:
    if observed.covered_lesser == 0.0:
        return "different"
    if observed.covered_greater > 0.999:
        return "same" if observed.spelling == 0.0 else "equivalent"
    if observed.conflict > 0.0:
        return "partly different"
    return "close" if observed.covered_greater > 0.75 else "partial"


def name_reasons(evidence: NameEvidence) -> list[Reason]:
    """The reasons whose weights sum to the evidence's log-odds."""
    table, seen = weights()["name"], evidence.observed
    alignment = evidence.alignment
    how = " | ".join(_pairing_words(evidence, pairing) for pairing in alignment.pairings) or "no token in common"
    gain = sum(table[f] * getattr(seen, f) for f in ("covered_lesser", "covered_greater", "evidence"))
    reasons = [
        Reason(
            "starting-point", None, None, "before any comparison", table["starting_point"], "few people are the same"
        ),
        Reason("name", evidence.left.raw, evidence.right.raw, _outcome(seen), gain, how),
    ]
    over = _texts(evidence.left, alignment.left_over), _texts(evidence.right, alignment.right_over)
    against = (
        ("name-conflict", seen.conflict, "conflict", "different", "each side has a name that the other lacks", over),
        ("name-spelling", seen.spelling, "spelling", "close", "distance of the spellings that were paired", ("", "")),
        ("name-order", seen.order, "order", "other order", "the names stand in another order", ("", "")),
        ("single-name", seen.single, "single", "thin", "only one name was found on both sides", ("", "")),
    )
    for feature, value, key, outcome, why, (left, right) in against:
        if value:
            reasons.append(Reason(feature, left or None, right or None, outcome, table[key] * value, why))
    return reasons
