"""The picture of a trial holds no script, draws what may be said, and marks what is flagged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from django.test import Client
from lxml import etree

from gatehouse.measures.proportion import Interval, Proportion
from gatehouse.measures.ratio import Ratio
from gatehouse.screening.criteria.report import GroupRow, Report
from gatehouse.web.criteria.pictures import FLAGGED, drawn
from gatehouse.web.drawn import svg

RATE = Proportion(20, 1000, 0.02, Interval(0.01, 0.03))
ROWS = (
    GroupRow("nationality", "AAA", 500, 15, None, Ratio(3.0, Interval(1.5, float("inf"))), is_flagged=True),
    GroupRow("nationality", "BBB", 500, 5, None, Ratio(0.3, Interval(0.1, 0.9))),
    GroupRow("sex", "F"),
)
REPORT = Report(
    "c", 1, "0" * 64, "made", dt.date(2026, 11, 30), None, None, 1000, RATE, RATE, 0, 0, 0, 0, 20, False, ROWS, ()
)


def test_the_picture_is_served_and_holds_no_script(tried: Callable, author: Client) -> None:
    answer = author.get(f"{tried()}disparity.svg")
    assert answer["Content-Type"] == "image/svg+xml"
    tags = {etree.QName(one).localname for one in etree.fromstring(answer.content).iter() if isinstance(one.tag, str)}
    assert "script" not in tags
    assert "svg" in tags


def test_what_is_withheld_is_not_drawn_and_what_is_flagged_is_marked() -> None:
    text = svg(drawn(REPORT))
    assert "AAA" in text
    assert "BBB" in text
    assert ">F<" not in text
    assert FLAGGED in text
