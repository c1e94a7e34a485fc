"""A chart as a picture: drawn on the server, from numbers alone, as SVG without script."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from typing import Any

import altair

from gatehouse.web.templatetags.reading import day_and_month


def svg(chart: Any) -> str:
    """An Altair chart as SVG."""
    # Imported here: the renderer takes a second to start, which only whoever looks at a picture waits for.
    import vl_convert

    return str(vl_convert.vegalite_to_svg(chart.to_json()))


def day_axis(days: Iterable[dt.date]) -> altair.X:
    """A band for each day, labelled in the reader's form where there is room: an axis of time would label half days."""
    every = sorted(set(days))
    labels = json.dumps({day.isoformat(): day_and_month(day) for day in every})
    axis = altair.Axis(labelAngle=0, labelOverlap=True, labelExpr=f"({labels})[datum.value]")
    # All of them, so that pictures below each other have the same line of days, whatever is drawn on it.
    scale = altair.Scale(domain=[day.isoformat() for day in every])
    return altair.X("day:O", title=None, axis=axis, scale=scale)
