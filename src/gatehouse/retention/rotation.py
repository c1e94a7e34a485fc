"""The master key exchanged: every living data key is wrapped anew, what they seal is not touched.

After the exchange the old master key is to be destroyed: then erased data keys that an old backup of their table still
holds are of no use to anybody.
"""

from __future__ import annotations

from typing import NamedTuple, cast

from django.db import connection, transaction

from gatehouse.retention.data_keys import MASTER_LOCK, masters, place_of_key, unwrapped
from gatehouse.retention.models import DataKey, MasterKeyInForce


class Rotated(NamedTuple):
    """The fingerprint in force now, how many data keys were wrapped anew, and under how many others they were."""

    fingerprint: str
    keys: int
    before: tuple[str, ...]


def rotate() -> Rotated:
    """Wrap every living data key with the current master key, in one transaction; safe to repeat.

    The keys that they are wrapped with have to be at hand. Raises `MasterKeyError` otherwise, and changes nothing.
    """
    masters().reload()
    current = masters().current()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [MASTER_LOCK])
        due = DataKey.objects.filter(erased_at__isnull=True).exclude(master=current.fingerprint).order_by("id")
        before = set()
        count = 0
        for key in due.iterator():
            place = place_of_key(key.scope, key.name)
            before.add(key.master)
            wrapped = current.wrap(unwrapped(bytes(cast(bytes, key.wrapped)), key.master, place), place)
            DataKey.objects.filter(id=key.id).update(wrapped=wrapped, master=current.fingerprint)
            count += 1
        if (
            MasterKeyInForce.objects.order_by("-id").values_list("fingerprint", flat=True).first()
            != current.fingerprint
        ):
            MasterKeyInForce.objects.create(fingerprint=current.fingerprint)
    return Rotated(current.fingerprint, count, tuple(sorted(before)))
