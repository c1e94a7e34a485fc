"""Evidence about a State: brought, with its hash and chain of custody; handed over, checked, its file opened."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from gatehouse.assessment.access.teams import team
from gatehouse.assessment.acting import may_do
from gatehouse.assessment.evidence import store
from gatehouse.assessment.evidence.errors import EvidenceError
from gatehouse.assessment.evidence.models import Item
from gatehouse.assessment.evidence.store import Shown, about
from gatehouse.assessment.questions.answers import Place
from gatehouse.assessment.states.cycle_states import CycleState
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.web.accounts.models import Account
from gatehouse.web.assessment.doing import done
from gatehouse.web.assessment.evidence_forms import KIND_NAMES, BringForm, HandOverForm
from gatehouse.web.assessment.finding_places import of_the_state, place_at
from gatehouse.web.assessment.words import called
from gatehouse.web.door import ACTING, page, seated

EVIDENCE, ASSESSMENT = SubjectClass.STATE_EVIDENCE, PurposeClass.ASSESSMENT


def _item(request: HttpRequest, code: str, cycle: int, pk: int) -> Subject:
    del request
    return about(_row(code, cycle, pk))


def _row(code: str, cycle: int, pk: int) -> Item:
    return get_object_or_404(Item.objects.select_related("state", "cycle"), pk=pk, state__code=code, cycle=cycle)


@page(Act.VIEW, EVIDENCE, ASSESSMENT, facts=of_the_state(EVIDENCE))
def evidence(request: HttpRequest, code: str, cycle: int) -> HttpResponse:
    """The items that the reader may see, each with what its chain shows."""
    return _shown(request, place_at(code, cycle))


@page(Act.ADD_EVIDENCE, EVIDENCE, ASSESSMENT, methods=ACTING, facts=of_the_state(EVIDENCE))
def bring(request: HttpRequest, code: str, cycle: int) -> HttpResponse:
    """Take an item in; its chain begins."""
    place, actor = place_at(code, cycle), seated(request).actor
    form = BringForm(request.POST, request.FILES)

    def act(_said: dict[str, Any]) -> None:
        store.add(actor, place.state, place.cycle, form.brought())

    if done(request, form, act, _("Taken in. Its hash and the first event of its chain are kept.")):
        return redirect("assessment-evidence", code, cycle)
    return _shown(request, place, form)


@page(Act.VIEW, EVIDENCE, ASSESSMENT, facts=_item)
def file(request: HttpRequest, code: str, cycle: int, pk: int) -> HttpResponse:
    """The file as it came in: to be saved, never to be shown by the browser."""
    row = _row(code, cycle, pk)
    try:
        content, _chain = store.open_file(seated(request).actor, row)
    except EvidenceError:
        return redirect("assessment-evidence", code, cycle)
    answer = HttpResponse(content, content_type="application/octet-stream")
    answer.headers["Content-Disposition"] = f'attachment; filename="evidence-{row.pk}{_ending(row.file_name)}"'
    return answer


@page(Act.ADD_EVIDENCE, EVIDENCE, ASSESSMENT, methods=ACTING, facts=_item)
def hand_over(request: HttpRequest, code: str, cycle: int, pk: int) -> HttpResponse:
    """Give an item to somebody else of the team."""
    place, actor, row = place_at(code, cycle), seated(request).actor, _row(code, cycle, pk)
    form = HandOverForm(pk, _hands(place, actor), request.POST)
    if done(request, form, lambda said: store.hand_over(actor, row, said["to"]), _("Handed over.")):
        return redirect("assessment-evidence", code, cycle)
    return _shown(request, place, handed=(pk, form))


@page(Act.ADD_EVIDENCE, EVIDENCE, ASSESSMENT, methods=ACTING, facts=_item)
def check(request: HttpRequest, code: str, cycle: int, pk: int) -> HttpResponse:
    """Hash the kept file again."""
    place, actor, row = place_at(code, cycle), seated(request).actor, _row(code, cycle, pk)
    form = forms.Form(request.POST)
    if done(request, form, lambda _said: store.check(actor, row), _("Checked: it is what came in.")):
        return redirect("assessment-evidence", code, cycle)
    return _shown(request, place, checked=form)


def _ending(name: str) -> str:
    """The ending of a file's name where it is a plain one."""
    ending = name.rpartition(".")[2].lower()
    return f".{ending}" if "." in name and ending.isascii() and ending.isalnum() and len(ending) <= 5 else ""


def _hands(place: Place, actor: Actor) -> list[tuple[str, str]]:
    """Who of the team an item can be given to: the reference and the display name of their account."""
    others = sorted(team(place.state, place.cycle) - {actor.id})
    numbers = [int(one.partition(":")[2]) for one in others if one.startswith("account:")]
    names = dict(Account.objects.filter(pk__in=numbers).values_list("pk", "display_name"))
    return [(one, names.get(int(one.partition(":")[2]), one)) for one in others]


def _shown(
    request: HttpRequest,
    place: Place,
    wrong: BringForm | None = None,
    handed: tuple[int, HandOverForm] | None = None,
    checked: forms.Form | None = None,
) -> HttpResponse:
    """The page; with a form that was refused, as it was sent, and status 400."""
    actor, of = seated(request).actor, (place.state.code, place.cycle.pk)
    items = store.open_items(actor, place.state, place.cycle)
    hands, forms_of = _hands(place, actor), dict([handed] if handed else [])
    mine = {
        one.item.pk: forms_of.get(one.item.pk) or HandOverForm(one.item.pk, hands)
        for one in items
        if _holds(one, actor)
    }
    material = of_the_state(EVIDENCE)(request, *of)
    may_bring = place.cycle.state == CycleState.OPEN and may_do(actor, "evidence.added", material)
    home = reverse("assessment-state", args=of)
    context = {
        "place": place,
        "items": [(one, KIND_NAMES.get(one.item.kind, one.item.kind), mine.get(one.item.pk)) for one in items],
        "form": (wrong or BringForm()) if may_bring else None,
        "checked": checked,
        "crumbs": [(home, f"{called(place.state)} · {place.cycle.name}"), ("", _("Evidence"))],
    }
    status = 400 if wrong or handed or checked else 200
    return render(request, "assessment/evidence.html", context, status=status)


def _holds(one: Shown, actor: Actor) -> bool:
    return bool(one.chain) and one.chain[-1].to == actor.id
