"""A whole list searched for one traveller: documents first, then names, then everything else as evidence.

A list is one compiled index, or several: what was added to a compiled list since stands in a small one beside it, and
what was removed is marked dead. The search finds names that could reach the reporting floor; only those are compared in
full and explained. Every traveller with a readable name or document is searched for, whatever else is missing.
"""

from __future__ import annotations

import gc
import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from gatehouse.screening.matching.birth_years import bounds_of
from gatehouse.screening.matching.index.asking import Sought
from gatehouse.screening.matching.index.build import build
from gatehouse.screening.matching.index.layout import manifest_of, opened
from gatehouse.screening.matching.index.search import CUT, NARROWED
from gatehouse.screening.matching.index.words import WORDS, Worded
from gatehouse.screening.matching.operating import Thresholds
from gatehouse.screening.matching.pair import (
    THRESHOLD,
    candidate_of,
    reasons_for,
    weight_by_name,
    weight_for,
)
from gatehouse.screening.matching.population import lengths_of
from gatehouse.screening.matching.segment import Row, Segment
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
AT_ONCE = 500
"""Travellers that are searched for in one compiled call."""
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


class Likely(NamedTuple):
    """An entry to compare in full: which of its names (none for all), and the log-odds of the best of them.

    Infinite for an entry that was found by a document or a contact: it is compared whatever its names are.
    """

    places: list[int]
    name: float


_Entry = tuple[ListEntry, tuple[ListedName, ...]]
"""An entry to compare in full, with its names that are worth it."""


class _Asking:
    """A traveller while a batch is searched for: how many readings of the names are searched for, what is found."""

    __slots__ = ("left_out", "likely", "readings", "subject", "weak")

    def __init__(self, subject: Subject, readings: int) -> None:
        has_more = len(subject.names) > SUBJECT_NAMES_MAX or readings > READINGS_MAX
        self.subject, self.weak, self.readings = subject, _weak_evidence(subject), min(readings, READINGS_MAX)
        self.likely: list[_Entry] = []
        self.left_out = {LeftOut.NAMES} if has_more else set[LeftOut]()


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
        segments = [segment.copied() for segment in self.segments]
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

    def _to_compare(self, segment: Segment, asking: Sequence[_Asking], names: Worded) -> list[dict[int, Likely]]:
        """For each traveller the entries to compare by number, the likeliest first."""
        whose = [asking[number] for number in names.of_traveller.tolist()]
        dates, floors = [one.subject.birth_date for one in whose], [self._floor - one.weak for one in whose]
        rows = iter(segment.rows(Sought(names, dates, floors), self._shortest(segment)))
        known = segment.known_by_key([one.subject for one in asking])
        return [
            _likeliest(entries, list(islice(rows, one.readings)), one.left_out)
            for one, entries in zip(asking, known, strict=True)
        ]

    def _likely(self, subjects: Iterable[Subject]) -> Iterator[_Asking]:
        """Each traveller with the entries to compare in full, each with its names that are worth it."""
        each = iter(subjects)
        while batch := list(islice(each, AT_ONCE)):
            names = WORDS.read([subject.names[:SUBJECT_NAMES_MAX] for subject in batch], READINGS_MAX)
            asking = list(map(_Asking, batch, names.counts.tolist()))
            for segment in self.segments:
                for one, found in zip(asking, self._to_compare(segment, asking, names), strict=True):
                    one.likely += self._worth_comparing(one.subject, segment, found)
            yield from asking

    def _worth_comparing(self, subject: Subject, segment: Segment, found: Mapping[int, Likely]) -> list[_Entry]:
        """Of the entries found those that could reach the floor of their list."""
        likely = []
        for number, (places, name) in found.items():
            entry = segment.entries[number]
            # The name was weighed by the search; what else is known often settles that it is nobody.
            if math.isinf(name) or self._may_reach(subject, entry, name):
                likely.append((entry, tuple([entry.names[place] for place in places]) or entry.names))
        return likely

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
        return self.find_many([subject])[0]

    def find_many(self, subjects: Iterable[Subject]) -> list[Found]:
        """What is found for each traveller, in the order given: the same as one by one, and quicker."""
        return [self._found(one) for one in self._likely(subjects)]

    def _found(self, asking: _Asking) -> Found:
        candidates = []
        for entry, names in asking.likely:
            population = self.populations[entry.list]
            reasons = reasons_for(asking.subject, entry, names, population)
            if sum(reason.weight for reason in reasons) >= self.thresholds.floor_of(entry.list):
                candidates.append(candidate_of(entry, reasons, self.thresholds.of(entry.list), population))
        candidates.sort(key=_best_first)
        if len(candidates) > CANDIDATES_MAX:
            asking.left_out.add(LeftOut.NOT_REPORTED)
        return Found(candidates[:CANDIDATES_MAX], tuple([kind for kind in LeftOut if kind in asking.left_out]))

    def screen(self, subject: Subject) -> list[Candidate]:
        """The candidates for one traveller, best first, at most CANDIDATES_MAX."""
        return self.find(subject).candidates

    def screen_many(self, subjects: Iterable[Subject]) -> list[list[Candidate]]:
        """The candidates of each traveller, in the order given."""
        return [found.candidates for found in self.find_many(subjects)]

    def search_many(self, subjects: Iterable[Subject]) -> Iterator[list[Score]]:
        """The scores of each traveller's candidates, in the order given, without their explanations.

        The same scores as `screen` gives, to the last digit.
        """
        for one in self._likely(subjects):
            scores = [self._score(one.subject, entry, names) for entry, names in one.likely]
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


def _likeliest(
    known: Iterable[int], found: Sequence[tuple[list[Row], int]], left_out: set[LeftOut]
) -> dict[int, Likely]:
    """The entries to compare, the `known` ones first, at most EXPLAINED_MAX; adds what was left out."""
    likely = {entry: Likely([], math.inf) for entry in known}
    rows = []
    for more, flags in found:
        rows += more
        if flags:
            left_out |= {kind for flag, kind in FLAGS if flags & flag}
    for row in sorted(rows, key=lambda row: (-row.total, row.entry, row.place)):
        before = likely.get(row.entry)
        if before is None and len(likely) >= EXPLAINED_MAX:
            left_out.add(LeftOut.NOT_COMPARED)
            continue
        places, best = before or Likely([], row.name)
        if row.place not in places and len(places) < ENTRY_NAMES_MAX:
            places.append(row.place)
        likely[row.entry] = Likely(places, max(best, row.name))
    return likely


@lru_cache(maxsize=8)
def _most_of(*stated: str) -> float:
    """The most that these kinds of weak evidence can add."""
    return sum(max(0.0, *weights()[feature].values()) for feature in stated)


def _weak_evidence(subject: Subject) -> float:
    """The most that sex, nationality and place can add to the name and the birth date of this traveller."""
    stated = {"sex": subject.sex, "nationality": subject.nationalities, "birth_place": subject.birth_place}
    return _most_of(*(feature for feature, value in stated.items() if value))
