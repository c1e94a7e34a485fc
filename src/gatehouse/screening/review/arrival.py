"""What the flow hands over: hits that were made or renewed get their place in the queue, or stay silent.

Called in the flow's own transaction, once for each batch, so that no hit is ever without its review. A hit whose pair
was cleared does not enter the queue; one that was cleared and is no longer what was looked at comes back.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from django.db import connection
from django.utils import timezone

from gatehouse.audit import log
from gatehouse.audit.entry import Decision, Entry
from gatehouse.screening.bulk import copy_rows
from gatehouse.screening.hits.merging import SILENT, HeldHit, explanation_from
from gatehouse.screening.intake.events import screening_purpose
from gatehouse.screening.review import memory, states
from gatehouse.screening.review.departure import due_at
from gatehouse.screening.review.memory import Known
from gatehouse.screening.review.models import Act, Review
from gatehouse.screening.review.routing import unit_for
from gatehouse.screening.review.silence import Remembered, Step, step_for
from gatehouse.screening.review.tables import routes
from gatehouse.terms.entry import ListEntry
from gatehouse.terms.traveller import Traveller

Statements = Callable[[int], Sequence[Traveller]]
Entries = Mapping[tuple[str, str], ListEntry]

MACHINE, MACHINE_ROLE, MACHINE_PURPOSE = "machine:review", "machine", "screening"
ENTRY_OF = {states.SILENCE: "hit.silenced", states.CHANGE: "hit.resurfaced", states.NEWS: "hit.resurfaced"}
REVIEW_COLUMNS = (
    "hit_id", "leg_id", "list", "score", "state", "waiting", "due", "unit", "version", "earlier_id", "since",
)  # fmt: skip
ACT_COLUMNS = ("review_id", "number", "event", "state", "at", "actor", "role", "purpose", "seen", "answers_id")
STANDING = (
    "SELECT hit_id, state, version, earlier_id FROM review_review WHERE hit_id = ANY(%s) ORDER BY hit_id FOR UPDATE"
)
LEGS = "SELECT id, origin, destination, departs FROM travellers_flightleg WHERE id = ANY(%s)"
RENEWED = """
UPDATE review_review held SET score = told.score, state = told.state, waiting = told.waiting, version = told.version,
    earlier_id = told.earlier, assignee = CASE WHEN told.waiting THEN held.assignee END
FROM unnest(%s::bigint[], %s::double precision[], %s::text[], %s::boolean[], %s::integer[], %s::bigint[])
    AS told (hit, score, state, waiting, version, earlier)
WHERE held.hit_id = told.hit
"""
MOVED = """
SELECT r.hit_id, l.departs, l.origin FROM review_review r JOIN travellers_flightleg l ON l.id = r.leg_id
WHERE r.leg_id = ANY(%s) ORDER BY r.hit_id FOR UPDATE OF r
"""
DUE = """
UPDATE review_review r SET due = told.due FROM unnest(%s::bigint[], %s::timestamptz[]) AS told (hit, due)
WHERE r.hit_id = told.hit
"""


class _Standing(NamedTuple):
    """Where a hit stands before the batch; a new one at its beginning."""

    state: str = states.OPEN
    version: int = 0
    earlier: int | None = None


class _Outcome(NamedTuple):
    """Where it stands after the batch, with the machine's step that led there, if one did."""

    hit: HeldHit
    state: str
    version: int
    earlier: int | None
    step: Step | None

    @property
    def is_waiting(self) -> bool:
        # What redress found to be another person waits for nobody, as long as that stands.
        return self.state in states.WAITING and self.hit.state != SILENT


def arrive(touched: Sequence[HeldHit], statements: Statements, entries: Entries) -> int:
    """Give every touched hit its place; how many were silent because their pair was cleared.

    `statements` gives all current statements about a traveller, `entries` the entries in force.
    """
    if not touched:
        return 0
    standing = _standing([hit.id for hit in touched if not hit.is_new])
    pairs = {hit.id: _known(hit, statements, entries) for hit in touched}
    remembered = _remembered(pairs, standing)
    outcomes = [_outcome(hit, standing.get(hit.id, _Standing()), pairs[hit.id], remembered[hit.id]) for hit in touched]
    now = timezone.now()
    _save_new([one for one in outcomes if one.hit.is_new or one.hit.id not in standing], now)
    _save_renewed([one for one in outcomes if one.hit.id in standing])
    _save_acts([one for one in outcomes if one.step], now)
    return sum(one.step is not None and one.step.event == states.SILENCE for one in outcomes)


