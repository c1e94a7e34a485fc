"""Whether a traveller is the cleared person of a clearance, so that the pair may be silent. Pure.

A clearance says: this verified person is not that listed one. It silences one pair, and only where

1. the entry says of its person what it said when the clearance was made (`entry_evidence`); 2. nothing that is stated
contradicts the verified identity: no other birth date, no name that was not verified; 3. the same document, by number
and issuer, is stated; or the redress number is given **and** the birth date is the verified
   one **and** that date tells the two apart, because the entry states others only;
4. the candidate does not rest on a document of the entry: a listed document is never silent.

A number alone, a name alone, or both together with nothing else silence nobody: whoever learnt another's number and
name would slip through.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import orjson

from gatehouse.screening.hits.merging import CLEARED, CLEARED_BY_REDRESS
from gatehouse.screening.redress.identity import Identity, Presented, presented
from gatehouse.terms.candidate import Candidate, Reason
from gatehouse.terms.entry import ListEntry
from gatehouse.terms.traveller import Traveller

DOCUMENT_FEATURE = "document"

Entries = Mapping[tuple[str, str], ListEntry]


class Clearance(NamedTuple):
    """One verified person and one listed one. `number` is the keyed hash of the redress number."""

    case: str
    number: str
    list: str
    entry_id: str
    entry_evidence: str
    birth_distinguishes: bool
    identity: Identity


def ground(clearance: Clearance, seen: Presented) -> str | None:
    """What the agreement rests on, in words; None where the traveller is not shown to be the cleared person."""
    identity = clearance.identity
    if not seen.names or any(not named <= identity.names for named in seen.names):
        return None
    if seen.births - {identity.birth}:
        return None
    given = clearance.number in seen.numbers
    if seen.documents & identity.documents:
        return "redress number and document agree" if given else "the verified document agrees"
    if given and seen.births and not seen.vague_birth and clearance.birth_distinguishes:
        return "redress number and birth date agree, and the entry states another birth date"
    return None


def entry_evidence(entry: ListEntry) -> str:
    """A hash of what identifies on the entry's side, whatever order the list prints it in."""
    said = [
        sorted(name.full for name in entry.names),
        sorted(f"{span.earliest}/{span.latest}/{span.circa}" for span in entry.birth_dates),
        sorted(entry.birth_places),
        entry.sex,
        sorted(entry.nationalities),
        sorted([one.number, one.issuer or ""] for one in entry.documents),
    ]
    return hashlib.sha256(orjson.dumps(said)).hexdigest()


def birth_distinguishes(entry: ListEntry, birth_date: str) -> bool:
    """Whether the entry states birth dates, and none of them could be this one."""
    return bool(entry.birth_dates) and not any(
        span.circa or span.earliest[:4] <= birth_date[:4] <= span.latest[:4] for span in entry.birth_dates
    )


class Clearing:
    """Looks a candidate's pair up among the clearances and says so in its explanation.

    `of_pair` gives the clearances of a list entry; they are asked for once for each.
    """

    def __init__(self, of_pair: Callable[[str, str], Sequence[Clearance]], entries: Entries, key: bytes) -> None:
        self._of_pair = of_pair
        self._entries = entries
        self._key = key
        self._known: dict[tuple[str, str], Sequence[Clearance]] = {}

    def __call__(self, statements: Iterable[Traveller], candidate: Candidate) -> Candidate:
        """The candidate, with a reason more where its pair is cleared; otherwise as it was."""
        clearances = self._clearances(candidate)
        if not clearances or _rests_on_document(candidate):
            return candidate
        seen = presented(statements, self._key)
        for clearance in clearances:
            if why := ground(clearance, seen):
                reason = Reason(CLEARED_BY_REDRESS, None, None, CLEARED, 0.0, f"{why}; {clearance.case}")
                return replace(candidate, explanation=(*candidate.explanation, reason))
        return candidate

    def _clearances(self, candidate: Candidate) -> Sequence[Clearance]:
        pair = candidate.list, candidate.entry_id
        if pair not in self._known:
            entry = self._entries.get(pair)
            now = entry_evidence(entry) if entry else ""
            self._known[pair] = [one for one in self._of_pair(*pair) if one.entry_evidence == now]
        return self._known[pair]


def _rests_on_document(candidate: Candidate) -> bool:
    return any(reason.feature == DOCUMENT_FEATURE and reason.weight > 0 for reason in candidate.explanation)
