"""What was changed, how sure, and what stands against closing."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from gatehouse.assessment.assistance.effect import Measured, missing
from gatehouse.assessment.assistance.errors import AssistanceError

BEFORE = Measured("nights staffed", "percent", Decimal(40), dt.date(2026, 1, 1), Decimal(90))
AFTER = replace(
    BEFORE, value=Decimal(70), value_on=dt.date(2027, 1, 1), confidence="medium", contribution="Trained 12."
)


def test_the_change_and_the_share_of_the_way() -> None:
    assert (AFTER.change, AFTER.share) == (Decimal(30), Decimal("0.6"))
    assert replace(AFTER, value=Decimal(30)).share == Decimal("-0.2")
    down = Measured("days late", "days", Decimal(20), BEFORE.baseline_on, Decimal(10))
    assert replace(
        down, value=Decimal(15), value_on=AFTER.value_on, confidence="low", contribution="x"
    ).share == Decimal("0.5")
    assert BEFORE.change is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"aim": Decimal(40)},
        {"value_on": dt.date(2026, 1, 1)},
        {"value_on": None},
        {"confidence": "certain"},
        {"contribution": " "},
    ],
    ids=str,
)
def test_what_cannot_be_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(AssistanceError):
        replace(AFTER, **wrong)


def test_what_was_not_measured_stands_against_closing() -> None:
    assert list(map(str, missing([]))) == ["no indicator with a baseline"]
    assert list(map(str, missing([BEFORE, AFTER]))) == ["nights staffed was not measured"]
    assert not missing([AFTER])
