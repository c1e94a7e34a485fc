"""Checkpoints in the database: signed from where the last one stopped, countersigned notes taken in, notes read.

Signing reads only what came after the last checkpoint, because the edge of the tree is kept with it. The edge is not
believed: its root must be the one that this log's key signed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from django.db import connection, transaction

from gatehouse.audit import log
from gatehouse.audit.checkpoint import Checkpoint as Said
from gatehouse.audit.checkpoint import Request, checkpoint_from
from gatehouse.audit.errors import NoteError, ProofError
from gatehouse.audit.key_files import Keys
from gatehouse.audit.merkle import HASH_BYTES, Edge, Prover, consistency_proof, leaf_hash
from gatehouse.audit.models import Checkpoint
from gatehouse.audit.signing import Note, PrivateKey, note_from, signers

SIGNING_LOCK = 0x6761_7470
"""The advisory lock ("gatp") of the one transaction that signs a checkpoint."""
VERIFY_REMEDY = "run `gatehouse audit verify`, and keep what it finds as evidence"


class Kept(NamedTuple):
    """A stored checkpoint that was checked: what it says, its note, and the edge that its root comes from."""

    said: Said
    note: Note
    edge: Edge


def sign(key: PrivateKey, keys: Keys, now: dt.datetime, progress: Callable[[int], None]) -> Note:
    """Sign how the log stands now and store the note; where nothing came since the last note, that one.

    Raises `NoteError` when the last checkpoint is not of the log's keys, its edge is another tree's, or entries are
    missing: a log that is already false is not signed again.
    """
    if key.public() not in keys.log:
        raise NoteError("the private key is not that of the log's public key", "put the two of one pair together")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SIGNING_LOCK])
        kept = _newest(keys)
        edge = Edge(kept.edge.size, kept.edge.nodes) if kept else Edge()
        end = log.size()
        if kept and kept.said.size == end:
            return kept.note
        _advance(edge, end, progress)
        note = Said(key.name, edge.size, edge.root(), now).signed(key)
        Checkpoint.objects.create(size=edge.size, note=str(note), edge=b"".join(edge.nodes))
    return note


def _newest(keys: Keys) -> Kept | None:
    stored = Checkpoint.objects.order_by("-size", "-id").first()
    return _checked(stored, keys) if stored else None


def _checked(stored: Checkpoint, keys: Keys) -> Kept:
    note = note_from(stored.note)
    said = checkpoint_from(note)
    if not signers(note, keys.log) or said.size != stored.size or said.origin != keys.origin:
        raise NoteError(f"the stored checkpoint of size {stored.size} is not of this log's key", VERIFY_REMEDY)
    nodes = bytes(stored.edge)
    try:
        edge = Edge(said.size, [nodes[at : at + HASH_BYTES] for at in range(0, len(nodes), HASH_BYTES)])
    except ValueError:
        edge = Edge()
    if (edge.size, edge.root()) != said.tree:
        raise NoteError(f"the stored edge of size {said.size} is not that of its checkpoint", VERIFY_REMEDY)
    return Kept(said, note, edge)


def _advance(edge: Edge, end: int, progress: Callable[[int], None]) -> None:
    """Append the entries after the edge, up to number `end`."""
    if edge.size > end:
        raise NoteError(f"the log has {end} entries and its last checkpoint {edge.size}", VERIFY_REMEDY)
    for number, leaf in log.leaves(edge.size, end):
        if number != edge.size:
            raise NoteError(f"entry {edge.size} is missing", VERIFY_REMEDY)
        edge.append(leaf_hash(leaf))
        if not edge.size % log.PAGE:
            progress(edge.size)


def request(note: Note, since: int | None, keys: Keys, progress: Callable[[int], None]) -> Request:
    """What the oversight body is asked to countersign: the note, and the proof that it grew from size `since`.

    Without `since` it is the newest size that is countersigned here, or 0. Raises `ProofError` when no checkpoint of
    that size is stored, and as `sign` does.
    """
    said = checkpoint_from(note)
    since = countersigned_size(keys) if since is None else since
    if since in (0, said.size):
        return Request(since, (), note)
    stored = Checkpoint.objects.filter(size=since).order_by("id").first()
    if stored is None or since > said.size:
        raise ProofError(f"no checkpoint of size {since} is stored", "give the size of a note that was countersigned")
    old = _checked(stored, keys).edge
    prover = Prover([old.size - 1], old.size, old.nodes)
    _advance(prover, said.size, progress)
    if prover.root() != said.root:
        raise NoteError("the entries are not those that the checkpoint signs", VERIFY_REMEDY)
    return Request(since, consistency_proof(old, prover.paths()[old.size - 1]), note)


def take(note: Note, keys: Keys) -> Said:
    """Store a note that came back countersigned. Raises `NoteError` for one that did not, or that is none of ours."""
    said = checkpoint_from(note)
    # Both, because a note that is stored stays for ever, and one with a false signature would spoil every verification.
    found = signers(note, (*keys.log, *keys.oversight))
    if not found & set(keys.log) or not found & set(keys.oversight):
        raise NoteError(
            "the note lacks the signature of the log or of the oversight body", "check `oversight.pub` and the file"
        )
    with transaction.atomic():
        ours = next((one for one in Checkpoint.objects.filter(size=said.size) if _text(one) == note.text), None)
        if ours is None:
            raise NoteError("this log never made the note that was countersigned", "keep the note as evidence")
        if not Checkpoint.objects.filter(note=str(note)).exists():
            Checkpoint.objects.create(size=said.size, note=str(note), edge=ours.edge)
    return said


def _text(stored: Checkpoint) -> str:
    return note_from(stored.note).text


def notes() -> list[str]:
    """All notes, shortest log first, in the order in which they were stored."""
    return list(Checkpoint.objects.order_by("size", "id").values_list("note", flat=True))


def countersigned_size(keys: Keys) -> int:
    """The size of the newest note that the oversight body countersigned; 0 without one."""
    for stored in Checkpoint.objects.order_by("-size", "-id").iterator():
        if signers(note_from(stored.note), keys.oversight):
            return int(stored.size)
    return 0


def countersigned_until(keys: Keys, day: dt.date) -> Kept | None:
    """The newest checkpoint of that day or before that the oversight body countersigned, checked; None for none."""
    for stored in Checkpoint.objects.order_by("-size", "-id").iterator():
        note = note_from(stored.note)
        if checkpoint_from(note).time.date() <= day and signers(note, keys.oversight):
            return _checked(stored, keys)
    return None


def best_note(keys: Keys, number: int) -> str | None:
    """The newest countersigned note that covers an entry, else the newest signed one; none when nothing covers it."""
    covering = list(Checkpoint.objects.filter(size__gt=number).order_by("-size", "-id").values_list("note", flat=True))
    for written in covering:
        if signers(note_from(written), keys.oversight):
            return str(written)
    return str(covering[0]) if covering else None
