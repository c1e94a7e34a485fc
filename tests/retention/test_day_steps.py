"""Days go: a held file stays alone of its day, an idle key goes, one in use stays."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from gatehouse.retention import data_keys
from gatehouse.retention.clocks import Clocks
from gatehouse.retention.day_steps import OWN_CLOCKS, DaySteps
from gatehouse.retention.models import DataKey, HeldTraveller, Hold, Notice, Run, UnmaskRequest
from gatehouse.retention.steps import Notebook, Tally
from gatehouse.screening.intake import content
from gatehouse.screening.intake.models import Transmission
from gatehouse.screening.review import keeps as of_review
from kept_people import AS_OF, flight, law_of, person
from signed_in import entries

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


LONG_AGO = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


def test_what_is_kept_as_long_as_the_log_goes_with_its_clock() -> None:
    steps = _steps()
    for case, ended in (("case:1", LONG_AGO), ("case:2", None), ("case:3", dt.datetime.now(dt.UTC))):
        hold = Hold.objects.create(case=case, reason="o", placed_by="account:1", second="account:2", until=AS_OF)
        Hold.objects.filter(id=hold.id).update(ended_at=ended)
        HeldTraveller.objects.create(hold=hold, traveller=hold.id)
    for state, asked in (("approved", LONG_AGO), ("open", LONG_AGO), ("refused", dt.datetime.now(dt.UTC))):
        request = UnmaskRequest.objects.create(
            owner_kind="traveller", owner=1, purpose="rights", reference="R", requested_by="account:1", state=state
        )
        UnmaskRequest.objects.filter(id=request.id).update(requested_at=asked)
        Notice.objects.create(request=request, event="asked")
    steps.erase_own()
    assert list(Hold.objects.order_by("id").values_list("case", flat=True)) == ["case:2", "case:3"]
    assert HeldTraveller.objects.count() == 2
    assert list(UnmaskRequest.objects.order_by("id").values_list("state", flat=True)) == ["open", "refused"]
    assert Notice.objects.count() == 2
    assert steps.tally.rows["retention.Hold"] == 1
    [told] = entries("retention.erased")
    assert told.actor == "machine:retention"


def test_each_room_is_asked_by_its_own_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, first = {}, _steps()
    days = {"unmatched": AS_OF, "closed": AS_OF - dt.timedelta(days=1), "logged": AS_OF - dt.timedelta(days=2)}
    steps = replace(first, clocks=replace(first.clocks, **days))
    for name in OWN_CLOCKS:
        monkeypatch.setattr(of_review, name, lambda day, name=name: asked.update({name: day}) or {}, raising=False)
    steps.erase_own()
    assert asked == dict(zip(OWN_CLOCKS, days.values(), strict=True))
