"""Days go: a held file stays alone of its day, an idle key goes, one in use stays."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.retention import data_keys
from gatehouse.retention.clocks import Clocks
from gatehouse.retention.day_steps import DaySteps
from gatehouse.retention.models import DataKey, HeldTraveller, Hold, Run
from gatehouse.retention.steps import Notebook, Tally
from gatehouse.screening.intake import content
from gatehouse.screening.intake.models import Transmission
from kept_people import AS_OF, flight, law_of, person

pytestmark = pytest.mark.usefixtures("database")


def _steps() -> DaySteps:
    profile = law_of()
    notebook = Notebook.of(Run.objects.create(as_of=AS_OF, law="0" * 64, mode="demo"))
    return DaySteps(Clocks.of(profile.retention, AS_OF), notebook, Tally(), lambda _: None)


def test_of_one_day_only_the_held_file_stays_and_the_days_key_goes() -> None:
    steps = _steps()
    leg = flight("2026-05-01")
    person(leg, "GONE")
    held = person(leg, "HELD")
    hold = Hold.objects.create(case="case:1", reason="order", placed_by="account:1", second="account:2", until=AS_OF)
    HeldTraveller.objects.create(hold=hold, traveller=held.id)
    steps.forget_files()
    steps.erase_keys()
    (left,) = Transmission.objects.filter(erased_at=None)
    assert content.raw_bytes(left.id, 0, 4) == b"HELD"
    assert set(DataKey.objects.filter(erased_at=None).values_list("scope", flat=True)) == {"kept"}
    assert (steps.tally.files, steps.tally.keys) == (1, 1)


def test_the_key_of_a_day_that_is_not_past_stays() -> None:
    steps = _steps()
    data_keys.of_receipt_day(AS_OF)
    data_keys.of_flight_day(AS_OF - dt.timedelta(days=3))
    old = data_keys.of_flight_day(dt.date(2026, 1, 1))
    steps.erase_keys()
    assert list(DataKey.objects.exclude(erased_at=None).values_list("id", flat=True)) == [old.id]
