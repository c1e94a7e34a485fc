"""The overview: what came in, what waits, what people decided, how long before departure; of nobody in particular."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gatehouse.safeguards.vocabulary import Act, SubjectClass
from gatehouse.screening.counts import counting
from gatehouse.screening.counts.counting import Day, Span
from gatehouse.web.carriers.words import BANDS
from gatehouse.web.door import page

DAYS = 14
PER = 10_000
SPANS = [(7, _("7 days")), (14, _("14 days")), (31, _("31 days")), (92, _("92 days")), (366, _("a year"))]


class SpanForm(forms.Form):
    """Which days are counted."""

    days = forms.TypedChoiceField(label=_("Span"), choices=SPANS, coerce=int, required=False, empty_value=DAYS)  # type: ignore[arg-type]  # what it comes to


def span_of(asked: QueryDict) -> Span:
    """The span that the address names; the usual one where it names none that there is."""
    form = SpanForm(asked)
    return Span.until(timezone.now().date(), form.cleaned_data["days"] if form.is_valid() else DAYS)


@page(Act.READ_COUNTS, SubjectClass.COUNTS)
def overview(request: HttpRequest) -> HttpResponse:
    """The page with its tables; the picture has a URL of its own."""
    span = span_of(request.GET)
    days = counting.days(span)
    lead = counting.lead_times(span)
    lists = counting.lists(span)
    context = {
        "filters": SpanForm(request.GET or {"days": DAYS}),
        "query": f"?days={(span.end - span.first).days}",
        "days": [one for one in reversed(days) if any(one[1:4]) or one.cleared != 0],
        "tables": [
            ("by-list", _("By list"), _("List"), "lists", lists),
            ("by-criterion", _("By criterion"), _("Criterion"), "criteria", counting.criteria(span)),
        ],
        "lead": lead,
        "bands": [(BANDS[one.band], one.decisions) for one in counting.lead_bands(span)],
        "figures": [
            (_("Messages"), sum(one.messages for one in days)),
            (_("Travellers stated"), sum(one.travellers for one in days)),
            (_("Hits that wait"), sum(one.waiting for one in lists)),
            (_("Decisions"), lead.decisions),
            (_("False hits per 10,000 travellers"), _false_hits(days)),
            (_("After departure"), lead.late),
        ],
    }
    return render(request, "overview/overview.html", context)


def _false_hits(days: list[Day]) -> int | None:
    """Hits that people cleared, for every 10,000 travellers that came; None where any day of it is withheld."""
    travellers = sum(one.travellers for one in days)
    cleared = [one.cleared for one in days]
    if not travellers or None in cleared:
        return None
    return round(PER * sum(one for one in cleared if one) / travellers)
