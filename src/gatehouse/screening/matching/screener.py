"""A whole list searched for one traveller: documents first, then names, then everything else as evidence.

The search finds names that could reach the reporting floor, by an upper bound of their score, and only those are
compared in full. Every traveller with a readable name or document is searched for, whatever else is missing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from gatehouse.names.commonness import weight
from gatehouse.names.name import Name, read_name
from gatehouse.screening.matching.birth_years import BirthYears
from gatehouse.screening.matching.documents import levelled, normalised
from gatehouse.screening.matching.name_evidence import dissent
from gatehouse.screening.matching.name_index import NOBODY, Holders, NameIndex
from gatehouse.screening.matching.pair import THRESHOLD, candidate_of, reasons_for
from gatehouse.screening.matching.weights import log_odds, weights
from gatehouse.terms.candidate import Candidate, Subject
from gatehouse.terms.entry import ListedName, ListEntry

Floats = NDArray[np.floating]

CANDIDATES_MAX = 50
"""Candidates reported for one traveller."""
COMPARED_MAX = 200
"""Names compared in full for one name of a traveller, those with the highest bound."""
ENTRY_NAMES_MAX = 8
"""Names of one entry compared in full in a search, those with the highest bound."""
SUBJECT_NAMES_MAX = 8
"""Names of one traveller that are searched for."""
ALWAYS_WORTH = 0.5
"""Log-odds that weak evidence (sex, nationality, place) may add beyond the bound."""
SHARED_MIN = 0.4
"""Share of the shorter name's weight that must be found before a name is looked at."""
REPORTING_FLOOR: float = weights()["operating"]["reporting_floor"]
FLOOR_LOG_ODDS = log_odds(REPORTING_FLOOR)


class Screener:
    """One list, or several, indexed for screening. `threshold` decides only what is marked above it."""

    def __init__(self, entries: Iterable[ListEntry], threshold: float = THRESHOLD) -> None:
        self.entries = list(entries)
        self.threshold = threshold
        self._listed: list[ListedName] = []
        names: list[Name] = []
        owners: list[int] = []
        for number, entry in enumerate(self.entries):
            for listed in entry.names:
                name = read_name(listed.full)
                if name.tokens:
                    self._listed.append(listed)
                    names.append(name)
                    owners.append(number)
        self._owners: NDArray[np.intp] = np.array(owners, dtype=np.intp)
        self._index = NameIndex(names)
        self._births = BirthYears(self.entries)
        self._settled = np.zeros(len(names), dtype=np.float32)
        self._credited = np.zeros(len(names), dtype=np.float32)
        self._documents = self._file_documents()

    def _file_documents(self) -> dict[str, list[int]]:
        filed: dict[str, list[int]] = defaultdict(list)
        for number, entry in enumerate(self.entries):
            for document in entry.documents:
                for key in {normalised(document.number), levelled(document.number)} - {None}:
                    filed[str(key)].append(number)
        return dict(filed)

    def _with_document(self, subject: Subject) -> set[int]:
        keys = {key for number, _ in subject.documents for key in (normalised(number), levelled(number)) if key}
        return {entry for key in keys for entry in self._documents.get(key, ())}

    def _holders(self, name: Name) -> list[Holders]:
        tokens = name.tokens
        found = [self._index.holders(token) for token in tokens]
        found += [self._index.holders_apart(token) for token in tokens]
        found += [self._index.holders_of_pair(*pair) for pair in pairwise(tokens)]
        return [holders for holders in found if len(holders.ids)]

    def _gather(self, name: Name) -> Holders:
        """The names that share enough with `name` to be worth a bound, each once or more."""
        holders = self._holders(name)
        if not holders:
            return NOBODY
        for ids, credited, settled in holders:
            self._credited[ids] += credited
            self._settled[ids] += settled
        own = sum(map(weight, name.tokens))
        ids = np.concatenate([found.ids for found in holders])
        shared = self._credited[ids]
        enough = ids[shared >= SHARED_MIN * np.minimum(self._index.totals[ids], own)]
        gathered = Holders(enough, self._credited[enough], self._settled[enough])
        self._credited[ids] = 0.0
        self._settled[ids] = 0.0
        return gathered

    def _bounds(self, gathered: Holders, name: Name, subject: Subject) -> Floats:
        """The most log-odds that each gathered name can reach."""
        ids, credited, settled = gathered
        own = sum(map(weight, name.tokens))
        table = weights()["name"]
        totals = self._index.totals[ids]
        lesser, greater = np.minimum(totals, own), np.maximum(totals, own)
        bound = (
            table["starting_point"] + ALWAYS_WORTH + table["evidence"] * np.minimum(credited, table["evidence_most"])
        )
        bound += table["covered_lesser"] * np.minimum(credited / lesser, 1.0)
        bound += table["covered_greater"] * np.minimum(credited / greater, 1.0)
        conflict = np.minimum(self._index.dissents[ids], dissent(name.tokens)) - settled
        bound += table["conflict"] * np.maximum(conflict, 0.0)
        return bound + self._births.bounds(subject.birth_date, self._owners[ids])

    def _worth_comparing(self, name: Name, subject: Subject) -> list[int]:
        """Ids of listed names whose score could reach the reporting floor, best bound first."""
        gathered = self._gather(name)
        if not len(gathered.ids):
            return []
        bound = self._bounds(gathered, name, subject)
        kept = bound >= FLOOR_LOG_ODDS
        order = np.argsort(-bound[kept], kind="stable")
        return list(dict.fromkeys(gathered.ids[kept][order].tolist()))[:COMPARED_MAX]

    def _names_to_compare(self, subject: Subject) -> dict[int, list[int]]:
        """Entry → ids of its names to compare."""
        found: dict[int, list[int]] = {entry: [] for entry in self._with_document(subject)}
        for raw in subject.names[:SUBJECT_NAMES_MAX]:
            name = read_name(raw)
            for listed in self._worth_comparing(name, subject) if name.tokens else ():
                names = found.setdefault(int(self._owners[listed]), [])
                if len(names) < ENTRY_NAMES_MAX:
                    names.append(listed)
        return found

    def screen(self, subject: Subject) -> list[Candidate]:
        """The candidates for one traveller, best first, at most CANDIDATES_MAX.

        Those at or above the reporting floor of `weights.toml` are given, and those above this screener's threshold.
        """
        floor = log_odds(min(REPORTING_FLOOR, self.threshold))
        candidates = []
        for number, listed in self._names_to_compare(subject).items():
            entry = self.entries[number]
            names = tuple(self._listed[i] for i in listed) or entry.names
            reasons = reasons_for(subject, entry, names)
            if sum(reason.weight for reason in reasons) >= floor:
                candidates.append(candidate_of(entry, reasons, self.threshold))
        candidates.sort(key=lambda candidate: (-candidate.score, candidate.list, candidate.entry_id))
        return candidates[:CANDIDATES_MAX]

    def screen_many(self, subjects: Sequence[Subject]) -> list[list[Candidate]]:
        """The candidates of each traveller, in the order given."""
        return [self.screen(subject) for subject in subjects]
