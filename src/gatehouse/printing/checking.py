"""Whether a document can be printed: limits, tables that are whole, addresses and languages that are known.

Raises at the first fault, with the place (numbers, never words).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gatehouse.printing.document import (
    Block,
    Blocks,
    Definitions,
    Document,
    Emphasis,
    Figure,
    Footnote,
    InLanguage,
    Inlines,
    Items,
    Link,
    Note,
    Paragraph,
    Quote,
    Section,
    Strong,
    Table,
)
from gatehouse.printing.drawing import checked
from gatehouse.printing.errors import DocumentFaultError
from gatehouse.printing.words import words

SECTION_DEPTH_MAX = 4
NESTING_MAX = 8
BLOCKS_MAX = 50_000
CELLS_MAX = 500_000
COLUMNS_MAX = 40
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
_ANCHOR = re.compile(r"[a-z][a-z0-9-]{0,60}\Z")
_ADDRESS = re.compile(r"(https?://|mailto:)[^\s<>\"\\]{1,2000}\Z", re.IGNORECASE)


def check(document: Document) -> None:
    """Raises `DocumentFaultError` for what no format could print as it is meant."""
    words(document.language)
    if not document.title.strip():
        raise DocumentFaultError("title", "empty; a reader and a screen reader need one")
    places = list(_blocks_of(document))
    if len(places) > BLOCKS_MAX:
        raise DocumentFaultError("document", f"over {BLOCKS_MAX} blocks; print it in parts")
    if sum(len(b.columns) * len(b.rows) for _, b in places if isinstance(b, Table)) > CELLS_MAX:
        raise DocumentFaultError("document", f"over {CELLS_MAX} cells in its tables; give the table as a file of data")
    for place, block in places:
        _check_block(place, block)


def _blocks_of(document: Document) -> Iterator[tuple[str, Block]]:
    yield from _inside("opening", document.opening, 1)
    for number, section in enumerate(document.sections, 1):
        yield from _blocks_of_section(f"section {number}", section, 1)


def _blocks_of_section(place: str, section: Section, depth: int) -> Iterator[tuple[str, Block]]:
    if depth > SECTION_DEPTH_MAX:
        raise DocumentFaultError(place, f"sections lie over {SECTION_DEPTH_MAX} deep")
    _check_anchor(place, section.anchor)
    _check_inlines(place, section.heading, 1)
    yield from _inside(place, section.blocks, 1)
    for number, below in enumerate(section.sections, 1):
        yield from _blocks_of_section(f"{place}.{number}", below, depth + 1)


def _inside(place: str, blocks: Blocks, depth: int) -> Iterator[tuple[str, Block]]:
    if depth > NESTING_MAX:
        raise DocumentFaultError(place, f"blocks lie over {NESTING_MAX} deep in each other")
    for number, block in enumerate(blocks, 1):
        here = f"{place}, block {number}"
        yield here, block
        for below in _below(block):
            yield from _inside(here, below, depth + 1)


def _below(block: Block) -> tuple[Blocks, ...]:
    match block:
        case Items(items):
            return items
        case Definitions(pairs):
            return tuple(said for _, said in pairs)
        case Quote(inside) | Note(inside):
            return (inside,)
        case _:
            return ()


def _check_block(place: str, block: Block) -> None:
    match block:
        case Paragraph(inside) | Quote(_, inside):
            _check_inlines(place, inside, 1)
        case Definitions(pairs):
            for term, _ in pairs:
                _check_inlines(place, term, 1)
        case Table():
            _check_table(place, block)
        case Figure():
            _check_figure(place, block)


def _check_table(place: str, table: Table) -> None:
    _check_anchor(place, table.anchor)
    if not 1 <= len(table.columns) <= COLUMNS_MAX:
        raise DocumentFaultError(place, f"a table has 1 to {COLUMNS_MAX} columns")
    if any(column.share <= 0 for column in table.columns):
        raise DocumentFaultError(place, "a column's share of the width is over 0")
    for number, row in enumerate(table.rows, 1):
        if len(row) != len(table.columns):
            raise DocumentFaultError(f"{place}, row {number}", f"{len(row)} cells under {len(table.columns)} columns")
    cells = [cell for row in table.rows for cell in row]
    for inlines in (table.caption, table.remark, *(c.heading for c in table.columns), *cells):
        _check_inlines(place, inlines, 1)


def _check_figure(place: str, figure: Figure) -> None:
    _check_anchor(place, figure.anchor)
    _check_inlines(place, figure.caption, 1)
    if not figure.alternative.strip():
        raise DocumentFaultError(place, "a figure needs its text alternative")
    if not 0 < figure.width <= 1:
        raise DocumentFaultError(place, "a figure's width is a share over 0 and up to 1")
    checked(figure.svg)


def _check_anchor(place: str, anchor: str) -> None:
    if anchor and not _ANCHOR.match(anchor):
        raise DocumentFaultError(place, "an anchor is small letters, digits and hyphens, 61 at most")


def _check_inlines(place: str, inlines: Inlines, depth: int) -> None:
    if depth > NESTING_MAX:
        raise DocumentFaultError(place, f"words lie over {NESTING_MAX} deep in each other")
    for inline in inlines:
        match inline:
            case Link(address, inside):
                if not _ADDRESS.match(address):
                    raise DocumentFaultError(place, "a link leads to https, http or mailto, and to nothing else")
                _check_inlines(place, inside, depth + 1)
            case InLanguage(language, inside):
                if not _LANGUAGE.match(language):
                    raise DocumentFaultError(place, "a language is given by its code (BCP 47), as ar or zh-Hans")
                _check_inlines(place, inside, depth + 1)
            case Strong(inside) | Emphasis(inside) | Footnote(inside):
                _check_inlines(place, inside, depth + 1)
