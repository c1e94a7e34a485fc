"""Files whose clock has run out: their bytes are deleted, the day's key is erased, and what is left names nobody.

The row of a file stays, with a keyed hash of its hash: the same file must not come in again as a new one. Its messages
stay as counts. A file that was never read to its end is quarantined: what nobody read in time is not read later.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
from collections.abc import Collection, Sequence
from typing import NamedTuple, cast

from django.db import connection
from django.utils import timezone

from gatehouse.retention import data_keys
from gatehouse.retention.models import DataKey
from gatehouse.retention.sealing import opened, place_of, seal
from gatehouse.screening.intake.claims import DUE
from gatehouse.screening.intake.models import RawChunk, Transmission

TOMBSTONES = "erased-files"
"""The data key of the hashes that erased files are still known by."""
UNREAD = "erased unread: its clock ran out before it was read to its end"
PLACE = "intake.RawChunk"

MESSAGES = """
UPDATE intake_storedmessage m SET sha256 = lpad(m.id::text, 64, '-'), findings = coalesce(
    (SELECT jsonb_agg(f || '{"text": ""}') FROM jsonb_array_elements(m.findings) f), '[]')
WHERE transmission_id = ANY(%s)
"""


class Forgotten(NamedTuple):
    """Files that were forgotten, and how many messages were in them."""

    files: list[int]
    messages: int


def due(day: dt.date, after: int, limit: int) -> list[tuple[int, dt.date]]:
    """Files received on that day or before that are not forgotten, with their days."""
    end = dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), dt.UTC)
    waiting = Transmission.objects.filter(erased_at=None, id__gt=after, received_at__lt=end)
    rows = waiting.order_by("id").values_list("id", "received_at")[:limit]
    return [(number, at.astimezone(dt.UTC).date()) for number, at in rows]


def forget(files: Sequence[int]) -> Forgotten:
    """Forget what these files said. To be called in the step's transaction."""
    RawChunk.objects.filter(transmission_id__in=files).delete()
    with connection.cursor() as cursor:
        cursor.execute(MESSAGES, [list(files)])
        messages = cursor.rowcount
    unread = Transmission.objects.filter(id__in=files, state__in=DUE)
    unread.update(state=Transmission.State.QUARANTINED, error=UNREAD, touches=None)
    now = timezone.now()
    for number, sha256 in Transmission.objects.filter(id__in=files).values_list("id", "sha256"):
        Transmission.objects.filter(id=number).update(sha256=tombstone(sha256), name="", erased_at=now)
    return Forgotten(list(files), messages)


def keep_beyond(files: Collection[int]) -> None:
    """Seal the bytes of files that a hold keeps with keys of their own, so that their day's key can be erased."""
    chunks = RawChunk.objects.filter(transmission_id__in=files, key__scope=DataKey.Scope.RECEIPT_DAY)
    for chunk in chunks.order_by("id").iterator(chunk_size=1):
        place = place_of(PLACE, chunk.transmission_id, chunk.number)
        plain = opened(data_keys.raw_of(cast(int, chunk.key_id)), bytes(chunk.data), place)
        own = data_keys.of_kept(f"transmission/{chunk.transmission_id}")
        RawChunk.objects.filter(id=chunk.id).update(key=own.id, data=seal(own.raw, plain, place))


def idle_keys(day: dt.date) -> list[int]:
    """Living keys of what was received that seal nothing any more: of days up to that one, and of single files."""
    unused = DataKey.objects.filter(erased_at=None).exclude(id__in=RawChunk.objects.exclude(key=None).values("key"))
    of_days = unused.filter(scope=DataKey.Scope.RECEIPT_DAY, name__lte=day.isoformat())
    of_files = unused.filter(scope=DataKey.Scope.KEPT, name__startswith="transmission/")
    return list((of_days | of_files).order_by("id").values_list("id", flat=True))


def tombstone(sha256: str) -> str:
    """What an erased file is known by: nobody without the key can try out which file it was."""
    key = data_keys.of_kept(TOMBSTONES).raw
    return hmac.new(key, sha256.encode(), hashlib.sha256).hexdigest()
