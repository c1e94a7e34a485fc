"""What needs a decision, and before which departure: pages of the queue, and how many wait where.

To be called in an opened door (`seen`): a row names a traveller. A page begins behind the last row of the one before
(keyset), so that page 400 costs what page 1 does and nothing is seen twice or missed while hits come and go.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

import orjson
from django.db import connection
from django.utils import timezone
from psycopg import sql

from gatehouse.records import Visit, opened, subject
from gatehouse.safeguards.decision import Allow, Subject
from gatehouse.safeguards.kernel import may
from gatehouse.safeguards.vocabulary import Act as Asked
from gatehouse.safeguards.vocabulary import SubjectClass
from gatehouse.screening.review.departure import NEVER
from gatehouse.screening.review.wanted import NOBODY, Place, Wanted
from gatehouse.screening.review.why import in_words, strongest
from gatehouse.terms.candidate import Reason

STORE = "store:hits"
ANOTHER_UNIT = "*"
"""No unit has this name: whoever may see its hits may see all."""

# The page is found in the narrow table first; only its rows are joined.
ROWS = """
SELECT r.hit_id, r.state, r.version, h.version, h.state, r.score, r.due, r.list, r.unit, r.assignee,
    concat_ws(' ', t.given_names, t.surname), t.birth_date, t.state,
    concat(coalesce(l.carrier, '?'), coalesce(l.number, '?'), l.suffix, ' ', coalesce(l.origin, '?'), ' → ',
        coalesce(l.destination, '?')), l.departs, h.entry_id, h.entry_name, h.explanation::text
FROM (SELECT * FROM review_review WHERE {where} ORDER BY {order} LIMIT %(limit)s) r
JOIN hits_hit h ON h.id = r.hit_id
JOIN travellers_traveller t ON t.id = h.traveller_id
JOIN travellers_flightleg l ON l.id = r.leg_id
ORDER BY {ordered}
"""
ORDERS = {
    "departure": ("due, hit_id", "r.due, r.hit_id"),
    "strength": ("score DESC, hit_id DESC", "r.score DESC, r.hit_id DESC"),
}
BEHIND = {
    "departure": "(due, hit_id) > (%(value)s::timestamptz, %(hit)s)",
    "strength": "(score, hit_id) < (%(value)s::double precision, %(hit)s)",
}
COUNTS = """
SELECT state, list, unit, assignee = %(me)s, due < %(now)s, count(*)
FROM review_review WHERE {where} GROUP BY 1, 2, 3, 4, 5
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One hit of the queue. `acts` and `version` are what a decision on it says was looked at (`acting.Look`).

    `due` is None where nobody stated the departure; `claim` is the hit's own state (`open`, `weakened`, …), `reasons`
    are those that count most.
    """

    hit: int
    state: str
    acts: int
    version: int
    claim: str
    score: float
    due: dt.datetime | None
    list: str
    unit: str | None
    assignee: str | None
    traveller: str
    birth_date: str | None
    traveller_state: str
    flight: str
    departs: str | None
    entry_id: str
    entry_name: str
    reasons: tuple[Reason, ...]

    @property
    def why(self) -> tuple[str, ...]:
        """The reasons in words."""
        return tuple(map(in_words, self.reasons))


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the queue; `next` is the view that goes on behind it, None at the end."""

    rows: tuple[Row, ...]
    next: Wanted | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many wait: in all, one's own, departed already, and by state, list and unit (None: everybody's)."""

    waiting: int
    mine: int
    departed: int
    states: dict[str, int]
    lists: dict[str, int]
    units: dict[str | None, int]


def seen(visit: Visit, wanted: Wanted) -> tuple[Page, Counts]:
    """A page and the counts, by the one door; the log is told how many hits were shown."""
    about = subject(SubjectClass.HIT, STORE)
    with opened(visit, Asked.LIST_WAITING, about) as opening:
        limits = units_seen(visit)
        shown = page(wanted, limits)
        opening.note(Asked.LIST_WAITING, about, {"shown": len(shown.rows)})
        return shown, counts(visit.actor.id, limits)


def units_seen(visit: Visit) -> str | None:
    """The unit whose hits, beside everybody's, the visitor may see; None where the kernel lets them see all."""
    another = Subject(SubjectClass.HIT, STORE, unit=ANOTHER_UNIT)
    answer = may(visit.actor, Asked.LIST_WAITING, another, visit.purpose, visit.context(timezone.now()))
    return None if isinstance(answer, Allow) else visit.actor.unit or ANOTHER_UNIT


