"""All carriers of a span beside each other, and one carrier with its days and its faults."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from gatehouse.safeguards.vocabulary import Act, SubjectClass
from gatehouse.screening.counts import carriers as counted
from gatehouse.screening.counts.carriers import NOTHING, CarrierQuality, Quality
from gatehouse.screening.counts.counting import Span
from gatehouse.web.carriers.words import BANDS, KINDS, TYPES, carrier_name
from gatehouse.web.door import page
from gatehouse.web.overview.overview import DAYS, SpanForm, span_of

UNKNOWN = "-"
"""Stands in addresses for messages of no known carrier."""


@page(Act.READ_COUNTS, SubjectClass.COUNTS)
def carriers(request: HttpRequest) -> HttpResponse:
    """Every carrier, those that sent most first."""
    span = span_of(request.GET)
    rows = counted.by_carrier(span)
    sums = Quality(*(sum(values) for values in zip(*(one.sums for one in rows), strict=True))) if rows else NOTHING
    context = {
        "filters": SpanForm(request.GET or {"days": DAYS}),
        "query": query_of(span),
        "kinds": list(KINDS.values()),
        "rows": [(slug_of(one), carrier_name(one.carrier), one.sums, shares(one.sums)) for one in rows],
        "figures": figures(sums),
        "counted_at": counted.last_counted(),
    }
    return render(request, "carriers/carriers.html", context)


def query_of(span: Span) -> str:
    """The span as an address states it."""
    return f"?days={(span.end - span.first).days}"


def slug_of(one: CarrierQuality) -> str:
    """A carrier in an address."""
    return one.carrier or UNKNOWN


def shares(sums: Quality) -> list[float | None]:
    """The share of each kind of fault, in the order of `KINDS`."""
    return [sums.share(name) for name in KINDS]


def figures(sums: Quality) -> list[tuple[object, float | None, bool]]:
    """What stands in large on top: label, value, whether it is a share."""
    told = [(says, sums.share(name), True) for name, says in KINDS.items()]
    return [(_("Messages"), sums.messages, False), *told]


@page(Act.READ_COUNTS, SubjectClass.COUNTS)
def one(request: HttpRequest, carrier: str) -> HttpResponse:
    """One carrier: its figures, its faults with what they mean, and how long before departure its messages came."""
    span = span_of(request.GET)
    code, sums = found(carrier, span)
    context = {
        "filters": SpanForm(request.GET or {"days": DAYS}),
        "query": query_of(span),
        "slug": carrier,
        "code": code,
        "name": carrier_name(code),
        "figures": figures(sums),
        "kinds": list(KINDS.values()),
        "types": [(TYPES.get(kind, kind), told, shares(told)) for kind, told in counted.by_type(span, code).items()],
        "faults": [(fault, KINDS[fault.kind]) for fault in counted.faults(span, code)],
        "bands": list(BANDS.values()),
        "timing": [(TYPES.get(kind, kind), list(bands.values())) for kind, bands in counted.timing(span, code).items()],
    }
    return render(request, "carriers/one.html", context)


def found(carrier: str, span: Span) -> tuple[str, Quality]:
    """The carrier's code and its sums. Http404 for one of which no message of the span is known."""
    code = "" if carrier == UNKNOWN else carrier
    for row in counted.by_carrier(span):
        if row.carrier == code:
            return code, row.sums
    raise Http404
