"""One obligation as a thread through the versions of its instrument, the instruments, and two versions side by side."""

from __future__ import annotations

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gatehouse.assessment.obligations.catalogue import Obligation, UnknownObligation, catalogue, obligation
from gatehouse.assessment.obligations.catalogue.thread import Change
from gatehouse.assessment.questions.bank import bank
from gatehouse.web.door import own
from gatehouse.web.forms import selection
from gatehouse.web.obligations.duties import AREAS, PUBLIC, rows

KINDS: dict[str, tuple[str, str | Promise]] = {
    "carried": ("", _("carried")),
    "amended": ("info", _("amended")),
    "new": ("good", _("new")),
    "split": ("info", _("split")),
    "merged": ("info", _("merged")),
    "lapsed": ("bad", _("lapsed")),
}
"""What became of a paragraph: the kind of its tag, and its word."""


def _crumbs(here: object) -> list[tuple[str, object]]:
    return [(reverse("obligations"), _("Obligations")), ("", here)]


@own(PUBLIC)
def obligation_page(request: HttpRequest, code: str) -> HttpResponse:
    """One obligation: what it asks of whom, where it stands, what became of it, what asks and what answers it."""
    try:
        found = obligation(code)
    except UnknownObligation as fault:
        raise Http404 from fault
    row = rows([found])[0]
    context = {
        "row": row,
        "areas": [AREAS[one] for one in found.area],
        "questions": [bank()[one] for one in row.questions],
        "placings": [(catalogue().version(place.version), place.paragraph) for place in found.placings],
        "history": [_told(change) for change in catalogue().history(found)],
        "crumbs": _crumbs(found.code),
    }
    return render(request, "obligations/thread.html", context)


@own(PUBLIC)
def instruments(request: HttpRequest) -> HttpResponse:
    """The instruments and their versions: what was adopted, and what is only a draft."""
    counted = {
        version.code: sum(any(place.version == version.code for place in one.placings) for one in _all())
        for version in catalogue().versions
    }
    versions = [(version, counted[version.code]) for version in catalogue().versions]
    return render(request, "obligations/instruments.html", {"versions": versions, "crumbs": _crumbs(_("Instruments"))})


class ComparedForm(forms.Form):
    """Two versions of one instrument, and which changes are shown."""

    pair = forms.ChoiceField(label=_("Versions"), required=False)
    change = forms.ChoiceField(
        label=_("What became of it"),
        required=False,
        choices=[("", _("Any")), *((code, word) for code, (_kind, word) in KINDS.items())],
    )

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data)
        pairs = dict.fromkeys((change.before, change.after) for change in catalogue().changes)
        selection(self, "pair").choices = [(f"{before} {after}", f"{before} → {after}") for before, after in pairs]


@own(PUBLIC)
def compare(request: HttpRequest) -> HttpResponse:
    """Two versions, paragraph by paragraph, as the catalogue tells it."""
    form = ComparedForm(request.GET)
    is_sound = form.is_valid()
    wanted = form.cleaned_data if is_sound else {"pair": "", "change": ""}
    newest = catalogue().changes[0]
    pair = (wanted["pair"] or f"{newest.before} {newest.after}").split()
    of_pair = [one for one in catalogue().changes if [one.before, one.after] == pair]
    shown = [one for one in of_pair if is_sound and wanted["change"] in ("", one.kind)]
    counts = [(KINDS[kind], sum(one.kind == kind for one in of_pair)) for kind in KINDS]
    context = {
        "filters": form,
        "before": catalogue().version(pair[0]),
        "after": catalogue().version(pair[1]),
        "changes": [_told(change) for change in shown],
        "counts": counts,
        "crumbs": _crumbs(_("Two versions compared")),
    }
    return render(request, "obligations/compare.html", context)


def _told(change: Change) -> dict[str, object]:
    tag, word = KINDS[change.kind]
    return {
        "change": change,
        "tag": tag,
        "word": word,
        "before": _standing(change.before, change.before_paragraphs),
        "after": _standing(change.after, change.after_paragraphs),
    }


def _standing(version: str, paragraphs: tuple[str, ...]) -> list[tuple[str, tuple[Obligation, ...]]]:
    return [(paragraph, catalogue().at(version, paragraph)) for paragraph in paragraphs]


def _all() -> tuple[Obligation, ...]:
    return catalogue().obligations
