"""What changed between two versions of a list: entries added, changed (and in which fields) and removed.

The order in which a publisher prints aliases, documents or nationalities means nothing and is no change; only the
order of primary names is kept, because the first one is shown.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import NamedTuple

from gatehouse.screening.watchlists.entry_json import to_json
from gatehouse.terms.entry import ListEntry, NameQuality


class Change(NamedTuple):
    """An entry that both versions have and that differs; `fields` are the names of the fields of `ListEntry`."""

    before: ListEntry
    after: ListEntry
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """How a newer version of a list differs from an older one, each in order of entry identifier."""

    added: tuple[ListEntry, ...]
    changed: tuple[Change, ...]
    removed: tuple[ListEntry, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return not (self.added or self.changed or self.removed)


def in_order(entry: ListEntry) -> ListEntry:
    """The entry with everything whose order means nothing in one fixed order."""
    primary = [name for name in entry.names if name.quality is NameQuality.PRIMARY]
    others = sorted((name for name in entry.names if name.quality is not NameQuality.PRIMARY), key=_sort_key)
    return replace(
        entry,
        names=tuple(primary + others),
        birth_dates=tuple(sorted(entry.birth_dates, key=lambda span: (span.earliest, span.latest, span.circa))),
        birth_places=tuple(sorted(entry.birth_places)),
        birth_countries=tuple(sorted(entry.birth_countries)),
        nationalities=tuple(sorted(entry.nationalities)),
        documents=tuple(sorted(entry.documents, key=_sort_key)),
        contacts=tuple(sorted(entry.contacts)),
    )


def _sort_key(parts: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(part or "" for part in parts)


def content_hash(entry: ListEntry) -> str:
    """SHA-256, in hexadecimal, of everything the entry says; the same for two entries that say the same."""
    return hashlib.sha256(to_json(in_order(entry)).encode()).hexdigest()


def changed_fields(before: ListEntry, after: ListEntry) -> tuple[str, ...]:
    """The names of the fields in which two entries differ, in the order of `ListEntry`."""
    before, after = in_order(before), in_order(after)
    return tuple(field.name for field in fields(ListEntry) if getattr(before, field.name) != getattr(after, field.name))


def difference(before: Iterable[ListEntry], after: Iterable[ListEntry]) -> Difference:
    """Compare two versions of one list, entry by entry, by `entry_id`."""
    old = {entry.entry_id: entry for entry in before}
    new = {entry.entry_id: entry for entry in after}
    both = ((old[key], new[key], changed_fields(old[key], new[key])) for key in sorted(old.keys() & new.keys()))
    return Difference(
        added=tuple(new[key] for key in sorted(new.keys() - old.keys())),
        changed=tuple(Change(*pair) for pair in both if pair[2]),
        removed=tuple(old[key] for key in sorted(old.keys() - new.keys())),
    )
