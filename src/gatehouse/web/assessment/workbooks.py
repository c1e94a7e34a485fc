"""A questionnaire out as XLSX or ODS and a filled one in. What it would change is shown before anything is stored."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable

from django.contrib import messages
from django.core import signing
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gatehouse.assessment.errors import AssessmentError, NotAllowedError
from gatehouse.assessment.questions.answers import Standing, open_answers
from gatehouse.assessment.questions.given import shown
from gatehouse.assessment.questions.import_plan import Plan
from gatehouse.assessment.questions.importing import export_workbook, place_of, planned, store
from gatehouse.assessment.questions.question import Question
from gatehouse.assessment.questions.workbook_reading import read_workbook
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.terms.saying import Saying
from gatehouse.web.assessment.finding_places import of_the_state, place_at
from gatehouse.web.assessment.words import called
from gatehouse.web.door import FORM, page, seated
from gatehouse.web.sayings import said

TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}
BYTES_MAX = 1_500_000
"""The file travels once more with the plan, in the form, so that it has to fit there."""
SALT = "gatehouse.workbook"


@page(Act.EXPORT, SubjectClass.ANSWER, PurposeClass.ASSESSMENT, facts=of_the_state(SubjectClass.ANSWER))
def export(request: HttpRequest, code: str, cycle: int, questionnaire: str, form: str = "xlsx") -> HttpResponse:
    """The questionnaire with the answers that stand."""
    if form not in TYPES:
        raise Http404
    place = place_at(code, cycle, questionnaire)
    data = export_workbook(seated(request).actor, place, get_language() or "en", form)
    name = f"{questionnaire}-{code}-{cycle}.{form}"
    return HttpResponse(
        data, content_type=TYPES[form], headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


@page(Act.VIEW, SubjectClass.ANSWER, PurposeClass.ASSESSMENT, methods=FORM, facts=of_the_state(SubjectClass.ANSWER))
def bring(request: HttpRequest, code: str, cycle: int) -> HttpResponse:
    """Bring a filled workbook: its plan first, then, on a second click, its answers."""
    home = reverse("assessment-state", args=(code, cycle))
    here = place_at(code, cycle)
    context: dict[str, object] = {
        "place": here,
        "crumbs": [
            (home, f"{called(here.state)} · {here.cycle.name}"),
            ("", _("Bring a filled workbook")),
        ],
    }
    if request.method != "POST":
        return render(request, "assessment/workbook.html", context)
    try:
        data, name = _file(request)
        filled = read_workbook(data, name)
        place = place_of(filled)
        if (place.state.code, place.cycle.pk) != (code, cycle):
            raise AssessmentError(Saying("this workbook was exported for another State or cycle"))
        plan = planned(seated(request).actor, place, filled)
        if request.POST.get("file"):
            done = store(seated(request).actor, place, plan)
            messages.success(
                request,
                _("%(stored)d answers stored, %(contested)d kept as contested.")
                % {"stored": done.stored, "contested": done.contested},
            )
            return redirect(home)
    except NotAllowedError:
        raise
    except AssessmentError as fault:
        return render(request, "assessment/workbook.html", context | {"error": said(fault.saying)}, status=400)
    kept = signing.dumps([name, base64.b64encode(data).decode()], salt=SALT)
    told = _told(plan, place.questionnaire.questions(), open_answers(seated(request).actor, place))
    return render(request, "assessment/workbook.html", context | {"plan": plan, "file": kept, **told})


def _told(plan: Plan, asked_in: Iterable[Question], standing: dict[str, Standing]) -> dict[str, object]:
    """The rows in words: taken, refused, overtaken, and answers that another answer says are not asked for."""
    language = get_language() or "en"
    questions = {one.id: one for one in asked_in}

    def asked(question: str) -> str:
        return questions[question].text_in(language) if question in questions else ""

    taken = [(one.row, asked(one.question.id), shown(one.question, one.said.value, language)) for one in plan.new]
    return {
        "met": _met(plan, standing),
        "taken": taken,
        "refused": [(one.row, asked(one.question), one.reason) for one in plan.refused],
        "unasked": [asked(one) for one in plan.unasked],
        "missing": [asked(one) for one in plan.missing],
    }


def _met(plan: Plan, standing: dict[str, Standing]) -> list[dict[str, object]]:
    """Each row that another answer has overtaken, with both answers in words."""
    language = get_language() or "en"
    return [
        {
            "row": one.row,
            "question": one.question.text_in(language),
            "theirs": shown(one.question, standing[one.question.id].given.value, language),
            "yours": shown(one.question, one.said.value, language),
        }
        for one in plan.conflicts
        if one.question.id in standing
    ]


def _file(request: HttpRequest) -> tuple[bytes, str]:
    """The file that was sent now, or the one whose plan was shown, as we signed it."""
    if sent := request.FILES.get("workbook"):
        if (sent.size or 0) > BYTES_MAX:
            raise AssessmentError(Saying("the file is larger than a filled questionnaire is"))
        return sent.read(), (sent.name or "workbook.xlsx")[:120]
    if not request.POST.get("file"):
        raise AssessmentError(Saying("choose the workbook that was filled"))
    try:
        name, data = signing.loads(request.POST["file"], salt=SALT, max_age=3600)
        return base64.b64decode(data), str(name)
    except (signing.BadSignature, binascii.Error, ValueError) as fault:
        raise SuspiciousOperation("a workbook that we did not sign, or too old") from fault
