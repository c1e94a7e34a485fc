"""The log's own beginning forgotten when the law's clock for it has run out, so that the rest stays verifiable.

Up to a checkpoint and not one entry further: one that the oversight body countersigned while all was there, and that is
itself past the clock, so that every entry below it is. Its tree is kept (`beginning`), with a certificate that the log
signs. Then the entries go, a part at a time; killed between the parts, the next run goes on.
"""

from __future__ import annotations

import datetime as dt

from django.db import connection, transaction
from django.utils import timezone

from gatehouse.audit import keeping, log
from gatehouse.audit.beginning import Forgot
from gatehouse.audit.entry import Decision, Entry
from gatehouse.audit.key_files import Keys
from gatehouse.audit.models import Forgotten
from gatehouse.audit.signing import PrivateKey

ACTOR = "machine:audit"
AT_ONCE = 50_000
GO = "DELETE FROM audit_entry WHERE number < %s AND number >= %s"


def forget(key: PrivateKey, keys: Keys, past: dt.date, law: str, purpose: str) -> int:
    """Forget what is covered by the newest countersigned checkpoint of that day or before; how many entries went.

    `law` is the SHA-256 of the profile whose clock it is. Nothing is forgotten without such a checkpoint, and the last
    entry never. Raises `NoteError` where the checkpoint is not of these keys, or its edge is another tree's.
    """
    with transaction.atomic():
        found = keeping.countersigned_until(keys, past)
        already = log.beginning().size
        if found is not None and already < found.said.size < log.size():
            said, edge = found.said, found.edge
            kept = b"".join(edge.nodes)
            told = Forgot(said.origin, said.size, said.root, past, timezone.now().date(), law)
            Forgotten.objects.create(size=said.size, edge=kept, note=str(told.signed(key)))
            entry = (ACTOR, "machine", "log.forgotten", f"checkpoint:{said.size}", purpose, Decision.DUE, "log-in-time")
            log.record([Entry(*entry, timezone.now(), {"entries": said.size - already})])
    return _delete(log.beginning().size)


def certificates() -> list[str]:
    """The certificates of what was forgotten, in order, as they were signed."""
    return list(Forgotten.objects.order_by("size").values_list("note", flat=True))


def _delete(end: int) -> int:
    gone = 0
    while True:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT min(number) FROM audit_entry")
            (first,) = cursor.fetchone()
            if first is None or first >= end:
                return gone
            cursor.execute(GO, [min(end, first + AT_ONCE), first])
            gone += cursor.rowcount
