"""One process of several that work on what was received: claim → read → screen → wait for one's turn → place.

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

from django.db import connection, transaction
from django.utils import timezone

from gatehouse.screening.batches import Batch, read_batches
from gatehouse.screening.bulk import place_beside_others
from gatehouse.screening.flow import commit
from gatehouse.screening.intake import claims, receiving
from gatehouse.screening.intake.claims import Claimed
from gatehouse.screening.intake.messages_store import Incoming
from gatehouse.screening.intake.series import base_of
from gatehouse.screening.lists_in_force import ListsInForce, is_somebody, spread
from gatehouse.screening.matching.subject import subject_of
from gatehouse.screening.tally import Tally
from gatehouse.screening.travellers.keys import leg_key
from gatehouse.screening.workers import Workers
from gatehouse.terms.candidate import Found

IDLE_SECONDS = 0.25
"""How long a process without work waits before it looks again."""
TURN_SECONDS = 0.02
"""How long a process waits before it asks again whether its turn has come."""
STREAMED_BYTES = 16 << 20
"""A larger transmission is not held in memory: it waits for all before it, and all after it wait for it."""


class StaleListsError(Exception):
    """A list has a newer version, or a day has passed on which entries may have expired: load the lists again."""


class Freshness(NamedTuple):
    """What lists were loaded as: the newest version of all, and the day, because entries expire."""

    state: int
    day: dt.date


def freshness() -> Freshness:
    """The freshness of lists that would be loaded now."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(id), 0) FROM watchlists_listversion")
        return Freshness(cursor.fetchone()[0], timezone.now().date())


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
    """A process at work. `is_leaving` is asked between batches; `fresh` is what its lists were loaded as."""

    lists: ListsInForce
    fresh: Freshness
    tally: Tally
    is_leaving: Callable[[], bool]

    def work(self, *, until_done: bool) -> None:
        """Work until asked to leave, or `until_done`: nothing unfinished is left, by whomever it was claimed.

        Raises `StaleListsError` before anything is stored that newer lists should have screened.
        """
        claims.notice_lost_hosts()
        with Workers(self.lists.find_many, 0) as screening:
            while not self.is_leaving():
                claimed = claims.claim()
                if claimed:
                    self._finish(claimed, screening)
                elif until_done and not claims.unfinished_count():
                    return
                else:
                    time.sleep(IDLE_SECONDS)

    def _finish(self, claimed: Sequence[Claimed], screening: Workers) -> None:
        try:
            if claimed[0].size > STREAMED_BYTES:
                self._stream(claimed[0].id, screening)
            else:
                self._place_in_turn({one.id: self._prepared(one.id, screening) for one in claimed})
        finally:
            claims.release([one.id for one in claimed])

    def _prepared(self, transmission: int, screening: Workers) -> Ready:
        """A whole transmission, read and screened; what it touches is told as soon as it is read."""
        with self.tally.stage("read"):
            done = receiving.messages_done(transmission)
            batch = _joined(list(read_batches([transmission])))
        ready = Ready(batch, [], {transmission: done})
        claims.touch({transmission: ready.touched})
        ready.found = self._screened(batch, screening)
        return ready

    def _screened(self, batch: Batch, screening: Workers) -> list[Found]:
        with self.tally.stage("screen"):
            screening.submit([subject_of(said) for said in batch.travellers if is_somebody(said)])
            return spread(batch.travellers, screening.collect())

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

    def _stream(self, transmission: int, screening: Workers) -> None:
        """A transmission that is too large to hold: it touches anything, so that it is placed alone, batch by batch."""
        while (blocker := claims.turn([transmission]).blocker) is not None:
            if not self._awaited(blocker):
                return
        for batch in self.tally.timed("read", read_batches([transmission])):
            done = batch.messages[0].index if batch.messages else receiving.messages_done(transmission)
            self._place([Ready(batch, self._screened(batch, screening), {transmission: done})])
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
