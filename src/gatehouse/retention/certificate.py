"""A certificate of erasure: what a run erased, by counts and references, signed with the audit log's key.

A file of two parts: one line of JSON, and a signed note (`audit.signing`) whose text names the certificate and the
SHA-256 of that line. Whoever has the log's public key verifies it without us. It names nobody: references are numbers
whose rows are gone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

import orjson

from gatehouse.audit.errors import NoteError
from gatehouse.audit.signing import Note, PrivateKey, PublicKey, note_from, signers
from gatehouse.retention.errors import CertificateError

MARK = "gatehouse certificate of erasure 1"
FILE_BYTES_MAX = 256 << 20


def body_of(members: dict[str, Any]) -> str:
    """The certificate's line: JSON with its members in the order of their names."""
    return orjson.dumps(members, option=orjson.OPT_SORT_KEYS).decode()


def signed(body: str, key: PrivateKey) -> Note:
    """The note that signs a body. Its first line is none that a checkpoint of a log could have."""
    text = _text(body)
    return Note(text, (key.signature_line(text),))


def written(body: str, note: str) -> str:
    """The certificate as a file."""
    return f"{body}\n{note}"


def verified(data: bytes, keys: Sequence[PublicKey]) -> dict[str, Any]:
    """What a certificate says, when one of the keys signed it. Raises `CertificateError` otherwise."""
    body, line_end, rest = data.partition(b"\n")
    if not line_end or len(data) > FILE_BYTES_MAX:
        raise CertificateError("this is no certificate", "give the file that `gatehouse retention certificate` wrote")
    try:
        note = note_from(rest.decode())
        found = signers(note, keys)
        told = orjson.loads(body)
    except (NoteError, UnicodeDecodeError, orjson.JSONDecodeError) as fault:
        raise CertificateError("the certificate or its signature cannot be read, or is false", str(fault)) from None
    if not found or note.text != _text(body.decode()):
        raise CertificateError("nobody known signed this certificate as it stands", "check the log's public key")
    if not isinstance(told, dict):
        raise CertificateError("the certificate says nothing", "ask for it again")
    return told


def _text(body: str) -> str:
    return f"{MARK}\n{hashlib.sha256(body.encode()).hexdigest()}\n"
