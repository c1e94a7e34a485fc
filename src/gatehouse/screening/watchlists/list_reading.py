"""What reading a list gives: its persons, what was wrong, and what was left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import NamedTuple

from gatehouse.screening.watchlists.limits import ENTRIES_MAX
from gatehouse.screening.watchlists.source import Source
from gatehouse.terms.dates import PartialDate
from gatehouse.terms.entry import ListEntry
from gatehouse.terms.finding import Finding, error, info


class Skipped(NamedTuple):
    """An entry that could not be read and is left out, with the reason."""

    finding: Finding


class Published(NamedTuple):
    """The date that the file itself gives as its publication."""

    date: PartialDate


class Mark(Enum):
    """What else a reader can meet."""

    NOT_A_PERSON = "an organisation, vessel or aircraft: counted, not loaded"


Item = ListEntry | Finding | Skipped | Published | Mark
"""What a reader yields, in file order. A finding's `segment` is the ordinal of the entry (or row) in the file."""


@dataclass(frozen=True, slots=True)
class ListReading:
    """Everything one list file was understood to say.

    `list` is the list's short name, `format` that of the reader, `published` the file's own date. `skipped` counts
    malformed entries, `not_persons` the entries that are no person; neither is in `entries`.
    """

    list: str
    format: str
    published: PartialDate | None
    entries: tuple[ListEntry, ...]
    findings: tuple[Finding, ...]
    skipped: int
    not_persons: int


@dataclass(slots=True)
class _Gathered:
    entries: dict[str, ListEntry] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    published: PartialDate | None = None
    skipped: int = 0
    not_persons: int = 0

    def skip(self, finding: Finding) -> None:
        self.skipped += 1
        self.findings.append(finding)

    def add(self, item: Item) -> None:
        match item:
            case ListEntry() if item.entry_id in self.entries:
                self.skip(error("entry-repeated", None, "an entry identifier stands twice; the first one was kept"))
            case ListEntry():
                self.entries[item.entry_id] = item
            case Skipped(finding):
                self.skip(finding)
            case Published(date):
                self.published = date
            case Mark.NOT_A_PERSON:
                self.not_persons += 1
            case Finding():
                self.findings.append(item)


def gather(source: Source, format_name: str, items: Iterable[Item], list_name: str | None) -> ListReading:
    """Fold what a reader yields into one reading, under `list_name` if it is given.

    Refuses a file that gives no person at all, one with more than `ENTRIES_MAX`, and one that mixes several lists:
    loading it would remove or confuse everybody who is listed now.
    """
    gathered = _Gathered()
    for item in items:
        gathered.add(item)
        if len(gathered.entries) > ENTRIES_MAX:
            raise source.refuse("file", f"more than {ENTRIES_MAX} entries", "split the list")
    if not gathered.entries:
        cause = f"no person could be read ({gathered.skipped} entries skipped, {gathered.not_persons} not persons)"
        raise source.refuse("file", cause, "check that this is the complete file; the list that is in force stays")
    if gathered.not_persons:
        text = f"{gathered.not_persons} entries are organisations, vessels or aircraft and were not loaded"
        gathered.findings.append(info("entries-not-persons", None, text))
    return _named(source, format_name, gathered, list_name)


def _named(source: Source, format_name: str, gathered: _Gathered, list_name: str | None) -> ListReading:
    entries = tuple(gathered.entries.values())
    if list_name:
        entries = tuple(replace(entry, list=list_name) for entry in entries)
    names = {entry.list for entry in entries}
    if len(names) > 1:
        raise source.refuse("file", f"{len(names)} different lists in one file", "make one file for each list")
    return ListReading(
        names.pop(),
        format_name,
        gathered.published,
        entries,
        tuple(gathered.findings),
        gathered.skipped,
        gathered.not_persons,
    )
