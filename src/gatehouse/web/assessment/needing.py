"""A need on its page: its words, and its sharing with those who help, by two."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from gatehouse.assessment.acting import Given, acting, may_do
from gatehouse.assessment.assistance.models import Need
from gatehouse.assessment.assistance.needs import proposed, subject_of
from gatehouse.assessment.confidentiality.reading import Piece, read
from gatehouse.assessment.waiting.store import begin
from gatehouse.safeguards.decision import Subject
from gatehouse.safeguards.vocabulary import Act
from gatehouse.web.assessment.doing import done
from gatehouse.web.assessment.helping import ASSESSMENT, HELP, STORE, projects_of, row_of
from gatehouse.web.assessment.recommendation_forms import ShareForm
from gatehouse.web.assessment.seconding import awaited, ended, waiting_piece
from gatehouse.web.assessment.words import THEMES, called
from gatehouse.web.door import ACTING, page, seated


def facts(request: HttpRequest, pk: int) -> Subject:
    """For `page(facts=…)`: the need in the address."""
    del request
    return subject_of(_row(pk))


def _row(pk: int) -> Need:
    return get_object_or_404(Need.objects.select_related("state", "recommendation__cycle"), pk=pk)


@page(Act.VIEW, HELP, ASSESSMENT, facts=facts)
def need(request: HttpRequest, pk: int) -> HttpResponse:
    """One need."""
    return _shown(request, pk)


@page(Act.SHARE, HELP, ASSESSMENT, methods=ACTING, facts=facts, begins=True, reasoned=True)
def share(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin its sharing with those who help."""
    row, actor, form = _row(pk), seated(request).actor, ShareForm(request.POST)

    def act(said: dict[str, Any]) -> None:
        begin(actor, "need.shared", subject_of(row), said["decision"])

    if done(request, form, act, _("Begun. It is done once another person agrees.")):
        return redirect("assistance-need", pk)
    return _shown(request, pk, share=form)


@page(Act.VIEW, HELP, ASSESSMENT, methods=ACTING, facts=waiting_piece("need"))
def second(request: HttpRequest, waiting: int) -> HttpResponse:
    """Agree to a sharing that waits, or decline it."""
    row = ended(request, waiting, "need")
    return redirect("assistance-need", int(row.ref.partition(":")[2]))


def _shown(request: HttpRequest, pk: int, **wrong: forms.Form) -> HttpResponse:
    """The page; with a form that was refused, as it was sent, and status 400."""
    actor, row = seated(request).actor, _row(pk)
    about = subject_of(row)
    with acting(actor, "material.opened", about):
        text = "\n\n".join(one.text for one in read(actor, [Piece(about, row.text)]))
    offered: dict[str, forms.Form] = {}
    if row.shared_at is None and may_do(actor, "need.shared", about, Given("r", begins=True)):
        offered["share"] = ShareForm()
    context = {
        "need": row,
        "text": text,
        "row": row_of(row, projects_of(actor), proposed(actor)),
        "may_run": row.shared_at is not None and row.met_at is None and may_do(actor, "project.changed", STORE),
        "waiting": awaited(actor, about),
        "forms": {**offered, **wrong},
        "crumbs": [(reverse("assistance"), _("Help")), ("", f"{called(row.state)} · {THEMES[row.theme]}")],
    }
    return render(request, "assessment/need.html", context, status=400 if wrong else 200)
