"""Workbooks as they come back: filled in properly, or by somebody who means no good."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO

from lxml import etree
from openpyxl import load_workbook

from gatehouse.assessment.questions.ods_form import CONTENT, name
from gatehouse.assessment.questions.workbook_form import COLUMNS, SHEET_ANSWERS

Change = Callable[[object], None]


def filled(data: bytes, answers: Mapping[str, object], column: str = "answer") -> bytes:
    """The workbook with these cells filled, by question."""

    def fill(sheet: object) -> None:
        for row in range(2, sheet.max_row + 1):
            if (id_ := sheet.cell(row, 1).value) in answers:
                cell = sheet.cell(row, COLUMNS.index(column) + 1)
                cell.value = answers[id_]

    return changed(data, fill)


def filled_ods(data: bytes, answers: Mapping[str, str], column: str = "answer", formula: str = "") -> bytes:
    """The ODS workbook with these cells filled with texts, by question; each with a formula, where one is given."""
    root = etree.fromstring(part_of(data, CONTENT))
    for line in root.iter(name("table:table-row")):
        cells = line.findall(name("table:table-cell"))
        if (id_ := "".join(cells[0].itertext())) in answers and len(cells) == len(COLUMNS):
            cell = cells[COLUMNS.index(column)]
            for old in list(cell):
                cell.remove(old)
            cell.set(name("office:value-type"), "string")
            etree.SubElement(cell, name("text:p")).text = answers[id_]
            if formula:
                cell.set(name("table:formula"), formula)
    return with_part(data, CONTENT, etree.tostring(root))


def changed(data: bytes, change: Change) -> bytes:
    """The workbook after a change to its sheet of answers."""
    book = load_workbook(BytesIO(data))
    change(book[SHEET_ANSWERS])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The workbook with one part more, or that part instead of its own."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return stream.getvalue()


def part_of(data: bytes, name: str) -> bytes:
    """A part of the workbook."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name)
