"""Stored travellers against lists that changed since they were screened, in both directions.

Every message knows the list state that its travellers were screened with. Those behind the present state are screened
with what was added or changed since, batch by batch; then hits whose entry was removed, or changed so that nobody
claims it any more, say so. Killed at any moment, the next run goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import Min

from gatehouse.screening.bulk import only_one
from gatehouse.screening.hits import store as hits
from gatehouse.screening.hits.merging import Claim
from gatehouse.screening.intake.models import StoredMessage
from gatehouse.screening.lists_in_force import ListsInForce, since
from gatehouse.screening.travellers.payload import traveller_from
from gatehouse.screening.weighing import Scales, Told
from gatehouse.terms.traveller import Traveller

BATCH_MESSAGES = 500

RECORDS = """
SELECT r.traveller_id, r.leg_id, r.source, r.message_id, r.payload::text
FROM travellers_travellerrecord r WHERE r.message_id = ANY(%s) AND NOT r.superseded ORDER BY r.id
"""
STATEMENTS = """
SELECT r.traveller_id, r.payload::text
FROM travellers_travellerrecord r WHERE r.traveller_id = ANY(%s) AND NOT r.superseded ORDER BY r.id
"""


@dataclass(frozen=True, slots=True)
class RescreenSummary:
    """What a rescreening did: statements screened again, hits that are new, hits whose entry was removed or changed."""

    travellers: int
    hits: int
    ended: int


def rescreen(progress: Callable[[int], None], make_lists: Callable[[int], ListsInForce] = since) -> RescreenSummary:
    """Screen every stored traveller with the list versions that came after they were screened.

    `progress` is told how many statements were screened so far. `make_lists` gives the entries changed since a state.
    """
    screened = new = 0
    with only_one():
        while (state := _oldest_state_behind()) is not None:
            lists = make_lists(state)
            while messages := _messages_at(state):
                with transaction.atomic():
                    count, made = _screen_again(messages, lists)
                screened, new = screened + count, new + made
                progress(screened)
        with transaction.atomic():
            ended = hits.follow_the_lists()
    return RescreenSummary(screened, new, ended)


def _oldest_state_behind() -> int | None:
    """The oldest list state of any message that is older than the newest list version, if there is one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(id), 0) FROM watchlists_listversion")
        newest = cursor.fetchone()[0]
    oldest = StoredMessage.objects.filter(list_state__lt=newest).aggregate(oldest=Min("list_state"))
    return oldest["oldest"]


def _messages_at(state: int) -> list[int]:
    behind = StoredMessage.objects.filter(list_state=state).order_by("id")
    return list(behind.values_list("id", flat=True)[:BATCH_MESSAGES])


def _statements(travellers: list[int]) -> dict[int, list[Traveller]]:
    """What the current statements say of each traveller."""
    found: dict[int, list[Traveller]] = {traveller: [] for traveller in travellers}
    with connection.cursor() as cursor:
        cursor.execute(STATEMENTS, [travellers])
        for traveller, payload in cursor.fetchall():
            found[traveller].append(traveller_from(payload))
    return found


def _screen_again(messages: list[int], lists: ListsInForce) -> tuple[int, int]:
    """Screen the current statements of these messages; how many there were, and how many hits are new."""
    with connection.cursor() as cursor:
        cursor.execute(RECORDS, [messages])
        rows = cursor.fetchall()
    found = lists.screen([traveller_from(payload) for *_, payload in rows])
    claims = [
        Claim(person, leg, source, message, candidate)
        for (person, leg, source, message, _), candidates in zip(rows, found, strict=True)
        for candidate in candidates
        if candidate.above_threshold
    ]
    claimed = {claim.traveller: Told(claim.leg, claim.source, claim.message) for claim in claims}
    scales = Scales(_statements(list(claimed)).__getitem__, lists.entries)
    made = hits.record(claims, claimed, scales, lists.versions)
    StoredMessage.objects.filter(id__in=messages).update(list_state=lists.state)
    return len(rows), made
