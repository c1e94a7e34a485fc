"""Lists in the database: versions added, never overwritten; who is listed now, and who was on any past day."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from django.db import connection, transaction
from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from gatehouse.screening.bulk import copy_rows
from gatehouse.screening.stored_text import storable
from gatehouse.screening.watchlists import events
from gatehouse.screening.watchlists.difference import content_hash
from gatehouse.screening.watchlists.entry_json import from_json, from_object, to_json
from gatehouse.screening.watchlists.errors import ListFileError
from gatehouse.screening.watchlists.list_reading import ListReading
from gatehouse.screening.watchlists.models import EntryVersion, ListVersion, WatchList
from gatehouse.terms.entry import ListEntry
from gatehouse.work.putting import put

RESCREEN = "rescreen"
"""The kind of work (`work/kinds.csv`) that each new version puts down: stored travellers are screened with it."""
ROWS_FETCHED = 2000
"""Entries fetched at a time where all are wanted."""
ENTRY_COLUMNS = ("watchlist_id", "entry_id", "content_hash", "payload", "first_version_id", "valid_from")


@dataclass(frozen=True, slots=True)
class VersionSummary:
    """A version of a list. `is_new` is false when the same file was loaded before and nothing was done.

    `published` is the file's own date, `effective` the day from which its entries count as listed.
    """

    id: int
    list: str
    number: int
    file_name: str
    published: str | None
    effective: dt.date
    loaded_at: dt.datetime
    entries: int
    added: int
    changed: int
    removed: int
    skipped: int
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class EntryAtTime:
    """One version of an entry: listed so from the day `valid_from` until before `valid_to` (None: still)."""

    entry: ListEntry
    first_version: int
    valid_from: dt.date
    valid_to: dt.date | None


def add_list(reading: ListReading, path: Path) -> VersionSummary:
    """Make the reading of the file at `path` the newest version of its list, in one transaction.

    The same bytes with the same entries as the newest version change nothing. Raises `ListFileError`, and changes
    nothing, for a file that was published before the version in force.
    """
    with path.open("rb") as stream:
        sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    with transaction.atomic():
        WatchList.objects.bulk_create([WatchList(name=reading.list)], ignore_conflicts=True)
        watchlist = WatchList.objects.select_for_update().get(name=reading.list)
        if watchlist.kept_here:
            raise _kept_here(path, reading.list)
        newest = watchlist.listversion_set.order_by("-number").first()
        held = dict(_current(watchlist).values_list("entry_id", "content_hash"))
        if newest and newest.sha256 == sha256 and held == _hashes(reading.entries):
            return _summary(newest, is_new=False)
        effective = _effective_day(reading)
        if newest and effective < newest.effective:
            raise _older(path, effective, newest)
        version = _make_version(watchlist, reading, newest.number + 1 if newest else 1, effective)
        version.file_name, version.sha256 = storable(path.name) or "", sha256
        _store(version, reading.entries, held)
        events.added(version, reading.list)
    return _summary(version, is_new=True)


def _kept_here(path: Path, name: str) -> ListFileError:
    cause = f"the list {name} is kept here, entry by entry"
    return ListFileError(str(path), "file", cause, "propose its entries (`gatehouse listings propose`), or give --name")


def _hashes(entries: Iterable[ListEntry]) -> dict[str, str]:
    """The content of each entry: files beside the list (OFAC) may have changed where its own bytes did not."""
    return {storable(entry.entry_id) or "": content_hash(entry) for entry in entries}


def _effective_day(reading: ListReading) -> dt.date:
    """The day of publication, where the file states a full and plausible one; else today."""
    today = timezone.now().date()
    published = reading.published or ""
    if len(published) == len("2026-01-31"):
        return min(dt.date.fromisoformat(published), today)
    return today


def _older(path: Path, effective: dt.date, newest: ListVersion) -> ListFileError:
    cause = f"published on {effective}, before version {newest.number} of {newest.effective}, which is in force"
    return ListFileError(str(path), "file", cause, "load files of a list in the order of their publication")


def _make_version(watchlist: WatchList, reading: ListReading, number: int, effective: dt.date) -> ListVersion:
    findings = [
        {"severity": f.severity, "code": f.code, "segment": f.segment, "text": storable(f.text)}
        for f in reading.findings
    ]
    return ListVersion(
        watchlist=watchlist,
        number=number,
        published=reading.published,
        effective=effective,
        entries=len(reading.entries),
        skipped=reading.skipped,
        findings=findings,
    )


def _store(version: ListVersion, entries: Iterable[ListEntry], held: Mapping[str, str]) -> None:
    """Write the version; end the entries that it changes or no longer has, and begin those it changes or adds."""
    told = {storable(entry.entry_id) or "": (content_hash(entry), entry) for entry in entries}
    fresh = {key: pair for key, pair in told.items() if held.get(key) != pair[0]}
    ended = [key for key in held if key not in told or key in fresh]
    version.added = len(fresh.keys() - held.keys())
    version.changed = len(fresh) - version.added
    version.removed = len(ended) - version.changed
    version.save()
    put(RESCREEN, version.id)
    _current(version.watchlist).filter(entry_id__in=ended).update(last_version=version, valid_to=version.effective)
    copy_rows(
        EntryVersion,
        ENTRY_COLUMNS,
        (
            (version.watchlist_id, key, digest, _payload(entry), version.id, version.effective.isoformat())
            for key, (digest, entry) in fresh.items()
        ),
    )


def _payload(entry: ListEntry) -> str:
    """The entry's JSON text; jsonb holds no NUL, however it is written."""
    return to_json(entry).replace("\\u0000", "\\ufffd")


