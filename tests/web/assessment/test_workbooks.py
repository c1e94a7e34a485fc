"""A workbook goes out, comes back filled, shows its plan, and is stored on the second click only."""

from __future__ import annotations

import io

from django.utils.html import escape
from openpyxl import load_workbook

from gatehouse.assessment.questions.answers import answers_of
from gatehouse.assessment.questions.bank import bank
from gatehouse.assessment.questions.workbook_form import COLUMNS, SHEET_ANSWERS
from workbooks import filled_ods


def test_the_plan_is_shown_before_anything_is_stored(scene: object) -> None:
    exported = scene.focal.get(f"{scene.home}workbook/survey/").content
    book = load_workbook(io.BytesIO(exported))
    sheet = book[SHEET_ANSWERS]
    row = next(r for r in sheet.iter_rows(min_row=2) if "yes" in str(r[COLUMNS.index("options")].value))
    row[COLUMNS.index("answer")].value = "yes"
    filled = io.BytesIO()
    book.save(filled)
    filled.seek(0)
    filled.name = "filled.xlsx"
    shown = scene.focal.post(f"{scene.home}workbook/", {"workbook": filled})
    assert (shown.status_code, len(shown.context["plan"].new)) == (200, 1)
    assert answers_of(scene.state, scene.cycle) == {}
    assert scene.focal.post(f"{scene.home}workbook/", {"file": shown.context["file"]}).status_code == 302
    assert len(answers_of(scene.state, scene.cycle)) == 1


def test_what_is_taken_refused_and_not_asked_for_is_told_in_words(scene: object) -> None:
    exported = scene.focal.get(f"{scene.home}workbook/self-assessment/ods/").content
    said = {"strategy-adopted": "no", "strategy-revised": "2026-01-01", "api-stage": "?"}
    file = io.BytesIO(filled_ods(exported, said))
    file.name = "filled.ods"
    shown = scene.focal.post(f"{scene.home}workbook/", {"workbook": file})
    adopted, revised, stage = (bank()[one] for one in said)
    assert shown.context["taken"][0][1:] == (adopted.en, adopted.options["no"].en)
    assert shown.context["unasked"] == [revised.en]
    assert [told[1] for told in shown.context["refused"]] == [stage.en]
    assert shown.content.decode().count(escape(revised.en)) == 2, "among the rows that are taken, and in the warning"


def test_what_is_no_workbook_is_refused_with_a_reason(scene: object) -> None:
    file = io.BytesIO(b"PK nonsense")
    file.name = "a.xlsx"
    refused = scene.focal.post(f"{scene.home}workbook/", {"workbook": file})
    assert refused.status_code == 400
    assert refused.context["error"]
    assert scene.focal.post(f"{scene.home}workbook/", {"file": "forged"}).status_code == 400


def test_an_ods_shows_both_answers_where_another_came_meanwhile(scene: object) -> None:
    exported = scene.focal.get(f"{scene.home}workbook/survey/ods/")
    assert exported.headers["Content-Disposition"].endswith('.ods"')
    assert scene.focal.get(f"{scene.home}workbook/survey/xls/").status_code == 404
    place = f"{scene.home}workbook/"
    for answer, new, met in (("planned", 1, 0), ("building", 0, 1)):
        file = io.BytesIO(filled_ods(exported.content, {"api-stage": answer}))
        file.name = "filled.ods"
        shown = scene.focal.post(place, {"workbook": file}).context
        assert (len(shown["plan"].new), len(shown["met"])) == (new, met)
        sent = scene.focal.post(place, {"file": shown["file"]})
        assert sent.status_code == 302
    options = bank()["api-stage"].options
    assert (shown["met"][0]["theirs"], shown["met"][0]["yours"]) == (options["planned"].en, options["building"].en)
    assert answers_of(scene.state, scene.cycle)["api-stage"].given.value == "planned", "both are kept, the first stands"
