"""The sheets of an ODS workbook as rows of cells. No formula is computed; what a file says of its size is not believed.

A cell is a text, a number, a day, yes or no, or nothing; a cell with a formula is told apart, whatever value it shows.
"""

from __future__ import annotations

import datetime as dt
import math
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from lxml import etree

from gatehouse.assessment.questions.errors import WorkbookError
from gatehouse.assessment.questions.ods_form import CONTENT, name
from gatehouse.assessment.questions.workbook_form import CELL_CHARS_MAX, ROWS_MAX
from gatehouse.terms.saying import Saying

NUMBERS = ("float", "percentage", "currency")
SPACES_MAX = 1_000
REMEDY = Saying("fill in the exported workbook again")


class OdsCell(NamedTuple):
    """What a cell holds, and whether a formula stands behind it."""

    value: object
    is_formula: bool


EMPTY = OdsCell(None, is_formula=False)


def ods_sheets(data: bytes, columns: int) -> dict[str, list[list[OdsCell]]]:
    """By name the rows of each sheet, each of `columns` cells, without the empty ones at its end.

    `data` was looked at by `workbook_safety`. Raises `WorkbookError` where its parts make no sense, and for too many
    rows.
    """
    # Whoever sent the file wrote this XML: no entity is resolved, nothing is fetched, no limit of the parser is lifted.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            root = etree.fromstring(archive.read(CONTENT), parser)
    except (etree.XMLSyntaxError, KeyError, zipfile.BadZipFile):
        raise WorkbookError(Saying("a part of it is no XML; %(remedy)s", remedy=REMEDY)) from None
    sheets = root.findall(f"{name('office:body')}/{name('office:spreadsheet')}/{name('table:table')}")
    return {str(sheet.get(name("table:name"), "")): _rows(sheet, columns) for sheet in sheets}


def _rows(sheet: etree._Element, columns: int) -> list[list[OdsCell]]:
    rows: list[list[OdsCell]] = []
    waiting = 0
    for line in sheet.iter(name("table:table-row")):
        cells = list(_cells(line, columns))
        times = _repeated(line, "table:number-rows-repeated")
        if all(cell == EMPTY for cell in cells):
            waiting += times
            continue
        if len(rows) + waiting + times > ROWS_MAX:
            raise WorkbookError(
                Saying("it has more than %(most)s rows; a questionnaire has one for each question", most=ROWS_MAX)
            )
        rows += [[EMPTY] * columns for _ in range(waiting)]
        rows += [cells for _ in range(times)]
        waiting = 0
    return rows


def _cells(line: etree._Element, columns: int) -> Iterator[OdsCell]:
    left = columns
    for cell in line:
        if cell.tag not in (name("table:table-cell"), name("table:covered-table-cell")):
            continue
        times = min(_repeated(cell, "table:number-columns-repeated"), left)
        read = _cell(cell) if times else EMPTY
        yield from [read] * times
        left -= times
    yield from [EMPTY] * left


def _repeated(element: etree._Element, attribute: str) -> int:
    told = element.get(name(attribute), "1")
    if not (told.isascii() and told.isdigit()) or len(told) > 8 or told == "0":
        raise WorkbookError(Saying("its parts make no sense; %(remedy)s", remedy=REMEDY))
    return int(told)


def _cell(cell: etree._Element) -> OdsCell:
    is_formula = cell.get(name("table:formula")) is not None
    kind = cell.get(name("office:value-type"))
    try:
        return OdsCell(_value(cell, kind), is_formula)
    except ValueError:
        raise WorkbookError(Saying("its parts make no sense; %(remedy)s", remedy=REMEDY)) from None


def _value(cell: etree._Element, kind: str | None) -> object:
    if kind in NUMBERS:
        number = float(cell.get(name("office:value"), ""))
        if not math.isfinite(number):
            raise ValueError("a number that is none")
        return number
    if kind == "date":
        told = cell.get(name("office:date-value"), "")
        return dt.datetime.fromisoformat(told) if "T" in told else dt.date.fromisoformat(told)
    if kind == "boolean":
        return cell.get(name("office:boolean-value")) == "true"
    lines = [_line(one) for one in cell if one.tag == name("text:p")]
    text = "\n".join(lines) or cell.get(name("office:string-value"), "")
    return text[: CELL_CHARS_MAX + 1] or None


def _line(paragraph: etree._Element) -> str:
    """The text of a paragraph, without the notes in it."""
    told = [paragraph.text or ""]
    for part in paragraph:
        if part.tag == name("text:s"):
            count = part.get(name("text:c"), "1")
            told.append(" " * min(int(count) if count.isascii() and count.isdigit() else 1, SPACES_MAX))
        elif part.tag == name("text:tab"):
            told.append("\t")
        elif part.tag == name("text:line-break"):
            told.append("\n")
        elif part.tag in (name("text:span"), name("text:a")):
            told.append(_line(part))
        told.append(part.tail or "")
    return "".join(told)
