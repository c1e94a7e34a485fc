"""A copy of a file without what is sensitive, with the copy's hash: what may be held of the file."""

from __future__ import annotations

import hashlib
import io
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import BinaryIO, NamedTuple

from gatehouse.edifact import EdifactError
from gatehouse.screening.intake.sensitive.lexicon import lexicon
from gatehouse.screening.intake.sensitive.marker import filled
from gatehouse.screening.intake.sensitive.redaction import Redacted

COPY_IN_MEMORY_MAX = 8 << 20
"""Larger copies lie in a temporary file that has no name and ends with the process."""
BLOCK = 1 << 20


class Copied(NamedTuple):
    """The copy as a stream, its SHA-256 and size in bytes, and what was taken out by trait.

    With an `error` there is no copy: then the hash is that of size and error, for there is nothing else to tell such
    files by that would not give away what they held.
    """

    stream: BinaryIO
    sha256: str
    size: int
    removed: Mapping[str, int]
    error: str | None = None

    @classmethod
    def refused(cls, size: int, error: str) -> Copied:
        """Nothing of a file of that size."""
        told = hashlib.sha256(f"refused|{size}|{error}".encode()).hexdigest()
        return cls(io.BytesIO(), told, size, {}, error)


@contextmanager
def copied(stream: BinaryIO) -> Iterator[Copied]:
    """The copy of a stream that can be sought in; one in which there is no interchange is refused."""
    with tempfile.SpooledTemporaryFile(COPY_IN_MEMORY_MAX) as spool:
        redacted, digest = Redacted(stream), hashlib.sha256()
        try:
            while block := redacted.read(BLOCK):
                digest.update(block)
                spool.write(block)
        except EdifactError as fault:
            yield Copied.refused(stream.seek(0, os.SEEK_END), str(fault))
            return
        size = spool.tell()
        spool.seek(0)
        yield Copied(spool, digest.hexdigest(), size, redacted.removed)  # type: ignore[arg-type]


def without_sensitive(name: str) -> str:
    """A file's name, filled where it reveals something."""
    return filled(name.encode()).decode() if lexicon().traits(name.replace("_", " ")) else name
