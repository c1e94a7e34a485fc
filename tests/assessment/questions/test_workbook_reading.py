"""A workbook is read cell by cell; what is no filled questionnaire is refused."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from gatehouse.assessment.questions.errors import WorkbookError
from gatehouse.assessment.questions.questionnaire import questionnaire_of
from gatehouse.assessment.questions.workbook_form import COLUMNS, SHEET_ABOUT, SHEET_ANSWERS
from gatehouse.assessment.questions.workbook_reading import read_workbook
from gatehouse.assessment.questions.workbook_writing import About, workbook
from workbooks import changed, filled, part_of, with_part

ABOUT = About("X-AL", "2026", "survey/1", "2026-05-01T00:00:00+00:00")


@pytest.fixture(scope="module")
def empty() -> bytes:
    """The survey, nothing answered."""
    return workbook(questionnaire_of("survey"), ABOUT, {})


def test_what_was_exported_is_read(empty: bytes) -> None:
    read = read_workbook(empty, "a.xlsx")
    assert read.about == ABOUT
    assert [row.question for row in read.rows] == [question.id for question in questionnaire_of("survey").questions()]
    assert {(row.answer, row.remarks, row.version) for row in read.rows} == {(None, "", 0)}


def test_cells_keep_their_kind(empty: bytes) -> None:
    typed = {"api-stage": "building", "pnr-stage": 5.0, "lists-kept": dt.datetime(2026, 5, 1), "pnr-law": True}
    read = {row.question: row.answer for row in read_workbook(filled(empty, typed), "a.xlsx").rows}
    assert [read[id_] for id_ in typed] == ["building", 5, dt.datetime(2026, 5, 1), True]


def test_formulas_are_seen_and_never_computed(empty: bytes) -> None:
    read = {row.question: row for row in read_workbook(filled(empty, {"api-stage": "=1+1"}), "a.xlsx").rows}
    assert read["api-stage"].formulas == ("answer",)


@pytest.mark.parametrize(
    ("rows", "reason"), [(2_000, "more than 1000 rows"), (100_000, "far more than a questionnaire")]
)
def test_too_many_rows_are_refused(rows: int, reason: str) -> None:
    book = Workbook(write_only=True)
    about, sheet = book.create_sheet(SHEET_ABOUT), book.create_sheet(SHEET_ANSWERS)
    for row in [("form", "gatehouse-questionnaire/1"), *ABOUT._asdict().items()]:
        about.append(row)
    sheet.append(COLUMNS)
    for number in range(rows):
        sheet.append([f"q{number}"])
    stream = BytesIO()
    book.save(stream)
    with pytest.raises(WorkbookError, match=reason):
        read_workbook(stream.getvalue(), "a.xlsx")


def test_a_sheet_that_lies_about_its_size_is_read_by_its_rows(empty: bytes) -> None:
    name = "xl/worksheets/sheet2.xml"
    sheet = part_of(empty, name)
    start = sheet.index(b"<dimension")
    lying = sheet[:start] + b'<dimension ref="A1:XFD1048576"/>' + sheet[sheet.index(b"/>", start) + 2 :]
    assert len(read_workbook(with_part(empty, name, lying), "a.xlsx").rows) == 18


def test_another_workbook_is_refused(empty: bytes) -> None:
    stream = BytesIO()
    Workbook().save(stream)
    with pytest.raises(WorkbookError, match="lacks the sheet"):
        read_workbook(stream.getvalue(), "a.xlsx")
    with pytest.raises(WorkbookError, match="first row"):
        read_workbook(changed(empty, lambda sheet: sheet.delete_cols(2)), "a.xlsx")


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/worksheets/sheet2.xml", "xl/styles.xml", "xl/sharedStrings.xml"]
)
@pytest.mark.parametrize("content", [b"", b"<", b"<x/>", b"\xff\xfe"])
def test_parts_that_make_no_sense_are_refused_or_read(empty: bytes, part: str, content: bytes) -> None:
    with suppress(WorkbookError):
        read_workbook(with_part(empty, part, content), "a.xlsx")


@settings(max_examples=40)
@given(st.data())
def test_a_damaged_sheet_is_refused_or_read(empty: bytes, data: st.DataObject) -> None:
    name = "xl/worksheets/sheet2.xml"
    sheet = bytearray(part_of(empty, name))
    for _ in range(data.draw(st.integers(1, 6))):
        sheet[data.draw(st.integers(0, len(sheet) - 1))] = data.draw(st.integers(0, 255))
    with suppress(WorkbookError):
        read_workbook(with_part(empty, name, bytes(sheet)), "a.xlsx")
