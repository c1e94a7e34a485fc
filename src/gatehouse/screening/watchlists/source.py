"""A list file being read: its bytes, its name in messages, and its lines as text."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from gatehouse.screening.watchlists.errors import ListFileError
from gatehouse.screening.watchlists.limits import FILE_BYTES_MAX, LINE_BYTES_MAX

BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Source:
    """One list file. `stream` is seekable and at its start; `path` is known where companion files may lie beside it."""

    name: str
    stream: BinaryIO
    path: Path | None = None

    def refuse(self, position: str, cause: str, remedy: str) -> ListFileError:
        """The error that refuses this file."""
        return ListFileError(self.name, position, cause, remedy)

    def size(self) -> int:
        """Bytes of the file; the stream is put back to its start."""
        size = self.stream.seek(0, io.SEEK_END)
        self.stream.seek(0)
        return size

    def check_size(self, bytes_max: int = FILE_BYTES_MAX) -> None:
        """Refuse a file larger than `bytes_max`."""
        if (size := self.size()) > bytes_max:
            cause = f"{size} bytes, more than the {bytes_max} that a list may have"
            raise self.refuse("file", cause, "check that this is a list")

    def lines(self) -> Iterator[str]:
        """The lines as text, each with its end of line. Refuses bytes that are not UTF-8 and lines without an end."""
        offset = number = 0
        while line := self.stream.readline(LINE_BYTES_MAX + 1):
            number += 1
            if len(line) > LINE_BYTES_MAX:
                raise self.refuse(f"line {number}", f"longer than {LINE_BYTES_MAX} bytes", "check that this is a list")
            if b"\0" in line:
                raise self.refuse(f"line {number}", "binary data", "check that this is a list")
            try:
                yield (line.removeprefix(BOM) if number == 1 else line).decode("utf-8")
            except UnicodeDecodeError as fault:
                where = f"line {number}, byte {offset + fault.start}"
                raise self.refuse(where, "not UTF-8", "save or convert the file as UTF-8") from None
            offset += len(line)
