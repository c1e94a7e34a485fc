"""A transmission's bytes, held in deflated and sealed chunks and read again as a stream.

Reading always starts from what was stored, never from the file that was received: that may change or go. Each chunk is
sealed with the key of the day it was received on, and bound to its place.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from django.db import connection
from django.utils import timezone

from gatehouse.retention import data_keys
from gatehouse.retention.data_keys import Usable, place_of_key, unwrapped
from gatehouse.retention.sealing import opened, place_of, seal

CHUNK_BYTES = 1 << 20
"""Bytes of a transmission in one chunk, before deflating."""
DEFLATE_LEVEL = 1
"""Fast; passenger messages still shrink to about a quarter."""


PLACE = "intake.RawChunk"
CHUNK = """
SELECT c.data, c.key_id, k.scope, k.name, k.wrapped, k.master, EXISTS (
    SELECT FROM intake_rawchunk n WHERE n.transmission_id = c.transmission_id AND n.number = c.number + 1
)
FROM intake_rawchunk c LEFT JOIN retention_datakey k ON k.id = c.key_id
WHERE c.transmission_id = %s AND c.number = %s
"""
INSERT = "INSERT INTO intake_rawchunk (transmission_id, number, data, key_id) VALUES (%s, %s, %s, %s)"


def sealing_key() -> Usable:
    """Today's key. To be asked for before the transaction that stores, so that nobody waits for its end."""
    return data_keys.of_receipt_day(timezone.now().date())


def store(transmission: int, stream: BinaryIO, key: Usable | None = None) -> None:
    """Store the whole stream as the transmission's bytes. Memory holds one chunk at a time."""
    # COPY is no way into a table with policies on its rows, which this one is to the web process.
    with connection.cursor() as cursor:
        for chunk in _chunks(transmission, stream, key or sealing_key()):
            cursor.execute(INSERT, chunk)


def _chunks(transmission: int, stream: BinaryIO, key: Usable) -> Iterator[tuple[int, int, bytes, int]]:
    number = 0
    while chunk := stream.read(CHUNK_BYTES):
        deflated = zlib.compress(chunk, DEFLATE_LEVEL)
        yield transmission, number, seal(key.raw, deflated, place_of(PLACE, transmission, number)), key.id
        number += 1


def _chunk_and_whether_more(transmission: int, number: int) -> tuple[bytes, bool]:
    """The bytes of a chunk, and whether another follows."""
    with connection.cursor() as cursor:
        cursor.execute(CHUNK, [transmission, number])
        row = cursor.fetchone()
    if row is None:
        return b"", False
    data, key, scope, name, wrapped, master, is_followed = row
    if key is not None:
        raw = unwrapped(bytes(wrapped) if wrapped is not None else None, master, place_of_key(scope, name))
        data = opened(raw, bytes(data), place_of(PLACE, transmission, number))
    return zlib.decompress(data), is_followed


def _chunk(transmission: int, number: int) -> bytes:
    return _chunk_and_whether_more(transmission, number)[0]


def raw_bytes(transmission: int, begin: int, end: int) -> bytes:
    """Bytes `begin` to `end` of the transmission, as they were received."""
    first, last = begin // CHUNK_BYTES, max(begin, end - 1) // CHUNK_BYTES
    held = b"".join(_chunk(transmission, number) for number in range(first, last + 1))
    return held[begin - first * CHUNK_BYTES : end - first * CHUNK_BYTES]


class HeldStream(io.RawIOBase):
    """The transmission's bytes from the start, remembering the latest so that a message can be cut out of them."""

    def __init__(self, transmission: int) -> None:
        super().__init__()
        self._transmission = transmission
        self._number = 0
        self._is_followed = True
        self._unread = b""
        self._window = bytearray()
        self._window_begin = 0

    def readable(self) -> bool:
        """Always true."""
        return True

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most `size` and at most a chunk at a time; nothing at the end."""
        if not self._unread and self._is_followed:
            self._unread, self._is_followed = _chunk_and_whether_more(self._transmission, self._number)
            self._number += 1
        size = len(self._unread) if size < 0 else size
        taken, self._unread = self._unread[:size], self._unread[size:]
        self._window += taken
        return taken

    def cut(self, begin: int, end: int) -> bytes:
        """Bytes `begin` to `end` of what was read; what lies before `begin` is forgotten."""
        del self._window[: begin - self._window_begin]
        self._window_begin = begin
        return bytes(self._window[: end - begin])
