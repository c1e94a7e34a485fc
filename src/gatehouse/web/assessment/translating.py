"""Findings and recommendations in other languages: written by a translator of the team, approved by another person.

Whoever translates has the words beside the form; of two who translate at once the second sees both. What is approved
stands in reports that are frozen afterwards.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from gatehouse.assessment.errors import AssessmentError, NotAllowedError
from gatehouse.assessment.findings import store as findings
from gatehouse.assessment.recommendations import store as recommendations
from gatehouse.assessment.translations import store
from gatehouse.assessment.translations.store import Source
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.web.assessment.assessed import crumbs_to, finding_at, of_finding
from gatehouse.web.assessment.drafting import Desk, worked
from gatehouse.web.assessment.finding_forms import TranslationForm
from gatehouse.web.assessment.finding_places import place_at
from gatehouse.web.assessment.recommending import facts as of_recommendation
from gatehouse.web.assessment.recommending import row_of
from gatehouse.web.door import ACTING, FORM, decides, page, seated
from gatehouse.web.sayings import said
from gatehouse.web.wording.languages import LANGUAGES

ASSESSMENT = PurposeClass.ASSESSMENT


@page(Act.TRANSLATE, SubjectClass.FINDING, ASSESSMENT, methods=FORM, facts=of_finding)
def finding(request: HttpRequest, code: str, cycle: int, number: int, language: str) -> HttpResponse:
    """A finding in another language."""
    actor, row, place = seated(request).actor, finding_at(code, cycle, number), place_at(code, cycle)
    home = reverse("assessment-finding", args=(code, cycle, number))

    def beside() -> dict[str, object]:
        seen = findings.open_findings(actor, row.assessment)
        found = next((one for one in seen if one.finding == row.pk), None)
        way = (home, _("Finding %(number)d") % {"number": number})
        return {"place": place, "found": found, "crumbs": crumbs_to(place, way, ("", _("Translate")), role=actor.role)}

    return _worked(request, language, home, lambda: findings.source_of(finding_at(code, cycle, number)), beside)


@page(Act.TRANSLATE, SubjectClass.RECOMMENDATION, ASSESSMENT, methods=FORM, facts=of_recommendation)
def recommendation(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    """A recommendation in another language."""
    actor, row = seated(request).actor, row_of(pk)
    home = reverse("recommendation", args=(pk,))

    def beside() -> dict[str, object]:
        words = recommendations.open_recommendation(actor, row_of(pk)).text
        return {"words": words, "crumbs": [(home, row.code), ("", _("Translate"))]}

    return _worked(request, language, home, lambda: recommendations.source_of(row_of(pk)), beside)


def _worked(
    request: HttpRequest,
    code: str,
    home: str,
    source: Callable[[], Source],
    beside: Callable[[], dict[str, object]],
) -> HttpResponse:
    into = next((one for one in LANGUAGES if one.code == code), None)
    if into is None:
        raise Http404
    actor = seated(request).actor

    def desk() -> Desk:
        words = source()
        stands = store.newest(words.about.ref, into.code)
        initial = {"text": stands.text if stands else "", "seen": stands.pk if stands else 0, "of": words.number}
        said = {"title": f"{_('Translate')}: {into.name}", "says": _("Give the translation"), **beside()}
        key = f"{words.about.ref}/translate/{into.code}"
        now = stands.text if stands else ""
        return Desk(key, words.about, partial(TranslationForm, into), home, initial, now, said)

    def act(said: dict[str, Any]) -> None:
        store.translate(actor, source(), into.code, said["text"], (said["of"] or 0, said["seen"] or 0))

    return worked(request, desk, act, _("The translation is kept. Another person of the team approves it for reports."))


@decides(Act.APPROVE_TRANSLATION, SubjectClass.FINDING, ASSESSMENT, methods=ACTING, facts=of_finding)
def approve_of_finding(request: HttpRequest, code: str, cycle: int, number: int, translation: int) -> HttpResponse:
    """Approve a translation of a finding, which somebody else wrote."""
    _approved(request, findings.source_of(finding_at(code, cycle, number)), translation)
    return redirect("assessment-finding", code, cycle, number)


@decides(Act.APPROVE_TRANSLATION, SubjectClass.RECOMMENDATION, ASSESSMENT, methods=ACTING, facts=of_recommendation)
def approve_of_recommendation(request: HttpRequest, pk: int, translation: int) -> HttpResponse:
    """Approve a translation of a recommendation, which somebody else wrote."""
    _approved(request, recommendations.source_of(row_of(pk)), translation)
    return redirect("recommendation", pk)


def _approved(request: HttpRequest, source: Source, number: int) -> None:
    try:
        store.approve(seated(request).actor, source, number)
    except NotAllowedError:
        raise
    except AssessmentError as fault:
        messages.error(request, said(fault.saying))
    else:
        messages.success(request, _("Approved. Reports frozen from now on use it."))
