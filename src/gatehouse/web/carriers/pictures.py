"""Pictures of carriers' data quality: carriers by day, and one carrier's faults over time."""

from __future__ import annotations

import datetime as dt

import altair
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from gatehouse.safeguards.vocabulary import Act, SubjectClass
from gatehouse.screening.counts import carriers as counted
from gatehouse.screening.counts.counting import Span
from gatehouse.web.carriers.carriers import found
from gatehouse.web.carriers.words import KINDS, carrier_name
from gatehouse.web.door import page
from gatehouse.web.drawn import day_axis, svg
from gatehouse.web.overview.overview import span_of

WIDTH, ROW, HEIGHT = 640, 26, 90
CARRIERS_MAX = 20
SHARE_MIN = 0.05
"""An axis reaches so far at least: a thousandth must not look like much."""
SVG = "image/svg+xml"


@page(Act.READ_COUNTS, SubjectClass.COUNTS)
def all_carriers(request: HttpRequest) -> HttpResponse:
    """A row for each of the largest carriers, a cell for each day: the share of messages with a missing field."""
    return HttpResponse(svg(beside_each_other(span_of(request.GET))), content_type=SVG)


@page(Act.READ_COUNTS, SubjectClass.COUNTS)
def one_carrier(request: HttpRequest, carrier: str) -> HttpResponse:
    """One picture for each kind of fault, below each other, on one line of days."""
    span = span_of(request.GET)
    code, _sums = found(carrier, span)
    return HttpResponse(svg(over_time(span, code)), content_type=SVG)


def beside_each_other(span: Span) -> altair.LayerChart:
    """Carriers by day; a day without messages of a carrier is blank."""
    days = counted.by_day(span)
    largest = [one.carrier for one in counted.by_carrier(span)[:CARRIERS_MAX]]
    cells = [
        {"day": day.isoformat(), "carrier": str(carrier_name(carrier)), "share": sums.share("missing")}
        for (day, carrier), sums in days.items()
        if carrier in largest and sums.share("missing") is not None
    ]
    order = [str(carrier_name(carrier)) for carrier in largest]
    base = altair.Chart(altair.Data(values=cells)).encode(
        x=day_axis(day for day, _carrier in days),
        y=altair.Y("carrier:N", title=None, sort=order, axis=altair.Axis(minExtent=90, labelLimit=90)),
    )
    # The greatest lightness stays apart from the ground, and the words in the cells from both.
    scale = altair.Scale(domain=[0, 1], range=["#e6f0f4", "#0b5c7d"])
    legend = altair.Legend(title=_("Messages with missing fields"), format="%", orient="top")
    squares = base.mark_rect(stroke="white").encode(color=altair.Color("share:Q", scale=scale, legend=legend))
    ink = altair.condition("datum.share > 0.5", altair.value("white"), altair.value("#17212b"))
    said = base.mark_text(fontSize=10).encode(text=altair.Text("share:Q", format=".0%"), color=ink)
    layers = (
        altair.layer(squares, said) if len({cell["day"] for cell in cells}) <= CARRIERS_MAX else altair.layer(squares)
    )
    drawn: altair.LayerChart = layers.properties(width=WIDTH, height=ROW * max(1, len(order))).configure(
        background="white", font="sans-serif"
    )
    return drawn


def over_time(span: Span, carrier: str) -> altair.VConcatChart:
    """The share of each kind of fault by day."""
    days = counted.by_day(span, carrier)
    axis = day_axis(span.first + dt.timedelta(days=number) for number in range((span.end - span.first).days))
    parts = []
    for name, says in KINDS.items():
        shares = {day: sums.share(name) for (day, _carrier), sums in days.items()}
        marks = [{"day": day.isoformat(), "share": share} for day, share in shares.items() if share is not None]
        highest = max(SHARE_MIN, *(share for share in shares.values() if share is not None), 0)
        scale = altair.Scale(domain=[0, highest], nice=True)
        share = altair.Y("share:Q", title=str(says), scale=scale, axis=altair.Axis(format="%", tickCount=3))
        base = altair.Chart(altair.Data(values=marks))
        parts.append(base.mark_bar(color="#1f5fa8").encode(x=axis, y=share).properties(width=WIDTH, height=HEIGHT))
    drawn: altair.VConcatChart = altair.vconcat(*parts).configure(background="white", font="sans-serif")
    return drawn
