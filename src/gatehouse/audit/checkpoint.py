"""Checkpoints: how long the log was, its root, and when; signed by the log, countersigned by the oversight body.

The text is that of C2SP tlog-checkpoint: origin, size, root in base64, each on a line, and one extension line with
the time. Both sign the same text (`signing`), so a countersignature is over everything that the log said.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from gatehouse.audit.errors import NoteError
from gatehouse.audit.merkle import HASH_BYTES, SIZE_MAX, is_consistent
from gatehouse.audit.signing import Note, PrivateKey, PublicKey, from_base64, note_from, signers, to_base64

TIME_MARK = "time "
PROOF_HASHES_MAX = 64
"""One for each bit of a size, and the first."""
OLD_MARK = "old "
YEARS = range(2000, 3000)
"""Years in which checkpoints are believed to be made; it keeps reckoning with their times from running over."""
_SIZE = re.compile(r"0|[1-9][0-9]{0,18}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The log `origin` had `size` entries with this root at `time` (UTC, whole seconds)."""

    origin: str
    size: int
    root: bytes
    time: dt.datetime

    def text(self) -> str:
        """What is signed."""
        return f"{self.origin}\n{self.size}\n{to_base64(self.root)}\n{TIME_MARK}{_written(self.time)}\n"

    def signed(self, key: PrivateKey) -> Note:
        """The note of this checkpoint with the log's own signature."""
        return Note(self.text(), (key.signature_line(self.text()),))

    @property
    def tree(self) -> tuple[int, bytes]:
        """Size and root."""
        return self.size, self.root


def checkpoint_from(note: Note) -> Checkpoint:
    """What a note says; who signed it is for `signers`. Raises `NoteError` when it is no checkpoint."""
    remedy = "give the file as `gatehouse audit checkpoint` wrote it"
    try:
        origin, size, root, time = note.text.splitlines()
        read = Checkpoint(origin, int(size), from_base64(root), dt.datetime.fromisoformat(time[len(TIME_MARK) :]))
    except ValueError:
        raise NoteError("a checkpoint lacks a line or has one in another form", remedy) from None
    if not _SIZE.fullmatch(size) or read.size > SIZE_MAX or len(read.root) != HASH_BYTES:
        raise NoteError("the size or the root of a checkpoint is none", remedy)
    # Only the one form is taken, so that nobody can sign two spellings of one statement.
    if read.time.year not in YEARS or not read.time.tzinfo or read.text() != note.text:
        raise NoteError("a checkpoint is not written in its one form", remedy)
    return read


def _written(time: dt.datetime) -> str:
    return time.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True)
class Request:
    """What the oversight body is asked to countersign: a note, and the proof that the log grew from size `old`.

    Written as C2SP tlog-witness writes it: `old N`, the proof's hashes in base64, an empty line, the note.
    """

    old: int
    proof: tuple[bytes, ...]
    note: Note

    def __str__(self) -> str:
        return f"{OLD_MARK}{self.old}\n{''.join(to_base64(one) + chr(10) for one in self.proof)}\n{self.note}"


def request_from(written: str) -> Request:
    """Read a request, or a plain note, which is a request that proves nothing. Raises `NoteError`."""
    if not written.startswith(OLD_MARK):
        return Request(0, (), note_from(written))
    head, _, note = written.partition("\n\n")
    old, *hashes = head.removeprefix(OLD_MARK).splitlines() or [""]
    if not _SIZE.fullmatch(old) or len(hashes) > PROOF_HASHES_MAX:
        raise NoteError("a request begins with no size, or has too long a proof", "have it made again")
    return Request(int(old), tuple(map(from_base64, hashes)), note_from(note))


def countersigned(request: Request, key: PrivateKey, log: Sequence[PublicKey], seen: Note | None) -> Note:
    """The note with the oversight body's signature, if the log may have it.

    `log` are the log's public keys, `seen` is the newest note that `key` countersigned. Refuses (`NoteError`) a note
    that the log did not sign, one of another log, one that is older than `seen`, and one whose log is not proved to
    have grown from `seen`: a log that was rewritten can give no such proof.
    """
    if not signers(request.note, log):
        raise NoteError("the log did not sign this note", "check that --log is the log's public key")
    new = checkpoint_from(request.note)
    if seen is not None:
        _check_grown(checkpoint_from(seen), new, request)
    return request.note.signed_by(key)


def _check_grown(old: Checkpoint, new: Checkpoint, request: Request) -> None:
    if new.origin != old.origin or new.size < old.size or new.time < old.time:
        raise NoteError(
            f"the note is of another log, or older or shorter than the one of size {old.size} countersigned before",
            "keep both as evidence and ask the log's operator",
        )
    if new.size != old.size and request.old != old.size and old.size:
        raise NoteError(
            f"nothing proves that the log grew from size {old.size}, countersigned before",
            f"have the request made with `gatehouse audit checkpoint --since {old.size}`",
        )
    proof: Sequence[bytes] = () if old.size in (0, new.size) else request.proof
    if not is_consistent(old.tree, new.tree, proof):
        raise NoteError(
            f"the log did not grow from the one of size {old.size}: entries below it were altered",
            "keep both notes as evidence; this is what countersigning is there to find",
        )
