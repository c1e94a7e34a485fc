"""A draft on its page: the text, what speaks against it at which line, and forms that write into it."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.authoring import drafts, trials
from gatehouse.screening.authoring.errors import AuthoringError
from gatehouse.screening.authoring.looked_through import Bench, looked_through
from gatehouse.screening.authoring.models import Draft
from gatehouse.screening.criteria.checking import Weight
from gatehouse.screening.criteria.errors import CriterionFileError
from gatehouse.screening.criteria.fields import fields
from gatehouse.screening.criteria.file_edits import Value, literal, with_value
from gatehouse.screening.criteria.operators import operators
from gatehouse.screening.criteria.thresholds import thresholds
from gatehouse.web.criteria import bench
from gatehouse.web.criteria.filling import CaseForm, ExculpatingForm, HeadForm, TestForm, head_of
from gatehouse.web.criteria.words import FAULTS
from gatehouse.web.door import ACTING, FORM, page, seated
from gatehouse.web.sayings import told

writing = page(Act.CRITERIA_WRITE, SubjectClass.CRITERION, PurposeClass.CRITERIA, methods=FORM)
acting = page(Act.CRITERIA_WRITE, SubjectClass.CRITERION, PurposeClass.CRITERIA, methods=ACTING)
PARTS: dict[str, type[TestForm | ExculpatingForm | CaseForm]] = {
    "test": TestForm,
    "exculpating": ExculpatingForm,
    "case": CaseForm,
}
CONFLICT = 409
Forms = dict[str, forms.Form]


class MonthForm(forms.Form):
    """Which part of history a draft is tried on."""

    month = forms.RegexField(
        label=gettext_lazy("Month of departure"),
        help_text=gettext_lazy("as 2026-10; blank for everything that is held"),
        regex=r"^[12]\d{3}-(0[1-9]|1[0-2])$",
        required=False,
    )


class Edited(NamedTuple):
    """The text after what a button did, the forms as they are shown again, and whether the button's own was taken."""

    text: str
    forms: Forms
    taken: bool


@acting
def begin(request: HttpRequest) -> HttpResponse:
    """Begin a draft: empty, or from a version of the register under the next number."""
    sitting = seated(request)
    here = bench.bench_of(sitting)
    try:
        number = drafts.begin(sitting.visit(), _first_text(request.POST, here))
    except AuthoringError as fault:
        messages.error(request, told(fault))
        return redirect("criteria")
    return redirect("criteria-draft", number=number)


def _first_text(said: QueryDict, here: Bench) -> str:
    identifier, version = said.get("identifier", ""), said.get("version", "")
    if not identifier:
        return _blank(here)
    versions = {
        str(entry.criterion.version): entry.criterion
        for entry in here.register.entries(here.today)
        if entry.criterion.identifier == identifier
    }
    if version not in versions:
        raise AuthoringError(_("This version is not in the register"), _("choose one that is"))
    newest = max(one.version for one in versions.values())
    return _renewed(here.register.content(versions[version]).decode(), newest + 1, here)


def _days(today: dt.date) -> dict[str, dt.date]:
    limits = thresholds()
    return {
        "written": today,
        "review_by": today + dt.timedelta(days=limits.review_days_max),
        "sunset": today + dt.timedelta(days=limits.sunset_days_max),
    }


def _renewed(text: str, version: int, here: Bench) -> str:
    head: dict[str, Value] = {"version": version, "author": here.author, **_days(here.today)}
    for name, value in head.items():
        text = with_value(text, name, value)
    return text


def _blank(here: Bench) -> str:
    head: dict[str, str | int | dt.date] = {"identifier": "new-criterion", "version": 1, "title": "", "purpose": ""}
    head |= {"legal_basis": "", "author": here.author, "approver": "", **_days(here.today)}
    lines = [f"{name} = {literal(value)}" for name, value in head.items()]
    return "\n".join([*lines, "blind_to = []", 'triage = ""', "", "[condition]", "all = [", "]", ""])