def page(wanted: Wanted, unit: str | None) -> Page:
    """A page of what waits for `unit` and for everybody (None: for all units). One row more is asked than shown."""
    where, values = _conditions(wanted, unit)
    if wanted.after:
        where.append(BEHIND[wanted.order])
        values |= {"value": wanted.after.value, "hit": wanted.after.hit}
    order, ordered = ORDERS[wanted.order]
    statement = sql.SQL(ROWS).format(
        where=sql.SQL(" AND ").join(map(sql.SQL, where)), order=sql.SQL(order), ordered=sql.SQL(ordered)
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, values | {"limit": wanted.limit + 1})
        rows = [_row(*found) for found in cursor.fetchall()]
    shown = rows[: wanted.limit]
    more = replace(wanted, after=_place(wanted.order, shown[-1])) if len(rows) > len(shown) else None
    return Page(tuple(shown), more)


def counts(me: str, unit: str | None) -> Counts:
    """How many wait for `unit` and for everybody, whatever is filtered."""
    where, values = _conditions(Wanted(), unit)
    statement = sql.SQL(COUNTS).format(where=sql.SQL(" AND ").join(map(sql.SQL, where)))
    found = Counts(0, 0, 0, {}, {}, {})
    mine = departed = 0
    with connection.cursor() as cursor:
        cursor.execute(statement, values | {"me": me, "now": timezone.now()})
        for state, list_name, its_unit, is_mine, is_departed, count in cursor.fetchall():
            for by, key in ((found.states, state), (found.lists, list_name), (found.units, its_unit)):
                by[key] = by.get(key, 0) + count
            mine += count if is_mine else 0
            departed += count if is_departed else 0
    return replace(found, waiting=sum(found.states.values()), mine=mine, departed=departed)


def _conditions(wanted: Wanted, unit: str | None) -> tuple[list[str], dict[str, Any]]:
    """SQL conditions, all of them texts of this module, and the values that go with them."""
    where, values = ["waiting"], dict[str, Any]()
    if unit is not None:
        where.append("(unit IS NULL OR unit = %(own)s)")
        values["own"] = unit
    for column, given in (("state", wanted.states), ("list", wanted.lists), ("unit", wanted.units)):
        if given:
            where.append(f"{column} = ANY(%({column})s)")
            values[column] = list(given)
    if wanted.assignee == NOBODY:
        where.append("assignee IS NULL")
    elif wanted.assignee:
        where.append("assignee = %(assignee)s")
        values["assignee"] = wanted.assignee
    if wanted.strength_min is not None:
        where.append("score >= %(strength)s")
        values["strength"] = wanted.strength_min
    if wanted.within_hours is not None:
        where.append("due <= %(until)s")
        values["until"] = timezone.now() + dt.timedelta(hours=wanted.within_hours)
    return where, values


def _place(order: str, row: Row) -> Place:
    if order == "strength":
        return Place(repr(row.score), row.hit)
    return Place((row.due or NEVER).isoformat(), row.hit)


def _row(*found: Any) -> Row:
    *plain, explanation = found
    reasons = strongest(Reason(**one) for one in orjson.loads(str(explanation)))
    row = Row(*[*plain, reasons])
    return replace(row, due=None) if row.due == NEVER else row
