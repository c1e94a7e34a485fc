"""The vault: what masking removed, sealed with the key of the flight's day and bound to whose it was.

What lies here can be seen again only with an approval (`unmasking`), and not at all once the day's key is erased.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import orjson
from django.db import connection

from gatehouse.retention import data_keys
from gatehouse.retention.data_keys import Usable
from gatehouse.retention.models import VaultItem
from gatehouse.retention.owned_rows import Removed
from gatehouse.retention.sealing import opened, place_of, seal

PLACE = "retention.VaultItem"
DEFLATE_LEVEL = 1
ITEMS_AT_ONCE = 2_000
Change = Callable[[str, dict[str, Any]], dict[str, Any]]
"""From a table and the cells of a row as they were to what takes their place."""


def put(kind: str, removed: Removed, keys: dict[int, Usable]) -> None:
    """Seal what was removed of each owner, with the key given for them."""
    with (
        connection.cursor() as cursor,
        cursor.copy("COPY retention_vaultitem (owner_kind, owner, key_id, sealed) FROM STDIN") as copy,
    ):
        for owner, rows in removed.items():
            deflated = zlib.compress(orjson.dumps(rows), DEFLATE_LEVEL)
            key = keys[owner]
            copy.write_row((kind, owner, key.id, seal(key.raw, deflated, _place(kind, owner))))


def values(kind: str, owner: int) -> list[tuple[str, int, dict[str, Any]]]:
    """Everything that masking removed of an owner: table, row, cells as they were, in the order they were masked.

    Raises `ErasedError` when the key is gone. Who may ask is for `unmasking`.
    """
    found: list[tuple[str, int, dict[str, Any]]] = []
    for item in VaultItem.objects.filter(owner_kind=kind, owner=owner).order_by("id"):
        found += _opened(item)
    return found


def each(kind: str) -> Iterator[tuple[int, list[tuple[str, int, dict[str, Any]]]]]:
    """Everything that lies here of owners of a kind, item by item in the order it was sealed, in bounded memory.

    What was erased with its key is passed over. Who may go through it is for the caller to ask.
    """
    after, living = 0, VaultItem.objects.filter(owner_kind=kind, key__wrapped__isnull=False)
    while page := list(living.filter(id__gt=after).order_by("id")[:ITEMS_AT_ONCE]):
        after = page[-1].id
        keys = {number: data_keys.raw_of(number) for number in {item.key_id for item in page}}
        for item in page:
            yield item.owner, _read(keys[item.key_id], item)


def rewrite(kind: str, owner: int, change: Change) -> None:
    """Put what `change` makes of each row's cells in their place, under the same key. To be called in a transaction."""
    for item in VaultItem.objects.select_for_update().filter(owner_kind=kind, owner=owner).order_by("id"):
        key = data_keys.raw_of(item.key_id)
        rows = [(model, number, change(model, cells)) for model, number, cells in _read(key, item)]
        sealed = seal(key, zlib.compress(orjson.dumps(rows), DEFLATE_LEVEL), _place(kind, owner))
        VaultItem.objects.filter(id=item.id).update(sealed=sealed)


def _opened(item: VaultItem) -> list[tuple[str, int, dict[str, Any]]]:
    return _read(data_keys.raw_of(item.key_id), item)


def _read(key: bytes, item: VaultItem) -> list[tuple[str, int, dict[str, Any]]]:
    deflated = opened(key, bytes(item.sealed), _place(item.owner_kind, item.owner))
    return [(model, number, cells) for model, number, cells in orjson.loads(zlib.decompress(deflated))]


def delete(kind: str, owners: Sequence[int]) -> int:
    """Delete what lies here of these owners; how many items."""
    count, _ = VaultItem.objects.filter(owner_kind=kind, owner__in=owners).delete()
    return count


def keep_beyond(kind: str, owners: Iterable[int]) -> None:
    """Seal what lies here of these owners with keys of their own, so that their day's key can be erased."""
    items = VaultItem.objects.filter(owner_kind=kind, owner__in=list(owners), key__scope="flight-day")
    for item in items.select_related("key").order_by("id"):
        place = _place(item.owner_kind, item.owner)
        plain = opened(data_keys.raw_of(item.key_id), bytes(item.sealed), place)
        own = data_keys.of_kept(f"{kind}/{item.owner}")
        VaultItem.objects.filter(id=item.id).update(key=own.id, sealed=seal(own.raw, plain, place))


def _place(kind: str, owner: int) -> str:
    return place_of(f"{PLACE}.{kind}", owner)
