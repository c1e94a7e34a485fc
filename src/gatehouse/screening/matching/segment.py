"""One compiled list as it is searched: its index, its entries, and which of them are not listed any more."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gatehouse.screening.matching.index.arrays import Index
from gatehouse.screening.matching.index.asking import Asker, Sought
from gatehouse.screening.matching.index.build import Compiled
from gatehouse.screening.matching.index.desk import Desk, new_desk
from gatehouse.screening.matching.index.entries import EntryReader, contact_keys, day_number, document_keys
from gatehouse.screening.matching.index.search import Rows, searched
from gatehouse.terms.candidate import Subject
from gatehouse.terms.dates import PartialDate
from gatehouse.terms.entry import ListEntry


class Row(NamedTuple):
    """A name of an entry that a search found: log-odds with the most that its birth adds, and of the name alone."""

    total: float
    name: float
    entry: int
    place: int


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

    def copied(self) -> Segment:
        """The same index, of which other entries may be marked dead."""
        made = Segment.__new__(Segment)
        made.__dict__.update(self.__dict__)
        made.dead, made.counts = self.dead.copy(), self.counts.copy()
        return made

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

    def known_by_key(self, subjects: Sequence[Subject]) -> list[list[int]]:
        """For each traveller the living entries that have one of their documents, telephone numbers or addresses."""
        keys = [list(dict.fromkeys(_keys(subject))) for subject in subjects]
        entries = self.reader.with_keys(list(chain.from_iterable(keys)))
        found = [dict.fromkeys(chain.from_iterable(islice(entries, len(own)))) for own in keys]
        return [[entry for entry in own if not self.dead[entry]] for own in found]

    def rows(self, sought: Sought, population: int = 0) -> list[tuple[list[Row], int]]:
        """What may reach the floor of each name in a list of so many entries, in no order; flags."""
        if not sought.dates:
            return []
        desk: Desk | None = getattr(self._desks, "desk", None)
        if desk is None:
            desk = self._desks.desk = new_desk(self.index)
        found: Rows = searched(self.index, self._asker.asked(sought, population), desk, self.dead)
        owners, places = self.index.owners[found.rows], self.index.places[found.rows]
        each = map(Row, found.totals.tolist(), found.names.tolist(), owners.tolist(), places.tolist())
        counts = np.diff(found.starts).tolist()
        return [(list(islice(each, count)), flags) for count, flags in zip(counts, found.flags.tolist(), strict=True)]


def _keys(subject: Subject) -> Iterator[int]:
    """The keys under which entries with a document or a contact of the traveller's are filed."""
    for number, _ in subject.documents:
        yield from document_keys(number)
    for contact in subject.contacts:
        yield from contact_keys(contact)
