"""A whole list searched for one traveller: documents first, then names, then everything else as evidence.

A list is one compiled index, or several: what was added to a compiled list since stands in a small one beside it, and
what was removed is marked dead. The search finds names that could reach the reporting floor; only those are compared in
full and explained. Every traveller with a readable name or document is searched for, whatever else is missing.
"""

from __future__ import annotations

import gc
import math
import threading
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gatehouse.names.name import Name, read_names
from gatehouse.screening.matching.birth_years import bounds_of
from gatehouse.screening.matching.index.arrays import Index
from gatehouse.screening.matching.index.asking import Asker
from gatehouse.screening.matching.index.build import Compiled, build
from gatehouse.screening.matching.index.entries import EntryReader, contact_keys, day_number, document_keys
from gatehouse.screening.matching.index.layout import manifest_of, opened
from gatehouse.screening.matching.index.search import CUT, NARROWED, Desk, new_desk, search
from gatehouse.screening.matching.operating import Thresholds
from gatehouse.screening.matching.pair import (
    THRESHOLD,
    candidate_of,
    reasons_for,
    weight_by_name,
    weight_for,
)
from gatehouse.screening.matching.population import lengths_of
from gatehouse.screening.matching.weights import logistic, weights
from gatehouse.terms.candidate import Candidate, Found, LeftOut, Subject
from gatehouse.terms.dates import PartialDate
from gatehouse.terms.entry import Handling, ListedName, ListEntry

CANDIDATES_MAX = 50
"""Candidates reported for one traveller."""
EXPLAINED_MAX = 64
"""Entries compared in full for one traveller, those with the highest log-odds of name and birth."""
ENTRY_NAMES_MAX = 4
"""Names of one entry compared in full in a search, those with the highest log-odds."""
SUBJECT_NAMES_MAX = 8
"""Names of one traveller that are searched for."""
READINGS_MAX = 12
"""Readings of all those names that are searched for."""
LEAP_YEAR_BEGINS = date(1980, 1, 1)
ROUNDING = 0.01
"""Log-odds by which a search and a comparison may differ."""
REPORTING_FLOOR: float = weights()["operating"]["reporting_floor"]
"""Score from which candidates are reported at the shipped threshold; see `operating.reporting_floor`."""
FLAGS = ((NARROWED, LeftOut.NARROWED), (CUT, LeftOut.CUT))
"""What the flags of a search mean."""


class Score(NamedTuple):
    """One entry that a traveller may be, without the explanation. `score` is in [0, 1]."""

    list: str
    entry_id: str
    score: float
    above_threshold: bool


class Row(NamedTuple):
    """A name of an entry that a search found: log-odds with the most that its birth adds, and of the name alone."""

    total: float
    name: float
    entry: int
    place: int


class Likely(NamedTuple):
    """An entry to compare in full: which of its names (none for all), and the log-odds of the best of them.

    Infinite for an entry that was found by a document or a contact: it is compared whatever its names are.
    """

    places: list[int]
    name: float


