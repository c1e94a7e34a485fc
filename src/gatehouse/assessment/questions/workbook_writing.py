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
)

WIDTHS = {"text": 60, "guidance": 40, "options": 40, "answer": 30, "remarks": 50, "question": 22, "section": 20}
FILL = PatternFill("solid", fgColor="FFF7D6")
HOW = {
    "en": "Fill in the coloured cells of the sheet Answers. Change nothing else, add no formulas and no macros. "
    "Answers with codes take a code of the column options. Send the file back as .xlsx.",
    "zh": "请填写 Answers 工作表中着色的单元格,勿改动其他内容,勿添加公式或宏。编码题请填 options 栏中的代码,"
    "并以 .xlsx 格式发回。",
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
    _write_about(book.active, questionnaire, about, language)
    sheet = book.create_sheet(SHEET_ANSWERS)
    sheet.append(COLUMNS)
    for section in questionnaire.sections:
        for question in section.questions:
            _append(sheet, _row(question, section.title.in_(language), standing.get(question.id), language))
            _validate(sheet, question, sheet.max_row)
    _dress(sheet)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _write_about(sheet: Worksheet, questionnaire: Questionnaire, about: About, language: str) -> None:
    sheet.title = SHEET_ABOUT
    _append(sheet, ["form", FORM])
    for name, value in about._asdict().items():
        _append(sheet, [name, value])
    _append(sheet, ["title", questionnaire.title.in_(language)])
    _append(sheet, ["how", HOW["zh" if language.startswith("zh") else "en"]])
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 16, 100


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
    sheet.append([escaped(value)[:CELL_CHARS_MAX] for value in values])
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
