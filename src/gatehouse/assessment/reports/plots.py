"""Drawings as SVG: the ratings of obligations as a heat map, progress over cycles, the steps of roadmaps."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

import altair
import vl_convert

from gatehouse.assessment.reports.contents import Plot, Value
from gatehouse.assessment.reports.saying import say
from gatehouse.printing.fonts import font_folders

WIDTH = 520
ROW = 18
FONT = "Noto Sans SC, Noto Sans, sans-serif"
COLOURS = ["#b2182b", "#f4a582", "#92c5de", "#2166ac"]
"""From the lowest to the highest place: apart for whoever does not tell red from green, and in print without colour."""
Rows = Sequence[Mapping[str, Value]]


def svg(plot: Plot, language: str) -> str:
    """The drawing. KeyError for a kind that is none."""
    _fonts_known()
    chart = DRAWN[plot.kind](plot.rows, language)
    configured = chart.configure(font=FONT).configure_view(stroke=None)
    return str(vl_convert.vegalite_to_svg(configured.to_dict()))


def in_words(plot: Plot, language: str) -> str:
    """What the drawing shows, for whoever does not see it: its caption and every value."""
    told = "; ".join(", ".join(str(value) for value in row.values() if value is not None) for row in plot.rows)
    return f"{say(language, plot.caption)}: {told}"


def _heat(rows: Rows, language: str) -> altair.Chart:
    said = [{**row, "axis": say(language, f"axis.{row['axis']}")} for row in rows]
    order = list(dict.fromkeys(str(row["code"]) for row in rows))
    place = altair.Chart(altair.Data(values=said)).encode(
        x=altair.X("axis:N", title=None, axis=altair.Axis(labelAngle=0, orient="top")),
        y=altair.Y("code:N", title=None, sort=order),
    )
    cells = place.mark_rect(stroke="white").encode(
        color=altair.Color("place:O", title=None, scale=altair.Scale(domain=[0, 1, 2, 3], range=COLOURS), legend=None)
    )
    words = place.mark_text(fontSize=10).encode(
        text="place:N",
        color=altair.condition("datum.place == 0 || datum.place == 3", altair.value("white"), altair.value("black")),
    )
    drawn: altair.Chart = (cells + words).properties(width=WIDTH - 100, height=ROW * max(1, len(order)))
    return drawn


def _progress(rows: Rows, language: str) -> altair.Chart:
    said = [{**row, "axis": say(language, f"axis.{row['axis']}")} for row in rows]
    order = list(dict.fromkeys(str(row["cycle"]) for row in rows))
    axes = list(dict.fromkeys(str(row["axis"]) for row in said))
    drawn: altair.Chart = (
        altair.Chart(altair.Data(values=said))
        .mark_line(point={"filled": True, "size": 60})
        .encode(
            x=altair.X("cycle:N", title=None, sort=order, axis=altair.Axis(labelAngle=0)),
            y=altair.Y("mean:Q", title=None, scale=altair.Scale(domain=[0, 3])),
            # Both are seen where one lies on the other: the first is broad and whole, the second thin and broken.
            strokeDash=altair.StrokeDash("axis:N", legend=None, sort=axes, scale=altair.Scale(range=[[1, 0], [5, 4]])),
            strokeWidth=altair.StrokeWidth("axis:N", legend=None, sort=axes, scale=altair.Scale(range=[6, 2])),
            color=altair.Color(
                "axis:N",
                title=None,
                sort=axes,
                scale=altair.Scale(range=[COLOURS[2], COLOURS[0]]),
                legend=altair.Legend(symbolType="stroke", symbolStrokeWidth=4),
            ),
        )
        .properties(width=WIDTH - 120, height=180)
    )
    return drawn


def _roadmap(rows: Rows, language: str) -> altair.Chart:
    del language  # steps are words of the State
    order = [f"{row['code']}: {row['what']}" for row in rows]
    said = [{"step": step, "from": row["from"], "by": row["by"]} for step, row in zip(order, rows, strict=True)]
    base = altair.Chart(altair.Data(values=said)).encode(
        y=altair.Y("step:N", title=None, sort=order, axis=altair.Axis(labelLimit=240))
    )
    bars = base.mark_bar(height=8, color=COLOURS[2]).encode(x=altair.X("from:T", title=None), x2="by:T")
    ends = base.mark_point(filled=True, color=COLOURS[3], size=50).encode(x="by:T")
    drawn: altair.Chart = (bars + ends).properties(width=WIDTH - 240, height=(ROW + 4) * max(1, len(order)))
    return drawn


DRAWN: dict[str, Callable[[Rows, str], altair.Chart]] = {"heat": _heat, "progress": _progress, "roadmap": _roadmap}


@cache
def _fonts_known() -> None:
    for folder in font_folders():
        vl_convert.register_font_directory(str(folder))
