"""Text to segments for one set of delimiters, a column at a time: the hot path of the room.

Everything that concerns every segment runs in C over whole columns (`map`, `accumulate`, `str` methods); only what
is noisy, released or beyond ASCII is looked at one by one.
"""

from __future__ import annotations

import re
from itertools import accumulate, compress, count, repeat
from operator import add, itemgetter, not_, sub
from typing import NamedTuple

from gatehouse.edifact import limits
from gatehouse.edifact.charset import decoded
from gatehouse.edifact.delimiters import CURLY, Header
from gatehouse.edifact.errors import TooLargeError
from gatehouse.edifact.spoilt import PERSON_TAGS, run_ins
from gatehouse.edifact.tags import KNOWN_TAGS

_PREFIX = itemgetter(slice(0, 4))
_CURLY = "|".join(map(re.escape, CURLY))
_TAG = f"[\r\n]*(?:{'|'.join(sorted(KNOWN_TAGS))})"
_QUOTED = re.compile(r"=(?:([0-9A-F]{2})|\r?\n)")
"""Quoted-printable: a byte in hexadecimal, or a line's end that is none of the text."""
_SHIFTS = "\x0e\x0f\x1b"
"""ISO 2022 switches alphabets with these; only UNOX uses them."""


class Batch(NamedTuple):
    """Segments in columns of equal length.

    `texts` without noise, `prefixes` their first four characters, `offsets` the byte of the first character of each,
    `ends` the byte behind its terminator. `strange` are the offsets of those beyond the announced repertoire.
    `refused` says where a segment longer than the limit stands behind these, or is None.
    """

    texts: list[str]
    prefixes: list[str]
    offsets: list[int]
    ends: list[int]
    strange: frozenset[int] = frozenset()
    refused: int | None = None

    def until(self, count: int) -> Batch:
        """The first `count` segments."""
        return Batch(self.texts[:count], self.prefixes[:count], self.offsets[:count], self.ends[:count], self.strange)


