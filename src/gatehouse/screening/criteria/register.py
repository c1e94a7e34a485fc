"""The register of criteria in a folder: which version is what, locked by hash, with every trial and who activated it.

`register.jsonl` holds the events, `versions/` the exact bytes of every version that was tried, `reports/` the reports.
A version is locked when it is first tried: from then on the same number with other bytes is refused, so that nobody
changes a criterion under its number, nor tries one until the figures please without that being seen. Files are written
before the event that names them; every file is checked against the hash in its event whenever it is used.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path
from typing import NamedTuple

from gatehouse.screening.criteria import states
from gatehouse.screening.criteria.activation import Asked, against
from gatehouse.screening.criteria.checking import check
from gatehouse.screening.criteria.criterion import Criterion
from gatehouse.screening.criteria.criterion_file import parse_criterion
from gatehouse.screening.criteria.errors import RegisterError
from gatehouse.screening.criteria.events_file import Event, add_events, only_writer, read_events, write_whole
from gatehouse.screening.criteria.protected import Permitted
from gatehouse.screening.criteria.report import Report
from gatehouse.screening.criteria.report_json import ReportHead, head_from, report_from, to_json
from gatehouse.terms.saying import Saying

VERSIONS, REPORTS = "versions", "reports"
REPORT_DIGITS = 12
"""Digits of its hash in a report's file name."""


class Entry(NamedTuple):
    """A version as it stands: its criterion, state, since when, by whom, why, and its last report's hash."""

    criterion: Criterion
    state: str
    since: str
    by: str
    reason: str
    report: str


class Register:
    """The register in `folder`, which the first trial makes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def entries(self, today: dt.date) -> list[Entry]:
        """Every version that was ever tried, by identifier and version, in its state on that day."""
        found: dict[tuple[str, int], Entry] = {}
        for event in read_events(self._folder):
            place = (event.identifier, event.version)
            before = found[place] if place in found else self._draft(event)
            found[place] = _after(before, event)
        stand = (entry._replace(state=states.on_day(entry.state, entry.criterion, today)) for entry in found.values())
        return sorted(stand, key=lambda entry: (entry.criterion.identifier, entry.criterion.version))

    def in_force(self, today: dt.date) -> tuple[Criterion, ...]:
        """The criteria that are active on that day, neither suspended nor ended."""
        return tuple(entry.criterion for entry in self.entries(today) if entry.state == states.ACTIVE)

    def in_force_during(self, first: dt.date, last: dt.date) -> tuple[Criterion, ...]:
        """The criteria that were in force on any of these days, both included."""
        events = read_events(self._folder)
        found = []
        for entry in self.entries(last):
            one = entry.criterion
            own = [event for event in events if (event.identifier, event.version) == (one.identifier, one.version)]
            begun = [_day(event) for event in own if event.event == states.ACTIVATED]
            ended = [_day(event) for event in own if event.event in (states.REPLACED, states.RETIRED_BY)]
            if begun and begun[0] <= last and min(*ended, one.review_by, one.sunset) >= first:
                found.append(one)
        return tuple(found)

    def locked(self, criterion: Criterion) -> None:
        """Refuse a file that was changed under its version, or that is older than a version tried before."""
        _check_lock(criterion, self.entries(criterion.written))

    def entry(self, identifier: str, version: int, today: dt.date) -> Entry:
        """One version as it stands. Raises `RegisterError` for one that was never tried."""
        return self._entry(identifier, version, today)

    def content(self, criterion: Criterion) -> bytes:
        """The very bytes that were tried under this version; their hash was compared when the entry was read."""
        return self._version_path(criterion.identifier, criterion.version).read_bytes()

    def report(self, entry: Entry) -> Report | None:
        """The report of the last trial; None where there is none. Raises `RegisterError` for one that was changed."""
        content = self._report_content(entry)
        return report_from(content) if content else None

    def events(self, criterion: Criterion) -> list[Event]:
        """What happened to one version, in order."""
        return [one for one in read_events(self._folder) if one.sha256 == criterion.sha256]

    def tried(self, content: bytes, report: Report, at: dt.datetime) -> Path:
        """Lock the version with these bytes and keep the report of its trial; the report's path.

        Raises `RegisterError` when the version is locked with other bytes, or is retired.
        """
        criterion = parse_criterion(content, f"{report.identifier}-{report.version}")
        written = to_json(report)
        digest = hashlib.sha256(written).hexdigest()
        with only_writer(self._folder):
            entries = self.entries(at.date())
            _check_lock(criterion, entries)
            entry = next((one for one in entries if one.criterion.name == criterion.name), None)
            _step(criterion, entry.state if entry else states.DRAFT, states.TRIED)
            write_whole(self._version_path(criterion.identifier, criterion.version), content)
            path = self._report_path(criterion.identifier, criterion.version, digest)
            write_whole(path, written)
            add_events(self._folder, [_event(at, states.TRIED, criterion)._replace(report=digest)])
        return path

    def activate(self, identifier: str, version: int, permitted: Permitted, asked: Asked) -> Criterion:
        """Put a version in force in place of the one before. Raises `RegisterError` with the reason against it."""
        with only_writer(self._folder):
            entry = self._entry(identifier, version, asked.today)
            criterion = entry.criterion
            faults = check(criterion, permitted, asked.today)
            if refusal := against(criterion, entry.state, self._head(entry), faults, asked):
                raise RegisterError(criterion.name, refusal.cause, refusal.remedy)
            at = dt.datetime.now(dt.UTC)
            activated = _event(at, states.ACTIVATED, criterion)._replace(by=asked.by, reason=asked.despite)
            add_events(self._folder, [*self._replaced(criterion, at, asked), activated])
        return criterion

    def retire(self, identifier: str, version: int, asked: Asked) -> None:
        """Take a version out of use for good; `asked.despite` is the reason, which must be given."""
        with only_writer(self._folder):
            entry = self._entry(identifier, version, asked.today)
            if not asked.despite.strip():
                raise RegisterError(entry.criterion.name, Saying("is retired for a reason"), Saying("say which"))
            _step(entry.criterion, entry.state, states.RETIRED_BY)
            event = _event(dt.datetime.now(dt.UTC), states.RETIRED_BY, entry.criterion)
            add_events(self._folder, [event._replace(by=asked.by, reason=asked.despite)])

    def _replaced(self, criterion: Criterion, at: dt.datetime, asked: Asked) -> list[Event]:
        """Events that end the versions in whose place this one comes; an older one never takes a newer one's place."""
        events = []
        for entry in self.entries(asked.today):
            other = entry.criterion
            if other.identifier != criterion.identifier or (entry.state, states.REPLACED) not in states.CRITERION:
                continue
            if other.version > criterion.version:
                raise RegisterError(
                    criterion.name,
                    Saying("version %(number)s is in force", number=other.version),
                    Saying("activate a newer one"),
                )
            why = f"replaced by version {criterion.version}"
            events.append(_event(at, states.REPLACED, other)._replace(by=asked.by, reason=why))
        return events

    def _entry(self, identifier: str, version: int, today: dt.date) -> Entry:
        for entry in self.entries(today):
            if (entry.criterion.identifier, entry.criterion.version) == (identifier, version):
                return entry
        cause = Saying("was never tried on history, so that it is not in the register")
        raise RegisterError(f"{identifier} {version}", cause, Saying("run `gatehouse criteria shadow` first"))

    def _head(self, entry: Entry) -> ReportHead | None:
        content = self._report_content(entry)
        return head_from(content) if content else None

    def _report_content(self, entry: Entry) -> bytes | None:
        criterion = entry.criterion
        path = self._report_path(criterion.identifier, criterion.version, entry.report)
        if not path.exists():
            return None
        content = path.read_bytes()
        if hashlib.sha256(content).hexdigest() != entry.report:
            raise RegisterError(
                criterion.name, Saying("its shadow report was changed"), Saying("run `gatehouse criteria shadow` again")
            )
        return content

    def _draft(self, event: Event) -> Entry:
        path = self._version_path(event.identifier, event.version)
        content = path.read_bytes() if path.exists() else b""
        name = f"{event.identifier} {event.version}"
        if hashlib.sha256(content).hexdigest() != event.sha256:
            raise RegisterError(
                name, Saying("its file in the register was changed or lost"), Saying("restore the folder from a copy")
            )
        return Entry(parse_criterion(content, path.name), states.DRAFT, event.at, "", "", "")

    def _version_path(self, identifier: str, version: int) -> Path:
        return self._folder / VERSIONS / f"{identifier}-{version}.toml"

    def _report_path(self, identifier: str, version: int, digest: str) -> Path:
        return self._folder / REPORTS / f"shadow-{identifier}-{version}-{digest[:REPORT_DIGITS]}.json"


