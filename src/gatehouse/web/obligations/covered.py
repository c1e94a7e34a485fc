"""The coverage: every operative paragraph and what answers it today, honestly, with counts and a picture of them."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from gatehouse.assessment.obligations.catalogue import catalogue
from gatehouse.assessment.obligations.catalogue.coverage import Covered, coverage, totals
from gatehouse.assessment.obligations.catalogue.thread import State
from gatehouse.assessment.questions.bank import asking
from gatehouse.web.door import own
from gatehouse.web.forms import selection
from gatehouse.web.obligations.duties import ANY, PUBLIC, STATES
from gatehouse.web.obligations.picture import Bar, bars


class CoverageFilters(forms.Form):
    """Which paragraphs are shown, kept in the address."""

    version = forms.ChoiceField(label=_("Instrument"), required=False)
    state = forms.ChoiceField(
        label=_("Answered"), required=False, choices=[ANY, *((one.value, STATES[one][1]) for one in State)]
    )

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data)
        selection(self, "version").choices = [
            ANY,
            *((version.code, version.symbol or version.code) for version in catalogue().versions),
        ]


@own(PUBLIC)
def coverage_page(request: HttpRequest) -> HttpResponse:
    """Counts of each version, and its paragraphs."""
    filters = CoverageFilters(request.GET)
    wanted = filters.cleaned_data if filters.is_valid() else {"version": "?", "state": ""}
    every = coverage(catalogue(), asking())
    context = {
        "filters": filters,
        "counts": _counts(every),
        "paragraphs": [(row, *STATES[row.state]) for row in every if _fits(row, wanted)],
        "states": [(STATES[one][1], EXPLAINED[one]) for one in State],
        "crumbs": [(reverse("obligations"), _("Obligations")), ("", _("Coverage"))],
    }
    return render(request, "obligations/coverage.html", context)


EXPLAINED = {
    State.SERVES: _("a command or page answers all of it"),
    State.PARTLY: _("something answers a part; what is missing is said"),
    State.NOT_YET: _("nothing answers it today"),
    State.RECORD: _("it asks nothing that a system could do"),
}


def _fits(row: Covered, wanted: dict[str, str]) -> bool:
    return wanted["version"] in ("", row.version.code) and wanted["state"] in ("", row.state.value)


def _counts(every: list[Covered]) -> list[dict[str, object]]:
    counted = totals(every)
    return [
        {
            "version": version,
            "of": [counted[version.code][state] for state in State],
            "asked": sum(bool(row.questions) for row in every if row.version == version),
        }
        for version in catalogue().versions
    ]


@own(PUBLIC)
def coverage_picture(request: HttpRequest) -> HttpResponse:
    """The counts as bars, in SVG."""
    del request  # the same for everybody
    counted = totals(coverage(catalogue(), asking()))
    drawn = [
        Bar(version.symbol or version.code, tuple(counted[version.code][state] for state in State))
        for version in catalogue().versions
    ]
    words = tuple(str(STATES[state][1]) for state in State)
    return HttpResponse(bars(drawn, words), content_type="image/svg+xml")
