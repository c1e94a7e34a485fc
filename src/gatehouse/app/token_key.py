"""A master key that lies in a token (a hardware security module, PKCS#11) and never leaves it.

Named as the hook: `GATEHOUSE_MASTER_KEY_HOOK=gatehouse.app.token_key:keys`, with `GATEHOUSE_TOKEN_MODULE` (the maker's
library), `GATEHOUSE_TOKEN` (the token's label), `GATEHOUSE_TOKEN_KEY` (the key's label) and `GATEHOUSE_TOKEN_PIN_FILE`
(a file of its owner's alone, mode 0600). While keys are exchanged, `GATEHOUSE_TOKEN_KEY_OLD` is the label of the one
before.

The key is AES of 256 bits, sensitive and not extractable, with a random CKA_ID of 16 bytes at least, which a copy in a
second token keeps: the fingerprint is of that. Data keys are wrapped by AES-GCM in the token (CKM_AES_GCM), bound to
their place. Needs `pip install 'gatehouse[pkcs11]'`.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gatehouse.retention.errors import MasterKeyError, SealError
from gatehouse.retention.master_key import FINGERPRINT_CHARS, MasterKey

MODULE, TOKEN, KEY, OLD = "GATEHOUSE_TOKEN_MODULE", "GATEHOUSE_TOKEN", "GATEHOUSE_TOKEN_KEY", "GATEHOUSE_TOKEN_KEY_OLD"
PIN_FILE = "GATEHOUSE_TOKEN_PIN_FILE"
PIN_CHARS_MAX = 256
ID_BYTES_MIN = 16
KEY_BITS = 256
NONCE_BYTES, TAG_BITS = 12, 128
FORM = b"\x01"
"""What a wrapped key begins with: this form, then the nonce, then what the token made with its tag."""
_FINGERPRINT_OF = b"gatehouse master key in a token, fingerprint, 1"
REMEDY = "see docs/retention.md, Keys"

_SESSIONS: dict[tuple[int, str, str], Any] = {}
"""Sessions of this process, by its number, the module and the token: a fork has to open its own."""


@dataclass(frozen=True, slots=True)
class TokenKey:
    """The master key of a label in a token."""

    module: str
    token: str
    label: str
    pin: str = field(repr=False)
    fingerprint: str = ""

    def wrap(self, key: bytes, place: str) -> bytes:
        """The data key, encrypted by the token."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return FORM + nonce + self._done("encrypt", key, nonce, place)

    def unwrap(self, wrapped: bytes, place: str) -> bytes:
        """The data key again. Raises `SealError` for what this key did not wrap for this place."""
        if wrapped[:1] != FORM or len(wrapped) <= 1 + NONCE_BYTES + TAG_BITS // 8:
            raise SealError("a wrapped key has another form", REMEDY)
        return self._done("decrypt", wrapped[1 + NONCE_BYTES :], wrapped[1 : 1 + NONCE_BYTES], place)

    def _done(self, act: str, data: bytes, nonce: bytes, place: str) -> bytes:
        import pkcs11

        how = pkcs11.GCMParams(nonce, place.encode(), TAG_BITS)
        try:
            found = found_key(self)
            return bytes(getattr(found, act)(data, mechanism=pkcs11.Mechanism.AES_GCM, mechanism_param=how))
        except (pkcs11.EncryptedDataInvalid, pkcs11.EncryptedDataLenRange, pkcs11.GeneralError) as fault:
            if act == "decrypt":
                raise SealError("the token does not open a wrapped key: another key or place", REMEDY) from fault
            raise _failed(fault) from fault
        except pkcs11.PKCS11Error as fault:
            raise _failed(fault) from fault


def keys() -> list[MasterKey]:
    """The master key of this installation's token, then the one before it. Raises `MasterKeyError`."""
    try:
        import pkcs11  # noqa: F401 (asked for here, so that its absence is told as what it is)
    except ImportError as fault:
        raise MasterKeyError("python-pkcs11 is not installed", "pip install 'gatehouse[pkcs11]'") from fault
    module, token, pin = _said(MODULE), _said(TOKEN), _pin(Path(_said(PIN_FILE)))
    labels = [_said(KEY), *([old] if (old := os.environ.get(OLD)) else [])]
    return [_known(TokenKey(module, token, label, pin)) for label in labels]


def found_key(key: TokenKey) -> Any:
    """The key's handle in a session of this process. Raises a PKCS11Error."""
    import pkcs11

    return _session(key).get_key(object_class=pkcs11.ObjectClass.SECRET_KEY, label=key.label)


def _session(key: TokenKey) -> Any:
    import pkcs11

    place = (os.getpid(), key.module, key.token)
    if place not in _SESSIONS:
        library = pkcs11.lib(key.module)
        if any(process != os.getpid() for process, *_ in _SESSIONS):
            # A fork shares the library's state with its parent, which no token knows to be two.
            library.reinitialize()
            _SESSIONS.clear()
        _SESSIONS[place] = library.get_token(token_label=key.token).open(user_pin=key.pin)
    return _SESSIONS[place]


def _known(key: TokenKey) -> TokenKey:
    """The key with its fingerprint, after a look at what it is."""
    import pkcs11

    wanted = {
        pkcs11.Attribute.KEY_TYPE: pkcs11.KeyType.AES,
        pkcs11.Attribute.SENSITIVE: True,
        pkcs11.Attribute.EXTRACTABLE: False,
        pkcs11.Attribute.VALUE_LEN: KEY_BITS // 8,
    }
    try:
        found = found_key(key)
        told = {one: found[one] for one in (*wanted, pkcs11.Attribute.ID)}
    except pkcs11.PKCS11Error as fault:
        raise _failed(fault) from fault
    if {one: told[one] for one in wanted} != wanted:
        raise MasterKeyError("the token's key is not AES-256, or can be taken out of it", REMEDY)
    number = bytes(told[pkcs11.Attribute.ID] or b"")
    if len(number) < ID_BYTES_MIN:
        raise MasterKeyError(f"the token's key has no CKA_ID of {ID_BYTES_MIN} bytes", REMEDY)
    mark = hashlib.sha256(_FINGERPRINT_OF + number).hexdigest()[:FINGERPRINT_CHARS]
    return TokenKey(key.module, key.token, key.label, key.pin, mark)


def _failed(fault: Exception) -> MasterKeyError:
    return MasterKeyError(f"the token does not give its key ({type(fault).__name__})", REMEDY)


def _said(name: str) -> str:
    value = os.environ.get(name, "")
    if not value:
        raise MasterKeyError(f"{name} is not set", REMEDY)
    return value


def _pin(path: Path) -> str:
    try:
        with path.open(encoding="utf-8") as file:
            if stat.S_IMODE(os.fstat(file.fileno()).st_mode) & 0o077:
                raise MasterKeyError(f"{path} can be read by others than its owner", f"run: chmod 600 {path}")
            return file.read(PIN_CHARS_MAX).strip()
    except OSError as fault:
        raise MasterKeyError(f"{path} cannot be read ({fault.strerror})", REMEDY) from None
