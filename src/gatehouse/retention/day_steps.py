"""What the clocks do to files as they came, to data keys, to entries of lists that ended, and to holds that lapse."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db import transaction
from django.utils import timezone

from gatehouse.audit import log
from gatehouse.audit.entry import Decision, Entry
from gatehouse.retention import data_keys
from gatehouse.retention.clocks import Clocks
from gatehouse.retention.inventory import named, rooms
from gatehouse.retention.models import DataKey, HeldTraveller, Hold, VaultItem
from gatehouse.retention.steps import KEYS, MACHINE, MESSAGES, Notebook, Progress, Tally, references_of
from gatehouse.retention.undisturbed import undisturbed
from gatehouse.safeguards.vocabulary import Act, Role

EraseBefore = Callable[[dt.date], Mapping[str, int]]
"""Erases a room's own rows of before a day; how many, by model."""

OWN_CLOCKS = ("erase_before", "erase_closed", "erase_logged")
"""What a room's `keeps.py` may have: for what it keeps as long as the unmatched, as a closed case, as the log."""
FILES_AT_ONCE = 500
ENTRIES_AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class DaySteps:
    """The steps of one run that follow days and not flights."""

    clocks: Clocks
    notebook: Notebook
    tally: Tally
    progress: Progress

    def end_holds(self) -> None:
        """End the holds whose day has passed."""
        for hold in Hold.objects.filter(ended_at=None, until__lt=self.clocks.as_of).order_by("id"):
            with transaction.atomic():
                Hold.objects.filter(id=hold.id).update(ended_at=timezone.now(), ended_by=MACHINE.id)
                log.record([self._hold_ended(hold.id)])

    def _hold_ended(self, hold: int) -> Entry:
        rule, now = self.notebook.rules[Act.ERASE], timezone.now()
        subject, purpose = f"hold:{hold}", self.notebook.purpose
        return Entry(MACHINE.id, Role.MACHINE, "hold.ended", subject, purpose, Decision.DUE, rule, now)

    def forget_files(self) -> None:
        """Erase what was received, as it came: what masking removed of it is in the vault, and no more is needed."""
        standing = HeldTraveller.objects.filter(hold__ended_at=None, hold__until__gte=self.clocks.as_of)
        held = named("flights").files_of(list(standing.values_list("traveller", flat=True)))
        after = 0
        while page := named("receipts").due(self.clocks.mask, after, FILES_AT_ONCE):
            after = page[-1][0]
            for day, files in groupby(page, key=lambda pair: pair[1]):
                self._forget(day, [number for number, _ in files], held)
            self.progress(self.tally)

    def _forget(self, day: dt.date, files: Sequence[int], held: set[int]) -> None:
        doomed = [number for number in files if number not in held]
        with undisturbed():
            named("receipts").keep_beyond(held.intersection(files))
            if doomed:
                done = named("receipts").forget(doomed)
                counts = {MESSAGES: done.messages, "intake.Transmission": len(doomed)}
                self.notebook.write("erase", day, counts, references_of("transmission", doomed))
            if len(doomed) < len(files):
                self.notebook.skip(day, len(files) - len(doomed))
        self.tally.files += len(doomed)

    def erase_keys(self) -> None:
        """Erase the keys that seal nothing any more: all copies of what they sealed are gone with them."""
        with undisturbed():
            sealing = VaultItem.objects.values("key")
            newest = max(self.clocks.mask, self.clocks.unmatched).isoformat()
            of_days = DataKey.objects.filter(erased_at=None, scope=DataKey.Scope.FLIGHT_DAY, name__lte=newest)
            of_owners = DataKey.objects.filter(
                erased_at=None, scope=DataKey.Scope.KEPT, name__regex="^(traveller|booking)/"
            )
            idle = [
                *(of_days | of_owners).exclude(id__in=sealing).values_list("id", flat=True),
                *named("receipts").idle_keys(self.clocks.mask),
            ]
            if idle:
                count = data_keys.erase(idle)
                self.notebook.write("erase", None, {KEYS: count}, references_of("key", idle))
                self.tally.keys += count
        self.progress(self.tally)

    def erase_own(self) -> None:
        """Let every room erase what is past a clock of its own: `OWN_CLOCKS` in its `keeps.py`."""
        for room in rooms():
            days = self.clocks.unmatched, self.clocks.closed, self.clocks.logged
            for name, day in zip(OWN_CLOCKS, days, strict=True):
                if own := getattr(room, name, None):
                    self._erase_own(own, day)

    def _erase_own(self, own: EraseBefore, day: dt.date) -> None:
        with undisturbed():
            counts = own(day)
            if counts:
                self.notebook.write("erase", None, counts, "")
        self.tally.add(counts)

    def erase_listed(self) -> None:
        """Erase what entries of lists said that ended before the last clock."""
        while True:
            with undisturbed():
                gone = named("listed").erase(self.clocks.last, ENTRIES_AT_ONCE)
                if gone:
                    counts = {"watchlists.EntryVersion": len(gone)}
                    self.notebook.write("erase", None, counts, references_of("listed", gone))
            self.tally.entries += len(gone)
            if len(gone) < ENTRIES_AT_ONCE:
                return
