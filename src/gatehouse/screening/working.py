"""One process of several that work on what was received: claim → read → screen → wait for one's turn → place.

A job (`work/`) is about one file, and is done when that file is finished, by whomever. Until then a process works on
the oldest files that nobody has, about a batch of them at a time; what it finishes on the way takes their jobs off.
Where something fails in a batch, each of its files is worked on by itself, and the one on which it fails again steps
out of the line: its own job meets the failure, and tells of it.

Reading and screening, the dear part, run beside other processes on any host. Placing runs beside those who touch other
flights, and after those who touch the same ones (`intake/claims.py`): what is stored is what one process would have
stored, in the order received. Killed at any moment, its claims end with its connection and another takes over.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone

from gatehouse.safeguards.wordless import fault_of
from gatehouse.screening.batches import Batch, read_batches
from gatehouse.screening.behind import newest_state
from gatehouse.screening.bulk import place_beside_others
from gatehouse.screening.flow import commit
from gatehouse.screening.intake import claims, receiving
from gatehouse.screening.intake.claims import Claimed
from gatehouse.screening.intake.messages_store import Incoming
from gatehouse.screening.intake.models import Transmission
from gatehouse.screening.intake.series import base_of
from gatehouse.screening.lists_in_force import ListsInForce, is_somebody, spread
from gatehouse.screening.matching.subject import subject_of
from gatehouse.screening.tally import Tally
from gatehouse.screening.travellers.keys import leg_key
from gatehouse.screening.workers import Workers
from gatehouse.terms.candidate import Found
from gatehouse.work.trying import NotNowError, said_of

IDLE_SECONDS = 0.25
"""How long a process without work waits before it looks again."""
TURN_SECONDS = 0.02
"""How long a process waits before it asks again whether its turn has come."""
STREAMED_BYTES = 16 << 20
"""A larger transmission is not held in memory: it waits for all before it, and all after it wait for it."""


class StaleListsError(NotNowError):
    """A list has a newer version, or a day has passed on which entries may have expired: load the lists again."""

    def __init__(self) -> None:
        super().__init__("the lists are no longer the newest")


class Freshness(NamedTuple):
    """What lists were loaded as: the newest version of all, and the day, because entries expire."""

    state: int
    day: dt.date


def freshness() -> Freshness:
    """The freshness of lists that would be loaded now."""
    return Freshness(newest_state(), timezone.now().date())


@dataclass(slots=True)
class Ready:
    """Messages that were read and screened, with what was found for their travellers, waiting to be placed."""

    batch: Batch
    found: list[Found]
    done: dict[int, int]

    @property
    def touched(self) -> list[int]:
        """Keys of what the messages act on."""
        return claims.touch_keys(text for message in self.batch.messages for text in _touches(message))


@dataclass(frozen=True, slots=True)
class Worker:
    """A process at work. `is_leaving` is asked between batches; `fresh` is what its lists were loaded as.

    `screening` compares with these lists.
    """

    lists: ListsInForce
    fresh: Freshness
    tally: Tally
    is_leaving: Callable[[], bool]
    screening: Workers

    def read(self, transmission: int) -> None:
        """Work until this transmission is finished, by whomever; one that is finished already is left alone.

        Raises whatever fails on it, `StaleListsError` before anything is stored that newer lists should have screened,
        and `NotNowError` where this process is to leave first.
        """
        claims.notice_lost_hosts()
        while (state := claims.state_of(transmission)) in claims.DUE:
            if self.is_leaving():
                raise NotNowError("the worker leaves")
            in_line = state == Transmission.State.RECEIVED
            if not (self._in_line() if in_line else self._out_of_line(transmission)):
                time.sleep(IDLE_SECONDS)

    def _in_line(self) -> bool:
        """Work on the oldest files that nobody has; false where there are none."""
        claimed = claims.claim()
        if claimed:
            self._tried(claimed)
        return bool(claimed)

    def _tried(self, claimed: Sequence[Claimed]) -> None:
        # The lists or the database are no file's fault; whatever else it is, the file's own job meets it again.
        fault = fault_of(self._finish, claimed, foreseen=(NotNowError, OperationalError, InterfaceError))
        if fault:
            self._told_apart(claimed, said_of(fault))

    def _told_apart(self, batch: Sequence[Claimed], fault: str) -> None:
        """Something failed: each file is worked on by itself, in order; the one whose fault it is steps out."""
        if len(batch) == 1:
            claims.set_apart(batch[0].id, fault)
            return
        for one in batch:
            if claims.claim_one(one.id):
                self._tried([one])

    def _finish(self, claimed: Sequence[Claimed]) -> None:
        try:
            if claimed[0].size > STREAMED_BYTES:
                self._stream(claimed[0].id)
            else:
                self._place_in_turn({one.id: self._prepared(one.id) for one in claimed})
        finally:
            claims.release([one.id for one in claimed])

    def _out_of_line(self, transmission: int) -> bool:
        """Work on a file on which the work failed before; false where somebody else does."""
        if not claims.claim_one(transmission):
            return False
        try:
            for batch in read_batches([transmission]):
                done = batch.messages[0].index if batch.messages else receiving.messages_done(transmission)
                self._place([Ready(batch, self._screened(batch), {transmission: done})])
        finally:
            claims.release([transmission])
        return True

    def _prepared(self, transmission: int) -> Ready:
        """A whole transmission, read and screened; what it touches is told as soon as it is read."""
        with self.tally.stage("read"):
            done = receiving.messages_done(transmission)
            batch = _joined(list(read_batches([transmission])))
        ready = Ready(batch, [], {transmission: done})
        claims.touch({transmission: ready.touched})
        ready.found = self._screened(batch)
        return ready

    def _screened(self, batch: Batch) -> list[Found]:
        with self.tally.stage("screen"):
            self.screening.submit([subject_of(said) for said in batch.travellers if is_somebody(said)])
            return spread(batch.travellers, self.screening.collect())

    def _place_in_turn(self, ready: dict[int, Ready]) -> None:
        """Place all, those whose turn has come together. What is left when nobody works on the blocker is given up."""
        while ready:
            free, blocker = claims.turn(sorted(ready))
            if free:
                self._place([ready.pop(id_) for id_ in free])
            elif blocker is not None and not self._awaited(blocker):
                return

    def _awaited(self, blocker: int) -> bool:
        """Wait a moment for the blocker; false when it has no worker, or this one is leaving: then begin anew."""
        if self.is_leaving() or claims.is_orphan(blocker):
            return False
        with self.tally.stage("wait"):
            time.sleep(TURN_SECONDS)
        return True

    def _stream(self, transmission: int) -> None:
        """A transmission that is too large to hold: it touches anything, so that it is placed alone, batch by batch."""
        while (blocker := claims.turn([transmission]).blocker) is not None:
            if not self._awaited(blocker):
                return
        for batch in self.tally.timed("read", read_batches([transmission])):
            done = batch.messages[0].index if batch.messages else receiving.messages_done(transmission)
            self._place([Ready(batch, self._screened(batch), {transmission: done})])
            if self.is_leaving():
                return

    def _place(self, ready: Sequence[Ready]) -> None:
        batch = _joined([one.batch for one in ready])
        found = [one_found for one in ready for one_found in one.found]
        done = {id_: count for one in ready for id_, count in one.done.items()}
        with transaction.atomic():
            with self.tally.stage("wait"):
                place_beside_others([key for one in ready for key in one.touched])
            # `gatehouse ingest` may have placed them meanwhile.
            if not claims.are_due(done):
                return
            if freshness() != self.fresh:
                raise StaleListsError
            commit(batch, found, self.lists, self.tally)
        self.tally.took(batch, receiving.names(batch.failed))


def _joined(batches: Sequence[Batch]) -> Batch:
    return Batch(
        [message for batch in batches for message in batch.messages],
        [ended for batch in batches for ended in batch.ended],
    )


def _touches(message: Incoming) -> Iterator[str]:
    """What the message acts on, as text: exact repeats of itself, its series, its flight.

    A flight that is not identified is nobody else's but its series', which is named.
    """
    yield f"message {message.repeat}"
    base = base_of(message.reading)
    if base:
        yield f"series {base}"
    if message.is_about_flight:
        leg = leg_key(message.reading.flights, "")
        if leg.identified:
            yield f"flight {leg.text}"
