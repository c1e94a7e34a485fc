"""The picture of the overview: decisions and travellers by day, drawn on the server."""

from __future__ import annotations

import altair
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from gatehouse.safeguards.vocabulary import Act, SubjectClass
from gatehouse.screening.counts import counting
from gatehouse.screening.counts.counting import Day, LeadBand
from gatehouse.screening.counts.timing import LATE
from gatehouse.web.carriers.words import BANDS
from gatehouse.web.door import page
from gatehouse.web.drawn import day_axis, svg
from gatehouse.web.overview.overview import span_of

WIDTH, HEIGHT = 760, 150
LABELS = altair.Axis(labelLimit=240, minExtent=210)
"""Room for the words of every band, in whichever font a browser draws them."""
COLOURS = {"travellers": "#1f5fa8", "cleared": "#5b8f3a", "confirmed": "#a3402c"}


@page(Act.READ_COUNTS, SubjectClass.COUNTS)
def days(request: HttpRequest) -> HttpResponse:
    """Travellers stated above, decisions below, on one line of days. The page has the same as a table."""
    found = counting.days(span_of(request.GET))
    return HttpResponse(drawn(found), content_type="image/svg+xml")


@page(Act.READ_COUNTS, SubjectClass.COUNTS)
def lead_times(request: HttpRequest) -> HttpResponse:
    """Decisions by how long before departure they came. The page has the same as a table."""
    return HttpResponse(drawn_bands(counting.lead_bands(span_of(request.GET))), content_type="image/svg+xml")


def drawn_bands(bands: list[LeadBand]) -> str:
    """The picture as SVG; what is withheld is not drawn."""
    order = [str(BANDS[one.band]) for one in bands]
    marks = [
        {"band": str(BANDS[one.band]), "count": one.decisions, "late": one.band == LATE}
        for one in bands
        if one.decisions is not None
    ]
    colour = altair.condition("datum.late", altair.value(COLOURS["confirmed"]), altair.value(COLOURS["travellers"]))
    base = altair.Chart(altair.Data(values=marks)).encode(
        y=altair.Y(
            "band:N",
            title=None,
            sort=order,
            scale=altair.Scale(domain=order),
            axis=LABELS,
        ),
        x=altair.X("count:Q", title=_("Decisions"), axis=altair.Axis(tickMinStep=1)),
    )
    bars = base.mark_bar().encode(color=colour)
    said = base.mark_text(align="left", dx=4).encode(text="count:Q")
    return svg((bars + said).properties(width=WIDTH - 200).configure(background="white", font="sans-serif"))


def drawn(found: list[Day]) -> str:
    """The picture as SVG; nothing in it is anybody's text."""
    came = [{"day": one.day.isoformat(), "count": one.travellers} for one in found]
    words = {"cleared": _("Not the same person"), "confirmed": _("Same person")}
    decided = [
        {"day": one.day.isoformat(), "count": getattr(one, name), "what": said}
        for one in found
        for name, said in words.items()
        if getattr(one, name) is not None
    ]
    axis = day_axis([one.day for one in found])
    upper = altair.Chart(altair.Data(values=came)).mark_bar(color=COLOURS["travellers"])
    lower = altair.Chart(altair.Data(values=decided)).mark_bar()
    upper = upper.encode(x=axis, y=altair.Y("count:Q", title=_("Travellers"), axis=altair.Axis(titlePadding=14)))
    upper = upper.properties(width=WIDTH, height=HEIGHT)
    if not any(one["count"] for one in decided):
        return svg(upper.configure(background="white", font="sans-serif"))
    highest = max(((one.cleared or 0) + (one.confirmed or 0) for one in found), default=0)
    steps = list(range(0, highest + 1, max(1, -(-highest // 4))))
    whole = altair.Axis(values=steps, format="d", titlePadding=14)
    few = altair.Y("count:Q", title=_("Decisions"), axis=whole, scale=altair.Scale(domain=[0, highest], nice=True))
    colours = altair.Scale(domain=list(words.values()), range=[COLOURS[name] for name in words])
    legend = altair.Legend(orient="bottom", columnPadding=24)
    both = altair.vconcat(
        upper,
        lower.encode(x=axis, y=few, color=altair.Color("what:N", title=None, scale=colours, legend=legend)).properties(
            width=WIDTH, height=HEIGHT
        ),
    ).configure(background="white", font="sans-serif")
    return svg(both)
