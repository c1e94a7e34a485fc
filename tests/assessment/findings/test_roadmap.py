"""A stage lies beside the ratings, with steps and what they need."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest

from gatehouse.assessment.findings.errors import FindingsError
from gatehouse.assessment.findings.roadmap import Roadmap, Step

LATER, SOON = Step("operate", dt.date(2028, 1, 1)), Step("tender", dt.date(2026, 9, 1))


def test_steps_are_kept_in_the_order_of_their_days() -> None:
    kept = Roadmap("planned", (LATER, SOON), "two million, six people").columns()
    assert Roadmap.of(SimpleNamespace(**kept)) == Roadmap("planned", (SOON, LATER), "two million, six people")


@pytest.mark.parametrize(
    "wrong",
    [
        {"stage": "finished"},
        {"stage": "planned"},
        {"stage": "building", "steps": (Step(" ", SOON.by),)},
        {"stage": "building", "steps": (SOON,) * 31},
        {"stage": "building", "resources": "x" * 2_001},
    ],
)
def test_what_is_no_roadmap_is_refused(wrong: dict) -> None:
    with pytest.raises(FindingsError):
        Roadmap(**wrong)
