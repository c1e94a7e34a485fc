"""One part screened: a pure function of its bytes and the lists."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import NamedTuple

from gatehouse.edifact import EdifactError
from gatehouse.screening.matching.screener import Screener
from gatehouse.screening.matching.table import TableError
from gatehouse.screening.spread.asked import Asked, Kind, answered, json_line, messages_asked, rows_asked
from gatehouse.screening.spread.parts import Part, Piece
from gatehouse.screening.spread.stored import stored_asked


class Refusal(NamedTuple):
    """A file that could not be read on, and why."""

    file: str
    cause: str


class Answer(NamedTuple):
    """What a part gave: a JSON line for each traveller, and the files that could not be read on.

    `left_out` counts travellers of whose search something was left out.
    """

    number: int
    lines: bytes
    travellers: int
    refusals: tuple[Refusal, ...] = ()
    left_out: int = 0


def screened(part: Part, screener: Screener) -> Answer:
    """Screen the part. Where a piece cannot be read on, what came before it is answered, and the other pieces."""
    lines: list[bytes] = []
    refusals = []
    left_out = 0
    for piece in part.pieces:
        try:
            for one, found in answered(_asked(piece), screener):
                lines.append(json_line(one, found))
                left_out += bool(found.left_out)
        except (EdifactError, TableError) as fault:
            refusals.append(Refusal(piece.file, str(fault)))
    return Answer(part.number, b"".join(lines), len(lines), tuple(refusals), left_out)


def _asked(piece: Piece) -> Iterator[Asked]:
    stream = io.BytesIO(piece.content)
    if piece.kind is Kind.TABLE:
        return rows_asked(stream, piece.file, piece.sha256, piece.first)
    if piece.kind is Kind.STORED:
        return stored_asked(piece.content)
    return messages_asked(stream, piece.file, piece.sha256)
