"""The exported ODS holds every question with what stands, and comes back as it went out; no cell is a formula."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from gatehouse.assessment.questions.given import Given
from gatehouse.assessment.questions.ods_form import CONTENT, MIMETYPE
from gatehouse.assessment.questions.ods_writing import ods
from gatehouse.assessment.questions.questionnaire import questionnaire_of
from gatehouse.assessment.questions.workbook_form import FORM
from gatehouse.assessment.questions.workbook_reading import read_workbook
from gatehouse.assessment.questions.workbook_writing import About, workbook

ABOUT = About("X-AL", "2026", "self-assessment/1", "2026-05-01T00:00:00+00:00")
STANDING = {
    "help-needed": (3, Given('=HYPERLINK("http://x.example","click")', "@here\n\n  two  spaces\tand a tab ")),
    "api-coverage": (1, Given({"value": "98.5", "unit": "percent", "year": 2026})),
    "api-stage": (2, Given("building", "\tindented & <marked> 阿尔托纳")),
}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_says_what_the_xlsx_says(language: str) -> None:
    asked = questionnaire_of("self-assessment")
    mine = read_workbook(ods(asked, ABOUT, STANDING, language), "a.ods")
    theirs = read_workbook(workbook(asked, ABOUT, STANDING, language), "a.xlsx")
    assert mine == theirs
    told = {row.question: row for row in mine.rows}
    assert told["help-needed"].remarks == STANDING["help-needed"][1].remarks.strip()
    assert mine.about == ABOUT


def test_programs_know_it_by_its_first_bytes_and_find_no_formula() -> None:
    data = ods(questionnaire_of("self-assessment"), ABOUT, STANDING)
    assert data[30:38] == b"mimetype"
    assert data[38 : 38 + len(MIMETYPE)] == MIMETYPE
    with zipfile.ZipFile(BytesIO(data)) as archive:
        content = archive.read(CONTENT)
    assert b"table:formula" not in content
    assert FORM.encode() in content
    assert b'content-is-in-list("' in content.replace(b"&quot;", b'"')


def test_signs_that_no_xml_can_hold_are_left_out() -> None:
    said = {"help-needed": (1, Given("a\x0bb\x1fc\ud800", "\x00d"))}
    for data in (
        ods(questionnaire_of("self-assessment"), ABOUT, said),
        workbook(questionnaire_of("self-assessment"), ABOUT, said),
    ):
        [row] = [row for row in read_workbook(data, "a").rows if row.question == "help-needed"]
        assert (row.answer, row.remarks) == ("abc", "d")
