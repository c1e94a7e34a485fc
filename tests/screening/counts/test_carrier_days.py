"""A day's messages counted for each carrier: faults by kind, repeats once, and of nobody."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from django.utils import timezone

from gatehouse.screening import flow
from gatehouse.screening.counts.carrier_days import count_day, count_due
from gatehouse.screening.counts.models import CarrierDay
from gatehouse.screening.intake.models import StoredMessage, Transmission
from stored_day import PAXLST, store_day

pytestmark = pytest.mark.usefixtures("database")


def _today() -> dt.date:
    return timezone.now().date()


def test_a_day_is_counted_by_carrier_and_kind(tmp_path: Path) -> None:
    store_day(tmp_path)
    (tmp_path / "n.edi").write_text(
        PAXLST.replace("UNB+UNOA:4+CARRIER+STATE+210513:0900+1", "UNB+UNOA:4+CARRIER+STATE+210513:0901+2")
    )
    (tmp_path / "same.edi").write_text(PAXLST + "\n")
    flow.ingest([tmp_path / "n.edi", tmp_path / "same.edi"], lambda _: None)
    assert count_day(_today()) == StoredMessage.objects.count()
    (row,) = CarrierDay.objects.all()
    found = {code for one in StoredMessage.objects.all() for code in {f["code"] for f in one.findings}}
    assert (row.carrier, row.type, row.repeats) == (
        "ZZ",
        "PAXLST",
        StoredMessage.objects.filter(state="duplicate").count(),
    )
    assert row.repeats == 1
    assert row.travellers == 4
    assert set(row.codes) <= found
    assert row.timing == {"late": 2}


def test_what_is_found_later_is_counted_with_its_day(tmp_path: Path) -> None:
    store_day(tmp_path)
    assert count_due(_today()) == [_today()]
    lost = [{"severity": "warning", "code": "series-part-missing", "segment": None, "text": ""}]
    StoredMessage.objects.update(findings=lost)
    assert count_due(_today()) == [_today()]
    assert CarrierDay.objects.get().lost == 1
    assert CarrierDay.objects.get().codes == {"series-part-missing": 1}


def test_days_before_are_counted_once_and_stay(tmp_path: Path) -> None:
    store_day(tmp_path)
    Transmission.objects.update(received_at=timezone.now() - dt.timedelta(days=10))
    (tmp_path / "n.edi").write_text(PAXLST.replace("0900+1'", "0901+2'"))
    flow.ingest([tmp_path / "n.edi"], lambda _: None)
    assert len(count_due(_today())) == 11
    StoredMessage.objects.update(travellers=999)
    assert len(count_due(_today())) == 4
    assert list(CarrierDay.objects.order_by("day").values_list("travellers", flat=True)) == [2, 999]


def test_a_message_that_puts_nobody_on_a_flight_is_of_no_known_carrier(tmp_path: Path) -> None:
    (tmp_path / "m.edi").write_text(PAXLST.split("NAD+FL")[0] + "UNT+8+1'UNZ+1+1'")
    flow.ingest([tmp_path / "m.edi"], lambda _: None)
    count_day(_today())
    assert CarrierDay.objects.get().carrier == ""


def test_without_messages_there_is_nothing() -> None:
    assert count_due(_today()) == []
    assert count_day(_today()) == 0
