"""Drawings as SVG: the ratings of obligations as a heat map, progress over cycles, the steps of roadmaps."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import cache

import altair
import orjson
import vl_convert
from babel import dates

from gatehouse.assessment.reports.contents import Plot, Value
from gatehouse.assessment.reports.saying import say
from gatehouse.printing.fonts import font_folders

WIDTH = 520
ROW, LINE = 18, 12
"""Height of a row of a drawing, and of each further line in it."""
NAMED = 6
"""So many months an axis of days names at most."""
FOLD = 38
LOCALES = {"en": "en_GB"}
FONT = "Noto Sans SC, Noto Sans, Noto Sans Arabic, sans-serif"
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
    told = "; ".join(", ".join(_named(one, row, language) for one in row if row[one] is not None) for row in plot.rows)
    return f"{say(language, plot.caption)}: {told}"


def day_in_words(day: str, language: str) -> str:
    """A day (`2026-12-01`) with its month in words."""
    # The CLDR's long form in Russian ends with the point of an abbreviation, on which sentences would end twice.
    form = "d MMMM y" if language == "ru" else "long"
    return dates.format_date(_day(day), form, locale=LOCALES.get(language, language))


def _named(name: str, row: Mapping[str, Value], language: str) -> str:
    return say(language, f"axis.{row[name]}") if name == "axis" else str(row[name])


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
    """Steps as bars from the day the cycle begins to the day they are due; days are counted, so that no clock's zone
    moves them."""
    steps = [_folded(f"{row['code']}: {row['what']}") for row in rows]
    days = [(_day(row["from"]), _day(row["by"])) for row in rows]
    said = [
        {"step": step, "from": one.toordinal(), "by": by.toordinal()}
        for step, (one, by) in zip(steps, days, strict=True)
    ]
    base = altair.Chart(altair.Data(values=said)).encode(
        y=altair.Y(
            "step:N",
            title=None,
            sort=steps,
            axis=altair.Axis(labelExpr="split(datum.label, '\\n')", labelLimit=240, labelPadding=6),
        )
    )
    first, last = min(one for one, _ in days), max(by for _, by in days)
    axis, span = _months(first, last, language), altair.Scale(domain=[first.toordinal(), last.toordinal()], nice=False)
    bars = base.mark_bar(height=8, color=COLOURS[2]).encode(
        x=altair.X("from:Q", title=None, axis=axis, scale=span), x2="by:Q"
    )
    ends = base.mark_point(filled=True, color=COLOURS[3], size=50).encode(x="by:Q")
    row = ROW + 4 + LINE * max(step.count("\n") for step in steps)
    drawn: altair.Chart = (bars + ends).properties(width=WIDTH - 240, height=row * max(1, len(set(steps))))
    return drawn


def _day(value: Value) -> dt.date:
    return dt.date.fromisoformat(str(value))


def _folded(text: str) -> str:
    """The text on lines of at most `FOLD` places, a Chinese character taking two."""
    lines, room = [""], FOLD
    for word in re.findall(r"[\u2e80-\uffef][、。，；：！？）》」]*|[^\s\u2e80-\uffef]+\s*|\s+", text):
        takes = sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in word.rstrip())
        if takes > room and lines[-1]:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
            room = FOLD
        lines[-1] += word
        room -= takes + len(word) - len(word.rstrip())
    return "\n".join(lines).rstrip()


def _months(first: dt.date, last: dt.date, language: str) -> altair.Axis:
    """An axis that names at most `NAMED` firsts of months in the words of the language, the year under the month."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    step = next(one for one in (1, 2, 3, 6, 12, 24, 60, 120, 1200) if months <= one * NAMED)
    counted = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    named = [dt.date(count // 12, count % 12 + 1, 1) for count in counted if count % step == 0]
    locale = LOCALES.get(language, language)
    words = {
        str(day.toordinal()): [dates.format_skeleton(one, day, locale=locale) for one in ("MMM", "y")] for day in named
    }
    return altair.Axis(
        values=[day.toordinal() for day in named if first <= day <= last],
        labelExpr=f"({orjson.dumps(words).decode()})[toString(datum.value)]",
        grid=True,
    )


DRAWN: dict[str, Callable[[Rows, str], altair.Chart]] = {"heat": _heat, "progress": _progress, "roadmap": _roadmap}


@cache
def _fonts_known() -> None:
    for folder in font_folders():
        vl_convert.register_font_directory(str(folder))
