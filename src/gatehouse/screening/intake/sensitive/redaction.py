"""A stream of bytes without what is sensitive: one pass, in bounded memory, every byte in its place.

The file is cut by the reader of segments itself (`edifact.scanner`), so that whatever it accepts is looked at:
separators, wraps, quoted-printable, several interchanges. Text around interchanges is looked at line by line. Where
the file cannot be cut any more, everything that follows is filled: nobody can read on from there either.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from gatehouse.edifact import EdifactError, limits
from gatehouse.edifact.charset import decoded
from gatehouse.edifact.delimiters import Header, locate
from gatehouse.edifact.dress import undressed
from gatehouse.edifact.scanner import Scanner
from gatehouse.edifact.streaming import Streamed
from gatehouse.screening.intake.sensitive.lexicon import lexicon
from gatehouse.screening.intake.sensitive.marker import filled
from gatehouse.screening.intake.sensitive.segments import Segments

_LINE = re.compile(rb"[^\r\n]+")
_QUOTED_BYTE = re.compile(rb"=([0-9A-F]{2})")


class _Window(io.RawIOBase):
    """What was read of a stream and not let out yet."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self.raw = bytearray()
        self.begin = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes of the stream, kept here as well."""
        data = self._stream.read(size)
        self.raw += data
        return data

    @property
    def end(self) -> int:
        """The byte that would be read next."""
        return self.begin + len(self.raw)

    def let_out(self, until: int) -> bytes:
        """The bytes before byte `until` of the stream, which are forgotten here."""
        out = bytes(self.raw[: until - self.begin])
        del self.raw[: len(out)]
        self.begin += len(out)
        return out


class Redacted(Streamed):
    """The bytes of a stream, out of the dress it came in (`edifact.dress`), with everything sensitive filled.

    `removed` counts what was filled by trait, complete when everything has been read. A stream without any
    interchange raises `edifact.NotEdifactError` on the first read: of such a file nothing is let through.
    """

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__(self._redacted(_Window(undressed(stream))))
        self.removed: Counter[str] = Counter()

    def _redacted(self, window: _Window) -> Iterator[bytes]:
        scanner = Scanner(window)
        entered, header_ends = False, 0
        try:
            while header := scanner.next_interchange():
                entered, header_ends = True, _header_end(window, scanner.offset)
                # UNA stands before UNB and is no text.
                self._look_around(window, scanner.offset - (header.segments_begin - header.begins))
                yield from self._interchange(scanner, header, window)
        except EdifactError:
            if not entered:
                raise
            # With its header the reader meets the same fault at the same place.
            yield window.let_out(max(window.begin, header_ends))
            yield from _blank(window)
            return
        if not entered:
            raise scanner.refusal(0)
        self._look_around(window, window.end)
        yield window.let_out(window.end)

    def _interchange(self, scanner: Scanner, header: Header, window: _Window) -> Iterator[bytes]:
        segments = Segments(header)
        for batch in scanner.pieces(header):
            for found in segments.look_at(batch):
                self.removed.update(found.traits)
                segments.fill(window.raw, window.begin, found)
            whole_until = segments.open_at
            yield window.let_out(batch.ends[-1] if whole_until is None else whole_until)
            until = batch.ends[-1]
        for found in segments.close():
            self.removed.update(found.traits)
            segments.fill(window.raw, window.begin, found)
            yield window.let_out(until)

    def _look_around(self, window: _Window, until: int) -> None:
        """Fill the lines of the text before byte `until`, which is in no interchange, that reveal something."""
        for line in list(_LINE.finditer(window.raw, 0, until - window.begin)):
            traits = _traits_of(line[0])
            if traits:
                self.removed.update(traits)
                window.raw[line.start() : line.end()] = filled(line[0])


def _traits_of(line: bytes) -> frozenset[str]:
    # A mail's body may be quoted-printable; reading a plain one that way finds no less.
    read = [line, _QUOTED_BYTE.sub(lambda found: bytes([int(found[1], 16)]), line)]
    return frozenset().union(*(lexicon().traits(decoded(text.decode("latin-1"), "")[0]) for text in read))


def _header_end(window: _Window, begin: int) -> int:
    """The byte behind what tells an interchange at byte `begin`: `UNB+UNOA:`."""
    at = begin - window.begin
    found = locate(window.raw[at : at + limits.LOOK_AHEAD].decode("latin-1"))
    return begin + (found.end() if found else 0)


def _blank(window: _Window) -> Iterator[bytes]:
    """Everything that is left, filled."""
    yield filled(window.let_out(window.end))
    while window.read(limits.CHUNK):
        yield filled(window.let_out(window.end))
