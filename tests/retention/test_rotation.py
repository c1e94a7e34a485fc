"""An exchanged master key: everything opens as before, the old key opens nothing more."""

from __future__ import annotations

import datetime as dt

import pytest
from django.conf import settings

from gatehouse.retention import data_keys
from gatehouse.retention.errors import MasterKeyError
from gatehouse.retention.master_key import Masters, SoftMasterKey
from gatehouse.retention.models import DataKey, MasterKeyInForce
from gatehouse.retention.rotation import rotate

pytestmark = pytest.mark.usefixtures("database")
DAY = dt.date(2026, 1, 20)
OLD, NEW = SoftMasterKey(bytes(32)), SoftMasterKey(bytes(range(32)))


def _use(monkeypatch: pytest.MonkeyPatch, *keys: SoftMasterKey) -> None:
    data_keys._remembered.clear()
    monkeypatch.setattr(settings, "MASTER_KEYS", Masters(lambda: keys))


def test_every_living_key_is_wrapped_anew_and_opens_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    _use(monkeypatch, OLD)
    keys = [data_keys.of_flight_day(DAY + dt.timedelta(n)) for n in range(3)]
    data_keys.erase([keys[0].id])
    _use(monkeypatch, NEW, OLD)
    assert rotate()[1:] == (2, (OLD.fingerprint,))
    assert rotate().keys == 0
    _use(monkeypatch, NEW)
    assert [data_keys.raw_of(key.id) for key in keys[1:]] == [key.raw for key in keys[1:]]
    assert set(DataKey.objects.filter(erased_at=None).values_list("master", flat=True)) == {NEW.fingerprint}
    assert data_keys.of_receipt_day(DAY)
    assert MasterKeyInForce.objects.count() == 2


def test_without_the_old_key_nothing_is_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    _use(monkeypatch, OLD)
    data_keys.of_flight_day(DAY)
    _use(monkeypatch, NEW)
    with pytest.raises(MasterKeyError):
        rotate()
    assert DataKey.objects.get().master == OLD.fingerprint
    assert MasterKeyInForce.objects.count() == 1


def test_a_process_that_began_before_takes_up_the_new_key(monkeypatch: pytest.MonkeyPatch) -> None:
    held = [OLD]
    _use(monkeypatch, *held)
    masters = Masters(lambda: tuple(held))
    monkeypatch.setattr(settings, "MASTER_KEYS", masters)
    data_keys.of_flight_day(DAY)
    held.insert(0, NEW)
    monkeypatch.setattr(settings, "MASTER_KEYS", Masters(lambda: tuple(held)))
    rotate()
    monkeypatch.setattr(settings, "MASTER_KEYS", masters)
    assert masters.current() == OLD
    data_keys.of_flight_day(DAY + dt.timedelta(1))
    assert DataKey.objects.order_by("-id").first().master == NEW.fingerprint
