"""The whole log verified, from a database or an export, in one pass and with bounded memory.

Enters: entries in order, notes, and public keys that the verifier got from elsewhere. Leaves: a `Report` with a finding
(`findings.csv`) for each thing that is not as it was signed. Nothing that the log says of itself is believed: numbers,
encodings, roots, signatures and times are all made anew.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from gatehouse.audit.beginning import WHOLE, Beginning
from gatehouse.audit.checkpoint import Checkpoint, checkpoint_from
from gatehouse.audit.entry import decoded
from gatehouse.audit.errors import EntryError, NoteError
from gatehouse.audit.export import Export, Leaf
from gatehouse.audit.glance import time_of
from gatehouse.audit.key_files import Keys
from gatehouse.audit.merkle import Edge, leaf_hash
from gatehouse.audit.signing import note_from, signers
from gatehouse.terms.finding import Severity

FINDINGS_MAX = 1_000
GRACE_DEFAULT = dt.timedelta(days=7)
CLOCK_SLACK = dt.timedelta(minutes=5)
"""How far the clocks of two hosts may differ."""
COMMIT_DELAY_MAX = dt.timedelta(days=1)
"""The longest time between an entry being made and being committed."""
BEGINNING = dt.datetime.min.replace(tzinfo=dt.UTC)
END = dt.datetime.max.replace(tzinfo=dt.UTC)


class LogFinding(NamedTuple):
    """One thing that is wrong, at an entry's number or nowhere in particular."""

    severity: Severity
    code: str
    number: int | None
    text: str


@lru_cache(maxsize=1)
def severities() -> dict[str, Severity]:
    """The severity of each code of `findings.csv`."""
    text = resources.files(__package__).joinpath("findings.csv").read_text(encoding="utf-8")
    return {row["code"]: Severity(row["severity"]) for row in csv.DictReader(text.splitlines())}


@dataclass(slots=True)
class Report:
    """What a verification found. `countersigned` is the size that the newest countersigned true checkpoint covers.

    `forgotten` entries were forgotten by the law's clock, all of them made before `forgotten_before`.
    `unsigned` counts the entries that no true checkpoint covers, and `open` those that no countersigned one does,
    the oldest of them made at `open_since`: what the log's own operator could still change unseen.
    """

    size: int = 0
    root: bytes = b""
    checkpoints: int = 0
    signed: int = 0
    countersigned: int = 0
    open_since: dt.datetime | None = None
    forgotten: int = 0
    forgotten_before: dt.datetime | None = None
    findings: list[LogFinding] = field(default_factory=list)

    @property
    def is_true(self) -> bool:
        """Whether nothing was found that speaks against the log."""
        return all(finding.severity is not Severity.ERROR for finding in self.findings)

    @property
    def unsigned(self) -> int:
        """Entries that no true checkpoint covers."""
        return max(0, self.size - self.signed)

    @property
    def open(self) -> int:
        """Entries that no countersigned true checkpoint covers."""
        return max(0, self.size - self.countersigned)

    def tell(self, code: str, number: int | None, text: str) -> None:
        """Add a finding; beyond `FINDINGS_MAX` only that there are more."""
        if len(self.findings) < FINDINGS_MAX:
            self.findings.append(LogFinding(severities()[code], code, number, text))
        elif len(self.findings) == FINDINGS_MAX:
            more = "findings-left-out"
            self.findings.append(LogFinding(severities()[more], more, None, f"only {FINDINGS_MAX} are kept"))


class _Signed(NamedTuple):
    """A checkpoint whose signatures are true, and whether the oversight body's is among them."""

    checkpoint: Checkpoint
    is_countersigned: bool


def verified(
    leaves: Iterable[Leaf],
    notes: Iterable[str],
    keys: Keys,
    now: dt.datetime,
    grace: dt.timedelta = GRACE_DEFAULT,
    beginning: Beginning = WHOLE,
) -> Report:
    """Verify a log against its notes and every note that the verifier kept from before.

    `leaves` come in the order of their numbers, from the `beginning` on, which is believed only where a countersigned
    checkpoint says the same. `grace` is how old an entry may become at `now` before it has to be
    countersigned. Raises nothing for what is in the log.
    """
    report = Report()
    signed = _judged(notes, keys, report)
    walk = _Walk(report, _from_there(signed, beginning, keys, report), beginning)
    for number, leaf in leaves:
        walk.step(number, leaf)
    walk.end()
    if not report.checkpoints:
        report.tell("never-signed", None, "sign the first checkpoint with `gatehouse audit checkpoint`")
    if not keys.oversight:
        report.tell("oversight-unknown", None, "give its public key to know that nothing was rewritten")
    elif walk.oldest_open < now - grace:
        text = f"{report.open} entries, the oldest of {walk.oldest_open.date()}, are not countersigned"
        report.tell("not-countersigned", report.countersigned, text)
    return report


def told_too_soon(report: Report, kept_since: dt.datetime) -> None:
    """Tell of entries that were forgotten although the law has the log kept from `kept_since` on."""
    if report.forgotten_before and report.forgotten_before > kept_since:
        text = (
            f"entries were forgotten up to {report.forgotten_before.date()}, and are kept from {kept_since.date()} on"
        )
        report.tell("forgotten-too-soon", report.forgotten, text)


def verified_export(
    export: Export,
    held: Iterable[str],
    keys: Keys,
    now: dt.datetime,
    grace: dt.timedelta = GRACE_DEFAULT,
) -> Report:
    """Verify an export against its own notes and those that the verifier `held` from before."""
    report = verified(export.leaves, (*export.notes, *held), keys, now, grace, export.beginning)
    if report.size != export.size:
        report.tell("size-differs", report.size, f"the export says that it holds {export.size}")
    return report


