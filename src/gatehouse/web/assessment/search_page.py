"""Words looked for in States' material: in what the reader may read, and in nothing that is kept from them.

The words are sent in the form and stand in no address; the log says that somebody searched, and not for what.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from gatehouse.assessment.acting import may_do
from gatehouse.assessment.confidentiality.reading import Read
from gatehouse.assessment.errors import AssessmentError, NotAllowedError
from gatehouse.assessment.evidence.models import Item
from gatehouse.assessment.findings.models import Assessment, Finding
from gatehouse.assessment.questions.models import Answer
from gatehouse.assessment.searching import WORDS_CHARS, about_search, find
from gatehouse.assessment.states.models import State
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.web.assessment.doing import ActForm
from gatehouse.web.assessment.marking import KIND_NAMES
from gatehouse.web.door import FORM, page, seated
from gatehouse.web.forms import selection
from gatehouse.web.sayings import said

SHOWN_MAX = 100


class SearchForm(ActForm):
    """What is looked for, and in which State's material."""

    act = "search"
    words = forms.CharField(label=_("Words"), min_length=WORDS_CHARS[0], max_length=WORDS_CHARS[1])
    state = forms.ChoiceField(label=_("State"))

    def __init__(self, states: list[State], data: Any = None) -> None:
        super().__init__(data)
        language = get_language() or "en"
        selection(self, "state").choices = [(one.code, f"{one.name_in(language)} ({one.code})") for one in states]


@page(Act.SEARCH, SubjectClass.FINDING, PurposeClass.ASSESSMENT, methods=FORM)
def search(request: HttpRequest) -> HttpResponse:
    """The paragraphs with these words, each with its piece."""
    actor = seated(request).actor
    states = [one for one in State.objects.all() if may_do(actor, "material.searched", about_search(one))]
    form = SearchForm(states, request.POST or None)
    found = _found(actor, states, form) if request.method == "POST" else None
    context = {"form": form, "found": found, "is_cut": found is not None and len(found) > SHOWN_MAX}
    if found is not None:
        context["found"] = found[:SHOWN_MAX]
    return render(request, "assessment/search.html", context, status=400 if form.errors else 200)


def _found(actor: Actor, states: list[State], form: SearchForm) -> list[tuple[str | Promise, str, Read]] | None:
    if not form.is_valid():
        return None
    state = next(one for one in states if one.code == form.cleaned_data["state"])
    try:
        read = find(actor, state, form.cleaned_data["words"])
    except NotAllowedError:
        raise
    except AssessmentError as fault:
        form.add_error("words", said(fault.saying))
        return None
    return [(KIND_NAMES[one.subject.ref.partition(":")[0]], _address(state, one), one) for one in read]


PAGES = {"recommendation": "recommendation", "visit": "visit", "need": "assistance-need"}
"""Pieces that have a page of their number."""


def _address(state: State, found: Read) -> str:
    """Where the piece stands."""
    kind, _colon, number = found.subject.ref.partition(":")
    if kind in PAGES:
        return reverse(PAGES[kind], args=(int(number),))
    if kind == "evidence":
        cycle = Item.objects.values_list("cycle", flat=True).get(pk=number)
        return reverse("assessment-evidence", args=(state.code, cycle)) + f"#evidence-{number}"
    if kind == "finding":
        cycle, place = Finding.objects.values_list("assessment__cycle", "number").get(pk=number)
        return reverse("assessment-finding", args=(state.code, cycle, place))
    holds = Assessment if kind == "assessment" else Answer
    return reverse("assessment-state", args=(state.code, holds.objects.values_list("cycle", flat=True).get(pk=number)))
