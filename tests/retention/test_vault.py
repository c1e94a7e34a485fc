"""The vault opens for its owner's place only, and outlives its day only where somebody is kept."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.retention import data_keys, vault
from gatehouse.retention.errors import ErasedError, SealError
from gatehouse.retention.models import VaultItem

pytestmark = pytest.mark.usefixtures("database")
ROWS = [("travellers.Traveller", 7, {"surname": "ROE"})]


def _put(owner: int) -> int:
    key = data_keys.of_flight_day(dt.date(2026, 5, 1))
    vault.put("traveller", {owner: ROWS}, {owner: key})
    return key.id


def test_what_was_put_comes_back_and_is_not_there_in_clear() -> None:
    _put(7)
    assert vault.values("traveller", 7) == ROWS
    assert b"ROE" not in bytes(VaultItem.objects.get().sealed)
    assert vault.values("booking", 7) == []


def test_an_item_under_another_owner_opens_nothing() -> None:
    _put(7)
    VaultItem.objects.update(owner=8)
    with pytest.raises(SealError):
        vault.values("traveller", 8)


def test_somebody_kept_has_a_key_of_their_own_when_the_day_goes() -> None:
    key = _put(7)
    _put(8)
    vault.keep_beyond("traveller", [7])
    data_keys.erase([key])
    assert vault.values("traveller", 7) == ROWS
    with pytest.raises(ErasedError):
        vault.values("traveller", 8)


def test_deleting_is_of_these_owners_only() -> None:
    _put(7)
    _put(8)
    assert vault.delete("traveller", [7]) == 1
    assert vault.values("traveller", 8) == ROWS
