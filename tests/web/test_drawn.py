"""A chart becomes SVG."""

from __future__ import annotations

import altair

from gatehouse.web.drawn import svg


def test_a_chart_is_drawn() -> None:
    chart = altair.Chart(altair.Data(values=[{"a": 1}])).mark_point().encode(x="a:Q")
    assert svg(chart).startswith("<svg")
