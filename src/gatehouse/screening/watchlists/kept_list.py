"""A list that is kept here changes by one entry at a time, and each change is a version like any other's.

So that stored travellers are screened again with what changed, and anybody can ask who was listed on a day, exactly as
with a list that came as a file.
"""

from __future__ import annotations

import datetime as dt

from gatehouse.screening.watchlists.difference import content_hash
from gatehouse.screening.watchlists.entry_json import to_object
from gatehouse.screening.watchlists.errors import KeptListError
from gatehouse.screening.watchlists.listing import Kind
from gatehouse.screening.watchlists.models import EntryVersion, ListVersion, WatchList
from gatehouse.screening.watchlists.store import RESCREEN
from gatehouse.terms.entry import ListEntry
from gatehouse.terms.saying import Saying
from gatehouse.work.putting import put

STANDING_WANTED = {Kind.ADD: False, Kind.REINSTATE: False, Kind.AMEND: True, Kind.SUSPEND: True, Kind.REMOVE: True}
"""Whether the entry has to stand on the list before the change."""


def kept_list(name: str) -> WatchList:
    """The list of this name that is kept here, made on first use. KeptListError for one that comes as files."""
    watchlist, made = WatchList.objects.get_or_create(name=name, defaults={"kept_here": True})
    if not made and not watchlist.kept_here:
        raise KeptListError(
            Saying("the list %(list)s comes as files", list=name), Saying("name a list that is kept here")
        )
    return watchlist


def standing(watchlist: WatchList, entry_id: str) -> EntryVersion | None:
    """The entry as it stands on the list now."""
    return EntryVersion.objects.filter(watchlist=watchlist, entry_id=entry_id, last_version__isnull=True).first()


def check_standing(watchlist: WatchList, entry_id: str, kind: Kind) -> None:
    """KeptListError where the change does not fit how the entry stands, as taking off who is not listed."""
    stands = standing(watchlist, entry_id) is not None
    if stands is STANDING_WANTED[kind]:
        return
    entry = f"{watchlist.name}/{entry_id}"
    if stands:
        how = Saying("%(entry)s stands on the list already", entry=entry)
    else:
        how = Saying("%(entry)s does not stand on the list", entry=entry)
    raise KeptListError(how, Saying("such a change does not fit: look the entry up"))


def change(watchlist: WatchList, kind: Kind, entry: ListEntry, today: dt.date) -> EntryVersion | None:
    """Make the change as a new version of the list; the entry as it then stands, if it does.

    In the caller's transaction, which holds the list's row locked: two changes at once are made one after the other.
    """
    check_standing(watchlist, entry.entry_id, kind)
    version = _next_version(watchlist, kind, today)
    ended = EntryVersion.objects.filter(watchlist=watchlist, entry_id=entry.entry_id, last_version__isnull=True)
    ended.update(last_version=version, valid_to=today)
    if not kind.wants_approval:
        return None
    return EntryVersion.objects.create(
        watchlist=watchlist,
        entry_id=entry.entry_id,
        content_hash=content_hash(entry),
        payload=to_object(entry),
        first_version=version,
        valid_from=today,
    )


def _next_version(watchlist: WatchList, kind: Kind, today: dt.date) -> ListVersion:
    """The next version of the list, and the work that it puts down: stored travellers are screened with it."""
    newest = ListVersion.objects.filter(watchlist=watchlist).order_by("-number").first()
    before = newest.entries if newest else 0
    added, removed = kind in (Kind.ADD, Kind.REINSTATE), not kind.wants_approval
    version = ListVersion.objects.create(
        watchlist=watchlist,
        number=newest.number + 1 if newest else 1,
        file_name="",
        sha256="",
        effective=today,
        entries=before + added - removed,
        added=int(added),
        changed=int(kind is Kind.AMEND),
        removed=int(removed),
        skipped=0,
    )
    put(RESCREEN, version.id)
    return version