def _judged(notes: Iterable[str], keys: Keys, report: Report) -> list[_Signed]:
    """The checkpoints whose signatures are true, each once, shortest first."""
    signed: dict[Checkpoint, bool] = {}
    for written in notes:
        if found := _judge(written, keys, report):
            # The same checkpoint is kept as the log signed it and as it came back countersigned.
            signed[found.checkpoint] = found.is_countersigned or signed.get(found.checkpoint, False)
    report.checkpoints = len(signed)
    once = (_Signed(checkpoint, is_countersigned) for checkpoint, is_countersigned in signed.items())
    return sorted(once, key=lambda one: (one.checkpoint.size, one.checkpoint.time))


def _judge(written: str, keys: Keys, report: Report) -> _Signed | None:
    try:
        note = note_from(written)
        checkpoint = checkpoint_from(note)
    except NoteError as fault:
        report.tell("checkpoint-unreadable", None, fault.cause)
        return None
    try:
        found = signers(note, (*keys.log, *keys.oversight))
    except NoteError as fault:
        report.tell("checkpoint-forged", checkpoint.size, fault.cause)
        return None
    if checkpoint.origin != keys.origin:
        report.tell("checkpoint-of-another-log", checkpoint.size, "its first line is not the name of the log's key")
        return None
    if not found & set(keys.log):
        report.tell("checkpoint-unsigned", checkpoint.size, f"the checkpoint of size {checkpoint.size}")
        return None
    return _Signed(checkpoint, bool(found & set(keys.oversight)))


def _from_there(signed: list[_Signed], beginning: Beginning, keys: Keys, report: Report) -> list[_Signed]:
    """The checkpoints that the rest of a log can be compared with. What was forgotten has to be proved by one of them:
    countersigned, unless no key of the oversight body is known.
    """
    if not beginning.size:
        return signed
    report.forgotten = beginning.size
    at = [one for one in signed if one.checkpoint.size == beginning.size]
    if not any(one.is_countersigned or not keys.oversight for one in at):
        text = f"no countersigned checkpoint says what the first {beginning.size} entries were"
        report.tell("beginning-unproved", beginning.size, text)
    if at:
        report.forgotten_before = max(one.checkpoint.time for one in at)
    return [one for one in signed if one.checkpoint.size >= beginning.size]


def _edge_of(beginning: Beginning, report: Report) -> Edge:
    try:
        return beginning.edge()
    except ValueError:
        report.tell("beginning-unproved", beginning.size, "what is kept of the forgotten entries is no tree of them")
        return Edge()


class _Walk:
    """One pass over the entries beside the checkpoints, shortest first."""

    def __init__(self, report: Report, signed: list[_Signed], beginning: Beginning) -> None:
        self.report, self.edge = report, _edge_of(beginning, report)
        self.oldest_open = END
        self._next_number = beginning.size
        self._ahead: Iterator[_Signed] = iter(signed)
        self._next = next(self._ahead, None)
        self._earliest, self._latest = BEGINNING, END
        self._meet()

    def step(self, number: int, leaf: bytes) -> None:
        """Take the next entry."""
        if number != self._next_number:
            gap = f"entries {self._next_number} to {number - 1} are missing"
            self.report.tell("entry-missing", self._next_number, gap)
        self._next_number = number + 1
        self._judge(number, leaf)
        self.edge.append(leaf_hash(leaf))
        if self._next and self._next.checkpoint.size <= self.edge.size:
            self._meet()

    def _judge(self, number: int, leaf: bytes) -> None:
        try:
            at = time_of(leaf) or decoded(leaf).at
        except EntryError as fault:
            self.report.tell("entry-altered", number, fault.cause)
            return
        self.oldest_open = min(self.oldest_open, at)
        if at > self._latest:
            self.report.tell("time-after-checkpoint", number, f"the entry says {at:%Y-%m-%d %H:%M}")
        elif at < self._earliest:
            self.report.tell("time-before-checkpoint", number, f"the entry says {at:%Y-%m-%d %H:%M}")

    def _meet(self) -> None:
        """Compare with the checkpoints of the size reached, and look up the one ahead."""
        root = self.edge.root()
        while self._next and self._next.checkpoint.size == self.edge.size:
            checkpoint, is_countersigned = self._next
            if checkpoint.root != root:
                text = f"entries {self.report.signed} to {checkpoint.size - 1} are not all those that were signed"
                self.report.tell("root-differs", checkpoint.size, text)
            else:
                self._agree(checkpoint, is_countersigned)
            self._next = next(self._ahead, None)
        self._latest = self._next.checkpoint.time + CLOCK_SLACK if self._next else END

    def _agree(self, checkpoint: Checkpoint, is_countersigned: bool) -> None:
        self.report.signed = checkpoint.size
        self._earliest = checkpoint.time - COMMIT_DELAY_MAX
        if is_countersigned:
            self.report.countersigned = checkpoint.size
            self.oldest_open = END

    def end(self) -> None:
        """Say what checkpoints promise beyond the last entry, and write down what was reached."""
        while self._next:
            size = self._next.checkpoint.size
            self.report.tell("log-shortened", self.edge.size, f"a checkpoint covers {size} entries")
            self._next = next(self._ahead, None)
        self.report.size, self.report.root = self.edge.size, self.edge.root()
        self.report.open_since = self.oldest_open if self.report.open and self.oldest_open != END else None
