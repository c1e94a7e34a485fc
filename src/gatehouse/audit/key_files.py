"""Key files: made once, never over another, and refused when others can read a private one.

There is no key by default: without `gatehouse audit keys` nothing is signed. The log's folder holds `log.key` (secret),
`log.pub`, and `oversight.pub`, the key of the oversight body, whose private half is made and kept elsewhere.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import NamedTuple

from gatehouse.audit.errors import KeyFileError
from gatehouse.audit.signing import PrivateKey, PublicKey, private_key_from, public_key_from

PRIVATE_FILE = "log.key"
PUBLIC_FILE = "log.pub"
OVERSIGHT_FILE = "oversight.pub"
PRIVATE_MODE = 0o600
FOLDER_MODE = 0o700
KEY_CHARS_MAX = 1024
KEYS_MAX = 16
"""Keys in one file: an oversight body's old and new ones."""


class Keys(NamedTuple):
    """Whose signatures count: the log's, and the oversight body's. Several of one are old and new keys."""

    log: tuple[PublicKey, ...]
    oversight: tuple[PublicKey, ...] = ()

    @property
    def origin(self) -> str:
        """The name of the log."""
        return self.log[0].name


def make(private: Path, public: Path, name: str) -> PublicKey:
    """Make a key pair in two files. Raises `KeyFileError` when either exists: a lost key cannot be had back."""
    for path in (private, public):
        if path.exists():
            raise KeyFileError(f"{path} exists", "keys are never overwritten; move it away, and keep it")
    key = PrivateKey.made(name)
    private.parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    _write_new(private, key.written(), PRIVATE_MODE)
    _write_new(public, str(key.public()), 0o644)
    return key.public()


def _write_new(path: Path, text: str, mode: int) -> None:
    # Created with its mode, so that there is no moment in which others could open it.
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), mode)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text + "\n")
        file.flush()
        os.fsync(file.fileno())


def private_key(path: Path) -> PrivateKey:
    """The private key in the file. Refuses (`KeyFileError`) one that is missing or that others than its owner can open.

    Raises `errors.NoteError` when the file holds no key.
    """
    try:
        with path.open(encoding="ascii", errors="replace") as file:
            mode = os.fstat(file.fileno()).st_mode
            if not stat.S_ISREG(mode) or stat.S_IMODE(mode) & 0o077:
                raise KeyFileError(f"{path} can be read by others than its owner", f"run: chmod 600 {path}")
            return private_key_from(file.read(KEY_CHARS_MAX))
    except OSError as fault:
        raise KeyFileError(
            f"{path} cannot be opened ({fault.strerror})", "make keys with `gatehouse audit keys`, or check the path"
        ) from None


def public_keys(path: Path) -> tuple[PublicKey, ...]:
    """The public keys in the file, one on a line.

    Raises `KeyFileError` when there is none, and `errors.NoteError` for a line that is no key.
    """
    try:
        with path.open(encoding="ascii", errors="replace") as file:
            lines = file.read(KEY_CHARS_MAX * KEYS_MAX).split("\n")
    except OSError as fault:
        raise KeyFileError(
            f"{path} cannot be opened ({fault.strerror})", "check the path; `gatehouse audit keys` makes the log's own"
        ) from None
    keys = tuple(public_key_from(line) for line in lines if line.strip())
    if not keys:
        raise KeyFileError(f"{path} is empty", "fetch the public key again from whom it belongs to")
    return keys


def keys_in(folder: Path) -> Keys:
    """The public keys that an installation knows. Without the oversight body's file, there is none of its keys."""
    oversight = folder / OVERSIGHT_FILE
    return Keys(public_keys(folder / PUBLIC_FILE), public_keys(oversight) if oversight.exists() else ())


def adopt(folder: Path, source: Path) -> tuple[PublicKey, ...]:
    """Make the oversight body's public keys known here, in place of those known before."""
    keys = public_keys(source)
    folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    draft = folder / f"{OVERSIGHT_FILE}.{os.getpid()}"
    draft.write_text("".join(f"{key}\n" for key in keys), encoding="ascii")
    draft.replace(folder / OVERSIGHT_FILE)
    return keys
