"""A whole list searched for one traveller: documents first, then names, then everything else as evidence.

A list is one compiled index, or several: what was added to a compiled list since stands in a small one beside it, and
what was removed is marked dead. The search finds names that could reach the reporting floor; only those are compared in
full and explained. Every traveller with a readable name or document is searched for, whatever else is missing.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gatehouse.names.name import Name, read_names
from gatehouse.screening.matching.index.arrays import Index
from gatehouse.screening.matching.index.asking import Asker
from gatehouse.screening.matching.index.build import Compiled, build
from gatehouse.screening.matching.index.entries import EntryReader, contact_keys, day_number, document_keys
from gatehouse.screening.matching.index.layout import opened
from gatehouse.screening.matching.index.search import CUT, NARROWED, Desk, new_desk, search
from gatehouse.screening.matching.pair import THRESHOLD, candidate_of, reasons_for
from gatehouse.screening.matching.weights import log_odds, weights
from gatehouse.terms.candidate import Candidate, Reason, Subject
from gatehouse.terms.dates import PartialDate
from gatehouse.terms.entry import ListEntry

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
REPORTING_FLOOR: float = weights()["operating"]["reporting_floor"]


class Found(NamedTuple):
    """What a search found: candidates, best first; whether it looked at near spellings only, or left rows out."""

    candidates: list[Candidate]
    narrowed: bool
    cut: bool


class Score(NamedTuple):
    """One entry that a traveller may be, without the explanation. `score` is in [0, 1]."""

    list: str
    entry_id: str
    score: float
    above_threshold: bool


class Segment:
    """One compiled index with its entries, of which some may be dead."""

    def __init__(self, compiled: Compiled, entries: Sequence[ListEntry] | None = None) -> None:
        self.index: Index = compiled.index
        self.reader = EntryReader(compiled.entries)
        self.entries: Sequence[ListEntry] = self.reader if entries is None else entries
        self.dead: NDArray[np.uint8] = np.zeros(len(self.reader), dtype=np.uint8)
        self._asker = Asker(self.index)
        self._desks = threading.local()

    def living(self) -> Iterator[ListEntry]:
        """The entries that are not dead."""
        return (entry for entry, dead in zip(self.entries, self.dead, strict=True) if not dead)

    def bury_expired(self, today: PartialDate) -> None:
        """Mark dead the entries whose own expiry date has passed."""
        expires = self.reader.expires
        self.dead |= ((expires > 0) & (expires < day_number(today))).astype(np.uint8)

    def bury(self, list_name: str, entry_id: str) -> None:
        """Mark the entry dead, if it is here."""
        for number in self.reader.named(list_name, entry_id):
            if (self.entries[number].list, self.entries[number].entry_id) == (list_name, entry_id):
                self.dead[number] = 1

    def known_by_key(self, subject: Subject) -> list[int]:
        """The living entries that have one of the traveller's documents, telephone numbers or mail addresses."""
        keys = [key for number, _ in subject.documents for key in document_keys(number)]
        keys += [key for contact in subject.contacts for key in contact_keys(contact)]
        found = dict.fromkeys(entry for key in dict.fromkeys(keys) for entry in self.reader.with_key(key))
        return [entry for entry in found if not self.dead[entry]]

    def rows(self, name: Name, subject: Subject, floor: float) -> tuple[list[tuple[float, int, int]], int]:
        """(log-odds of name and birth, entry, place of the name) of what may reach the floor, best first; flags."""
        desk: Desk | None = getattr(self._desks, "desk", None)
        if desk is None:
            desk = self._desks.desk = new_desk(self.index)
        query = self._asker.query(name, subject.birth_date, floor)
        rows, _, totals, flags = search(self.index, query, desk, self.dead)
        owners, places = self.index.owners[rows], self.index.places[rows]
        return list(zip(totals.tolist(), owners.tolist(), places.tolist(), strict=True)), int(flags)


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
    """One list, or several, indexed for screening. `threshold` decides only what is marked above it."""

    def __init__(self, entries: Iterable[ListEntry], threshold: float = THRESHOLD) -> None:
        held = list(entries)
        self._start([Segment(build(held), held)], threshold)

    def _start(self, segments: list[Segment], threshold: float, thresholds: Mapping[str, float] | None = None) -> None:
        self.threshold = threshold
        self.thresholds = dict(thresholds or {})
        self.segments = segments
        lowest = min(REPORTING_FLOOR, self.threshold, *self.thresholds.values())
        self._floor = log_odds(lowest)

    def with_thresholds(self, thresholds: Mapping[str, float]) -> Screener:
        """The same lists, with a threshold of its own for each list named."""
        made = type(self).__new__(type(self))
        made._start(self.segments, self.threshold, thresholds)
        return made

    @classmethod
    def open(cls, folder: Path, threshold: float = THRESHOLD, today: PartialDate | None = None) -> Screener:
        """The compiled list in `folder`, mapped, without the entries that have expired before `today`.

        Raises `IndexFolderError` when it is not whole or not of this engine.
        """
        made = cls.__new__(cls)
        segment = Segment(opened(folder))
        if today:
            segment.bury_expired(today)
        made._start([segment], threshold)
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
        made._start([*segments, Segment(build(fresh), fresh)], self.threshold, self.thresholds)
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
        """Compile every kernel and touch the index, so that no traveller waits for it."""
        self.screen(Subject(("Wilhelmina Quillfeather", "X"), birth_date="1979-03-14", documents=(("A1234567", None),)))
        self.screen(Subject(("SKJOLDAGERILSEMRS",)))

    def _to_explain(self, segment: Segment, subject: Subject) -> tuple[dict[int, list[int]], int]:
        """Entry → places of its names to compare (none for all), the likeliest entries first; flags."""
        floor = self._floor - _weak_evidence(subject)
        found: dict[int, list[int]] = {entry: [] for entry in segment.known_by_key(subject)}
        rows: list[tuple[float, int, int]] = []
        flags = 0
        for name in _readings(subject):
            more, flag = segment.rows(name, subject, floor)
            rows += more
            flags |= flag
        for _, entry, place in sorted(rows, key=lambda row: (-row[0], row[1], row[2])):
            if entry not in found and len(found) >= EXPLAINED_MAX:
                continue
            names = found.setdefault(entry, [])
            if place not in names and len(names) < ENTRY_NAMES_MAX:
                names.append(place)
        return found, flags

    def _explained(self, subject: Subject) -> tuple[list[tuple[ListEntry, list[Reason]]], int]:
        explained: list[tuple[ListEntry, list[Reason]]] = []
        flags = 0
        for segment in self.segments:
            found, flag = self._to_explain(segment, subject)
            flags |= flag
            for number, places in found.items():
                entry = segment.entries[number]
                names = tuple(entry.names[place] for place in places) or entry.names
                reasons = reasons_for(subject, entry, names)
                if sum(reason.weight for reason in reasons) >= self._floor:
                    explained.append((entry, reasons))
        return explained, flags

    def find(self, subject: Subject) -> Found:
        """The candidates for one traveller, best first, at most CANDIDATES_MAX, and how far the search went."""
        explained, flags = self._explained(subject)
        candidates = [
            candidate_of(entry, reasons, self.thresholds.get(entry.list, self.threshold))
            for entry, reasons in explained
        ]
        candidates.sort(key=lambda candidate: (-candidate.score, candidate.list, candidate.entry_id))
        return Found(candidates[:CANDIDATES_MAX], bool(flags & NARROWED), bool(flags & CUT))

    def screen(self, subject: Subject) -> list[Candidate]:
        """The candidates for one traveller, best first, at most CANDIDATES_MAX.

        Those at or above the reporting floor of `weights.toml` are given, and those above this screener's threshold.
        """
        return self.find(subject).candidates

    def screen_many(self, subjects: Sequence[Subject]) -> list[list[Candidate]]:
        """The candidates of each traveller, in the order given."""
        return [self.screen(subject) for subject in subjects]

    def search_many(self, subjects: Iterable[Subject]) -> Iterator[list[Score]]:
        """The scores of each traveller's candidates, in the order given, without their explanations."""
        for subject in subjects:
            yield [Score(c.list, c.entry_id, c.score, c.above_threshold) for c in self.screen(subject)]


def _copy(segment: Segment) -> Segment:
    made = Segment.__new__(Segment)
    made.__dict__.update(segment.__dict__)
    made.dead = segment.dead.copy()
    return made


def _readings(subject: Subject) -> list[Name]:
    read = [name for raw in subject.names[:SUBJECT_NAMES_MAX] for name in read_names(raw) if name.tokens]
    return read[:READINGS_MAX]


def _weak_evidence(subject: Subject) -> float:
    """The most that sex, nationality and place can add to the name and the birth date of this traveller."""
    stated = {"sex": subject.sex, "nationality": subject.nationalities, "birth_place": subject.birth_place}
    return sum(max(0.0, *weights()[feature].values()) for feature, value in stated.items() if value)
