"""What taking a workbook would do is worked out row by row, and every refusal has its reason."""

from __future__ import annotations

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from gatehouse.assessment.questions.errors import WorkbookError
from gatehouse.assessment.questions.import_plan import Plan, plan
from gatehouse.assessment.questions.questionnaire import questionnaire_of
from gatehouse.assessment.questions.workbook_form import COLUMNS
from gatehouse.assessment.questions.workbook_reading import read_workbook
from gatehouse.assessment.questions.workbook_writing import About, workbook
from workbooks import changed, filled, with_part

LONG = questionnaire_of("self-assessment")
EMPTY = workbook(LONG, About("X-AL", "2026", LONG.name, "2026-05-01T00:00:00+00:00"), {})


def planned(data: bytes) -> Plan:
    """The plan where nothing stands yet."""
    return plan(read_workbook(data, "a.xlsx"), LONG, ("X-AL", "2026"), {})


def reasons(data: bytes) -> list[str]:
    """Why rows are refused."""
    return [str(refusal.reason) for refusal in planned(data).refused]


def test_an_empty_workbook_changes_nothing() -> None:
    wanted = planned(EMPTY)
    assert (wanted.new, wanted.is_clean, wanted.open) == ([], True, 64)


def test_answers_of_every_kind_are_taken() -> None:
    typed = {"api-stage": "building", "api-coverage": 98.5, "strategy-revised": "2024-05-01", "help-needed": "scanners"}
    wanted = planned(filled(EMPTY, typed))
    assert {taken.question.id: taken.said.value for taken in wanted.new} == typed | {
        "api-coverage": {"value": "98.5", "unit": "percent"}
    }


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ({"api-stage": "finished"}, "answer with one of"),
        ({"api-stage": 5}, "answer with one of"),
        ({"api-coverage": "many"}, "between 0 and 100"),
        ({"api-coverage": True}, "between 0 and 100"),
        ({"strategy-revised": 45000}, "YYYY-MM-DD"),
        ({"offences-statute": "law.pdf"}, "evidence"),
        ({"help-needed": "=cmd|'/c calc'!A1"}, "formula"),
        ({"api-stage": "=1+1"}, "formula"),
    ],
)
def test_wrong_types_and_formulas_are_refused(typed: dict, reason: str) -> None:
    (found,) = reasons(filled(EMPTY, typed))
    assert reason in found


@pytest.mark.parametrize("text", ["+49 30 1", "-1 of 3", "@ministry", "'=1+1"])
def test_text_that_only_looks_like_a_formula_is_text(text: str) -> None:
    (taken,) = planned(filled(EMPTY, {"help-needed": text})).new
    assert taken.said.value == text.removeprefix("'")


def test_changed_ids_are_refused_and_what_is_missing_is_said() -> None:
    def rename(sheet: object) -> None:
        sheet["A2"], sheet["I2"] = "something-else", "yes"

    wanted = planned(changed(EMPTY, rename))
    assert [(each.row, each.question) for each in wanted.refused] == [(2, "?")]
    assert wanted.missing == ["strategy-adopted"]


def test_an_id_moved_to_another_question_is_refused() -> None:
    def swap(sheet: object) -> None:
        sheet["A2"], sheet["A10"] = sheet["A10"].value, sheet["A2"].value
        sheet["I2"] = sheet["I10"] = "yes"

    assert [reason[:30] for reason in reasons(changed(EMPTY, swap))] == ["the row does not show the ques"] * 2


def test_an_id_twice_is_refused_both_times() -> None:
    def repeat(sheet: object) -> None:
        sheet.append([cell.value for cell in sheet[2]])

    assert reasons(changed(EMPTY, repeat)) == ["two rows answer this question; leave one"] * 2


@pytest.mark.parametrize(("column", "value"), [("version", "seven"), ("asked", "0" * 16), ("text", "Another?")])
def test_what_was_not_to_be_changed_is_noticed(column: str, value: str) -> None:
    data = filled(filled(EMPTY, {"api-stage": "building"}), {"api-stage": value}, column)
    (reason,) = reasons(data)
    assert "export again" in reason


def test_a_workbook_of_another_place_is_refused() -> None:
    read = read_workbook(EMPTY, "a.xlsx")
    for questionnaire, place in ((LONG, ("X-BO", "2026")), (questionnaire_of("survey"), ("X-AL", "2026"))):
        with pytest.raises(WorkbookError, match="another"):
            plan(read, questionnaire, place, {})


def test_the_refusal_does_not_repeat_what_was_typed() -> None:
    def rename(sheet: object) -> None:
        sheet["A2"], sheet["I2"] = "Ahmed Khan", "Ahmed Khan"

    (refusal,) = planned(changed(EMPTY, rename)).refused
    assert "Khan" not in " ".join(map(str, refusal))
    assert COLUMNS[0] == "question"


def test_an_answer_to_what_is_not_asked_is_pointed_out_and_an_open_condition_says_nothing() -> None:
    contradicting = planned(filled(EMPTY, {"strategy-adopted": "no", "strategy-revised": "2024-05-01"}))
    assert (len(contradicting.new), contradicting.unasked) == (2, ["strategy-revised"])
    assert planned(filled(EMPTY, {"strategy-revised": "2024-05-01"})).unasked == []


def test_a_year_beside_what_is_no_number_is_refused() -> None:
    data = filled(filled(EMPTY, {"strategy-revised": "2024-05-01"}), {"strategy-revised": 1800}, column="year")
    assert "a year goes with a number" in reasons(data)[0]


def test_merged_cells_and_hidden_sheets_are_refused() -> None:
    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells(start_row=2, end_row=4, start_column=5, end_column=5)

    def hide(sheet: Worksheet) -> None:
        sheet.sheet_state = "veryHidden"

    for change, reason in ((merge, "merged"), (hide, "hidden")):
        with pytest.raises(WorkbookError, match=reason):
            planned(changed(EMPTY, change))


def test_parts_of_many_elements_are_refused_before_they_are_read() -> None:
    cells = b"<row>" + b"<c><v>1</v></c>" * 60_000 + b"</row>"
    sheet = b'<?xml version="1.0"?><worksheet><sheetData>' + cells + b"</sheetData></worksheet>"
    with pytest.raises(WorkbookError, match="far more than a questionnaire"):
        planned(with_part(EMPTY, "xl/worksheets/sheet2.xml", sheet))
