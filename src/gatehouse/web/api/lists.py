"""Lists: their versions, and the entries in force. Entries are changed in the workbench, by two persons."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

import orjson
from ninja import Path, Router, Schema

from gatehouse.records import opened, subject
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.watchlists.models import EntryVersion, ListVersion, WatchList
from gatehouse.web.api.calling import CalledRequest, operation
from gatehouse.web.api.clients import Scope
from gatehouse.web.api.faults import FAULTS, fault
from gatehouse.web.api.hits import After, Limit

router = Router(tags=["lists"])
Name = Annotated[str, Path(pattern=r"^[A-Z][A-Z0-9-]{0,31}$")]
VERSIONS_MAX = 100


class Version(Schema):
    """One version of a list: how many entries it has, and what it changed."""

    number: int
    effective: dt.date
    loaded_at: dt.datetime
    entries: int
    added: int
    changed: int
    removed: int


Versions = list[Version]
"""Said here, for `ListShown` has a field `list`."""


class ListShown(Schema):
    """A list with its newest versions, the newest first. `kept_here`: its entries are proposed and approved here."""

    list: str
    kept_here: bool
    versions: Versions


class Entry(Schema):
    """An entry as it stands, in the form of docs/contracts/screen.md."""

    number: int
    entry_id: str
    since: dt.date
    entry: dict[str, Any]


class EntryPage(Schema):
    """Some of the entries in force. `after` begins the next page; none: this was the last one."""

    entries: list[Entry]
    after: int | None


@router.get("/lists", response={200: list[ListShown], **FAULTS}, summary="Lists and their versions")
@operation(Scope.LISTS, Act.VIEW, SubjectClass.LIST_ENTRY)
def lists(request: CalledRequest) -> list[ListShown]:
    """Every list that is held."""
    with opened(request.sitting.visit(), Act.VIEW, subject(SubjectClass.LIST_ENTRY, "store:watchlists")):
        return [
            ListShown(list=held.name, kept_here=held.kept_here, versions=_versions(held))
            for held in WatchList.objects.order_by("name")
        ]


def _versions(held: WatchList) -> list[Version]:
    newest = ListVersion.objects.filter(watchlist=held).order_by("-number")[:VERSIONS_MAX]
    return [Version(**{name: getattr(one, name) for name in Version.model_fields}) for one in newest]


@router.get("/lists/{name}/entries", response={200: EntryPage, **FAULTS}, summary="Entries in force")
@operation(Scope.LISTS, Act.VIEW, SubjectClass.LIST_ENTRY, PurposeClass.SCREENING, PurposeClass.REQUEST)
def entries(request: CalledRequest, name: Name, after: After = 0, limit: Limit = 50) -> EntryPage:
    """The entries of a list that stand now, by number."""
    about = subject(SubjectClass.LIST_ENTRY, "store:watchlists")
    with opened(request.sitting.visit(), Act.VIEW, about) as opening:
        held = WatchList.objects.filter(name=name).first()
        if held is None:
            raise fault(404, "no-such", "there is no such list", "name", "GET /api/v1/lists names them")
        standing = EntryVersion.objects.filter(watchlist=held, last_version=None, pk__gt=after).order_by("pk")
        rows = list(standing[: limit + 1])
        shown = [_entry(row) for row in rows[:limit]]
        opening.note(Act.VIEW, about, {"shown": len(shown)})
    return EntryPage(entries=shown, after=shown[-1].number if len(rows) > limit else None)


def _entry(row: EntryVersion) -> Entry:
    payload = orjson.loads(row.payload) if isinstance(row.payload, str) else row.payload
    return Entry(number=row.pk, entry_id=row.entry_id, since=row.valid_from, entry=payload)
