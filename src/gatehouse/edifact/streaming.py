"""A stream of bytes that are made as they are asked for."""

from __future__ import annotations

import io
from collections.abc import Iterator


class Streamed(io.RawIOBase):
    """Chunks of bytes, read one after another: memory holds one of them."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        super().__init__()
        self._chunks = chunks
        self._unread = b""

    def readable(self) -> bool:
        """Always true."""
        return True

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most `size` and at most a chunk at a time; nothing at the end."""
        while not self._unread:
            chunk = next(self._chunks, None)
            if chunk is None:
                return b""
            self._unread = chunk
        size = len(self._unread) if size < 0 else size
        taken, self._unread = self._unread[:size], self._unread[size:]
        return taken
