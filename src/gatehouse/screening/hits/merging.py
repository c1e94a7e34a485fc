"""Claims become hits: one for each traveller, leg and entry; a repeat updates it where it says more. Pure.

A claim made from everything that is known of the traveller (`is_whole`) always replaces what the hit says; when it
falls below the threshold the hit is marked `weakened` and stays for a person to see; one that redress cleared is
`silent`, with its reason. A claim from one statement
replaces it when its score is at least as high, or when it comes from the source that the hit was made from (the
carrier corrected the data). A weaker claim from the other source only shows that it was repeated.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import orjson

from gatehouse.screening.stored_text import storable
from gatehouse.terms.candidate import Candidate, Reason

OPEN, WEAKENED, SILENT = "open", "weakened", "silent"
CLEARED_BY_REDRESS, CLEARED = "redress", "cleared"
"""The feature and outcome of the reason by which a candidate's explanation says that redress cleared the pair."""

HitKey = tuple[int, int, str, str]
"""Traveller, leg, list, entry."""


class Claim(NamedTuple):
    """A candidate about a stored traveller, from a statement (`api` or `pnr`) of a message.

    `left_out` is what the search that found it left out: there may be others.

    It is above the threshold, unless it `is_whole`: made from all current statements, and then also told when it fell.
    """

    traveller: int
    leg: int
    source: str
    message: int
    candidate: Candidate
    is_whole: bool = False
    left_out: tuple[str, ...] = ()

    @property
    def key(self) -> HitKey:
        """What one hit is about."""
        return self.traveller, self.leg, self.candidate.list, self.candidate.entry_id


@dataclass(slots=True)
class HeldHit:
    """A hit's row while claims are merged. `explanation` is JSON text; `has_news` asks for a new `HitVersion`.

    `threshold` is the one it was made with, None where that was not kept; `left_out` what the search left out, as text.
    """

    id: int
    key: HitKey
    entry_name: str
    state: str
    score: float
    explanation: str
    source: str
    engine: str
    first_message: int
    last_message: int
    version: int
    threshold: float | None = None
    left_out: str = ""
    is_new: bool = False
    is_changed: bool = False
    has_news: bool = False

    def take(self, claim: Claim) -> None:
        """Merge a repeat into the hit."""
        self.last_message, self.is_changed = claim.message, True
        candidate = claim.candidate
        told = explanation_json(candidate.explanation)
        counts_more = claim.is_whole or candidate.score >= self.score or claim.source == self.source
        state = state_for(candidate)
        # The database gives JSON back in an order of its own, so the texts are not compared.
        same_reasons = explanation_from(told) == explanation_from(self.explanation)
        same = same_reasons and (candidate.score, state, candidate.threshold) == (
            self.score,
            self.state,
            self.threshold,
        )
        if counts_more and not same:
            self.threshold, self.left_out = candidate.threshold, " ".join(claim.left_out)
            self.score, self.explanation, self.source = candidate.score, told, claim.source
            self.entry_name, self.engine, self.state = storable(candidate.entry_name) or "", candidate.engine, state
            self._next_version()
        elif self.state != state:
            self.state, self.threshold = state, candidate.threshold
            self._next_version()

    def _next_version(self) -> None:
        if not self.has_news:
            self.version, self.has_news = self.version + 1, True


def state_for(candidate: Candidate) -> str:
    """The state of a hit that says what the candidate says: a pair that redress cleared is silent, and says so."""
    if any((reason.feature, reason.outcome) == (CLEARED_BY_REDRESS, CLEARED) for reason in candidate.explanation):
        return SILENT
    return OPEN if candidate.above_threshold else WEAKENED


def first_hit(id_: int, claim: Claim) -> HeldHit:
    """The hit that a first claim makes."""
    candidate = claim.candidate
    return HeldHit(
        id_,
        claim.key,
        storable(candidate.entry_name) or "",
        state_for(candidate),
        candidate.score,
        explanation_json(candidate.explanation),
        claim.source,
        candidate.engine,
        claim.message,
        claim.message,
        version=1,
        threshold=candidate.threshold,
        left_out=" ".join(claim.left_out),
        is_new=True,
        has_news=True,
    )


def merge(held: dict[HitKey, HeldHit], claims: Iterable[Claim], ids: Iterable[int]) -> list[HeldHit]:
    """Merge the claims, in order, into the hits `held`, adding new ones; returns those that are to be written.

    A claim below the threshold adds no hit.
    """
    fresh = iter(ids)
    touched: dict[HitKey, HeldHit] = {}
    for claim in claims:
        hit = held.get(claim.key)
        if hit is None and not claim.candidate.above_threshold:
            continue
        if hit is None:
            hit = held[claim.key] = first_hit(next(fresh), claim)
        else:
            hit.take(claim)
        touched[claim.key] = hit
    return list(touched.values())


def explanation_json(reasons: Sequence[Reason]) -> str:
    """The explanation as JSON text, every reason with its names."""
    rows = [
        {
            "feature": reason.feature,
            "traveller": storable(reason.traveller),
            "entry": storable(reason.entry),
            "outcome": reason.outcome,
            "weight": reason.weight,
            "how": storable(reason.how),
        }
        for reason in reasons
    ]
    return orjson.dumps(rows).decode()


def explanation_from(text: str) -> tuple[Reason, ...]:
    """The reasons that `explanation_json` wrote."""
    return tuple(Reason(**row) for row in orjson.loads(text))
