"""What was done how often, by purpose, role, act and decision: counts of the log, nobody's."""

from __future__ import annotations

from collections import Counter

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from gatehouse.oversight.question import Question
from gatehouse.oversight.searching import Use
from gatehouse.oversight.searching import uses as counted
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.web.door import page, seated
from gatehouse.web.oversight.entries import DECISIONS, KINDS, day_field, days

ROWS_MAX = 300


class DayFilters(forms.Form):
    """Between which days."""

    since = day_field(_("From (UTC)"))
    until = day_field(_("To, included"))


@page(Act.READ_COUNTS, SubjectClass.COUNTS, PurposeClass.OVERSIGHT)
def uses(request: HttpRequest) -> HttpResponse:
    """The counts, most first, and what each purpose comes to."""
    filters = DayFilters(request.GET)
    found: list[Use] = []
    if filters.is_valid():
        since, until = days(filters.cleaned_data)
        found = counted(seated(request).visit(), Question(since=since, until=until))
    by_purpose: Counter[str] = Counter()
    for one in found:
        by_purpose[one.purpose] += one.count
    context = {
        "filters": filters,
        "purposes": by_purpose.most_common(),
        "rows": [(one, DECISIONS.get(one.decision), KINDS.get(one.decision)) for one in found[:ROWS_MAX]],
        "more": max(0, len(found) - ROWS_MAX),
    }
    return render(request, "oversight/uses.html", context, status=400 if filters.errors else 200)
