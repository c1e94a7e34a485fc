"""A questionnaire as an XLSX workbook, to be filled in where there is no network, with the answers that stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from io import BytesIO
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from gatehouse.assessment.questions.given import Given, Value
from gatehouse.assessment.questions.question import Question
from gatehouse.assessment.questions.questionnaire import Questionnaire
from gatehouse.assessment.questions.workbook_form import (
    CELL_CHARS_MAX,
    COLUMNS,
    FILLED,
    FORM,
    SHEET_ABOUT,
    SHEET_ANSWERS,
    escaped,
    writable,
)

WIDTHS = {"text": 60, "guidance": 40, "options": 40, "answer": 30, "remarks": 50, "question": 22, "section": 20}
FILL_COLOUR = "FFF7D6"
FILL = PatternFill("solid", fgColor=FILL_COLOUR)
HOW = {
    "en": "Fill in the coloured cells of the sheet Answers. Change nothing else, add no formulas and no macros. "
    "Answers with codes take a code of the column options. Send the file back as .xlsx or .ods.",
    "zh": "请填写 Answers 工作表中着色的单元格,勿改动其他内容,勿添加公式或宏。编码题请填 options 栏中的代码,"
    "并以 .xlsx 或 .ods 格式发回。",
}


class About(NamedTuple):
    """Whose workbook it is. `cycle` is the cycle's name; `exported` in UTC."""

    state: str
    cycle: str
    questionnaire: str
    exported: str


def workbook(
    questionnaire: Questionnaire, about: About, standing: Mapping[str, tuple[int, Given]], language: str = "en"
) -> bytes:
    """The XLSX file. `standing` is the version and the answer of each question that has one.

    All questions are in it, with the condition under which they are asked, since a workbook on its own hides nothing.
    """
    book = Workbook()
    book.active.title = SHEET_ABOUT
    for row in about_rows(questionnaire, about, language):
        _append(book.active, row)
    book.active.column_dimensions["A"].width, book.active.column_dimensions["B"].width = 16, 100
    sheet = book.create_sheet(SHEET_ANSWERS)
    sheet.append(COLUMNS)
    for question, row in zip(questionnaire.questions(), answer_rows(questionnaire, standing, language), strict=True):
        _append(sheet, row)
        _validate(sheet, question, sheet.max_row)
    _dress(sheet)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def about_rows(questionnaire: Questionnaire, about: About, language: str) -> list[list[str]]:
    """What the workbook says of itself, as texts that no program takes for formulas."""
    rows = [["form", FORM], *([name, value] for name, value in about._asdict().items())]
    rows.append(["title", questionnaire.title.in_(language)])
    rows.append(["how", HOW["zh" if language.startswith("zh") else "en"]])
    return [_safe(row) for row in rows]


def answer_rows(
    questionnaire: Questionnaire, standing: Mapping[str, tuple[int, Given]], language: str
) -> list[list[str]]:
    """A row for each question in the order of the questionnaire, as texts that no program takes for formulas."""
    return [
        _safe(_row(question, section.title.in_(language), standing.get(question.id), language))
        for section in questionnaire.sections
        for question in section.questions
    ]


def _safe(values: list[str]) -> list[str]:
    return [escaped(writable(value))[:CELL_CHARS_MAX] for value in values]


def _row(question: Question, section: str, standing: tuple[int, Given] | None, language: str) -> list[str]:
    version, said = standing or (0, None)
    chinese = language.startswith("zh")
    options = ", ".join(f"{each.code} ({each.zh if chinese else each.en})" for each in question.options.values())
    unit = question.unit
    of = options or (f"{unit.zh if chinese else unit.en}, {unit.least}-{unit.most}" if unit else "")
    guidance = "\n".join(filter(None, [question.guidance_in(language), _condition(question)]))
    answer, year = in_cells(said.value) if said else ("", "")
    remarks = said.remarks if said else ""
    told = [section, question.text_in(language), guidance, question.kind.value, of, answer, year, remarks]
    return [question.id, str(version), question.fingerprint, *told]


def _condition(question: Question) -> str:
    return "; ".join(f"only if {each.question} is {' or '.join(sorted(each.codes))}" for each in question.conditions)


def in_cells(value: Value) -> tuple[str, str]:
    """A value as it stands in the columns answer and year. A document is named, and not taken back."""
    if isinstance(value, str):
        return value, ""
    return str(value.get("value", value.get("name", ""))), str(value.get("year", ""))


def _append(sheet: Worksheet, values: list[str]) -> None:
    """A row of nothing but texts: none of them can become a formula, here or in a CSV made of it."""
    sheet.append(values)
    for cell in sheet[sheet.max_row]:
        if cell.value is not None:
            cell.data_type = "s"


def _validate(sheet: Worksheet, question: Question, row: int) -> None:
    if question.is_coded:
        codes = ",".join(question.options)
        rule = DataValidation(type="list", formula1=f'"{codes}"', allow_blank=True)
        rule.error = "one of the codes, please"
        sheet.add_data_validation(rule)
        rule.add(sheet.cell(row, COLUMNS.index("answer") + 1))


def _dress(sheet: Worksheet) -> None:
    sheet.freeze_panes = "B2"
    for number, name in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = WIDTHS.get(name, 12)
        sheet.cell(1, number).font = Font(bold=True)
        for row in range(2, sheet.max_row + 1):
            cell = sheet.cell(row, number)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if name in FILLED:
                cell.fill, cell.protection = FILL, Protection(locked=False)
    sheet.protection.sheet = True  # against slips only: there is no password, and the reader trusts nothing


def exported_now() -> str:
    """The clock as it is written into a workbook."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
