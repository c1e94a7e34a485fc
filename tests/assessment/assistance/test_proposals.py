"""Which offer fits which need, with reasons that add up."""

from __future__ import annotations

import re

from gatehouse.assessment.assistance.proposals import Offered, Wanted, proposals

NEED = Wanted(1, "X-AL", "north", "pnr", 1)
FITS = Offered(1, "UNODC", frozenset({"pnr"}), frozenset({"north"}))
FAR = Offered(2, "OSCE", frozenset({"pnr"}), frozenset({"south"}))
WIDE = Offered(3, "ICAO", frozenset({"pnr", "api"}), frozenset())


def test_only_offers_of_the_theme_and_region_and_the_best_first() -> None:
    found = proposals([NEED], [WIDE, FAR, FITS], frozenset({"north"}), [("X-AL", "pnr"), ("X-BE", "pnr")])
    assert [(one.body, one.points, one.running) for one in found] == [("UNODC", 100, 1), ("ICAO", 80, 1)]


def test_every_point_has_its_reason() -> None:
    for one in proposals([NEED], [FITS, WIDE]):
        assert one.points == sum(int(re.search(r"\+(\d+)", reason)[1]) for reason in one.reasons)


def test_another_theme_is_no_proposal() -> None:
    assert proposals([Wanted(2, "X-AL", "north", "rights", 3)], [FITS, WIDE]) == []
