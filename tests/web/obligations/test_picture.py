"""Bars as SVG: as long as their counts, and no text breaks out."""

from __future__ import annotations

from lxml import etree

from gatehouse.web.obligations.picture import Bar, bars


def test_parts_are_as_wide_as_their_counts() -> None:
    root = etree.fromstring(bars([Bar("a <b>", (10, 30)), Bar("c", (0, 40))], ("x", "y")))
    drawn = [float(one.get("width")) for one in root.iter("{*}rect") if one.get("height") == "24"]
    assert [round(width / drawn[0], 1) for width in drawn] == [1.0, 3.0, 4.0]
    assert "a <b>" in [one.text for one in root.iter("{*}text")]


def test_nothing_to_show_is_a_picture_too() -> None:
    assert etree.fromstring(bars([], ())).tag.endswith("svg")
