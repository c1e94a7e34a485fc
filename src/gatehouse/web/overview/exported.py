"""The overview's tables as CSV, for whoever draws their own pictures. What is withheld on the page is blank here."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from gatehouse.safeguards.vocabulary import Act, SubjectClass
from gatehouse.screening.counts import counting
from gatehouse.screening.counts.counting import Day, LeadBand, ListCounts, Span
from gatehouse.web.door import page
from gatehouse.web.overview.overview import span_of

TABLES: Mapping[str, tuple[Sequence[str], Callable[[Span], Sequence[tuple[Any, ...]]]]] = {
    "days": (Day._fields, counting.days),
    "lists": (ListCounts._fields, counting.lists),
    "criteria": (ListCounts._fields, counting.criteria),
    "lead-times": (LeadBand._fields, counting.lead_bands),
}
"""Each table by its name in the address, with its columns and the function that counts it."""


@page(Act.READ_COUNTS, SubjectClass.COUNTS)
def table(request: HttpRequest, name: str) -> HttpResponse:
    """One table of the span, one row for each of its rows; an interval is written as its two ends."""
    if name not in TABLES:
        raise Http404
    columns, counted = TABLES[name]
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    writer = csv.writer(answer)
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in counted(span_of(request.GET)))
    return answer


def _cell(value: object) -> object:
    return f"{value[0]:.4f}-{value[1]:.4f}" if isinstance(value, tuple) else value
