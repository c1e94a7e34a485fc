"""The picture is drawn on the server and holds no script."""

from __future__ import annotations

import datetime as dt

from lxml import etree

from gatehouse.screening.counts.counting import Day, LeadBand
from gatehouse.web.overview.pictures import drawn, drawn_bands


def test_it_is_a_picture_of_the_days() -> None:
    svg = drawn([Day(dt.date(2026, 11, 30), 3, 250, 0, 4, 1)])
    root = etree.fromstring(svg.encode())
    assert root.tag.endswith("}svg")
    assert not root.findall(".//{*}script")
    assert "Decisions" in svg
    assert "<svg" in drawn([Day(dt.date(2026, 11, 30), 3, 250, 0, None, None)])


def test_decisions_before_departure_are_drawn_and_what_is_withheld_is_not() -> None:
    svg = drawn_bands([LeadBand("from-48", 41), LeadBand("late", None)])
    assert ">41<" in svg
    assert "after departure" in svg
    assert "None" not in svg
