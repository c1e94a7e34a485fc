"""Bytes to segments, in bounded memory.

The stream is decoded as Latin-1 first, which keeps one character per byte, so that offsets are bytes; a segment
with bytes beyond ASCII is decoded again in the repertoire that UNB names (`charset`). Line wraps, control
characters and blanks between segments are transport noise (Type B, MQ, e-mail) and go; inside a segment only line
wraps and control characters go, never a blank. How the stream is chunked never changes what is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from gatehouse.edifact import limits
from gatehouse.edifact.cutter import Batch, Cutter, refusal
from gatehouse.edifact.delimiters import Header, header, locate, service_begins
from gatehouse.edifact.errors import NotEdifactError
from gatehouse.edifact.lookalikes import by_magic, by_traces

_OPENING = re.compile(r"UNB[!-/:-@\[-`{-~\x1c-\x1f](?:UNO[A-Z]|IAT[AB]|SIRE)")
_BEFORE_OPENING = "\r\n\x01\x02\x03\x04\x0c\x1a"
"""What may stand before the next interchange when the last one was not closed; anything else is inside a value."""


class Readable(Protocol):
    """Whatever gives bytes: a file, or what stands before one and reads it."""

    def read(self, size: int, /) -> bytes:
        """At most `size` next bytes; none at the end."""
        ...


class Scanner:
    """Walks one stream: `next_interchange` finds a header, `pieces` then yields the segments up to its end."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self._buffer = ""
        self._at = 0
        self._dropped = 0
        self._ended = False
        self._beginning = b""
        self._terminator = ""
        self._own_header_ends = 0

    @property
    def offset(self) -> int:
        """The byte that is read next."""
        return self._dropped + self._at

    def _fill(self) -> None:
        """Forget what was read and append the next chunk."""
        chunk = self._stream.read(limits.CHUNK)
        self._ended = not chunk
        if len(self._beginning) < limits.EVIDENCE_OF_FORMAT:
            self._beginning += chunk[: limits.EVIDENCE_OF_FORMAT]
        self._dropped += self._at
        self._buffer = self._buffer[self._at :] + chunk.decode("latin-1")
        self._at = 0

    def next_interchange(self) -> Header | None:
        """Move to the next interchange and take up its delimiters; None when only a wrapper's text is left.

        Raises `NotEdifactError` for another format, and where more text stands than any wrapper has.
        """
        begun = self.offset
        while True:
            found = locate(self._buffer, self._at)
            # A header cut by the buffer's end is not seen yet, so the last bytes do not count as passed.
            reached = found.start() if found else len(self._buffer) - limits.LOOK_AHEAD
            if self._dropped + reached - begun > limits.WRAPPER_MAX:
                raise self.refusal(begun)
            if found and (self._ended or len(self._buffer) - found.start() > limits.HEADER_WINDOW):
                return self._enter(header(self._buffer, found, self._at), begun)
            if self._ended:
                return None
            if not found:
                # Wrapper text is forgotten, but for the bytes that may be a UNA.
                self._at = max(self._at, len(self._buffer) - limits.LOOK_AHEAD)
            self._fill()

    def _enter(self, entered: Header, begun: int) -> Header:
        # A stored (uncompressed) zip or PDF shows a perfect UNB inside; its wrapper still is no wrapper of ours.
        if begun == 0 and by_magic(self._beginning):
            raise self.refusal(0)
        self._at = entered.segments_begin
        self._terminator = entered.delimiters.terminator
        self._own_header_ends = self.offset + 3
        return entered

    def refusal(self, offset: int) -> NotEdifactError:
        """The error that says what the stream looks like instead."""
        known = by_magic(self._beginning) or by_traces(self._beginning)
        where = "it" if offset == 0 else "what follows"
        return NotEdifactError(f"{where} is {known.looks_like}, not an interchange", offset, known.remedy)

    def pieces(self, entered: Header) -> Iterator[Batch]:
        """The segments of the interchange just entered, in batches, up to its UNZ, the next UNB or the end.

        Raises `TooLargeError` for a segment beyond the limit, after the segments before it.
        """
        cutter = Cutter(entered)
        while True:
            end, closes = self._boundary()
            batch, used = self._cut(cutter, end, closes)
            closing = cutter.closing(batch)
            if closing is not None:
                # What follows UNZ may have other delimiters: it is searched for a header again.
                self._at = batch.ends[closing] - self._dropped
                yield batch.until(closing + 1)
                return
            if batch.texts:
                yield batch
            if batch.refused is not None:
                raise refusal(batch.refused)
            self._at += used
            if closes and self._at >= end:
                return
            if used == 0:
                # No terminator in sight: more must be read, but not for ever.
                if len(self._buffer) - self._at > limits.SEGMENT_MAX + limits.LOOK_AHEAD + 1:
                    raise refusal(self.offset)
                self._fill()

    def _cut(self, cutter: Cutter, end: int, closes: bool) -> tuple[Batch, int]:
        """The segments up to the next UNZ; up to `end` where those are none (its terminator was released)."""
        near = cutter.reach(self._buffer, self._at, end)
        batch, used = cutter.cut(self._buffer[self._at : near], self.offset, whole=closes and near == end)
        if used == 0 and near < end:
            batch, used = cutter.cut(self._buffer[self._at : end], self.offset, whole=closes)
        return batch, used

    def _boundary(self) -> tuple[int, bool]:
        """Where the readable part of the buffer ends, and whether the interchange ends there too."""
        safe = len(self._buffer) if self._ended else max(self._at, len(self._buffer) - limits.LOOK_AHEAD)
        begin = max(self._at, self._own_header_ends - self._dropped)
        # A UNB a little behind `safe` is looked for too: its UNA may begin before.
        visible = safe if self._ended else safe + limits.LOOK_AHEAD // 2
        opening = self._buffer.find("UNB", begin, visible)
        while opening >= 0:
            starts = service_begins(self._buffer, begin, opening)
            if not self._is_apart(starts):
                # The UNA is glued to text and may be cut off already: UNB alone decides.
                starts = opening
            if _OPENING.match(self._buffer, opening) and self._is_apart(starts):
                return (starts, True) if starts <= safe else (safe, False)
            opening = self._buffer.find("UNB", opening + 3, visible)
        return safe, self._ended

    def _is_apart(self, begin: int) -> bool:
        """Whether what begins there is no part of a value: a terminator or a line's end stands before it."""
        while begin > self._at and self._buffer[begin - 1] in " \t":
            begin -= 1
        return begin <= self._at or self._buffer.endswith((self._terminator, *_BEFORE_OPENING), self._at, begin)
