"""Master keys: they wrap data keys and never leave where they are kept.

`MasterKey` is all that is asked of one, so that a PKCS#11 token or a key service can stand in for the software key.
Trust: whoever has a master key and a copy of the table of data keys opens whatever these seal.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from gatehouse.retention.errors import MasterKeyError
from gatehouse.retention.sealing import KEY_BYTES, new_key, opened, seal

FINGERPRINT_CHARS = 32
_FINGERPRINT_OF = b"gatehouse master key, fingerprint, 1"


class MasterKey(Protocol):
    """A key that wraps others. `place` names the key that is wrapped, and a wrapped key opens at its place only."""

    @property
    def fingerprint(self) -> str:
        """What tells the key from others and gives nothing of it away; 32 characters at most."""
        ...

    def wrap(self, key: bytes, place: str) -> bytes:
        """The data key, so that only this master key unwraps it."""
        ...

    def unwrap(self, wrapped: bytes, place: str) -> bytes:
        """The data key again. Raises `SealError` where it was wrapped by another master key or for another place."""
        ...


@dataclass(frozen=True, slots=True)
class SoftMasterKey:
    """A master key of 32 bytes in memory. Neither its `repr` nor an error shows it."""

    raw: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.raw) != KEY_BYTES:
            raise MasterKeyError(f"a master key has {KEY_BYTES} bytes", "make one with `gatehouse retention keys new`")

    @classmethod
    def made(cls) -> SoftMasterKey:
        """A new key."""
        return cls(new_key())

    @classmethod
    def from_text(cls, text: str) -> SoftMasterKey:
        """The key that `text` writes in base64. Raises `MasterKeyError`, not repeating it, for anything else."""
        try:
            return cls(base64.b64decode(text.strip(), validate=True))
        except (binascii.Error, ValueError):
            raise MasterKeyError(
                "the master key is not base64", "give the text that `gatehouse retention keys new` wrote"
            ) from None

    def text(self) -> str:
        """The key as it is written in its file: a secret."""
        return base64.b64encode(self.raw).decode("ascii")

    @property
    def fingerprint(self) -> str:
        """Of the key's hash under a prefix that nothing else is hashed under."""
        return hashlib.sha256(_FINGERPRINT_OF + self.raw).hexdigest()[:FINGERPRINT_CHARS]

    def wrap(self, key: bytes, place: str) -> bytes:
        """The data key sealed."""
        return seal(self.raw, key, place)

    def unwrap(self, wrapped: bytes, place: str) -> bytes:
        """The data key again."""
        return opened(self.raw, wrapped, place)


Loaded = Sequence[MasterKey]
"""The master key in use, then those before it that something may still be wrapped with."""


class Masters:
    """The master keys of an installation, asked of `load` again when one is wanted that is not known."""

    def __init__(self, load: Callable[[], Loaded]) -> None:
        self._load = load
        self._keys: Loaded = ()

    def current(self) -> MasterKey:
        """The one to wrap with."""
        if not self._keys:
            self.reload()
        return self._keys[0]

    def reload(self) -> None:
        """Look again: the key may have been exchanged since this process began."""
        self._keys = tuple(self._load())
        if not self._keys:
            raise MasterKeyError("there is no master key", "make one with `gatehouse retention keys new`")

    def of(self, fingerprint: str) -> MasterKey:
        """The one of that fingerprint. Raises `MasterKeyError` where it is not to be had."""
        for look_again in (False, True):
            if look_again or not self._keys:
                self.reload()
            for key in self._keys:
                if key.fingerprint == fingerprint:
                    return key
        raise MasterKeyError(
            f"the master key {fingerprint} is not here, and data keys are wrapped with it",
            "put it back (GATEHOUSE_MASTER_KEY_FILE, or master.key in the home directory)",
        )