class Cutter:
    """Cuts text into segments. Noise is every control character that is not a delimiter."""

    def __init__(self, header: Header) -> None:
        delimiters = self._delimiters = header.delimiters
        self._terminator = delimiters.terminator
        self._release = delimiters.release
        self._repertoire = header.repertoire
        self._quoted = header.quoted
        # Level B of ISO 9735 parts with 0x1C to 0x1F: a delimiter is never noise.
        kept = "".join(delimiters) + (_SHIFTS if header.repertoire == "UNOX" else "")
        self._noise = "".join(c for c in map(chr, range(0x20)) if c not in kept)
        self._drop = {ord(c): (" " if c == "\t" else None) for c in self._noise}
        self._curly = re.compile("|".join(map(re.escape, (self._terminator, *CURLY)))) if header.curly else None
        # Copied from a printed guide, one terminator in fifty is curly: too few to be the rule of the text.
        straight = delimiters.terminator == "'" and not header.curly
        self._stray = re.compile(f"(?:{_CURLY})(?={_TAG}{re.escape(delimiters.element)})") if straight else None
        self._closing = f"UNZ{delimiters.element}"

    def closing(self, batch: Batch) -> int | None:
        """Which of the segments is UNZ."""
        return batch.prefixes.index(self._closing) if self._closing in batch.prefixes else None

    def reach(self, buffer: str, begin: int, end: int) -> int:
        """How much of the buffer is worth cutting: up to the terminator behind the next UNZ."""
        closing = buffer.find(self._closing, begin, end)
        if closing < 0:
            # The usual case inside a large message: everything in the buffer belongs to it.
            return end
        terminator = buffer.find(self._terminator, closing, end)
        return terminator + 1 if terminator >= 0 and not self._curly else end

    def cut(self, text: str, offset: int, whole: bool) -> tuple[Batch, int]:
        """The segments of `text` and how many characters they took; `whole` takes an unterminated rest too."""
        text, closed = self._straightened(self._unquoted(text))
        pieces, begins = self._curly_pieces(text, offset) if self._curly else self._pieces(text, offset)
        # The last begin is that of the rest, which has no terminator yet.
        used = begins[-1] - offset
        if whole and used < len(text):
            pieces.append(text[used:])
            begins.append(offset + len(text))
            used = len(text)
        refused = None
        if pieces and max(map(len, pieces)) > limits.SEGMENT_MAX:
            first = next(i for i, piece in enumerate(pieces) if len(piece) > limits.SEGMENT_MAX)
            refused, pieces, begins = begins[first], pieces[:first], begins[: first + 1]
        batch = self._parted(text, self._cleaned(text, pieces, begins))._replace(refused=refused)
        if closed:
            curled = {found for found, end in zip(batch.offsets, batch.ends, strict=True) if end - offset in closed}
            batch = batch._replace(strange=batch.strange | curled)
        return batch, used

    def _parted(self, text: str, batch: Batch) -> Batch:
        """The batch with a person who stands behind a lost terminator in a segment of their own."""
        begin = [tag + self._delimiters.element for tag in PERSON_TAGS]
        # Two counts in C tell that there is none, as nearly always.
        if sum(map(text.count, begin)) == sum(map(batch.prefixes.count, begin)):
            return batch
        rows: list[tuple[str, str, int, int]] = []
        for piece, _, offset, end in zip(*batch[:4], strict=True):
            cuts = [0, *run_ins(piece, self._delimiters), len(piece)]
            ends = [*(offset + cut for cut in cuts[1:-1]), end]
            for first, last, stop in zip(cuts, cuts[1:], ends, strict=False):
                rows.append((piece[first:last], piece[first : first + 4], offset + first, stop))
        columns = zip(*rows, strict=True) if rows else ([], [], [], [])
        texts, prefixes, offsets, ends = map(list, columns)
        return Batch(texts, prefixes, offsets, ends, batch.strange)

    def places(self, text: str, length: int) -> tuple[str, list[int]]:
        """The characters that a segment at the beginning of `text` keeps, and where in `text` each one stands.

        The last place is one more: where the terminator stands, or would. The segment takes up `length` characters
        with its terminator, if it has one, which is not kept; `text` may reach farther, so that a terminator of several
        characters is known. Nothing is decoded: one character is one byte.
        """
        plain = self._straightened(self._unquoted(text))[0][:length]
        if self._curly:
            ending = next((mark for mark in (*CURLY, self._terminator) if plain.endswith(mark)), "")
        else:
            ending = self._terminator if plain.endswith(self._terminator) else ""
        body = plain.removesuffix(ending)
        kept = [place for place, char in enumerate(body) if char not in self._noise]
        return "".join(body[place] for place in kept), [*kept, len(body)]

    def _unquoted(self, text: str) -> str:
        """The text with what quoted-printable stands for, where it is in use."""
        if not self._quoted:
            return text
        # Of equal length, so that every offset stays true: what is left over becomes noise.
        return _QUOTED.sub(lambda found: chr(int(found[1] or "00", 16)).ljust(len(found[0]), "\0"), text)

    def _straightened(self, text: str) -> tuple[str, frozenset[int]]:
        """The text, of the same length, with a straight terminator for each stray curly quote before a known tag.

        The places behind those terminators come with it.
        """
        if self._stray is None or text.isascii():
            return text, frozenset()
        closed = frozenset(found.start() + 1 for found in self._stray.finditer(text))
        # What the quote took more than one character of becomes noise, so that every offset stays true.
        return (self._stray.sub(lambda found: "'".ljust(len(found[0]), "\0"), text) if closed else text), closed

    def _pieces(self, text: str, offset: int) -> tuple[list[str], list[int]]:
        """The raw pieces and where each begins, with where the rest begins as the last."""
        pieces = text.split(self._terminator)
        if self._releases_terminator(text):
            pieces = self._rejoined(pieces)
        pieces.pop()
        return pieces, list(accumulate(map((1).__add__, map(len, pieces)), initial=offset))

    def _curly_pieces(self, text: str, offset: int) -> tuple[list[str], list[int]]:
        assert self._curly  # noqa: S101  (asked before)
        pieces, begins = [], [offset]
        for found in self._curly.finditer(text):
            piece = text[begins[-1] - offset : found.start()]
            if not self._is_open(piece):
                pieces.append(piece)
                begins.append(offset + found.end())
        return pieces, begins

    def _releases_terminator(self, text: str) -> bool:
        if self._release == " " or self._release not in text:
            return False
        if self._release + self._terminator in text:
            return True
        # A wrap may fall between a release character and what it releases.
        return self._is_noisy(text) and any(self._release + noise in text for noise in self._noise)

    def _is_noisy(self, text: str) -> bool:
        # `isprintable` is one fast pass; it also fails for some Latin-1 characters, which are no noise.
        return not text.isprintable() and any(noise in text for noise in self._noise)

    def _is_open(self, piece: str) -> bool:
        """Whether an odd run of release characters ends the piece: its terminator is text."""
        # `??'` is a question mark and an end, `???'` a question mark and an apostrophe: parity decides.
        bare = piece.rstrip(self._noise)
        return self._release != " " and (len(bare) - len(bare.rstrip(self._release))) % 2 == 1

    def _rejoined(self, pieces: list[str]) -> list[str]:
        """Pieces parted at released terminators put together again; the last is the rest of the text."""
        joined: list[str] = []
        open_parts: list[str] = []
        for piece in pieces:
            last = piece[-1:]
            if (last == self._release or last in self._noise) and self._is_open(piece):
                open_parts.append(piece)
            elif open_parts:
                joined.append(self._terminator.join([*open_parts, piece]))
                open_parts = []
            else:
                joined.append(piece)
        if open_parts:
            joined.append(self._terminator.join(open_parts))
        return joined

    def _cleaned(self, text: str, pieces: list[str], begins: list[int]) -> Batch:
        # `begins` has one more than `pieces`; where nothing is noise they are the offsets as they stand.
        texts, offsets = pieces, begins[:-1]
        noisy = self._is_noisy(text)
        if noisy or text[:1] == " " or f"{self._terminator} " in text:
            texts = list(map(str.lstrip, pieces, repeat(self._noise + " ")))
            offsets = list(map(add, begins, map(sub, map(len, pieces), map(len, texts))))
            # Most noise stands between segments and is gone by now; what is left are wraps inside values.
            if noisy and self._is_noisy("".join(texts)):
                texts = [t if t.isprintable() else t.translate(self._drop) for t in texts]
        strange: frozenset[int] = frozenset()
        if not text.isascii():
            texts, strange = self._decoded(texts, offsets)
        return Batch(texts, list(map(_PREFIX, texts)), offsets, begins[1:], strange)

    def _decoded(self, texts: list[str], offsets: list[int]) -> tuple[list[str], frozenset[int]]:
        meant, strange = texts.copy(), []
        for i in compress(count(), map(not_, map(str.isascii, texts))):
            meant[i], kept = decoded(texts[i], self._repertoire)
            if not kept:
                strange.append(offsets[i])
        return meant, frozenset(strange)


def refusal(offset: int) -> TooLargeError:
    """The error for a segment longer than the limit."""
    return TooLargeError(
        f"a segment is longer than {limits.SEGMENT_MAX} bytes",
        offset,
        "its terminator may be lost or not the one announced; ask the sender for the file again",
    )
