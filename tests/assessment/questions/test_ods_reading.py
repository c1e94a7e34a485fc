"""An ODS workbook is read cell by cell, by whatever program it was filled; what makes no sense is refused."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatehouse.assessment.questions.errors import WorkbookError
from gatehouse.assessment.questions.ods_form import CONTENT
from gatehouse.assessment.questions.ods_reading import EMPTY, OdsCell, ods_sheets
from gatehouse.assessment.questions.ods_writing import ods
from gatehouse.assessment.questions.questionnaire import questionnaire_of
from gatehouse.assessment.questions.workbook_reading import read_workbook
from gatehouse.assessment.questions.workbook_writing import About
from workbooks import filled_ods, part_of, with_part

ABOUT = About("X-AL", "2026", "survey/1", "2026-05-01T00:00:00+00:00")


@pytest.fixture(scope="module")
def empty() -> bytes:
    """The survey, nothing answered."""
    return ods(questionnaire_of("survey"), ABOUT, {})


def _sheet(empty: bytes, rows: str) -> list[list[OdsCell]]:
    content = part_of(empty, CONTENT)
    start = content.index(b"<table:table-row")
    made = content[:start] + rows.encode() + content[content.index(b"</table:table>", start) :]
    return ods_sheets(with_part(empty, CONTENT, made), 3)["About"]


def test_cells_keep_their_kind(empty: bytes) -> None:
    cells = (
        '<table:table-row><table:table-cell office:value-type="float" office:value="5"><text:p>five</text:p>'
        "</table:table-cell>"
        '<table:table-cell office:value-type="date" office:date-value="2026-05-01"/>'
        '<table:table-cell office:value-type="boolean" office:boolean-value="true"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="9999999" '
        'office:value-type="string"><text:p>a<text:s text:c="2"/>b</text:p><text:p><text:span>c</text:span></text:p>'
        "</table:table-cell></table:table-row>"
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell/></table:table-row>'
    )
    first, second, third = _sheet(empty, cells)
    assert [cell.value for cell in first] == [5.0, dt.date(2026, 5, 1), True]
    assert second == third == [OdsCell("a  b\nc", is_formula=False)] * 3


def test_a_note_at_a_cell_is_no_answer(empty: bytes) -> None:
    note = "<office:annotation><text:p>said by a person</text:p></office:annotation><text:p>yes</text:p>"
    row = f'<table:table-row><table:table-cell office:value-type="string">{note}</table:table-cell></table:table-row>'
    assert _sheet(empty, row) == [[OdsCell("yes", is_formula=False), EMPTY, EMPTY]]


def test_a_formula_is_seen_whatever_it_shows(empty: bytes) -> None:
    read = read_workbook(filled_ods(empty, {"api-stage": "building"}, formula="of:=1+1"), "a.ods")
    [row] = [row for row in read.rows if row.question == "api-stage"]
    assert row.formulas == ("answer",)


@pytest.mark.parametrize(
    "row",
    [
        '<table:table-row table:number-rows-repeated="1001"><table:table-cell office:value-type="string">'
        "<text:p>x</text:p></table:table-cell></table:table-row>",
        '<table:table-row table:number-rows-repeated="-1"><table:table-cell/></table:table-row>',
        '<table:table-row><table:table-cell table:number-columns-repeated="many"/></table:table-row>',
        '<table:table-row><table:table-cell office:value-type="float" office:value="NaN"/></table:table-row>',
        '<table:table-row><table:table-cell office:value-type="date" office:date-value="soon"/></table:table-row>',
    ],
)
def test_what_makes_no_sense_is_refused(empty: bytes, row: str) -> None:
    with pytest.raises(WorkbookError):
        _sheet(empty, row)


@pytest.mark.parametrize("content", [b"", b"<", b"<x/>", b"<x>&y;</x>"])
def test_parts_that_are_no_sheets_are_refused(empty: bytes, content: bytes) -> None:
    with pytest.raises(WorkbookError):
        read_workbook(with_part(empty, CONTENT, content), "a.ods")


@settings(max_examples=60)
@given(st.data())
def test_a_damaged_sheet_is_refused_or_read(empty: bytes, data: st.DataObject) -> None:
    content = bytearray(part_of(empty, CONTENT))
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(WorkbookError):
        read_workbook(with_part(empty, CONTENT, bytes(content)), "a.ods")
