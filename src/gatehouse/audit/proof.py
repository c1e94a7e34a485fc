"""Inclusion proofs as a file: single entries proved to be in the log, without showing the others.

A JSON object on one line: the note, and for each entry its number, its bytes and its path (base64). Whoever has the
log's and the oversight body's public keys verifies it alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import orjson

from gatehouse.audit.beginning import WHOLE, Beginning
from gatehouse.audit.checkpoint import Checkpoint, checkpoint_from
from gatehouse.audit.entry import Entry, decoded
from gatehouse.audit.errors import AuditError, ProofError
from gatehouse.audit.export import Leaf, json_object
from gatehouse.audit.key_files import Keys
from gatehouse.audit.merkle import Prover, is_included, leaf_hash
from gatehouse.audit.signing import from_base64, note_from, signers, to_base64

VERSION = 1
MARK = "gatehouse-audit-proof"
ENTRIES_MAX = 10_000
"""Entries proved at once."""
PROOF_BYTES_MAX = 64 << 20


class Proved(NamedTuple):
    """An entry that is proved to be in the log, under its number."""

    number: int
    entry: Entry


class Proof(NamedTuple):
    """What a proof shows: the checkpoint, whether the oversight body countersigned it, and the entries."""

    checkpoint: Checkpoint
    is_countersigned: bool
    entries: tuple[Proved, ...]


def made(leaves: Iterable[Leaf], wanted: Sequence[int], note: str, beginning: Beginning = WHOLE) -> bytes:
    """The proof that the `wanted` numbers are in the tree of the note. `leaves` are all of that tree, in order, from
    the `beginning` on: what was forgotten is not proved, and what came after it is.

    Raises `ProofError` when one is not, or when the leaves are not those that the note signs: then the log is false,
    and a proof of it would be worth nothing.
    """
    checkpoint = checkpoint_from(note_from(note))
    if len(wanted) > ENTRIES_MAX:
        raise ProofError(f"{len(wanted)} entries are more than {ENTRIES_MAX}", "ask for some of them by number")
    prover, kept = Prover(wanted, beginning.size, beginning.nodes), {}
    for number, leaf in leaves:
        if number in prover.watched:
            kept[number] = leaf
        prover.append(leaf_hash(leaf))
    if (prover.size, prover.root()) != checkpoint.tree:
        raise ProofError("the entries are not those that the checkpoint signs", "run `gatehouse audit verify`")
    if missing := sorted(set(wanted) - kept.keys()):
        raise ProofError(f"no checkpoint covers entry {missing[0]}", "run `gatehouse audit checkpoint` first")
    paths = prover.paths()
    proofs = [
        {"number": number, "entry": kept[number].decode(), "path": [to_base64(node) for node in paths[number]]}
        for number in sorted(kept)
    ]
    return orjson.dumps({MARK: VERSION, "note": note, "proofs": proofs}, option=orjson.OPT_APPEND_NEWLINE)


def checked(written: bytes, keys: Keys) -> Proof:
    """What a proof file proves. Raises an `AuditError` with the reason when it proves nothing."""
    members = json_object(written) if len(written) <= PROOF_BYTES_MAX else {}
    note_text, proofs = members.get("note"), members.get("proofs")
    if members.get(MARK) != VERSION or not isinstance(note_text, str) or not isinstance(proofs, list):
        raise ProofError("this is no proof of this version", "have it made with `gatehouse audit prove`")
    note = note_from(note_text)
    checkpoint, found = checkpoint_from(note), signers(note, (*keys.log, *keys.oversight))
    if checkpoint.origin != keys.origin or not found & set(keys.log):
        raise ProofError("the log did not sign the checkpoint of the proof", "check whose key was given")
    entries = tuple(_proved(one, checkpoint) for one in proofs)
    return Proof(checkpoint, bool(found & set(keys.oversight)), entries)


def _proved(one: object, checkpoint: Checkpoint) -> Proved:
    refusal = ProofError("an entry is not proved to be in the log", "the proof is false: keep it as evidence")
    try:
        number, leaf, path = one["number"], one["entry"].encode(), [from_base64(node) for node in one["path"]]  # type: ignore[index]
    except (AuditError, AttributeError, KeyError, TypeError):
        raise refusal from None
    is_number = type(number) is int
    if not is_number or not is_included(leaf_hash(leaf), number, checkpoint.size, path, checkpoint.root):
        raise refusal
    return Proved(number, decoded(leaf))