class Segment:
    """One compiled index with its entries, of which some may be dead; `counts` are the entries of each list in it."""

    def __init__(
        self, compiled: Compiled, counts: Mapping[str, int] | None = None, entries: Sequence[ListEntry] | None = None
    ) -> None:
        self.index: Index = compiled.index
        self.counts = Counter(counts or {})
        self.reader = EntryReader(compiled.entries)
        self.entries: Sequence[ListEntry] = self.reader if entries is None else entries
        self.dead: NDArray[np.uint8] = np.zeros(len(self.reader), dtype=np.uint8)
        self._asker = Asker(self.index, compiled.familiar)
        self._desks = threading.local()

    def living(self) -> Iterator[ListEntry]:
        """The entries that are not dead."""
        return (entry for entry, dead in zip(self.entries, self.dead, strict=True) if not dead)

    def bury_expired(self, today: PartialDate) -> None:
        """Mark dead the entries whose own expiry date has passed."""
        expires = self.reader.expires
        self.dead |= ((expires > 0) & (expires < day_number(today))).astype(np.uint8)

    def bury(self, list_name: str, entry_id: str) -> None:
        """Mark the entry dead, if it is here, and its list shorter."""
        for number in self.reader.named(list_name, entry_id):
            if (self.entries[number].list, self.entries[number].entry_id) == (list_name, entry_id):
                self.counts[list_name] -= not self.dead[number]
                self.dead[number] = 1

    def known_by_key(self, subject: Subject) -> list[int]:
        """The living entries that have one of the traveller's documents, telephone numbers or mail addresses."""
        keys = [key for number, _ in subject.documents for key in document_keys(number)]
        keys += [key for contact in subject.contacts for key in contact_keys(contact)]
        found = dict.fromkeys(entry for key in dict.fromkeys(keys) for entry in self.reader.with_key(key))
        return [entry for entry in found if not self.dead[entry]]

    def rows(self, name: Name, subject: Subject, floor: float, population: int = 0) -> tuple[list[Row], int]:
        """What may reach the floor in a list of so many entries, best first; flags."""
        desk: Desk | None = getattr(self._desks, "desk", None)
        if desk is None:
            desk = self._desks.desk = new_desk(self.index)
        query = self._asker.query(name, subject.birth_date, floor, population)
        rows, names, totals, flags = search(self.index, query, desk, self.dead)
        owners, places = self.index.owners[rows], self.index.places[rows]
        return list(map(Row, totals.tolist(), names.tolist(), owners.tolist(), places.tolist())), int(flags)


