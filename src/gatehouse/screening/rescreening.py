"""Stored travellers against lists that changed since they were screened, in both directions.

Every message knows the list state that its travellers were screened with. Those behind the present state are screened
with what was added or changed since, batch by batch; then hits whose entry was removed, or changed so that nobody
claims it any more, say so. Killed at any moment, the next run goes on.

Where many are stored and few entries changed, the held names (`held_travellers`) are gone through first, and only the
statements that could become a hit are read and screened. Otherwise everybody is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from django.conf import settings
from django.db import connection, transaction
from django.db.models import Min, Sum
from numpy.typing import NDArray

from gatehouse.screening import events, held_travellers
from gatehouse.screening.behind import newest_state
from gatehouse.screening.bulk import only_one
from gatehouse.screening.held_travellers import HeldTravellers
from gatehouse.screening.hits import store as hits
from gatehouse.screening.hits.merging import Claim
from gatehouse.screening.intake.models import StoredMessage
from gatehouse.screening.lists_in_force import ListsInForce, since
from gatehouse.screening.matching.held_names import Held
from gatehouse.screening.matching.held_search import Listed, worth_screening
from gatehouse.screening.matching.index.build import processes_usable
from gatehouse.screening.matching.weights import logistic
from gatehouse.screening.redress import clearances
from gatehouse.screening.review import arrival
from gatehouse.screening.travellers.payload import traveller_from
from gatehouse.screening.watchlists.store import RESCREEN
from gatehouse.screening.weighing import Scales, Told
from gatehouse.terms.traveller import Traveller
from gatehouse.work.putting import take_off_up_to

BATCH_MESSAGES = 500
"""Messages whose travellers are all screened in one transaction."""
CHOSEN_BATCH_MESSAGES = 20_000
"""Messages in one transaction of which only chosen statements are screened."""
EVERYBODY_STATEMENTS_MAX = 20_000
"""Statements up to which everybody is screened: going through the held names would not pay."""
CHANGED_ENTRIES_MAX = 20_000
"""Changed entries above which everybody is screened: most people would have to be anyway."""

Numbers = NDArray[np.int64]
Progress = Callable[[int], None]

RECORDS = """
SELECT r.traveller_id, r.leg_id, r.source, r.message_id, r.payload::text
FROM travellers_travellerrecord r WHERE r.message_id = ANY(%s) AND NOT r.superseded ORDER BY r.id
"""
CHOSEN_RECORDS = """
SELECT r.traveller_id, r.leg_id, r.source, r.message_id, r.payload::text
FROM travellers_travellerrecord r WHERE r.id = ANY(%s) AND NOT r.superseded ORDER BY r.id
"""
STATEMENTS = """
SELECT r.traveller_id, r.payload::text
FROM travellers_travellerrecord r WHERE r.traveller_id = ANY(%s) AND NOT r.superseded ORDER BY r.id
"""


@dataclass(frozen=True, slots=True)
class RescreenSummary:
    """What a rescreening did: statements screened again, hits that are new, hits whose entry was removed or changed.

    `left_out` counts statements of whose search something was left out.
    """

    travellers: int
    hits: int
    ended: int
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Chosen:
    """The statements that could become hits: their numbers, and those of the messages that made them."""

    records: Numbers
    messages: Numbers

    def of(self, messages: list[int]) -> list[int]:
        """The numbers of the chosen statements of these messages."""
        return [int(record) for record in self.records[np.isin(self.messages, np.array(messages, dtype=np.int64))]]


def rescreen(
    progress: Progress,
    make_lists: Callable[[int], ListsInForce] = since,
    reading: Progress = lambda _: None,
) -> RescreenSummary:
    """Screen every stored traveller with the list versions that came after they were screened.

    The work that those versions put down is done by it, whoever does it.

    `progress` is told how many statements were screened so far, `reading` how many were read in for the held names
    before that. `make_lists` gives the entries changed since a state.
    """
    screened = new = left_out = 0
    with only_one():
        newest = newest_state()
        while (state := _oldest_state_behind()) is not None:
            lists = make_lists(state)
            chosen = _chosen(state, lists, reading)
            while messages := _messages_at(state, CHOSEN_BATCH_MESSAGES if chosen else BATCH_MESSAGES):
                with transaction.atomic():
                    count, made, cut_short = _screen_again(messages, lists, chosen)
                screened, new, left_out = screened + count, new + made, left_out + cut_short
                progress(screened)
        with transaction.atomic():
            ended = hits.follow_the_lists()
            if ended:
                events.rescreened(0, [], ended)
            take_off_up_to(RESCREEN, newest)
    return RescreenSummary(screened, new, ended, left_out)


def _chosen(state: int, lists: ListsInForce, reading: Progress) -> Chosen | None:
    """The statements that the changed entries could make hits of; None where everybody is to be screened."""
    behind = StoredMessage.objects.filter(list_state=state).aggregate(statements=Sum("travellers"))["statements"] or 0
    if behind <= EVERYBODY_STATEMENTS_MAX or len(lists.entries) > CHANGED_ENTRIES_MAX:
        return None
    # Down to the lowest reporting floor: who could be a candidate at all is screened in full.
    changed = Listed(lists.entries.values(), logistic(lists.thresholds.lowest_floor(lists.versions)))
    segments = list(_held(reading))
    # Compiled code lets other threads run, so that segments are gone through on every processor.
    with ThreadPoolExecutor(processes_usable()) as threads:
        found = list(zip(segments, threads.map(lambda held: worth_screening(held, changed), segments), strict=True))
    return Chosen(
        np.concatenate([held.records[places] for held, places in found] or [np.empty(0, dtype=np.int64)]),
        np.concatenate([held.messages[places] for held, places in found] or [np.empty(0, dtype=np.int64)]),
    )


def _held(reading: Progress) -> Iterator[Held]:
    folder: Path | None = getattr(settings, "HELD_FOLDER", None)
    return HeldTravellers(folder).held(reading) if folder else held_travellers.in_memory(reading)


def _oldest_state_behind() -> int | None:
    """The oldest list state of any message that is older than the newest list version, if there is one."""
    found = StoredMessage.objects.filter(list_state__lt=newest_state()).aggregate(oldest=Min("list_state"))
    oldest: int | None = found["oldest"]
    return oldest


def _messages_at(state: int, most: int) -> list[int]:
    behind = StoredMessage.objects.filter(list_state=state).order_by("id")
    return list(behind.values_list("id", flat=True)[:most])


def _statements(travellers: list[int]) -> dict[int, list[Traveller]]:
    """What the current statements say of each traveller."""
    found: dict[int, list[Traveller]] = {traveller: [] for traveller in travellers}
    with connection.cursor() as cursor:
        cursor.execute(STATEMENTS, [travellers])
        for traveller, payload in cursor.fetchall():
            found[traveller].append(traveller_from(payload))
    return found


def _screen_again(messages: list[int], lists: ListsInForce, chosen: Chosen | None) -> tuple[int, int, int]:
    """Screen the current statements of these messages: how many, how many new hits, how many searches cut short."""
    with connection.cursor() as cursor:
        if chosen:
            cursor.execute(CHOSEN_RECORDS, [chosen.of(messages)])
        else:
            cursor.execute(RECORDS, [messages])
        rows = cursor.fetchall()
    found = lists.find([traveller_from(payload) for *_, payload in rows])
    claims = [
        Claim(person, leg, source, message, candidate, left_out=its.left_out)
        for (person, leg, source, message, _), its in zip(rows, found, strict=True)
        for candidate in its.candidates
        if candidate.above_threshold
    ]
    claimed = {claim.traveller: Told(claim.leg, claim.source, claim.message) for claim in claims}
    statements = _statements(list(claimed)).__getitem__
    clear = clearances.in_force(lists.entries)
    scales = Scales(statements, lists.entries, lists.thresholds, lists.populations, clear, lists.weighed)
    touched = hits.record(claims, claimed, scales, lists.versions)
    arrival.arrive(touched, statements, lists.entries)
    made = sum(hit.is_new for hit in touched)
    StoredMessage.objects.filter(id__in=messages).update(list_state=lists.state)
    screened = _count_current(messages) if chosen else len(rows)
    events.rescreened(screened, touched, ended=0)
    return screened, made, sum(bool(its.left_out) for its in found)


def _count_current(messages: list[int]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM travellers_travellerrecord WHERE message_id = ANY(%s) AND NOT superseded", [messages]
        )
        return int(cursor.fetchone()[0])
