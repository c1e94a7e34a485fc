"""Data keys in the database: one for each day, made when first wanted, wrapped, unwrapped, erased.

A key is looked up by what it is for. What was unwrapped is remembered by its wrapping, so that a token or a key service
is asked once for each key and process. An erased key has no wrapping any more: nothing opens what it sealed.
"""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from collections.abc import Sequence
from typing import NamedTuple

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from gatehouse.retention.errors import ErasedError, MasterKeyError
from gatehouse.retention.master_key import MasterKey, Masters
from gatehouse.retention.models import DataKey, MasterKeyInForce
from gatehouse.retention.sealing import new_key

MASTER_LOCK = 0x6761_746B
"""The advisory lock ("gatk"): shared by who makes data keys, alone for who exchanges the master key."""
REMEMBERED_MAX = 512
"""Unwrapped keys that a process remembers."""

FIND = "SELECT id, wrapped, master FROM retention_datakey WHERE scope = %s AND name = %s AND erased_at IS NULL"
MAKE = (
    "INSERT INTO retention_datakey (scope, name, wrapped, master, made_at) VALUES (%s, %s, %s, %s, now())"
    " ON CONFLICT DO NOTHING"
)
ERASE = (
    "UPDATE retention_datakey SET wrapped = NULL, erased_at = %s WHERE id = ANY(%s) AND erased_at IS NULL RETURNING id"
)

_remembered: OrderedDict[tuple[bytes, str], bytes] = OrderedDict()


class Usable(NamedTuple):
    """A data key ready to seal with: its number and its 32 bytes."""

    id: int
    raw: bytes


def masters() -> Masters:
    """The master keys of this installation. Raises `MasterKeyError` where none were configured."""
    found: Masters | None = getattr(settings, "MASTER_KEYS", None)
    if found is None:
        raise MasterKeyError("no master key is configured", "make one with `gatehouse retention keys new`")
    return found


def of_receipt_day(day: dt.date) -> Usable:
    """The key for what was received on a day (UTC), as it came."""
    return _living(DataKey.Scope.RECEIPT_DAY, day.isoformat())


def of_flight_day(day: dt.date) -> Usable:
    """The key for what masking removes of travellers whose clock began on that day."""
    return _living(DataKey.Scope.FLIGHT_DAY, day.isoformat())


def of_kept(name: str) -> Usable:
    """The key for one record that outlives its day (`traveller/12`)."""
    return _living(DataKey.Scope.KEPT, name)


def place_of_key(scope: str, name: str) -> str:
    """What a wrapped key is bound to."""
    return f"retention.DataKey/{scope}/{name}"


def _living(scope: str, name: str) -> Usable:
    row = _found(scope, name)
    if row is None:
        _make(scope, name)
        row = _found(scope, name)
    if row is None:
        raise ErasedError(f"the key of {scope} {name} was erased while it was wanted", "run the same command again")
    number, wrapped, master = row
    return Usable(number, unwrapped(wrapped, master, place_of_key(scope, name)))


def _found(scope: str, name: str) -> tuple[int, bytes, str] | None:
    with connection.cursor() as cursor:
        cursor.execute(FIND, [scope, name])
        row = cursor.fetchone()
    return (row[0], bytes(row[1]), row[2]) if row else None


def _make(scope: str, name: str) -> None:
    """Make the key, unless another process does it first. Nobody exchanges the master key meanwhile."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [MASTER_LOCK])
        master = master_in_force()
        wrapped = master.wrap(new_key(), place_of_key(scope, name))
        cursor.execute(MAKE, [scope, name, wrapped, master.fingerprint])


def master_in_force() -> MasterKey:
    """The current master key, which must be the one that the database knows as such.

    Raises `MasterKeyError` otherwise: a key given by mistake must not seal anything. The first one is taken as it is.
    """
    known = MasterKeyInForce.objects.order_by("-id").values_list("fingerprint", flat=True).first()
    ours = masters().current()
    if known is not None and ours.fingerprint != known:
        masters().reload()
        ours = masters().current()
    if known is None:
        MasterKeyInForce.objects.create(fingerprint=ours.fingerprint)
    elif ours.fingerprint != known:
        raise MasterKeyError(
            f"the master key {ours.fingerprint} is not the one in force ({known})",
            "put that one back, or exchange it with `gatehouse retention keys rotate`",
        )
    return ours


def unwrapped(wrapped: bytes | None, master: str, place: str) -> bytes:
    """The data key of a row. Raises `ErasedError` for one that was erased."""
    if wrapped is None:
        raise ErasedError("the key was erased: what it sealed is gone for good", "nothing can be done, by design")
    known = (wrapped, place)
    if known not in _remembered:
        _remembered[known] = masters().of(master).unwrap(wrapped, place)
        if len(_remembered) > REMEMBERED_MAX:
            _remembered.popitem(last=False)
    return _remembered[known]


def raw_of(key: int) -> bytes:
    """The data key of that number. Raises `ErasedError` for one that was erased."""
    scope, name, wrapped, master = DataKey.objects.values_list("scope", "name", "wrapped", "master").get(id=key)
    return unwrapped(bytes(wrapped) if wrapped is not None else None, master, place_of_key(scope, name))


def erase(keys: Sequence[int]) -> int:
    """Erase data keys for good; how many. To be called in the transaction that erases what they sealed."""
    with connection.cursor() as cursor:
        cursor.execute(ERASE, [timezone.now(), list(keys)])
        erased = cursor.fetchall()
    _remembered.clear()
    return len(erased)
