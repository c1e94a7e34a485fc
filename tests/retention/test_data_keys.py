"""Data keys: one for each day, wrapped, and gone for good when they are erased."""

from __future__ import annotations

import datetime as dt

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction

from gatehouse.retention import data_keys
from gatehouse.retention.errors import ErasedError, MasterKeyError
from gatehouse.retention.master_key import Masters, SoftMasterKey
from gatehouse.retention.models import DataKey, MasterKeyInForce

pytestmark = pytest.mark.usefixtures("database")
DAY = dt.date(2026, 1, 20)


def test_a_day_has_one_key_and_days_and_uses_have_others() -> None:
    key = data_keys.of_receipt_day(DAY)
    assert data_keys.of_receipt_day(DAY) == key
    others = {data_keys.of_flight_day(DAY), data_keys.of_receipt_day(DAY + dt.timedelta(1)), data_keys.of_kept("t/1")}
    assert len({one.raw for one in (key, *others)}) == 4
    assert data_keys.raw_of(key.id) == key.raw


def test_the_table_holds_no_key_in_clear() -> None:
    key = data_keys.of_flight_day(DAY)
    assert key.raw not in bytes(DataKey.objects.get().wrapped)


def test_an_erased_key_is_gone_and_the_next_one_is_another() -> None:
    key = data_keys.of_flight_day(DAY)
    assert data_keys.erase([key.id]) == 1
    assert data_keys.erase([key.id]) == 0
    with pytest.raises(ErasedError):
        data_keys.raw_of(key.id)
    row = DataKey.objects.get()
    assert row.wrapped is None
    assert row.erased_at
    new = data_keys.of_flight_day(DAY)
    assert new.id != key.id
    assert new.raw != key.raw


def test_a_wrapped_key_does_not_come_back_under_another_name() -> None:
    data_keys.of_flight_day(DAY)
    DataKey.objects.update(name="2026-01-21")
    data_keys._remembered.clear()
    with pytest.raises(Exception, match="altered or moved"):
        data_keys.of_flight_day(dt.date(2026, 1, 21))


def test_an_erased_row_cannot_hold_a_key() -> None:
    data_keys.of_flight_day(DAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        DataKey.objects.update(erased_at=dt.datetime.now(dt.UTC))


def test_a_master_key_given_by_mistake_seals_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    data_keys.of_flight_day(DAY)
    monkeypatch.setattr(settings, "MASTER_KEYS", Masters(lambda: [SoftMasterKey(bytes(32))]))
    with pytest.raises(MasterKeyError, match="not the one in force"):
        data_keys.of_flight_day(DAY + dt.timedelta(1))
    assert MasterKeyInForce.objects.count() == 1
    monkeypatch.setattr(settings, "MASTER_KEYS", None)
    with pytest.raises(MasterKeyError, match="no master key"):
        data_keys.of_flight_day(DAY + dt.timedelta(1))
