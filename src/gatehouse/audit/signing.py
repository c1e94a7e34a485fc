"""Ed25519 keys and signed notes, in the forms of C2SP signed-note that transparency logs share.

A note is a text, an empty line, and signature lines `— name base64(key hash, signature)`. A public key is written
`name+hash+base64(0x01, key)`, a private key `PRIVATE+KEY+name+hash+base64(0x01, seed)`; the hash is the first four
bytes of SHA-256(name, newline, 0x01, public key) and only finds the key. A signature by a key that the reader does not
know says nothing and is passed over; one that names a known key and is wrong spoils the note.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from gatehouse.audit.errors import NoteError

ALGORITHM = b"\x01"
"""Ed25519 in signed notes."""
KEY_BYTES = 32
HASH_BYTES = 4
NOTE_BYTES_MAX = 2048
SIGNATURES_MAX = 8
SIGNATURE_MARK = "\u2014 "
"""An em dash and a space."""
PRIVATE_MARK = "PRIVATE+KEY+"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9./-]{0,63}", re.ASCII)


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A verifier's key with the name of who signs with it."""

    name: str
    key: bytes

    @property
    def hash(self) -> bytes:
        """Four bytes that find the key among others."""
        return hashlib.sha256(self.name.encode() + b"\n" + ALGORITHM + self.key).digest()[:HASH_BYTES]

    def __str__(self) -> str:
        return f"{self.name}+{self.hash.hex()}+{to_base64(ALGORITHM + self.key)}"

    def verifies(self, text: str, signature: bytes) -> bool:
        """Whether the signature over the text was made with the private half."""
        try:
            Ed25519PublicKey.from_public_bytes(self.key).verify(signature, text.encode())
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True, slots=True)
class PrivateKey:
    """A signer's key. Neither its `repr` nor an error shows the seed."""

    name: str
    seed: bytes = field(repr=False)

    @classmethod
    def made(cls, name: str) -> PrivateKey:
        """A new key from the system's source of randomness."""
        if not _NAME.fullmatch(name):
            raise NoteError("the name of a key has other signs than letters, digits, . / -", "give a short plain name")
        return cls(name, Ed25519PrivateKey.generate().private_bytes_raw())

    def public(self) -> PublicKey:
        """The half that may be known."""
        return PublicKey(self.name, self._key().public_key().public_bytes_raw())

    def written(self) -> str:
        """The text of its key file: a secret."""
        return f"{PRIVATE_MARK}{self.name}+{self.public().hash.hex()}+{to_base64(ALGORITHM + self.seed)}"

    def signature_line(self, text: str) -> str:
        """The line that signs a note's text."""
        return f"{SIGNATURE_MARK}{self.name} {to_base64(self.public().hash + self._key().sign(text.encode()))}\n"

    def _key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)


class Note(NamedTuple):
    """A text and the lines that sign it, as they stand after the empty line."""

    text: str
    lines: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.text}\n{''.join(self.lines)}"

    def signed_by(self, key: PrivateKey) -> Note:
        """The note with one more signature, or the same one where this key's stands there already."""
        line = key.signature_line(self.text)
        return self if line in self.lines else Note(self.text, (*self.lines, line))


def note_from(written: str) -> Note:
    """Read a note. Raises `NoteError` where it is none; whether its signatures are true is for `signers`."""
    text, gap, signatures = written.rpartition("\n\n")
    lines = tuple(signatures.splitlines(keepends=True))
    is_whole = bool(gap) and written.endswith("\n") and len(written) <= NOTE_BYTES_MAX
    if not is_whole or not 0 < len(lines) <= SIGNATURES_MAX or not all(_parts(line) for line in lines):
        raise NoteError("this is no signed note", "give the file as `gatehouse audit checkpoint` wrote it")
    return Note(text + "\n", lines)


def signers(note: Note, keys: Iterable[PublicKey]) -> frozenset[PublicKey]:
    """Those of `keys` that signed the note. Raises `NoteError` when a line that names one of them is wrong."""
    known = {(key.name, key.hash): key for key in keys}
    found = set()
    for line in note.lines:
        name, key_hash, signature = _parts(line) or ("", b"", b"")
        key = known.get((name, key_hash))
        if key is None:
            continue
        if not key.verifies(note.text, signature):
            raise NoteError(f"the signature of {name} is false", "the note was forged or damaged: keep it as evidence")
        found.add(key)
    return frozenset(found)


def _parts(line: str) -> tuple[str, bytes, bytes] | None:
    """Name, key hash and signature of a line; none where it is no signature line."""
    mark, rest = line[:2], line[2:].rstrip("\n")
    name, _, coded = rest.partition(" ")
    try:
        signed = from_base64(coded)
    except NoteError:
        return None
    if mark != SIGNATURE_MARK or not name or len(signed) <= HASH_BYTES:
        return None
    return name, signed[:HASH_BYTES], signed[HASH_BYTES:]


def public_key_from(written: str) -> PublicKey:
    """Read a public key. Raises `NoteError` where it is none, or its hash is another key's."""
    name, key_hash, key = _key_parts(written)
    read = PublicKey(name, key)
    if read.hash.hex() != key_hash:
        raise NoteError("a public key does not fit its hash", "fetch it again from whom it belongs to")
    return read


def private_key_from(written: str) -> PrivateKey:
    """Read a private key. Raises `NoteError` where it is none; the error shows none of it."""
    if not written.startswith(PRIVATE_MARK):
        raise NoteError("this is no private key", "give the file that `gatehouse audit keys` made")
    name, key_hash, seed = _key_parts(written.removeprefix(PRIVATE_MARK))
    read = PrivateKey(name, seed)
    if read.public().hash.hex() != key_hash:
        raise NoteError("a private key does not fit its hash", "restore the file from its backup")
    return read


def _key_parts(written: str) -> tuple[str, str, bytes]:
    name, _, rest = written.strip().partition("+")
    key_hash, _, coded = rest.partition("+")
    key = from_base64(coded)
    if not _NAME.fullmatch(name) or key[:1] != ALGORITHM or len(key) != KEY_BYTES + 1:
        raise NoteError("this is no Ed25519 key of a signed note", "write it as name+hash+base64, on one line")
    return name, key_hash, key[1:]


def to_base64(data: bytes) -> str:
    """Standard base64 with padding (RFC 4648 §4)."""
    return base64.b64encode(data).decode("ascii")


def from_base64(coded: str) -> bytes:
    """What was coded so. Raises `NoteError` for any other spelling of the same bytes too."""
    try:
        data = base64.b64decode(coded, validate=True)
    except (binascii.Error, ValueError):
        data = b""
    if not data or to_base64(data) != coded:
        raise NoteError("a text is no base64", "give it as it was written")
    return data