def moved(legs: Iterable[int]) -> None:
    """Take the new departures of these legs: what waits for a decision moves in the queue."""
    with connection.cursor() as cursor:
        cursor.execute(MOVED, [list(legs)])
        rows = cursor.fetchall()
        if rows:
            cursor.execute(DUE, [[row[0] for row in rows], [due_at(departs, origin) for _, departs, origin in rows]])


def _standing(hits: list[int]) -> dict[int, _Standing]:
    if not hits:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(STANDING, [hits])
        return {hit: _Standing(*rest) for hit, *rest in cursor.fetchall()}


def _known(hit: HeldHit, statements: Statements, entries: Entries) -> Known:
    traveller, _, *pair = hit.key
    list_name, entry_id = pair
    entry = entries.get((list_name, entry_id))
    return memory.known((list_name, entry_id), statements(traveller), explanation_from(hit.explanation), entry)


def _remembered(pairs: Mapping[int, Known], standing: Mapping[int, _Standing]) -> dict[int, list[Remembered]]:
    """The decisions in force on each hit's pair: found by document, made on the hit itself, or made it silent."""
    by_key = memory.by_key([key for known in pairs.values() for key in known.keys])
    decided = [hit for hit, stands in standing.items() if stands.version]
    by_hit = memory.by_hit(decided)
    by_act = memory.by_act([act for hit in decided if (act := standing[hit].earlier)])
    found = {}
    for hit, known in pairs.items():
        earlier = standing[hit].earlier if hit in standing else None
        each = [*by_hit.get(hit, ()), *(by_act.get(earlier, ()) if earlier else ())]
        each += [one for key in known.keys for one in by_key.get(key, ())]
        found[hit] = sorted({one.act: one for one in each}.values(), key=lambda one: one.act)
    return found


def _outcome(hit: HeldHit, stands: _Standing, known: Known, remembered: list[Remembered]) -> _Outcome:
    step = step_for(stands.state, known.now, remembered, hit.has_news and not hit.is_new)
    state = states.after(stands.state, step.event) if step else None
    if step is None or state is None:
        return _Outcome(hit, stands.state, stands.version, stands.earlier, None)
    return _Outcome(hit, state, stands.version + 1, step.rests_on, step)


def _save_new(outcomes: Sequence[_Outcome], now: dt.datetime) -> None:
    if not outcomes:
        return
    with connection.cursor() as cursor:
        cursor.execute(LEGS, [list({one.hit.key[1] for one in outcomes})])
        legs = {leg: rest for leg, *rest in cursor.fetchall()}
    units = routes()
    rows = []
    for one in outcomes:
        _, leg, list_name, _ = one.hit.key
        origin, destination, departs = legs[leg]
        rows.append(
            (one.hit.id, leg, list_name, one.hit.score, one.state, one.is_waiting, due_at(departs, origin).isoformat(),
             unit_for(list_name, (origin, destination), units), one.version, one.earlier, now.isoformat())
        )  # fmt: skip
    copy_rows(Review, REVIEW_COLUMNS, rows)


def _save_renewed(outcomes: Sequence[_Outcome]) -> None:
    if not outcomes:
        return
    rows = [(one.hit.id, one.hit.score, one.state, one.is_waiting, one.version, one.earlier) for one in outcomes]
    with connection.cursor() as cursor:
        cursor.execute(RENEWED, [list(column) for column in zip(*rows, strict=True)])


def _save_acts(outcomes: Sequence[_Outcome], now: dt.datetime) -> None:
    if not outcomes:
        return
    rows = [
        (one.hit.id, one.version, one.step.event, one.state, now.isoformat(), MACHINE, MACHINE_ROLE,
         MACHINE_PURPOSE, one.hit.version, one.step.rests_on)
        for one in outcomes
        if one.step
    ]  # fmt: skip
    copy_rows(Act, ACT_COLUMNS, rows)
    log.record([_entry(one.hit, one.step, now) for one in outcomes if one.step])


def _entry(hit: HeldHit, step: Step, now: dt.datetime) -> Entry:
    """What the log is told of the machine's step: which hit, of which traveller, by which event."""
    told = {"traveller": f"traveller:{hit.key[0]}"}
    act, purpose = ENTRY_OF[step.event], screening_purpose()
    return Entry(MACHINE, MACHINE_ROLE, act, f"hit:{hit.id}", purpose, Decision.DUE, step.event, now, told)
