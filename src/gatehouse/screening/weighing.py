"""A claim weighed against everything that is known of the traveller, and not only against one statement.

A booking often lacks a birth date that the passenger list of the same flight states. Screened alone, the booking would
claim every namesake; weighed with the list it claims the one who was born that day. What is stated is never replaced:
each statement is completed with what only the others say, and the strongest of them counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from gatehouse.screening.matching.operating import AS_SHIPPED, Thresholds
from gatehouse.screening.matching.pair import compare
from gatehouse.screening.matching.subject import completed, subject_of
from gatehouse.terms.candidate import Candidate, Subject
from gatehouse.terms.entry import ListEntry
from gatehouse.terms.traveller import Traveller

Statements = Callable[[int], Sequence[Traveller]]
"""The current statements about a traveller, by the traveller's key."""


Weighed = dict[tuple[Subject, str, str], Candidate]
"""What a subject and an entry, by its list and identifier, were found to make under one set of thresholds."""
WEIGHED_MAX = 10_000
"""Pairs remembered: a booking is pushed several times, mostly unchanged. A full memory begins anew."""

Clear = Callable[[Sequence[Traveller], Candidate], Candidate]
"""Says in a candidate's explanation that redress cleared its pair, where it did."""


class Told(NamedTuple):
    """That a message told something of a traveller on a leg: what a hit of theirs is renewed with."""

    leg: int
    source: str
    message: int


class Scales:
    """Weighs travellers against entries, remembering what was put together for each traveller.

    `populations` are the lengths of the lists, of which long ones lower scores. `weighed` is a memory that outlives
    these scales, as long as entries, thresholds and populations are the same.
    """

    def __init__(
        self,
        statements: Statements,
        entries: Mapping[tuple[str, str], ListEntry],
        thresholds: Thresholds = AS_SHIPPED,
        populations: Mapping[str, int] | None = None,
        clear: Clear | None = None,
        weighed: Weighed | None = None,
    ) -> None:
        self._statements = statements
        self._clear = clear
        self._thresholds = thresholds
        self._populations = populations or {}
        self._entries = entries
        self._weighed: Weighed = {} if weighed is None else weighed
        self._whole: dict[int, list[Subject]] = {}

    def weigh(self, traveller: int, list_name: str, entry_id: str) -> Candidate | None:
        """The strongest candidate that all current statements make together; None for an entry that is not in force."""
        entry = self._entries.get((list_name, entry_id))
        if entry is None:
            return None
        weighed = (self._compared(one, entry, list_name, entry_id) for one in self._subjects(traveller))
        best = max(weighed, key=_strength, default=None)
        return best and self.cleared(traveller, best)

    def _compared(self, one: Subject, entry: ListEntry, list_name: str, entry_id: str) -> Candidate:
        known = self._weighed.get((one, list_name, entry_id))
        if known is None:
            if len(self._weighed) >= WEIGHED_MAX:
                self._weighed.clear()
            threshold, population = self._thresholds.of(list_name), self._populations.get(list_name, 0)
            known = self._weighed[one, list_name, entry_id] = compare(one, entry, threshold, population)
        return known

    def cleared(self, traveller: int, candidate: Candidate) -> Candidate:
        """The candidate, which says so where redress cleared its pair by what is stated of the traveller."""
        return self._clear(self._statements(traveller), candidate) if self._clear else candidate

    def is_told_twice(self, traveller: int) -> bool:
        """Whether more than one current statement speaks of the traveller, so that one alone is not the whole."""
        return len(self._subjects(traveller)) > 1

    def _subjects(self, traveller: int) -> list[Subject]:
        found = self._whole.get(traveller)
        if found is None:
            found = self._whole[traveller] = together(map(subject_of, self._statements(traveller)))
        return found


def together(subjects: Iterable[Subject]) -> list[Subject]:
    """Each subject, completed with what only the others say."""
    each = list(subjects)
    return [completed(own, (other for other in each if other is not own)) for own in each]


def _strength(candidate: Candidate) -> tuple[bool, float]:
    return candidate.above_threshold, candidate.score
