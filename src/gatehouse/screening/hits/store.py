"""Hits in the database: claims merged into them, the list's changes applied to them, and read for a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from django.db import connection
from django.utils import timezone

from gatehouse.screening.bulk import copy_rows, fresh_ids, insert_few, update_rows
from gatehouse.screening.hits.merging import Claim, HeldHit, HitKey, explanation_from, merge
from gatehouse.screening.hits.models import Hit, HitVersion
from gatehouse.screening.weighing import Scales, Told
from gatehouse.terms.candidate import Reason

COLUMNS = (
    "id", "traveller_id", "leg_id", "list", "entry_id", "entry_name", "state", "score", "explanation", "source",
    "engine", "list_version_id", "first_message_id", "last_message_id", "version", "threshold", "left_out",
    "created_at", "updated_at",
)  # fmt: skip
VERSION_COLUMNS = (
    "hit_id", "version", "state", "score", "explanation", "engine", "list_version_id", "message_id", "threshold",
    "left_out", "at",
)  # fmt: skip
CHANGED_COLUMNS = {
    "id": "bigint", "entry_name": "text", "state": "text", "score": "double precision", "explanation": "jsonb",
    "source": "text", "engine": "text", "list_version_id": "bigint", "last_message_id": "bigint",
    "version": "integer", "threshold": "double precision", "left_out": "text", "updated_at": "timestamptz",
}  # fmt: skip

FEW = 50
"""So many versions are inserted without COPY, which the web's role may not use: a correction renews one traveller's."""

FOLLOW_THE_LISTS = """
WITH standing AS (
    SELECT h.id, current.id IS NULL AS is_gone
    FROM hits_hit h
    JOIN watchlists_watchlist w ON w.name = h.list
    LEFT JOIN watchlists_entryversion current
        ON current.watchlist_id = w.id AND current.entry_id = h.entry_id AND current.last_version_id IS NULL
    WHERE h.state = 'open' AND h.list_version_id IS NOT NULL
        AND (current.id IS NULL OR current.first_version_id > h.list_version_id)
), ended AS (
    UPDATE hits_hit h
    SET state = CASE WHEN s.is_gone THEN 'entry-removed' ELSE 'entry-changed' END,
        version = h.version + 1, updated_at = now()
    FROM standing s WHERE s.id = h.id RETURNING h.*
)
INSERT INTO hits_hitversion (hit_id, version, state, score, explanation, engine, list_version_id, message_id,
    threshold, left_out, at)
SELECT id, version, state, score, explanation, engine, list_version_id, last_message_id, threshold, left_out, now()
FROM ended
"""


@dataclass(frozen=True, slots=True)
class OpenHit:
    """A hit as it is shown: the traveller, the flight, the entry, and the reasons.

    `joined_by` is the evidence on which an API and a PNR statement were taken for this one person, `conflicts` what
    the two disagree about; both are empty where only one source speaks of them. `threshold` is the one it was made
    with (None: made before that was kept), `left_out` what the search that found it left out.
    """

    id: int
    state: str
    score: float
    traveller: str
    birth_date: str | None
    traveller_state: str
    flight: str
    departs: str | None
    list: str
    entry_id: str
    entry_name: str
    explanation: tuple[Reason, ...]
    joined_by: tuple[str, ...]
    conflicts: tuple[str, ...]
    threshold: float | None = None
    left_out: tuple[str, ...] = ()


def record(
    claims: Sequence[Claim], told: Mapping[int, Told], scales: Scales, list_versions: Mapping[str, int]
) -> list[HeldHit]:
    """Merge the claims into the stored hits; those that are new or were renewed. To be called inside a transaction.

    `told` are the travellers of whom something was told, with the message that did. Claims about those who are told
    of by several statements are weighed on `scales` first, and so are the hits that they have already: what was
    told may speak for a hit or against it. `list_versions` is the newest version of each list, by its name.
    """
    if not told:
        return []
    held = _held(sorted(told))
    claims = [*_weighed(claims, scales), *_renewed(held, claims, told, scales)]
    # A correction renews hits in the web process, whose role takes no number of a hit and makes none.
    touched = merge(held, claims, fresh_ids(Hit, sum(claim.key not in held for claim in claims)))
    now = timezone.now().isoformat()
    if made := [_row(hit, list_versions, now) for hit in touched if hit.is_new]:
        copy_rows(Hit, COLUMNS, made)
    update_rows(Hit, CHANGED_COLUMNS, [_changes(hit, list_versions, now) for hit in touched if not hit.is_new])
    versions = [_version(hit, list_versions, now) for hit in touched if hit.has_news]
    (insert_few if len(versions) <= FEW else copy_rows)(HitVersion, VERSION_COLUMNS, versions)
    return touched


def _weighed(claims: Iterable[Claim], scales: Scales) -> Iterator[Claim]:
    """The claims, those about travellers told of by several statements made from all of them."""
    for claim in claims:
        whole = None
        if scales.is_told_twice(claim.traveller):
            whole = scales.weigh(claim.traveller, claim.candidate.list, claim.candidate.entry_id)
        cleared = scales.cleared(claim.traveller, claim.candidate)
        yield claim._replace(candidate=whole, is_whole=True) if whole else claim._replace(candidate=cleared)


def _renewed(
    held: Mapping[HitKey, HeldHit], claims: Iterable[Claim], told: Mapping[int, Told], scales: Scales
) -> Iterator[Claim]:
    """Claims for the hits of travellers of whom something was told that did not claim the hit's entry again."""
    claimed = {claim.key for claim in claims}
    # In a fixed order, so that the same messages leave the same versions behind.
    for key in sorted(held.keys() - claimed):
        traveller, leg, list_name, entry_id = key
        candidate = scales.weigh(traveller, list_name, entry_id)
        if candidate:
            new = told[traveller]
            yield Claim(traveller, leg, new.source, new.message, candidate, is_whole=True)


