"""Input cut into parts that can be screened anywhere, in any order, and put together again.

A table is cut between rows, a file of messages is one piece, small files share a part. A part carries its own bytes,
so that no machine needs the files. A table that cannot be read to its end is not cut: it is refused as it would be
whole. The same input is always cut in the same way, which is what lets a second run skip what the first one finished.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple

from gatehouse.screening.matching.table import TableError, is_json, read_records
from gatehouse.screening.spread.asked import BATCH, Kind, kind_of

PART_ROWS = 4 * BATCH
"""Rows of a table in one part: a second's work for a processor, about."""
PART_BYTES = 256 << 10
"""A part is closed when its pieces reach this. One file of messages is never divided."""
PEEK_BYTES = 4096
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Piece(NamedTuple):
    """Travellers of one file, as bytes that can be read by themselves. `first` is the number of the first row.

    `begin` and `end` are where the bytes lie in the file (or keys, of stored travellers), which with `sha256` of the
    whole file say what they are.
    """

    kind: Kind
    file: str
    sha256: str
    begin: int
    end: int
    content: bytes
    first: int = 1


class Part(NamedTuple):
    """What is screened at once and written at once. Parts are numbered from 0 in the order of the input."""

    number: int
    pieces: tuple[Piece, ...]

    @property
    def size(self) -> int:
        """Bytes of its pieces."""
        return sum(len(piece.content) for piece in self.pieces)

    @property
    def digest(self) -> str:
        """SHA-256 of what the part is made of: all that the answer depends on besides the lists."""
        digest = hashlib.sha256()
        for piece in self.pieces:
            about = (str(piece.kind), piece.file, piece.sha256, piece.first, len(piece.content))
            digest.update(repr(about).encode(errors="surrogatepass"))
            digest.update(piece.content)
        return digest.hexdigest()


def parts_of(pieces: Iterable[Piece]) -> Iterator[Part]:
    """The pieces in parts, in order."""
    number, held, size = 0, [], 0
    for piece in pieces:
        held.append(piece)
        size += len(piece.content)
        if size >= PART_BYTES or piece.kind != Kind.MESSAGES:
            yield Part(number, tuple(held))
            number, held, size = number + 1, [], 0
    if held:
        yield Part(number, tuple(held))


def pieces_of(stream: BinaryIO, file: str, sha256: str) -> Iterator[Piece]:
    """A seekable file cut into pieces: one of messages whole, a table by rows."""
    kind = kind_of(stream.read(PEEK_BYTES))
    size = stream.seek(0, io.SEEK_END)
    ranges = _row_ranges(stream) if kind is Kind.TABLE else None
    if ranges is None:
        stream.seek(0)
        yield Piece(kind, file, sha256, 0, size, stream.read())
        return
    for begin, end, first in ranges.rows:
        stream.seek(begin)
        content = stream.read(end - begin)
        whole = ranges.header + content if begin else content
        yield Piece(kind, file, sha256, begin, end, whole if ranges.header else _unpadded(whole), first)


def _unpadded(rows: bytes) -> bytes:
    """JSON Lines without blank lines before them, by which nobody could tell what they are."""
    return rows.decode("utf-8-sig").lstrip().encode()


class _Ranges(NamedTuple):
    """Where the rows of a table lie: (first byte, byte after the last, number of the first row)."""

    header: bytes
    rows: list[tuple[int, int, int]]


class _CountedLines:
    """The lines of a text, counting how many bytes of the file they were."""

    def __init__(self, stream: BinaryIO) -> None:
        stream.seek(0)
        self.bytes = len(BYTE_ORDER_MARK) if stream.read(len(BYTE_ORDER_MARK)) == BYTE_ORDER_MARK else 0
        stream.seek(0)
        # Detached afterwards, because a text that ends closes the stream under it.
        self.text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")

    def __iter__(self) -> _CountedLines:
        return self

    def __next__(self) -> str:
        line = next(self.text)
        self.bytes += len(line) if line.isascii() else len(line.encode())
        return line


def _row_ranges(stream: BinaryIO) -> _Ranges | None:
    """The ranges of a table's rows; nothing for one that cannot be read to its end."""
    lines = _CountedLines(stream)
    try:
        end_of_header = _end_of_header(lines)
        rows = list(_counted_rows(lines))
    except (TableError, UnicodeDecodeError, csv.Error):
        return None
    finally:
        lines.text.detach()
    stream.seek(0)
    return _Ranges(stream.read(end_of_header), rows)


def _end_of_header(lines: _CountedLines) -> int:
    """Bytes of a CSV's header; none for JSON Lines. Leaves the lines at their beginning."""
    begin = lines.bytes
    first = next(lines, "")
    if not is_json(first):
        lines.text.seek(0)
        lines.bytes = begin
        next(csv.reader(lines, strict=True), None)
    found = 0 if is_json(first) else lines.bytes
    lines.text.seek(0)
    lines.bytes = begin
    return found


def _counted_rows(lines: _CountedLines) -> Iterator[tuple[int, int, int]]:
    begin, first, number = 0, 1, 0
    for number, _ in enumerate(read_records(lines), start=1):
        if number % PART_ROWS == 0:
            yield begin, lines.bytes, first
            begin, first = lines.bytes, number + 1
    if number >= first:
        yield begin, lines.bytes, first
