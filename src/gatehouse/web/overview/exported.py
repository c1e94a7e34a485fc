"""The overview's days as CSV, for whoever draws their own pictures."""

from __future__ import annotations

import csv

from django.http import HttpRequest, HttpResponse

from gatehouse.safeguards.vocabulary import Act, SubjectClass
from gatehouse.screening.counts import counting
from gatehouse.screening.counts.counting import Day
from gatehouse.web.door import page
from gatehouse.web.overview.overview import span_of


@page(Act.READ_COUNTS, SubjectClass.COUNTS)
def days(request: HttpRequest) -> HttpResponse:
    """One row for each day of the span, also for those on which nothing happened."""
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="days.csv"'
    writer = csv.writer(answer)
    writer.writerow(Day._fields)
    writer.writerows(counting.days(span_of(request.GET)))
    return answer
