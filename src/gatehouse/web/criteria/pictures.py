"""The pictures of a trial: expected hits with their interval, and each group's rate over everybody else's."""

from __future__ import annotations

import math

import altair
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.criteria.report import GroupRow, Report
from gatehouse.screening.criteria.report_json import PER
from gatehouse.screening.criteria.thresholds import thresholds
from gatehouse.web.criteria import bench
from gatehouse.web.criteria.version import found
from gatehouse.web.criteria.words import DIMENSIONS, group
from gatehouse.web.door import page
from gatehouse.web.drawn import svg

WIDTH, ROW, LABELS = 540, 24, 150
LOW, HIGH = 0.05, 20.0
"""Where the axis of ratios ends: an interval that reaches further is cut there, and the table has its ends."""
LABELLED = altair.Axis(minExtent=LABELS, maxExtent=LABELS, labelLimit=LABELS)
"""Room for the words of every row, so that all axes begin below each other."""
CALM, FLAGGED = "#1f5fa8", "#a3402c"
Marks = list[dict[str, str | float | bool]]


@page(Act.VIEW, SubjectClass.CRITERION, PurposeClass.SCREENING, PurposeClass.CRITERIA, PurposeClass.OVERSIGHT)
def disparity(request: HttpRequest, identifier: str, version: int) -> HttpResponse:
    """Both pictures below each other. The page has the same as tables."""
    del request
    report = bench.register().report(found(identifier, version))
    if report is None:
        raise Http404
    return HttpResponse(svg(drawn(report)), content_type="image/svg+xml")


def drawn(report: Report) -> altair.VConcatChart:
    """The rates above; below them the groups of each dimension of which anything may be said."""
    parts = [_rates(report)]
    for name, title in DIMENSIONS.items():
        marks = [_mark(row) for row in report.disparity if row.dimension == name and row.ratio]
        if marks:
            parts.append(_groups(marks, str(title)))
    drawn: altair.VConcatChart = altair.vconcat(*parts, spacing=28).configure(background="white", font="sans-serif")
    return drawn


def _rates(report: Report) -> altair.LayerChart:
    rates = {_("Expected hits"): report.hits, _("Expected false hits"): report.false_hits}
    marks: Marks = [
        {"what": what, "rate": PER * one.rate, "low": PER * one.interval.low, "high": PER * one.interval.high}
        for what, one in rates.items()
    ]
    title = _("for every %(count)s travellers, with the 95 %% interval") % {"count": f"{PER:,}"}
    base = altair.Chart(altair.Data(values=marks)).encode(y=altair.Y("what:N", title=None, sort=None, axis=LABELLED))
    span = base.mark_rule(color=CALM, size=2).encode(x=altair.X("low:Q", title=title), x2="high:Q")
    point = base.mark_point(color=CALM, filled=True, size=70).encode(x="rate:Q")
    drawn: altair.LayerChart = (span + point).properties(width=WIDTH, height=ROW * len(marks))
    return drawn


def _mark(row: GroupRow) -> dict[str, str | float | bool]:
    assert row.ratio is not None, "only rows with a ratio are drawn"  # noqa: S101
    value, low, high = map(_within, (row.ratio.value, *row.ratio.interval))
    return {"group": str(group(row.group)), "flagged": row.is_flagged, "value": value, "low": low, "high": high}


def _within(ratio: float) -> float:
    return HIGH if math.isinf(ratio) else min(HIGH, max(LOW, ratio))


def _groups(marks: Marks, title: str) -> altair.LayerChart:
    scale = altair.Scale(type="log", domain=[LOW, HIGH])
    axis = altair.Axis(values=[0.1, 0.25, 0.5, 1, 2, 4, 10], format="~g")
    base = altair.Chart(altair.Data(values=marks)).encode(
        y=altair.Y("group:N", title=None, sort=None, axis=LABELLED),
        color=altair.condition("datum.flagged", altair.value(FLAGGED), altair.value(CALM)),
    )
    said = _("rate of hits over everybody else's; 1 is the same")
    span = base.mark_rule(size=2).encode(x=altair.X("low:Q", scale=scale, axis=axis, title=said), x2="high:Q")
    point = base.mark_point(filled=True, size=80, opacity=1).encode(
        x=altair.X("value:Q", scale=scale),
        shape=altair.condition("datum.flagged", altair.value("diamond"), altair.value("circle")),
    )
    lines = altair.Data(values=[{"at": 1.0}, {"at": thresholds().ratio_min}])
    rule = altair.Chart(lines).mark_rule(strokeDash=[3, 3], color="#515d68").encode(x=altair.X("at:Q", scale=scale))
    drawn: altair.LayerChart = (rule + span + point).properties(
        width=WIDTH, height=ROW * len(marks), title=altair.Title(title, anchor="start", frame="group")
    )
    return drawn
