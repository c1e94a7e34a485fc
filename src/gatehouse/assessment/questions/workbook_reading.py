"""A filled workbook read back: rows, and what is wrong with them. Nothing is stored, and no formula is computed."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import NamedTuple

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from gatehouse.assessment.questions.errors import WorkbookError
from gatehouse.assessment.questions.ods_reading import OdsCell, ods_sheets
from gatehouse.assessment.questions.workbook_form import (
    CELL_CHARS_MAX,
    COLUMNS,
    FORM,
    ROWS_MAX,
    SHEET_ABOUT,
    SHEET_ANSWERS,
    unescaped,
)
from gatehouse.assessment.questions.workbook_safety import require_safe
from gatehouse.assessment.questions.workbook_writing import About
from gatehouse.terms.saying import Saying

REMEDY = Saying("fill in the exported workbook again")
ABOUT_ROWS_MAX = 20
Line = tuple[int, list[object], tuple[str, ...]]
"""A row of the sheet of answers, from 1: its cells, and the columns of formulas."""


class Row(NamedTuple):
    """One filled row: the row's number in the sheet, the question it says it answers, and the cells as they are.

    `formulas` names the columns that hold a formula; `version` is None where it is no number.
    """

    number: int
    question: str
    version: int | None
    asked: str
    text: str
    answer: object
    year: object
    remarks: str
    formulas: tuple[str, ...]


class Filled(NamedTuple):
    """What a workbook says of itself, and its rows in order."""

    about: About
    rows: tuple[Row, ...]


def read_workbook(data: bytes, name: str) -> Filled:
    """The rows of a filled workbook. Raises `WorkbookError` where the file cannot be taken at all."""
    if require_safe(data, name) == "ods":
        return _of_sheets(ods_sheets(data, len(COLUMNS)))
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)
        return Filled(_about(book), tuple(_rows(book)))
    except WorkbookError:
        raise
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError, IndexError):
        # The library has no error of its own for a workbook whose parts make no sense: these are what it meets.
        raise WorkbookError(Saying("its parts make no sense; %(remedy)s", remedy=REMEDY)) from None
    except SyntaxError:
        raise WorkbookError(Saying("a part of it is no XML; %(remedy)s", remedy=REMEDY)) from None


def _assert_both(sheets: Iterable[str]) -> None:
    if {SHEET_ABOUT, SHEET_ANSWERS} - set(sheets):
        raise WorkbookError(
            Saying(
                "it lacks the sheet %(sheet_about)s or %(sheet_answers)s; %(remedy)s",
                sheet_about=SHEET_ABOUT,
                sheet_answers=SHEET_ANSWERS,
                remedy=REMEDY,
            )
        )


def _of_sheets(sheets: dict[str, list[list[OdsCell]]]) -> Filled:
    """What the sheets of an ODS workbook say."""
    _assert_both(sheets)
    about = _told([(row[0].value, row[1].value) for row in sheets[SHEET_ABOUT][:ABOUT_ROWS_MAX]])
    rows = []
    for number, cells in enumerate(sheets[SHEET_ANSWERS], 1):
        formulas = tuple(column for column, cell in zip(COLUMNS, cells, strict=True) if cell.is_formula)
        rows.append((number, [cell.value for cell in cells], formulas))
    return Filled(about, tuple(_read(rows)))


def _about(book: Workbook) -> About:
    _assert_both(book.sheetnames)
    if any(book[sheet].sheet_state != "visible" for sheet in (SHEET_ABOUT, SHEET_ANSWERS)):
        raise WorkbookError(
            Saying(
                "its sheet %(sheet_about)s or %(sheet_answers)s is hidden; show it, look at it and save again",
                sheet_about=SHEET_ABOUT,
                sheet_answers=SHEET_ANSWERS,
            )
        )
    cells = book[SHEET_ABOUT].iter_rows(max_row=ABOUT_ROWS_MAX, max_col=2, values_only=True)
    return _told([(pair[0], pair[1]) for pair in cells if len(pair) == 2])


def _told(pairs: Sequence[tuple[object, object]]) -> About:
    told = {str(name): unescaped(str(value or "")) for name, value in pairs if name is not None}
    if told.get("form") != FORM or not set(About._fields) <= set(told):
        raise WorkbookError(Saying("it is not of the form %(form)s; %(remedy)s", form=FORM, remedy=REMEDY))
    return About(*(told[name][:200] for name in About._fields))


def _rows(book: Workbook) -> Iterator[Row]:
    sheet = book[SHEET_ANSWERS]
    # What the sheet says of its own size is not believed: the rows are counted as they come.
    sheet.reset_dimensions()
    yield from _read(_of_xlsx(sheet))


def _of_xlsx(sheet: Worksheet) -> Iterator[Line]:
    for number, cells in enumerate(sheet.iter_rows(max_col=len(COLUMNS)), 1):
        if number > ROWS_MAX:
            raise WorkbookError(
                Saying("it has more than %(most)s rows; a questionnaire has one for each question", most=ROWS_MAX)
            )
        values = [cell.value for cell in cells] + [None] * (len(COLUMNS) - len(cells))
        yield number, values, tuple(name for name, cell in zip(COLUMNS, cells, strict=False) if cell.data_type == "f")


def _read(lines: Iterable[Line]) -> Iterator[Row]:
    for number, values, formulas in lines:
        if number == 1:
            if tuple(values) != COLUMNS:
                raise WorkbookError(
                    Saying(
                        "the first row of %(sheet_answers)s is not the exported one; %(remedy)s",
                        sheet_answers=SHEET_ANSWERS,
                        remedy=REMEDY,
                    )
                )
        elif formulas or any(value not in (None, "") for value in values):
            yield _row(number, dict(zip(COLUMNS, values, strict=True)), formulas)


def _row(number: int, told: dict[str, object], formulas: tuple[str, ...]) -> Row:
    version = str(told["version"] if told["version"] is not None else "").strip()
    known = int(version) if version.isascii() and version.isdigit() and len(version) < 10 else None
    question, asked, text, remarks = (_text(told[name]) for name in ("question", "asked", "text", "remarks"))
    return Row(number, question, known, asked, text, _cell(told["answer"]), _cell(told["year"]), remarks, formulas)


def _text(value: object) -> str:
    return unescaped(str(value if value is not None else ""))[:CELL_CHARS_MAX].strip()


def _cell(value: object) -> object:
    """A cell as it is typed: texts without their escape, whole floats as whole numbers, days and numbers as such."""
    if isinstance(value, str):
        return unescaped(value)[:CELL_CHARS_MAX].strip()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, int | float | dt.date | bool) or value is None else str(value)
