"""Drawings are SVG that `printing` takes, in both languages, and are told in words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from defusedxml.ElementTree import fromstring

from gatehouse.assessment.reports.contents import Plot
from gatehouse.assessment.reports.plots import in_words, svg
from gatehouse.printing.drawing import checked

HEAT = Plot(
    "heat",
    "heat.caption",
    tuple(
        {"code": "2396-2", "axis": axis, "place": place} for axis, place in (("compliance", 3), ("effectiveness", None))
    ),
    ("finding:1",),
)
PROGRESS = Plot(
    "progress",
    "progress.caption",
    tuple({"cycle": cycle, "axis": "compliance", "mean": mean} for cycle, mean in (("2024", 1.0), ("2026", 2.5))),
    ("finding:1",),
)
ROADMAP = Plot(
    "roadmap",
    "roadmap.caption",
    ({"code": "2396-2", "what": "The law is passed", "from": "2026-01-01", "by": "2026-10-01"},),
    ("finding:1",),
)


@pytest.mark.parametrize("plot", [HEAT, PROGRESS, ROADMAP], ids=lambda plot: plot.kind)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_drawing_is_only_a_drawing(plot: Plot, language: str) -> None:
    assert checked(svg(plot, language)).startswith("<svg")


@pytest.mark.parametrize(("language", "words"), [("en", ("Jan", "2026")), ("zh", ("1月", "2026年"))])
def test_a_roadmap_names_at_most_six_months_in_the_language_and_folds_long_steps(
    language: str, words: tuple[str, str]
) -> None:
    long = "A pilot with one carrier runs at the northern port and its results are told"
    steps = [{"code": "2396-2", "what": long, "from": "2026-01-01", "by": "2029-10-01"}]
    drawn = svg(replace(ROADMAP, rows=(*ROADMAP.rows, *steps)), language)
    texts = [one.text or "" for one in fromstring(drawn).iter() if one.tag.endswith(("}text", "}tspan"))]
    assert set(words) <= set(texts)
    assert not {"July", "October"} & set(texts)
    assert 2 <= sum(one.startswith("20") and len(one) < 6 for one in texts) <= 6
    assert {"2396-2: A pilot with one carrier runs", "at the northern port and its results", "are told"} <= set(texts)


def test_whoever_does_not_see_it_is_told_every_value() -> None:
    assert "2396-2, compliance, 3" in in_words(HEAT, "en")
    assert "2026, compliance, 2.5" in in_words(PROGRESS, "en")
