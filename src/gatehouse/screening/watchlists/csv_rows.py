"""Rows of a CSV list file, with their line and with damage noticed: a cut file, a wrong charset, a cell without end."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import NamedTuple

from gatehouse.screening.watchlists.limits import CELL_CHARS_MAX
from gatehouse.screening.watchlists.list_reading import Skipped
from gatehouse.screening.watchlists.source import Source
from gatehouse.terms.finding import error

END = "\x1aend of file"
"""Sent after the last line: it can only turn up inside a cell when a quotation mark was never closed."""

CUT_REMEDY = "fetch the complete file again"


class Row(NamedTuple):
    """One row: the line it ends on (from 1) and its cells, stripped of blanks around them."""

    line: int
    cells: tuple[str, ...]


class Record(NamedTuple):
    """One row by the names of its columns; `ordinal` counts rows below the header from 1."""

    ordinal: int
    cells: dict[str, str]

    def get(self, column: str) -> str:
        """The cell of a column, `""` when the file has no such column."""
        return self.cells.get(column, "")


def _with_end(source: Source) -> Iterator[str]:
    yield from source.lines()
    yield END


def rows(source: Source, delimiter: str) -> Iterator[Row]:
    """The rows of the file, empty ones and a closing control-Z left out. Refuses a file cut inside a quoted cell."""
    csv.field_size_limit(CELL_CHARS_MAX)
    reader = csv.reader(_with_end(source), delimiter=delimiter)
    try:
        for cells in reader:
            if cells == [END]:
                return
            if cells and cells[-1].endswith(END):
                raise source.refuse(f"line {reader.line_num}", "the file ends inside a quoted cell", CUT_REMEDY)
            if any(cell.strip(" \t\x1a") for cell in cells):
                yield Row(reader.line_num, tuple(cell.strip() for cell in cells))
    except csv.Error as fault:
        cause = f"not readable as CSV ({fault})"
        raise source.refuse(f"line {reader.line_num}", cause, "save the file as CSV again") from None


def records(source: Source, header: Row, body: Iterator[Row]) -> Iterator[Record | Skipped]:
    """Rows below a header by column name. A row of another width is skipped; if it is the last one, the file is cut."""
    short: Row | None = None
    for ordinal, row in enumerate(body, 1):
        if short:
            yield Skipped(
                error("row-of-wrong-width", ordinal - 1, f"{len(short.cells)} cells, not {len(header.cells)}")
            )
        short = row if len(row.cells) != len(header.cells) else None
        if not short:
            yield Record(ordinal, dict(zip(header.cells, row.cells, strict=True)))
    if short:
        cause = f"the last row has {len(short.cells)} cells, the header {len(header.cells)}"
        raise source.refuse(f"line {short.line}", cause, CUT_REMEDY)


def check_columns(source: Source, header: Row, required: tuple[str, ...], known: frozenset[str] | None) -> None:
    """Refuse a header that lacks a required column, repeats one, or (where `known` is given) has an unknown one."""
    missing = [column for column in required if column not in header.cells]
    twice = sorted({column for column in header.cells if header.cells.count(column) > 1 and column})
    unknown = [column for column in header.cells if known is not None and column not in known]
    for columns, what in ((missing, "missing"), (unknown, "unknown"), (twice, "repeated")):
        if columns:
            cause = f"{what} columns: {', '.join(column[:60] or '(empty)' for column in columns)}"
            raise source.refuse(f"line {header.line}", cause, "see docs/lists.md for the columns")
