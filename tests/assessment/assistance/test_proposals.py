"""Which offer fits which need, with reasons that add up."""

from __future__ import annotations

from gatehouse.assessment.assistance.proposals import Ground, Offered, Wanted, proposals

NEED = Wanted(1, "X-AL", "north", "pnr", 1)
FITS = Offered(1, "UNODC", frozenset({"pnr"}), frozenset({"north"}))
FAR = Offered(2, "OSCE", frozenset({"pnr"}), frozenset({"south"}))
WIDE = Offered(3, "ICAO", frozenset({"pnr", "api"}), frozenset())


def test_only_offers_of_the_theme_and_region_and_the_best_first() -> None:
    found = proposals([NEED], [WIDE, FAR, FITS], frozenset({"north"}), [("X-AL", "pnr"), ("X-BE", "pnr")])
    assert [(one.body, one.points, one.running) for one in found] == [("UNODC", 100, 1), ("ICAO", 80, 1)]


def test_every_point_has_its_reason() -> None:
    for one in proposals([NEED], [FITS, WIDE]):
        assert one.points == sum(reason.points for reason in one.reasons)
    urgent = proposals([NEED], [FITS])[0].reasons[-1]
    assert (urgent.ground, urgent.says()) == (Ground.URGENT, "follows from an urgent recommendation (+10)")


def test_another_theme_is_no_proposal() -> None:
    assert proposals([Wanted(2, "X-AL", "north", "rights", 3)], [FITS, WIDE]) == []
