"""The segments of one interchange, looked at as they are cut: what is to be taken out of which, and why."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from gatehouse.edifact import limits
from gatehouse.edifact.charset import decoded
from gatehouse.edifact.cutter import Batch, Cutter
from gatehouse.edifact.delimiters import Header
from gatehouse.edifact.segment import at, unreleased
from gatehouse.edifact.tags import KNOWN_TAGS
from gatehouse.screening.intake.sensitive.codes import CODE_LETTERS, sensitive_codes
from gatehouse.screening.intake.sensitive.fields import REST, UNKNOWN, Field, How, fields, named_services, not_looked_at
from gatehouse.screening.intake.sensitive.lexicon import lexicon
from gatehouse.screening.intake.sensitive.marker import filled
from gatehouse.screening.intake.sensitive.ranges import TAG, ranges_of

BEYOND = 32
"""Bytes behind a segment that tell a terminator of several bytes."""
ELEMENTS_LONG = 3
"""Elements from which a text is looked at once more with all of them run together."""
SHAPES_MAX = 16
"""Sets of delimiters whose beginnings of segments are remembered."""
HARMLESS_MAX = 10_000
HARMLESS_TEXT_MAX = 64
"""Short coded segments remembered as harmless: `ATT+2++M` comes with every traveller."""


class Piece(NamedTuple):
    """A segment, or a part of one that a stray terminator cut: its text, and its first byte and the one behind it."""

    text: str
    begin: int
    end: int


class Found(NamedTuple):
    """A segment (its pieces) that reveals the traits."""

    field: Field
    pieces: tuple[Piece, ...]
    traits: frozenset[str]


class Segments:
    """Looks at the segments of one interchange.

    `open_at` is the first byte of the segment that may not be complete yet, or nothing where none is.
    """

    def __init__(self, header: Header) -> None:
        self._delimiters = header.delimiters
        self._repertoire = header.repertoire
        self._cutter = Cutter(header)
        self._shape = _shape(header.delimiters.element, header.delimiters.component)
        self._harmless: set[str] = set()
        self._open: tuple[Field, list[Piece]] | None = None
        self._after_name = False

    @property
    def open_at(self) -> int | None:
        """Where the open segment begins."""
        return self._open[1][0].begin if self._open else None

    def look_at(self, batch: Batch) -> Iterator[Found]:
        """The segments of a batch that reveal something, in order; the last one is only known with what follows."""
        texts, prefixes = batch.texts, batch.prefixes
        looked_at = -1
        for i in self._worth_a_look(batch):
            if looked_at < i - 1:
                # The segment right before decides to whom a loose piece belongs.
                yield from self._pass_by(texts[i - 1], prefixes[i - 1])
            looked_at = i
            yield from self._take(Piece(texts[i], batch.offsets[i], batch.ends[i]), prefixes[i])
        if prefixes and looked_at < len(prefixes) - 1:
            yield from self._pass_by(texts[-1], prefixes[-1])

    def _worth_a_look(self, batch: Batch) -> Iterator[int]:
        """Which segments are not told at once to reveal nothing: the loop that every segment goes through."""
        shape, harmless, names, texts, prefixes = (
            self._shape, self._harmless, named_services(), batch.texts, batch.prefixes,
        )  # fmt: skip
        skipped = shape.skipped
        for i in [i for i, prefix in enumerate(prefixes) if prefix not in skipped]:
            prefix = prefixes[i]
            text = texts[i]
            if text in harmless or (prefix == shape.service and text[4:8] in names) or shape.is_plain(text):
                continue
            # A segment that nothing loose follows is whole, and most free text has only words seen before.
            is_whole = prefix in shape.known and i + 1 < len(prefixes) and prefixes[i + 1] in shape.known
            if not (is_whole and self._is_short_and_harmless(text)):
                yield i

    def _is_short_and_harmless(self, text: str) -> bool:
        return text.count(self._delimiters.element) < ELEMENTS_LONG and lexicon().is_harmless(text)

    def _pass_by(self, text: str, prefix: str) -> Iterator[Found]:
        """A segment that was not looked at stands here: what was open is complete."""
        yield from self.close()
        shape = self._shape
        self._after_name = prefix in shape.names or (prefix == shape.service and text[4:8] in named_services())

    def _take(self, piece: Piece, prefix: str) -> Iterator[Found]:
        """A segment that is looked at opens; a loose piece joins the one before it."""
        # The reader of segments takes a tag in small letters too.
        tag = prefix[:TAG].upper()
        if prefix in self._shape.known or f"{tag}{prefix[TAG:]}" in self._shape.known:
            yield from self.close()
            field = fields().get(tag, UNKNOWN)
            self._after_name = field.how is How.NAMES
            if field.how not in (How.NAMES, How.CODES):
                self._open = (field, [piece])
        elif prefix[TAG:] == self._delimiters.element and tag.isalnum():
            yield from self.close()
            self._open = (REST if self._after_name else UNKNOWN, [piece])
            self._after_name = False
        elif self._open and piece.end - self._open[1][0].begin <= limits.SEGMENT_MAX:
            self._open[1].append(piece)
        elif not self._after_name:
            yield from self.close()
            self._open = (REST, [piece])

    def close(self) -> Iterator[Found]:
        """The open segment is complete: yields it where it reveals something."""
        if not self._open:
            return
        (field, pieces), self._open = self._open, None
        text = pieces[0].text if len(pieces) == 1 else " ".join(piece.text for piece in pieces)
        traits = self._traits(text, field)
        if traits:
            yield Found(field, tuple(pieces), traits)
        elif field.how is How.PARTS and len(text) <= HARMLESS_TEXT_MAX:
            if len(self._harmless) >= HARMLESS_MAX:
                self._harmless.clear()
            self._harmless.add(text)

    def _traits(self, text: str, field: Field) -> frozenset[str]:
        if field.how is How.SERVICE:
            code = text[TAG + 1 :].lstrip()[:CODE_LETTERS].upper()
            trait = sensitive_codes().get(code)
            if trait or code in named_services():
                return frozenset([trait] if trait else ())
        elif field.how is How.TEXT and text[:TAG] == "IFT":
            head = text[TAG + 1 :].partition(self._delimiters.element)[0]
            if f"IFT {at([head.split(self._delimiters.component)], 0, 1)}" in fields():
                return frozenset()
        return self._of_text(text[TAG:] if field is not REST else text)

    def _of_text(self, text: str) -> frozenset[str]:
        element, release = self._delimiters.element, self._delimiters.release
        known = lexicon()
        traits = known.traits(unreleased(text, release) if release in text else text)
        if not traits and text.count(element) >= ELEMENTS_LONG:
            # Long text is cut into elements wherever its length ends, in the middle of a word too.
            traits = known.traits(text.replace(element, ""))
        return traits

    def fill(self, raw: bytearray, base: int, found: Found) -> None:
        """Take out of `raw`, whose first byte is byte `base` of the stream, what reveals something."""
        for number, piece in enumerate(found.pieces):
            begin, end = piece.begin - base, piece.end - base
            text, places = self._cutter.places(raw[begin : end + BEYOND].decode("latin-1"), end - begin)
            field = REST if number else found.field
            for first, last in ranges_of(text, field, self._delimiters, self._reveals):
                if first < last:
                    _fill(raw, begin + places[first], begin + places[last])

    def _reveals(self, text: str) -> bool:
        return bool(self._of_text(decoded(text, self._repertoire)[0]))


def _fill(raw: bytearray, begin: int, end: int) -> None:
    raw[begin:end] = filled(bytes(raw[begin:end]))


class _Shape(NamedTuple):
    """How segments begin, by what is done with them, and what coded ones look like that reveal nothing."""

    known: frozenset[str]
    skipped: frozenset[str]
    names: frozenset[str]
    service: str
    is_plain: Callable[[str], re.Match[str] | None]


@lru_cache(maxsize=SHAPES_MAX)
def _shape(element: str, component: str) -> _Shape:
    part, unit = re.escape(element), re.escape(component)
    bag = f"FTX{part}BAG{part}{part}{part}[A-Z0-9]{{2}}[0-9]{{4,8}}(?:{unit}[0-9]{{1,4}})?"
    dates = f"DAT(?:{part}|{unit}|[0-9])*"
    return _Shape(
        _beginnings(KNOWN_TAGS, element),
        _beginnings(not_looked_at(), element),
        _beginnings(not_looked_at((How.NAMES,)), element),
        f"SSR{element}",
        re.compile(f"{bag}|{dates}").fullmatch,
    )


def _beginnings(tags: frozenset[str], element: str) -> frozenset[str]:
    """The first four characters of segments with these tags, with and without elements."""
    return frozenset(prefix for tag in tags for prefix in (tag, tag + element))