def _current(watchlist: WatchList) -> QuerySet[EntryVersion]:
    return EntryVersion.objects.filter(watchlist=watchlist, last_version__isnull=True)


def _summary(version: ListVersion, *, is_new: bool) -> VersionSummary:
    return VersionSummary(
        version.id,
        version.watchlist.name,
        version.number,
        version.file_name,
        version.published,
        version.effective,
        version.loaded_at,
        version.entries,
        version.added,
        version.changed,
        version.removed,
        version.skipped,
        is_new,
    )


def versions() -> list[VersionSummary]:
    """Every version of every list, by list and number."""
    rows = ListVersion.objects.select_related("watchlist").order_by("watchlist__name", "number")
    return [_summary(row, is_new=False) for row in rows]


def newest_versions() -> dict[str, int]:
    """The key of the newest version of each list, by the list's name."""
    return dict(WatchList.objects.annotate(newest=Max("listversion__id")).values_list("name", "newest"))


def stamp(versions: Iterable[int]) -> str:
    """Sixteen digits of what these versions are in this database: of another one's, with the same numbers, others."""
    rows = ListVersion.objects.filter(id__in=list(versions)).order_by("id").values_list("id", "sha256", "loaded_at")
    told = "\n".join(f"{number} {sha256} {loaded.isoformat()}" for number, sha256, loaded in rows)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def lengths() -> dict[str, int]:
    """How many entries each list has as it stands now."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT w.name, count(*) FROM watchlists_entryversion e JOIN watchlists_watchlist w"
            " ON w.id = e.watchlist_id WHERE e.last_version_id IS NULL GROUP BY w.name"
        )
        return dict(cursor.fetchall())


def current_entries() -> Iterator[ListEntry]:
    """Every entry of every list as it stands now."""
    return entries_since(0)


def entries_streamed() -> Iterator[ListEntry]:
    """Every entry of every list as it stands now, fetched piece by piece: two million do not fit in memory."""
    with transaction.atomic(), connection.chunked_cursor() as cursor:
        cursor.execute("SELECT payload::text FROM watchlists_entryversion WHERE last_version_id IS NULL ORDER BY id")
        while rows := cursor.fetchmany(ROWS_FETCHED):
            yield from map(_entry, rows)


def ended_since(state: int) -> list[tuple[str, str]]:
    """List and identifier of the entries that stood in list state `state` and were changed or removed after it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT w.name, e.entry_id FROM watchlists_entryversion e JOIN watchlists_watchlist w"
            " ON w.id = e.watchlist_id WHERE e.last_version_id >= (SELECT max(v.id) FROM watchlists_listversion v"
            " WHERE v.watchlist_id = e.watchlist_id AND v.id <= %s) AND e.first_version_id <= %s ORDER BY e.id",
            [state, state],
        )
        return [(name, entry) for name, entry in cursor.fetchall()]


def entries_since(state: int) -> Iterator[ListEntry]:
    """Current entries that a list version with a key above `state` added or changed."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT payload::text FROM watchlists_entryversion"
            " WHERE last_version_id IS NULL AND first_version_id > %s ORDER BY id",
            [state],
        )
        return map(_entry, cursor.fetchall())


def _entry(row: tuple[str]) -> ListEntry:
    return from_json(row[0])


def entries_on(list_name: str, day: dt.date) -> list[ListEntry]:
    """Who was on the list on that day, as they were listed then, in order of entry identifier."""
    standing = EntryVersion.objects.filter(watchlist__name=list_name, valid_from__lte=day)
    standing = standing.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=day)).order_by("entry_id")
    return [from_object(payload) for payload in standing.values_list("payload", flat=True)]


def history(entry_id: str, list_name: str | None = None) -> list[EntryAtTime]:
    """Every version of the entry, oldest first, on one list or on any; empty when nobody was ever listed so."""
    found = EntryVersion.objects.filter(entry_id=entry_id).order_by("watchlist__name", "id")
    if list_name is not None:
        found = found.filter(watchlist__name=list_name)
    return [
        EntryAtTime(from_object(payload), number, begins, ends)
        for payload, number, begins, ends in found.values_list(
            "payload", "first_version__number", "valid_from", "valid_to"
        )
    ]