class ByIdentifier(Mapping[tuple[str, str], ListEntry]):
    """The living entries of some segments by list and identifier, decoded when asked for."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments

    def __len__(self) -> int:
        return sum(len(segment.dead) - int(segment.dead.sum()) for segment in self._segments)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        living = chain.from_iterable(segment.living() for segment in self._segments)
        return ((entry.list, entry.entry_id) for entry in living)

    def __getitem__(self, key: tuple[str, str]) -> ListEntry:
        for segment in self._segments:
            for number in segment.reader.named(*key):
                entry = segment.entries[number]
                # By a hash, so that each must be looked at.
                if (entry.list, entry.entry_id) == key and not segment.dead[number]:
                    return entry
        raise KeyError(key)


class Screener:
    """One list, or several, indexed for screening.

    A threshold decides what is marked above it, and with it how far below it candidates are reported
    (`operating.reporting_floor`): the higher the lowest of them, the quicker the search. `populations` are the lengths
    of the lists (`population`), where the entries are not all of them; else they are counted.
    """

    def __init__(
        self,
        entries: Iterable[ListEntry],
        threshold: float = THRESHOLD,
        populations: Mapping[str, int] | None = None,
    ) -> None:
        held = list(entries)
        segment = Segment(build(held), lengths_of(held), held)
        self._start([segment], Thresholds(threshold, {}), segment.counts if populations is None else populations)

    def _start(
        self,
        segments: list[Segment],
        thresholds: Thresholds,
        populations: Mapping[str, int],
        floor: float | None = None,
    ) -> None:
        self.thresholds = thresholds
        self.segments = segments
        self.populations = Counter(populations)
        self._floor = thresholds.lowest_floor() if floor is None else floor

    def with_thresholds(self, thresholds: Thresholds, present: Collection[str] | None = None) -> Screener:
        """The same lists, with a threshold of its own for each list named.

        `present` are the names of all lists that are searched, where they are known: thresholds of other lists then
        do not lower the floor.
        """
        made = type(self).__new__(type(self))
        made._start(self.segments, thresholds, self.populations, thresholds.lowest_floor(present))
        return made

    @classmethod
    def open(cls, folder: Path, threshold: float = THRESHOLD, today: PartialDate | None = None) -> Screener:
        """The compiled list in `folder`, mapped, without the entries that have expired before `today`.

        Raises `IndexFolderError` when it is not whole or not of this engine.
        """
        made = cls.__new__(cls)
        segment = Segment(opened(folder), manifest_of(folder).lengths)
        if today:
            segment.bury_expired(today)
        made._start([segment], Thresholds(threshold, {}), segment.counts)
        return made

    def changed(self, added: Iterable[ListEntry], removed: Iterable[tuple[str, str]]) -> Screener:
        """A screener of the same list with entries added or changed, and others (list, identifier) removed.

        The compiled list is not touched: what it holds of them is passed over, and a small one stands beside it.
        """
        fresh = list(added)
        made = type(self).__new__(type(self))
        segments = [_copy(segment) for segment in self.segments]
        for key in chain(removed, ((entry.list, entry.entry_id) for entry in fresh)):
            for segment in segments:
                segment.bury(*key)
        # What is added may be of a list that was not present before: the floor is that of all thresholds again.
        segments.append(Segment(build(fresh), lengths_of(fresh), fresh))
        lengths = sum((segment.counts for segment in segments), Counter[str]())
        made._start(segments, self.thresholds, lengths)
        return made

    @property
    def entries(self) -> Sequence[ListEntry]:
        """The entries that are searched; of a compiled list they are decoded when asked for."""
        if len(self.segments) == 1 and not self.segments[0].dead.any():
            return self.segments[0].entries
        return list(chain.from_iterable(segment.living() for segment in self.segments))

    @property
    def by_identifier(self) -> Mapping[tuple[str, str], ListEntry]:
        """The entries that are searched, by list and identifier."""
        return ByIdentifier(self.segments)

    def warm(self) -> None:
        """Compile every kernel, touch the index and learn every birthday, so that no traveller waits for it."""
        self.screen(Subject(("Wilhelmina Quillfeather", "X"), birth_date="1979-03-14", documents=(("A1234567", None),)))
        self.screen(Subject(("SKJOLDAGERILSEMRS",)))
        for day in range(366):
            bounds_of((LEAP_YEAR_BEGINS + timedelta(day)).strftime("%m-%d"))
        # What has been loaded by now stays: looking through it for what could be thrown away is a tenth of the time.
        gc.collect()
        gc.freeze()

    def _to_compare(self, segment: Segment, subject: Subject) -> tuple[dict[int, Likely], set[LeftOut]]:
        """The entries to compare by number, the likeliest first; what was left out."""
        floor, shortest = self._floor - _weak_evidence(subject), self._shortest(segment)
        found = {entry: Likely([], math.inf) for entry in segment.known_by_key(subject)}
        rows: list[Row] = []
        left_out: set[LeftOut] = set()
        for name in _readings(subject):
            more, flags = segment.rows(name, subject, floor, shortest)
            rows += more
            left_out |= {kind for flag, kind in FLAGS if flags & flag}
        for row in sorted(rows, key=lambda row: (-row.total, row.entry, row.place)):
            known = found.get(row.entry)
            if known is None and len(found) >= EXPLAINED_MAX:
                left_out.add(LeftOut.NOT_COMPARED)
                continue
            places, best = known or Likely([], row.name)
            if row.place not in places and len(places) < ENTRY_NAMES_MAX:
                places.append(row.place)
            found[row.entry] = Likely(places, max(best, row.name))
        return found, left_out

    def _likely(self, subject: Subject) -> tuple[list[tuple[ListEntry, tuple[ListedName, ...]]], set[LeftOut]]:
        """The entries to compare in full, each with its names that are worth it; what was left out."""
        likely: list[tuple[ListEntry, tuple[ListedName, ...]]] = []
        left_out = {LeftOut.NAMES} if _has_more_names(subject) else set()
        for segment in self.segments:
            found, more = self._to_compare(segment, subject)
            left_out |= more
            for number, (places, name) in found.items():
                entry = segment.entries[number]
                # The name was weighed by the search; what else is known often settles that it is nobody.
                if math.isinf(name) or self._may_reach(subject, entry, name):
                    likely.append((entry, tuple([entry.names[place] for place in places]) or entry.names))
        return likely, left_out

    def _may_reach(self, subject: Subject, entry: ListEntry, name: float) -> bool:
        """Whether an entry, found by a name of these log-odds, reaches the floor of its list."""
        reached = weight_by_name(subject, entry, name, self.populations[entry.list])
        return reached >= self.thresholds.floor_of(entry.list) - ROUNDING

    def _shortest(self, segment: Segment) -> int:
        """The length of the shortest list that has entries here: a search must look as far as it needs."""
        return min((self.populations[name] for name, count in segment.counts.items() if count > 0), default=0)

    def find(self, subject: Subject) -> Found:
        """The candidates for one traveller, best first, at most CANDIDATES_MAX, and what the search left out.

        A candidate below the floor of its own list is not reported.
        """
        likely, left_out = self._likely(subject)
        candidates = []
        for entry, names in likely:
            population = self.populations[entry.list]
            reasons = reasons_for(subject, entry, names, population)
            if sum(reason.weight for reason in reasons) >= self.thresholds.floor_of(entry.list):
                candidates.append(candidate_of(entry, reasons, self.thresholds.of(entry.list), population))
        candidates.sort(key=_best_first)
        if len(candidates) > CANDIDATES_MAX:
            left_out.add(LeftOut.NOT_REPORTED)
        return Found(candidates[:CANDIDATES_MAX], tuple(kind for kind in LeftOut if kind in left_out))

    def find_many(self, subjects: Sequence[Subject]) -> list[Found]:
        """What is found for each traveller, in the order given."""
        return [self.find(subject) for subject in subjects]

    def screen(self, subject: Subject) -> list[Candidate]:
        """The candidates for one traveller, best first, at most CANDIDATES_MAX."""
        return self.find(subject).candidates

    def screen_many(self, subjects: Sequence[Subject]) -> list[list[Candidate]]:
        """The candidates of each traveller, in the order given."""
        return [self.screen(subject) for subject in subjects]

    def search_many(self, subjects: Iterable[Subject]) -> Iterator[list[Score]]:
        """The scores of each traveller's candidates, in the order given, without their explanations.

        The same scores as `screen` gives, to the last digit.
        """
        for subject in subjects:
            scores = [self._score(subject, entry, names) for entry, names in self._likely(subject)[0]]
            yield sorted((score for score in scores if score), key=_best_first)[:CANDIDATES_MAX]

    def _score(self, subject: Subject, entry: ListEntry, names: tuple[ListedName, ...]) -> Score | None:
        """The score of an entry; None below the floor of its list."""
        threshold, population = self.thresholds.of(entry.list), self.populations[entry.list]
        if entry.handling is not Handling.ANY:
            # Such entries ask of what kind the evidence is, which only the reasons tell.
            reasons = reasons_for(subject, entry, names, population)
            weight = sum(reason.weight for reason in reasons)
            above = candidate_of(entry, reasons, threshold).above_threshold
        else:
            weight = weight_for(subject, entry, names, population)
            above = logistic(weight) >= threshold
        if weight < self.thresholds.floor_of(entry.list):
            return None
        return Score(entry.list, entry.entry_id, logistic(weight), above)


def _best_first(one: Candidate | Score) -> tuple[float, str, str]:
    return -one.score, one.list, one.entry_id


def _copy(segment: Segment) -> Segment:
    made = Segment.__new__(Segment)
    made.__dict__.update(segment.__dict__)
    made.dead, made.counts = segment.dead.copy(), segment.counts.copy()
    return made


def _readings(subject: Subject) -> list[Name]:
    read = [name for raw in subject.names[:SUBJECT_NAMES_MAX] for name in read_names(raw) if name.tokens]
    return read[:READINGS_MAX]


def _has_more_names(subject: Subject) -> bool:
    """Whether the traveller has names or readings beyond those that are searched for."""
    if len(subject.names) > SUBJECT_NAMES_MAX:
        return True
    return sum(len([name for name in read_names(raw) if name.tokens]) for raw in subject.names) > READINGS_MAX


def _weak_evidence(subject: Subject) -> float:
    """The most that sex, nationality and place can add to the name and the birth date of this traveller."""
    stated = {"sex": subject.sex, "nationality": subject.nationalities, "birth_place": subject.birth_place}
    return sum(max(0.0, *weights()[feature].values()) for feature, value in stated.items() if value)
