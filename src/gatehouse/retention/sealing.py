"""Sealing: AES-256-GCM over some bytes, bound to the place where they are kept.

Sealed bytes are a version byte, a nonce of 96 bits and the ciphertext with its tag of 128 bits (NIST SP 800-38D).
Nonces are random: counters go back when a database is restored, and a nonce used twice under one key gives both texts
away. Section 8.3 there allows 2³² seals with random nonces for one key; a key here is for one day, and a day has fewer.
"""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from gatehouse.retention.errors import SealError

KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16
VERSION = b"\x01"
OVERHEAD_BYTES = len(VERSION) + NONCE_BYTES + TAG_BYTES


def new_key() -> bytes:
    """A key from the system's source of randomness."""
    return os.urandom(KEY_BYTES)


def place_of(kind: str, *numbers: int) -> str:
    """The place of a row, as it is bound to what the row holds: `intake.RawChunk/12/0`."""
    return "/".join((kind, *map(str, numbers)))


def seal(key: bytes, data: bytes, place: str) -> bytes:
    """`data` so that only `key` opens it, and only at `place`. The same call twice gives other bytes."""
    nonce = os.urandom(NONCE_BYTES)
    return VERSION + nonce + AESGCM(key).encrypt(nonce, data, place.encode())


def opened(key: bytes, sealed: bytes, place: str) -> bytes:
    """What was sealed. Raises `SealError` when it was altered, cut, sealed by another key or for another place."""
    if sealed[: len(VERSION)] != VERSION or len(sealed) < OVERHEAD_BYTES:
        raise SealError("sealed bytes are cut or of another version", "restore them from a backup")
    nonce = sealed[len(VERSION) : len(VERSION) + NONCE_BYTES]
    try:
        return AESGCM(key).decrypt(nonce, sealed[len(VERSION) + NONCE_BYTES :], place.encode())
    except InvalidTag:
        raise SealError(
            f"sealed bytes at {place} were altered or moved, or the key is another", "restore them from a backup"
        ) from None
