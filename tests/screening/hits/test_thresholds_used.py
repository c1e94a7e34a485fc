"""Which thresholds were in force, from when on."""

from __future__ import annotations

import pytest

from gatehouse.screening.hits.models import ThresholdsUsed
from gatehouse.screening.hits.thresholds_used import note
from gatehouse.screening.matching.operating import AS_SHIPPED, Thresholds

pytestmark = pytest.mark.usefixtures("database")
OTHERS = Thresholds(0.6, {"UN-SC": 0.5})


def test_a_change_is_noted_once_and_tells_what_was_before() -> None:
    assert note(AS_SHIPPED) is None, "the first ones change nothing"
    assert note(AS_SHIPPED) is None
    assert note(OTHERS) == AS_SHIPPED
    assert note(OTHERS) is None
    assert [(row.default, row.lists) for row in ThresholdsUsed.objects.order_by("id")] == [
        (0.5, {}),
        (0.6, {"UN-SC": 0.5}),
    ]


def test_going_back_is_a_change_too() -> None:
    for thresholds in (AS_SHIPPED, OTHERS):
        note(thresholds)
    assert note(AS_SHIPPED) == OTHERS
    assert ThresholdsUsed.objects.count() == 3
