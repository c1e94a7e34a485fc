"""The checklist depends on the kind of visit."""

from __future__ import annotations

import datetime as dt

from gatehouse.assessment.visits.logistics import KINDS, checklist


def test_rights_and_women_are_on_every_list() -> None:
    for kind in KINDS:
        assert {"rights-section", "women-consulted", "travel"} <= {item.name for item in checklist(kind)}
    assert "victims" in {item.name for item in checklist("comprehensive")}
    assert "victims" not in {item.name for item in checklist("advocacy")}


def test_days_are_counted_back_from_the_first_day() -> None:
    item = next(item for item in checklist("focused") if item.name == "agenda-agreed")
    assert item.due(dt.date(2026, 5, 4)) == dt.date(2026, 4, 4)
