"""Reads a list file of any known format, told by what stands in it and not by its name.

`read_list(path)` is the door. The formats are a table: how the start of the file is recognised, and the reader.
"""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from gatehouse.screening.watchlists.errors import ListFileError
from gatehouse.screening.watchlists.formats import recognise
from gatehouse.screening.watchlists.limits import HEAD_BYTES
from gatehouse.screening.watchlists.list_reading import ListReading, gather
from gatehouse.screening.watchlists.source import Source

__all__ = ["ListFileError", "ListReading", "read_list", "read_stream"]


def read_list(path: Path | str, list_name: str | None = None) -> ListReading:
    """Everything a list file says, under `list_name` or else the name that the format or the file gives.

    Raises `ListFileError` for a file that is missing, of no known format, damaged, cut, too large or without any
    person; then nothing of it may be used. Single malformed entries are skipped, counted and explained in findings.
    """
    path = Path(path)
    try:
        with path.open("rb") as stream:
            return read_stream(stream, str(path), list_name, path)
    except OSError as fault:
        cause = fault.strerror or "cannot be read"
        raise ListFileError(str(path), "file", cause, "check the path and its permissions") from fault


def read_stream(stream: BinaryIO, name: str, list_name: str | None = None, path: Path | None = None) -> ListReading:
    """As `read_list`, from a seekable stream at its start; `name` stands in messages."""
    source = Source(name, stream, path)
    source.check_size()
    head = stream.read(HEAD_BYTES)
    stream.seek(0)
    chosen = recognise(source, head)
    return gather(source, chosen.name, chosen.read(source), list_name)