def _after(entry: Entry, event: Event) -> Entry:
    if event.sha256 != entry.criterion.sha256:
        raise RegisterError(
            entry.criterion.name, Saying("has events of another file"), Saying("restore the folder from a copy")
        )
    state = states.CRITERION.get((entry.state, event.event), entry.state)
    by, reason = (event.by, event.reason) if state != entry.state else (entry.by, entry.reason)
    since = event.at if state != entry.state else entry.since
    return Entry(entry.criterion, state, since, by, reason, event.report or entry.report)


def _event(at: dt.datetime, event: str, criterion: Criterion) -> Event:
    moment = at.astimezone(dt.UTC).isoformat(timespec="seconds")
    return Event(moment, event, criterion.identifier, criterion.version, criterion.sha256)


def _day(event: Event) -> dt.date:
    return dt.datetime.fromisoformat(event.at).date()


def _step(criterion: Criterion, state: str, event: str) -> None:
    if (state, event) not in states.CRITERION:
        raise RegisterError(
            criterion.name, Saying("is %(state)s", state=states.SAID[state]), Saying("write a new version")
        )


def _check_lock(criterion: Criterion, entries: list[Entry]) -> None:
    same = [entry.criterion for entry in entries if entry.criterion.identifier == criterion.identifier]
    for known in same:
        if known.version == criterion.version and known.sha256 != criterion.sha256:
            raise RegisterError(
                criterion.name, Saying("was changed after it was tried on history"), Saying("give it a new version")
            )
    newest = max((known.version for known in same), default=0)
    if criterion.version < newest and not any(known.version == criterion.version for known in same):
        raise RegisterError(
            criterion.name,
            Saying("comes after version %(number)s was tried", number=newest),
            Saying("number it above %(number)s", number=newest),
        )
