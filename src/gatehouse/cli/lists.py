"""`gatehouse lists`: load list files as versions, show them, and tell an entry's history."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer
from rich.table import Table

from gatehouse.cli.console import OUT, Refused, plain, progress
from gatehouse.cli.lawful import law
from gatehouse.cli.list_files import list_read
from gatehouse.cli.lists_build import build
from gatehouse.cli.operating_points import operating_points
from gatehouse.cli.stored import stored
from gatehouse.cli.thresholds import Said, stored_and_screened
from gatehouse.cli.visiting import As, For, Under, refusals_told, visit_of
from gatehouse.screening.stored_text import storable
from gatehouse.screening.watchlists.difference import Difference, difference
from gatehouse.screening.watchlists.errors import ListFileError
from gatehouse.screening.watchlists.list_reading import ListReading
from gatehouse.terms.entry import ListEntry

if TYPE_CHECKING:
    from gatehouse.records import Visit
    from gatehouse.screening.watchlists.store import EntryAtTime, VersionSummary

app = typer.Typer(
    help="Load a list file as a new version; show versions and who was listed when.", no_args_is_help=True
)

app.command("operating-points")(operating_points)

app.command()(build)

Row = TypeVar("Row")
SHOWN_MAX = 10
"""Entries or findings of one kind that are named; the rest is counted."""


@app.command()
def add(
    file: Annotated[Path, typer.Argument(help="UN, OFAC, EU, UK, FollowTheMoney, or our own CSV.")],
    name: Annotated[str | None, typer.Option(help="Short name of the list; the file's own when not given.")] = None,
    threshold: Said = None,
) -> None:
    """Load a list file as the newest version of its list, and screen stored travellers with what changed.

    Nothing is overwritten: what was added, changed and removed is shown, and who was listed before can still be
    asked. A malformed entry is skipped and named; a malformed file changes nothing.

    Example: gatehouse lists add un_consolidated.xml
    """
    reading = list_read(file, name)
    with stored_and_screened(threshold):
        version, changes = added(reading, file)
        if not version.is_new:
            OUT.print(f"{plain(version.list)} version {version.number}: this very file is in force already")
            return
        _show_version(version, changes, reading)
        rescreened()


def added(reading: ListReading, file: Path) -> tuple[VersionSummary, Difference]:
    """Store the reading as a version; what it changed against the version before."""
    from gatehouse.screening.watchlists import store

    before = [entry for entry in store.current_entries() if entry.list == reading.list]
    try:
        version = store.add_list(reading, file)
    except ListFileError as fault:
        raise Refused(str(fault)) from fault
    return version, difference(before, reading.entries)


def rescreened() -> None:
    """Screen the travellers stored before with the lists as they are now, with progress."""
    from gatehouse.screening import rescreening

    stands = law().standing()
    if not stands.may_screen:
        OUT.print(f"stored travellers wait to be screened again: {stands.says}")
        return
    with progress() as bar:
        task = bar.add_task("screening stored travellers again", total=None)
        summary = rescreening.rescreen(lambda done: bar.update(task, description=f"{done} statements screened again"))
    if summary.travellers:
        changed = f"{summary.hits} new hits, {summary.ended} hits whose entry was changed or removed"
        OUT.print(f"{summary.travellers} stored travellers screened again: {changed}")
    if summary.left_out:
        OUT.print(
            f"in {summary.left_out} of these searches something was left out; `gatehouse hits` says of which hits"
        )


def _show_version(version: VersionSummary, changes: Difference, reading: ListReading) -> None:
    published = f", published {version.published}" if version.published else ""
    OUT.print(f"[bold]{plain(version.list)}[/] version {version.number}{published}: {version.entries} entries")
    _show_entries("added", changes.added)
    for change in changes.changed[:SHOWN_MAX]:
        OUT.print(f"  changed  {_label(change.after)}: {', '.join(change.fields)}")
    _show_rest("changed", len(changes.changed))
    _show_entries("removed", changes.removed)
    for finding in reading.findings[:SHOWN_MAX]:
        place = f"entry {finding.segment}: " if finding.segment else ""
        OUT.print(f"  [dim]{finding.severity}  {place}{finding.code}: {plain(finding.text)}[/]")
    _show_rest("findings", len(reading.findings))


def _show_entries(label: str, entries: tuple[ListEntry, ...]) -> None:
    for entry in entries[:SHOWN_MAX]:
        OUT.print(f"  {label}  {_label(entry)}")
    _show_rest(label, len(entries))


def _show_rest(label: str, count: int) -> None:
    if count > SHOWN_MAX:
        OUT.print(f"  … {count} {label} in all")


def _label(entry: ListEntry) -> str:
    return plain(f"{entry.entry_id} {entry.primary_name}")


@app.command()
def show(
    name: Annotated[str | None, typer.Argument(help="Short name of a list; all lists when not given.")] = None,
    on: Annotated[str | None, typer.Option(help="A day (YYYY-MM-DD): who was listed then.")] = None,
    role: As = None,
    purpose: For = None,
    reference: Under = None,
) -> None:
    """Show the versions of the lists, or who was on a list on a day.

    Looking at who was listed is an entry in the audit log; in live mode it needs a role, a purpose and a reference.

    Example: gatehouse lists show UN-SC --on 2026-02-01
    """
    if on and not name:
        raise Refused("lists show: --on needs the name of a list; example: gatehouse lists show UN-SC --on 2026-02-01")
    day = _day(on) if on else None
    with stored():
        from gatehouse.screening.watchlists import store

        versions = store.versions()
        if name and name not in {version.list for version in versions}:
            raise Refused(f"lists show: no list {name} is loaded; loaded: {_names(versions)}")
        if name and day:
            visit = visit_of(role, purpose, reference)
            _show_listed(_seen(visit, name, lambda: store.entries_on(name, day)), name, day)
            _show_beginning(min(v.effective for v in versions if v.list == name), day)
        else:
            _show_versions([v for v in versions if name in (None, v.list)])


def _seen(visit: Visit, name: str | None, read: Callable[[], list[Row]]) -> list[Row]:
    """What is read of one list, or of all, by the one door."""
    from gatehouse.records import opened, subject
    from gatehouse.safeguards.vocabulary import Act, SubjectClass

    about = subject(SubjectClass.LIST_ENTRY, f"list:{name}" if name else "store:watchlists")
    with refusals_told(), opened(visit, Act.SEARCH, about) as opening:
        found = read()
        opening.note(Act.SEARCH, about, {"shown": len(found)})
        return found


def _names(versions: list[VersionSummary]) -> str:
    return ", ".join(sorted({version.list for version in versions})) or "none"


def _show_beginning(first: dt.date, day: dt.date) -> None:
    """Nobody listed on a day is one answer; no version held for that day is another."""
    if day < first:
        OUT.print(f"the first version held is of {first}: who was listed before it is not known here")


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as fault:
        raise Refused(f"--on {text}: is no day; write it as 2026-02-01") from fault


def _show_versions(versions: list[VersionSummary]) -> None:
    counted = ("entries", "added", "changed", "removed")
    table = Table("list", "version", "file", "published", "in force from", *counted, box=None)
    for v in versions:
        counts = map(str, (v.entries, v.added, v.changed, v.removed))
        table.add_row(plain(v.list), str(v.number), plain(v.file_name), v.published, str(v.effective), *counts)
    OUT.print(table if versions else "no list is loaded; gatehouse lists add FILE loads one")


def _show_listed(entries: list[ListEntry], name: str, day: dt.date) -> None:
    for entry in entries:
        births = ", ".join(map(str, entry.birth_dates)) or "birth date not stated"
        OUT.print(plain(f"{entry.entry_id}  {entry.primary_name}  {births}  {' '.join(entry.nationalities)}".rstrip()))
    OUT.print(f"{len(entries)} entries stood on {plain(name)} on {day}")


@app.command()
def history(
    entry: Annotated[str, typer.Argument(metavar="ID", help="The list's own identifier of the entry.")],
    name: Annotated[str | None, typer.Option("--list", help="Short name of the list, when several use the ID.")] = None,
    role: As = None,
    purpose: For = None,
    reference: Under = None,
) -> None:
    """Tell every version of an entry: from when to when it stood so, and what changed.

    Looking is an entry in the audit log; in live mode it needs a role, a purpose and a reference.

    Example: gatehouse lists history 6908555
    """
    with stored():
        from gatehouse.screening.watchlists import store

        known = {version.list for version in store.versions()}
        if name and name not in known:
            raise Refused(f"lists history: no list {name} is loaded; loaded: {_names(store.versions())}")
        visit = visit_of(role, purpose, reference)
        versions = _seen(visit, name, lambda: store.history(storable(entry) or "", name))
    if not versions:
        raise Refused(f"{entry}: nobody was ever listed so; `gatehouse lists show NAME --on DAY` gives identifiers")
    before: EntryAtTime | None = None
    for version in versions:
        _show_entry(version, before)
        before = version


def _show_entry(version: EntryAtTime, before: EntryAtTime | None) -> None:
    from gatehouse.screening.watchlists.difference import changed_fields

    entry = version.entry
    until = f"until {version.valid_to}" if version.valid_to else "still in force"
    head = f"{entry.list} version {version.first_version}"
    OUT.print(f"[bold]{plain(head)}[/] from {version.valid_from}, {until}")
    if before and before.entry.list == entry.list:
        OUT.print(f"  changed: {', '.join(changed_fields(before.entry, entry)) or 'listed again, unchanged'}")
    for listed in entry.names:
        OUT.print(f"  {listed.quality} name ({listed.script}): {plain(listed.full)}")
    OUT.print(f"  born: {', '.join(map(str, entry.birth_dates)) or 'not stated'}; {', '.join(entry.nationalities)}")
    for document in entry.documents:
        OUT.print(plain(f"  document: {document.type or ''} {document.number} {document.issuer or ''}"))