def _held(travellers: list[int]) -> dict[HitKey, HeldHit]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, traveller_id, leg_id, list, entry_id, entry_name, state, score, explanation::text, source,"
            " engine, first_message_id, last_message_id, version, threshold, left_out FROM hits_hit"
            " WHERE traveller_id = ANY(%s)",
            [travellers],
        )
        return {tuple(row[1:5]): HeldHit(row[0], tuple(row[1:5]), *row[5:]) for row in cursor.fetchall()}


def _row(hit: HeldHit, list_versions: Mapping[str, int], now: str) -> tuple[str | int | float | None, ...]:
    return (
        hit.id, *hit.key, hit.entry_name, hit.state, hit.score, hit.explanation, hit.source, hit.engine,
        list_versions.get(hit.key[2]), hit.first_message, hit.last_message, hit.version, hit.threshold, hit.left_out,
        now, now,
    )  # fmt: skip


def _changes(hit: HeldHit, list_versions: Mapping[str, int], now: str) -> tuple[str | int | float | None, ...]:
    return (
        hit.id, hit.entry_name, hit.state, hit.score, hit.explanation, hit.source, hit.engine,
        list_versions.get(hit.key[2]), hit.last_message, hit.version, hit.threshold, hit.left_out, now,
    )  # fmt: skip


def _version(hit: HeldHit, list_versions: Mapping[str, int], now: str) -> tuple[str | int | float | None, ...]:
    return (
        hit.id, hit.version, hit.state, hit.score, hit.explanation, hit.engine, list_versions.get(hit.key[2]),
        hit.last_message, hit.threshold, hit.left_out, now,
    )  # fmt: skip


def follow_the_lists() -> int:
    """Mark open hits whose entry was removed or changed and whose traveller is no longer claimed; how many.

    To be called when all stored travellers were screened again: a hit that still stands was made or renewed with the
    list version that brought the entry as it is. Each marked hit gets a version; it stays, and a person decides.
    """
    with connection.cursor() as cursor:
        cursor.execute(FOLLOW_THE_LISTS)
        changed: int = cursor.rowcount
    return changed


def open_hits(limit: int) -> list[OpenHit]:
    """The hits that wait for a person, highest score first, then in the order they were made; at most `limit`."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT h.id, h.state, h.score, t.given_names, t.surname, t.birth_date, t.state, l.carrier, l.number,"
            " l.suffix, l.origin, l.destination, l.departs, h.list, h.entry_id, h.entry_name, h.explanation::text,"
            " coalesce(j.evidence::text, '[]'), coalesce(j.conflicts::text, '[]'), h.left_out, h.threshold"
            " FROM hits_hit h JOIN travellers_traveller t ON t.id = h.traveller_id"
            " JOIN travellers_flightleg l ON l.id = h.leg_id"
            " LEFT JOIN LATERAL (SELECT evidence, conflicts FROM travellers_recordjoin"
            " WHERE traveller_id = t.id ORDER BY id DESC LIMIT 1) j ON true"
            " ORDER BY h.state <> 'open', h.score DESC, h.id LIMIT %s",
            [limit],
        )
        return [_shown(*row) for row in cursor.fetchall()]


def _shown(id_: int, state: str, score: float, *rest: Any) -> OpenHit:
    given, surname, birth, person_state, carrier, number, suffix, origin, destination, departs, *entry = rest
    flight = f"{carrier or '?'}{number or '?'}{suffix or ''} {origin or '?'}-{destination or '?'}"
    name = " ".join(part for part in (given, surname) if part)
    watchlist, entry_id, entry_name, explanation, evidence, conflicts, left_out, threshold = entry
    reasons = explanation_from(explanation)
    joined = tuple(orjson.loads(evidence)), tuple(orjson.loads(conflicts))
    return OpenHit(
        id_,
        state,
        score,
        name,
        birth,
        person_state,
        flight,
        departs,
        watchlist,
        entry_id,
        entry_name,
        reasons,
        *joined,
        threshold,
        tuple((left_out or "").split()),
    )


def open_count() -> int:
    """How many hits are open."""
    return Hit.objects.filter(state=Hit.State.OPEN).count()
