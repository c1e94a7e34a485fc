"""List entries whose review is overdue under the law profile, longest first."""

from __future__ import annotations

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gatehouse.oversight.overdue import overdue as found_overdue
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.web.door import page, seated
from gatehouse.web.law import law

ROWS_MAX = 500


@page(Act.VIEW, SubjectClass.LIST_ENTRY, PurposeClass.OVERSIGHT)
def overdue(request: HttpRequest) -> HttpResponse:
    """The entries by the list's own identifiers; what they say of people is not shown."""
    today = dt.datetime.now(dt.UTC).date()
    found = found_overdue(seated(request).visit(), today)
    context = {
        "rows": [(one, (today - one.due).days) for one in found[:ROWS_MAX]],
        "count": len(found),
        "more": max(0, len(found) - ROWS_MAX),
        "every": law().profile.deadlines.review_list_entry,
    }
    return render(request, "oversight/overdue.html", context)
