"""What the clocks do to travellers and bookings: flight by flight and day by day, some thousands in a transaction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from gatehouse.retention import data_keys, owned_rows, vault
from gatehouse.retention.clocks import Clocks, Flight
from gatehouse.retention.inventory import named
from gatehouse.retention.kept import beyond_the_last_clock, kept
from gatehouse.retention.steps import BOOKINGS, TRAVELLERS, Notebook, Progress, Tally, references_of
from gatehouse.retention.undisturbed import undisturbed

OWNERS_AT_ONCE = 2_000
"""Travellers, or bookings, in one transaction."""
FLIGHTS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class FlightSteps:
    """The masking and erasing of one run."""

    clocks: Clocks
    elements: frozenset[str]
    notebook: Notebook
    tally: Tally
    progress: Progress

    def erase(self) -> None:
        """Erase whoever is past the short clock and kept by nothing, and past the last one unless a case holds them."""
        newest = max(self.clocks.unmatched, self.clocks.last)
        for day, flights in self._days(newest, unmasked=False):
            legs = [flight.id for flight in flights]
            self._pages(partial(self._erase_travellers, day, legs))
            self._pages(partial(self._erase_bookings, day, legs))

    def mask(self) -> None:
        """Mask whoever is past the first clock and kept by nothing, then the bookings that only they are in."""
        for day, flights in self._days(self.clocks.mask, unmasked=True):
            legs = [flight.id for flight in flights]
            self._pages(partial(self._mask_travellers, day, legs))
            self._pages(partial(self._mask_bookings, day, legs))

    def _days(self, newest: dt.date, *, unmasked: bool) -> Iterator[tuple[dt.date, list[Flight]]]:
        """Flights past the clock of that day, those of one day and page together."""
        after = 0
        while page := named("flights").flights(after, newest, FLIGHTS_AT_ONCE, unmasked=unmasked):
            after = page[-1].id
            due = [(self.clocks.day_of(flight), flight) for flight in page]
            past = sorted((pair for pair in due if pair[0] <= newest), key=lambda pair: (pair[0], pair[1].id))
            for day, pairs in groupby(past, key=lambda pair: pair[0]):
                yield day, [flight for _, flight in pairs]

    def _pages(self, step: Callable[[int], int | None]) -> None:
        """Do steps until one finds nothing; each is told after which number to go on, and tells the next."""
        after: int | None = 0
        while after is not None:
            with undisturbed():
                after = step(after)
            self.progress(self.tally)

    def _mask_travellers(self, day: dt.date, legs: Sequence[int], after: int) -> int | None:
        page = named("flights").travellers(legs, after, OWNERS_AT_ONCE, unmasked=True)
        everybody = [number for number, _ in page]
        by = kept(everybody, self.clocks.as_of)
        self.tally.unmasked += len(by)
        self._tell_kept(day, len(by))
        self._mask("traveller", TRAVELLERS, day, [number for number in everybody if number not in by])
        return everybody[-1] if everybody else None

    def _mask_bookings(self, day: dt.date, legs: Sequence[int], after: int) -> int | None:
        page = named("flights").bookings(legs, after, OWNERS_AT_ONCE, unmasked=True)
        numbers = [number for number, _ in page]
        self._mask("booking", BOOKINGS, day, numbers)
        return numbers[-1] if numbers else None

    def _mask(self, kind: str, counted: str, day: dt.date, owners: Sequence[int]) -> None:
        if not owners:
            return
        removed, rows = owned_rows.mask(kind, owners, self.elements)
        if removed:
            key = data_keys.of_flight_day(day)
            vault.put(kind, removed, dict.fromkeys(removed, key))
        self.notebook.write("mask", day, {**rows, counted: len(owners)}, references_of(kind, owners))
        self.tally.add(rows)
        if counted == TRAVELLERS:
            self.tally.masked += len(owners)

    def _erase_travellers(self, day: dt.date, legs: Sequence[int], after: int) -> int | None:
        page = named("flights").travellers(legs, after, OWNERS_AT_ONCE, unmasked=False)
        everybody = [number for number, _ in page]
        by = kept(everybody, self.clocks.as_of)
        if day <= self.clocks.last:
            by = beyond_the_last_clock(by)
            vault.keep_beyond("traveller", by)
        self.tally.kept += len(by)
        self._tell_kept(day, len(by))
        self._erase("traveller", TRAVELLERS, day, [number for number in everybody if number not in by])
        return everybody[-1] if everybody else None

    def _erase_bookings(self, day: dt.date, legs: Sequence[int], after: int) -> int | None:
        page = named("flights").bookings(legs, after, OWNERS_AT_ONCE, unmasked=False)
        numbers = [number for number, _ in page]
        self._erase("booking", BOOKINGS, day, numbers)
        self.tally.bookings += len(numbers)
        return numbers[-1] if numbers else None

    def _erase(self, kind: str, counted: str, day: dt.date, owners: Sequence[int]) -> None:
        if not owners:
            return
        rows = owned_rows.delete(kind, owners)
        items = vault.delete(kind, owners)
        counts = {**rows, counted: len(owners), **({"retention.VaultItem": items} if items else {})}
        self.notebook.write("erase", day, counts, references_of(kind, owners))
        self.tally.add(rows)
        if counted == TRAVELLERS:
            self.tally.erased += len(owners)

    def _tell_kept(self, day: dt.date, count: int) -> None:
        if count:
            self.notebook.skip(day, count)
