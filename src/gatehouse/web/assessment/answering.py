"""Answering a questionnaire, section by section. Works without script; nothing that was typed is lost.

What is valid is stored; what is not comes back as it was typed, with what is wrong, and stays with the session as a
draft until it is mended. An answer that another one overtook is kept beside it as contested.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gatehouse.assessment.evidence.store import Brought, add
from gatehouse.assessment.questions.answers import Conflict, Place, Standing, give, open_answers, values_of
from gatehouse.assessment.questions.bank import bank
from gatehouse.assessment.questions.errors import AnswerError
from gatehouse.assessment.questions.given import TEXT_CHARS_MAX, given, shown
from gatehouse.assessment.questions.offers import Offer, carry_over, open_offers
from gatehouse.assessment.questions.question import Kind, Question
from gatehouse.assessment.questions.questionnaire import Section
from gatehouse.assessment.questions.showing import progress, shown_questions
from gatehouse.assessment.states.cycle_states import CycleState
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Act, PurposeClass, Role, SubjectClass
from gatehouse.web.assessment.finding_places import of_the_state, place_at
from gatehouse.web.assessment.words import called
from gatehouse.web.door import FORM, page, seated
from gatehouse.web.sayings import said

DRAFTS = "answers-typed"
"""The name in the session under which drafts are kept."""
FIELDS = ("value", "year", "remarks", "seen")


@dataclass(slots=True)
class Item:
    """A question as it is drawn: what stands, what was typed, what is wrong with it, what the last cycle offers."""

    question: Question
    text: str
    guidance: str
    options: list[tuple[str, str]]
    typed: dict[str, str]
    standing: Standing | None = None
    offer: Offer | None = None
    offered: str = ""
    errors: list[str] = field(default_factory=list)


@page(Act.VIEW, SubjectClass.ANSWER, PurposeClass.ASSESSMENT, methods=FORM, facts=of_the_state(SubjectClass.ANSWER))
def section(request: HttpRequest, code: str, cycle: int, questionnaire: str, section: str) -> HttpResponse:
    """One section: shown, or taken and stored answer by answer."""
    actor, place = seated(request).actor, place_at(code, cycle, questionnaire)
    part = next((each for each in place.questionnaire.sections if each.code == section), None)
    if part is None:
        raise Http404
    key = f"{code}/{cycle}/{questionnaire}/{section}"
    drafts = dict(request.session.get(DRAFTS, {}))
    if request.method == "POST":
        wrong, conflicts = _taken(request, actor, place, part)
        kept = {id_: _typed(request, id_) for id_ in wrong}
        request.session[DRAFTS] = {name: one for name, one in {**drafts, key: kept}.items() if one}
        if conflicts:
            messages.warning(request, _("Somebody else answered meanwhile. Both answers are kept; choose one."))
            return redirect("assessment-contested", code, cycle)
        if not wrong:
            messages.success(request, _("What you typed is stored."))
            return redirect(request.path)
        return _drawn(request, place, part, kept, wrong)
    return _drawn(request, place, part, drafts.get(key, {}), {})


def _typed(request: HttpRequest, id_: str) -> dict[str, str]:
    return {name: request.POST.get(f"{name}-{id_}", "")[: TEXT_CHARS_MAX + 1] for name in FIELDS}


def _taken(request: HttpRequest, actor: Actor, place: Place, part: Section) -> tuple[dict[str, str], list[Conflict]]:
    """Store what was typed: what is wrong, by question, and what was overtaken."""
    standing = open_answers(actor, place)
    wrong: dict[str, str] = {}
    conflicts: list[Conflict] = []
    for question in shown_questions(part, values_of(standing), bank()):
        try:
            outcome = _given(request, actor, place, question, standing.get(question.id))
        except AnswerError as fault:
            wrong[question.id] = said(fault.saying)
            continue
        if isinstance(outcome, Conflict):
            conflicts.append(outcome)
    return wrong, conflicts


def _given(
    request: HttpRequest, actor: Actor, place: Place, question: Question, standing: Standing | None
) -> Standing | Conflict | None:
    if request.POST.get("carry") == question.id:
        return carry_over(actor, place, question, timezone.now().date())
    typed = _typed(request, question.id)
    value: object = typed["value"]
    seen = int(typed["seen"]) if typed["seen"].isdigit() else 0
    if question.kind is Kind.DOCUMENT:
        value = _document(request, actor, place, question) or (standing.given.value if standing else "")
    elif question.kind is Kind.NUMBER and typed["value"].strip():
        value = {"value": typed["value"], "year": typed["year"]}
    is_empty = not value or not str(value).strip()
    if is_empty and not typed["remarks"].strip() and standing is None:
        return None
    said = given(question, value, typed["remarks"], standing.given.cited if standing else ())
    if standing and seen == standing.version and said.said() == standing.given.said():
        return None
    return give(actor, place, question, said, seen)


def _document(request: HttpRequest, actor: Actor, place: Place, question: Question) -> dict[str, str] | None:
    file = request.FILES.get(f"file-{question.id}")
    if file is None:
        return None
    name = (file.name or "file")[:200]
    brought = Brought("document", name, question.obligations, question.id, file_name=name, content=file.read())
    return {"sha256": add(actor, place.state, place.cycle, brought).sha256, "name": name}


def _drawn(
    request: HttpRequest, place: Place, part: Section, typed: dict[str, dict[str, str]], wrong: dict[str, str]
) -> HttpResponse:
    actor, language = seated(request).actor, get_language() or "en"
    standing = open_answers(actor, place)
    offers = open_offers(actor, place, timezone.now().date())
    values = values_of(standing)
    done = progress(place.questionnaire, values, bank())
    items = [
        _item(question, standing.get(question.id), offers.get(question.id), typed.get(question.id), language)
        for question in shown_questions(part, values, bank())
    ]
    for item in items:
        item.errors = [wrong[item.question.id]] if item.question.id in wrong else []
    home = reverse("assessment-state", args=(place.state.code, place.cycle.pk))
    context = {
        "place": place,
        "part": part,
        "title": part.title.in_(language),
        "items": items,
        "wrong": [item for item in items if item.errors],
        "drafts": len(typed) if not wrong else 0,
        "may_answer": actor.role is Role.STATE_FOCAL_POINT and place.cycle.state == CycleState.OPEN,
        "sections": [(each, each.title.in_(language), done[each.code]) for each in place.questionnaire.sections],
        "whole": done[""],
        "text_language": "zh" if language.startswith("zh") else "en",
        "crumbs": [
            (home, f"{called(place.state)} · {place.cycle.name}"),
            ("", place.questionnaire.title.in_(language)),
        ],
    }
    return render(request, "assessment/section.html", context, status=400 if wrong else 200)


def _item(
    question: Question,
    standing: Standing | None,
    offer: Offer | None,
    typed: dict[str, str] | None,
    language: str,
) -> Item:
    zh = language.startswith("zh")
    options = [(code, option.zh if zh else option.en) for code, option in question.options.items()]
    item = Item(
        question, question.text_in(language), question.guidance_in(language), options, typed or _stored(standing)
    )
    item.standing, item.offer = standing, offer
    item.offered = shown(question, offer.standing.given.value, language) if offer else ""
    return item


def _stored(standing: Standing | None) -> dict[str, str]:
    if standing is None:
        return {"value": "", "year": "", "remarks": "", "seen": "0"}
    value, year = standing.given.value, ""
    if isinstance(value, dict):
        year, value = str(value.get("year", "")), str(value.get("value", value.get("name", "")))
    return {"value": value, "year": year, "remarks": standing.given.remarks, "seen": str(standing.version)}
