"""The exported workbook holds every question with what stands, and not one formula."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO

from openpyxl import load_workbook

from gatehouse.assessment.questions.bank import bank
from gatehouse.assessment.questions.given import Given
from gatehouse.assessment.questions.questionnaire import questionnaire_of
from gatehouse.assessment.questions.workbook_form import COLUMNS, DANGEROUS, SHEET_ANSWERS
from gatehouse.assessment.questions.workbook_writing import About, exported_now, in_cells, workbook

ABOUT = About("X-AL", "2026", "self-assessment/1", exported_now())
STANDING = {
    "help-needed": (3, Given('=HYPERLINK("http://x.example","click")', "@here")),
    "api-coverage": (1, Given({"value": "98.5", "unit": "percent", "year": 2026})),
    "api-stage": (2, Given("building", "\tindented")),
}


def rows(language: str = "en") -> list[dict[str, str]]:
    """The rows of the exported sheet by column."""
    book = load_workbook(BytesIO(workbook(questionnaire_of("self-assessment"), ABOUT, STANDING, language)))
    values = list(book[SHEET_ANSWERS].iter_rows(values_only=True))
    assert values[0] == COLUMNS
    return [dict(zip(COLUMNS, row, strict=True)) for row in values[1:]]


def test_every_question_is_there_with_what_stands() -> None:
    told = {row["question"]: row for row in rows()}
    assert list(told) == [question.id for question in questionnaire_of("self-assessment").questions()]
    assert (told["api-coverage"]["answer"], told["api-coverage"]["year"]) == ("98.5", "2026")
    assert (told["api-stage"]["version"], told["api-stage"]["answer"]) == ("2", "building")
    assert "only if api-required is" in told["api-stage"]["guidance"]


def test_no_cell_is_a_formula_or_becomes_one_in_a_csv() -> None:
    data = workbook(questionnaire_of("self-assessment"), ABOUT, STANDING)
    stream = StringIO()
    for sheet in load_workbook(BytesIO(data)):
        for row in sheet.iter_rows():
            assert not [cell.coordinate for cell in row if cell.data_type == "f"]
            csv.writer(stream).writerow([cell.value for cell in row])
    for row in csv.reader(StringIO(stream.getvalue())):
        assert not [cell for cell in row if cell.startswith(DANGEROUS)]


def test_it_is_written_in_chinese_too() -> None:
    told = {row["question"]: row for row in rows("zh")}
    assert told["api-stage"]["text"] == bank()["api-stage"].zh
    assert "建设中" in told["api-stage"]["options"]


def test_a_document_is_named() -> None:
    assert in_cells({"sha256": "a" * 64, "name": "law.pdf"}) == ("law.pdf", "")