@writing
def draft(request: HttpRequest, number: int) -> HttpResponse:
    """The draft; sent by any of its buttons it is saved, checked and shown again with all that was typed."""
    sitting = seated(request)
    held = _own(request, number)
    here = bench.bench_of(sitting)
    if request.method != "POST":
        return _shown(request, held, held.text, _forms(held.text, held.text, {}, here), here)
    typed = request.POST.get("text", "").replace("\r\n", "\n")
    said = {name: str(value) for name, value in request.POST.items()}
    edited = _edited(said, held.text, typed, here)
    saves = request.POST.get("saves", "")
    try:
        drafts.save(sitting.visit(), number, edited.text, int(saves) if saves.isdecimal() and len(saves) < 9 else -1)
    except AuthoringError as fault:
        messages.error(request, told(fault))
        return _shown(request, _own(request, number), edited.text, edited.forms, here, CONFLICT)
    if edited.taken:
        messages.success(request, _("Saved."))
    return _shown(request, _own(request, number), edited.text, edited.forms, here, 200 if edited.taken else 400)


def _own(request: HttpRequest, number: int) -> Draft:
    try:
        return drafts.own(seated(request).visit(), number)
    except AuthoringError as fault:
        raise Http404 from fault


def _forms(before: str, text: str, said: dict[str, str], here: Bench) -> Forms:
    """Every form with what was typed into it; the head follows the text where nothing else was typed."""
    old, new = head_of(before), head_of(text)
    typed = {name: said[f"head-{name}"] for name in HeadForm.base_fields if f"head-{name}" in said}
    kept = {name: value for name, value in typed.items() if value.replace("\r\n", "\n") != _as_typed(old.get(name))}
    others = sorted(here.approvers - {here.author})
    found: Forms = {"head": HeadForm(initial={**new, **kept}, approvers=others)}
    for name, form in PARTS.items():
        part = {field: said[f"{name}-{field}"] for field in form.base_fields if f"{name}-{field}" in said}
        found[name] = form(initial=part)
    return found


def _as_typed(value: object) -> str:
    return "" if value is None else str(value)


def _edited(said: dict[str, str], before: str, typed: str, here: Bench) -> Edited:
    shown = _forms(before, typed, said, here)
    do = said.get("do", "")
    if do not in shown:
        return Edited(typed, shown, taken=True)
    asked: HeadForm | TestForm | ExculpatingForm | CaseForm
    asked = _head(shown["head"], here) if do == "head" else PARTS[do](said)
    if not asked.is_valid():
        return Edited(typed, {**shown, do: asked}, taken=False)
    try:
        text = asked.write_into(typed)
    except CriterionFileError as fault:
        asked.add_error(None, told(fault))
        return Edited(typed, {**shown, do: asked}, taken=False)
    rest = {name: value for name, value in said.items() if not name.startswith(f"{do}-")}
    return Edited(text, _forms(before, text, rest, here), taken=True)


def _head(shown: forms.Form, here: Bench) -> HeadForm:
    """The head form as it is shown, as if that had been sent: the text's values, and over them what was typed."""
    said = {f"head-{name}": _as_typed(shown.initial.get(name)) for name in shown.fields}
    return HeadForm(said, initial=shown.initial, approvers=sorted(here.approvers - {here.author}))


def _shown(request: HttpRequest, held: Draft, text: str, shown: Forms, here: Bench, status: int = 200) -> HttpResponse:
    found = looked_through(text, here)
    faults = [(one.line, one.fault, FAULTS[one.fault.code], one.fault.weight is Weight.REFUSED) for one in found.faults]
    at: dict[int, list[tuple[object, bool]]] = {}
    for line, _fault, says, refused in faults:
        at.setdefault(line or 0, []).append((says, refused))
    context = {
        "draft": held,
        "text": text,
        "forms": shown,
        "faults": faults,
        "may_be_tried": found.may_be_tried and held.closed_at is None,
        "lines": [(number, line, at.get(number, [])) for number, line in enumerate(text.split("\n"), 1)],
        "month": MonthForm(),
        "fields": list(fields().values()),
        "operators": list(operators().values()),
        "chars_max": drafts.TEXT_CHARS_MAX,
    }
    return render(request, "criteria/draft.html", context, status=status)


@acting
def send(request: HttpRequest, number: int) -> HttpResponse:
    """Send the draft to be tried on history."""
    form = MonthForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("A month is written as 2026-10."))
        return redirect("criteria-draft", number=number)
    sitting = seated(request)
    try:
        asked = trials.ask(sitting.visit(), number, bench.bench_of(sitting), form.cleaned_data["month"])
    except AuthoringError as fault:
        messages.error(request, told(fault))
        return redirect("criteria-draft", number=number)
    return redirect("criteria-trial", number=asked)


@acting
def close(request: HttpRequest, number: int) -> HttpResponse:
    """Put the draft away."""
    _own(request, number)
    drafts.close(seated(request).visit(), number)
    messages.success(request, _("The draft was put away."))
    return redirect("criteria")
