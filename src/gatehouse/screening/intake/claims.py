"""Who works on which transmission, and when one may be placed: claims of processes on one database, on any host.

A claim is an advisory lock of the claiming session: it ends with the process, however it ends, and another process
takes over. Work that meets (the same flight, the same series, an exact repeat) is placed in the order in which it was
received. Each transmission tells what it touches once it is read; one that is not read yet may touch anything. One that
the work failed on steps out of the line: nobody waits for it, and it is placed when it can be.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from django.db import connection

from gatehouse.screening.intake.models import Transmission

UNFINISHED = (Transmission.State.RECEIVED, Transmission.State.TROUBLED)
"""Of what is still to be done by itself."""
DUE = (*UNFINISHED, Transmission.State.FAILED)
"""The same, with what an operator may have tried again."""
CLAIM_SPACE = 0x6761_7463 << 32
"""Advisory locks of claims ("gatc"): this, plus the key of the transmission, which stays below 2³²."""
CLAIMED_MAX = 64
"""Transmissions claimed at once."""
CLAIMED_BYTES_MAX = 1 << 20
"""Bytes claimed at once, if more than one transmission: about what makes a batch."""
KEEPALIVE = {"tcp_keepalives_idle": 10, "tcp_keepalives_interval": 5, "tcp_keepalives_count": 3}
"""Seconds after which the server knows that the host of a claim has gone, where no connection was closed."""

UNCLAIMED = """
SELECT held.id, held.size FROM intake_transmission held
WHERE held.state = 'received' AND NOT EXISTS (
    SELECT FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1 AND classid::bigint = %s
        AND objid::bigint = held.id
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))
ORDER BY held.id LIMIT %s
"""
LOCK = "SELECT id FROM unnest(%s::bigint[]) AS wanted (id) WHERE pg_try_advisory_lock(%s + id)"
UNLOCK = "SELECT pg_advisory_unlock(%s + id) FROM unnest(%s::bigint[]) AS held (id)"
BLOCKED = """
SELECT mine.id, min(earlier.id) FROM intake_transmission mine JOIN intake_transmission earlier
    ON earlier.state = 'received' AND earlier.id < mine.id AND earlier.id <> ALL(%(mine)s)
    AND (earlier.touches IS NULL OR mine.touches IS NULL OR earlier.touches && mine.touches)
WHERE mine.id = ANY(%(mine)s) GROUP BY mine.id
"""


class Claimed(NamedTuple):
    """A transmission that nobody else works on now, and its size in bytes."""

    id: int
    size: int


class Turn(NamedTuple):
    """Which of one's claims may be placed now, from the first on; `blocker` is what the next one has to wait for."""

    free: list[int]
    blocker: int | None


def notice_lost_hosts() -> None:
    """Have the server end this session, and with it its claims, soon after the network to this host fails."""
    settings = ", ".join(f"set_config('{name}', '{value}', false)" for name, value in KEEPALIVE.items())
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {settings}")


def claim() -> list[Claimed]:
    """Claim the oldest unfinished transmissions that nobody works on, about a batch of them; none is no work."""
    with connection.cursor() as cursor:
        cursor.execute(UNCLAIMED, [CLAIM_SPACE >> 32, CLAIMED_MAX])
        wanted = _about_a_batch([Claimed(*row) for row in cursor.fetchall()])
        cursor.execute(LOCK, [wanted, CLAIM_SPACE])
        locked = [id_ for (id_,) in cursor.fetchall()]
    # What was finished between the look and the lock is unlocked again.
    due = Transmission.objects.filter(id__in=locked, state=Transmission.State.RECEIVED).order_by("id")
    claimed = [Claimed(*row) for row in due.values_list("id", "size")]
    release(set(locked) - {one.id for one in claimed})
    return claimed


def claim_one(transmission: int) -> bool:
    """Claim this one, whatever failed on it before; false when somebody works on it, or it is finished."""
    with connection.cursor() as cursor:
        cursor.execute(LOCK, [[transmission], CLAIM_SPACE])
        if not cursor.fetchall():
            return False
    if Transmission.objects.filter(id=transmission, state__in=DUE).exists():
        return True
    release([transmission])
    return False


def set_apart(transmission: int, error: str) -> None:
    """Let it step out of the line: the work on it fails, by class and place, and nobody is to wait for it."""
    Transmission.objects.filter(id=transmission, state=Transmission.State.RECEIVED).update(
        state=Transmission.State.TROUBLED, touches=None, error=error
    )


def give_up(transmission: int, error: str) -> None:
    """Say that the work on it was given up, and by what: class and place, no value."""
    Transmission.objects.filter(id=transmission, state__in=UNFINISHED).update(
        state=Transmission.State.FAILED, touches=None, error=error
    )


def state_of(transmission: int) -> str | None:
    """The state of the transmission; None where there is none of that number."""
    return Transmission.objects.filter(id=transmission).values_list("state", flat=True).first()


def _about_a_batch(unclaimed: Sequence[Claimed]) -> list[int]:
    taken: list[int] = []
    size = 0
    for one in unclaimed:
        size += one.size
        if taken and size > CLAIMED_BYTES_MAX:
            break
        taken.append(one.id)
    return taken


def release(transmissions: Iterable[int]) -> None:
    """Give claims back: what is not finished may be claimed by anybody."""
    with connection.cursor() as cursor:
        cursor.execute(UNLOCK, [CLAIM_SPACE, list(transmissions)])


def touch(touched: Mapping[int, Sequence[int]]) -> None:
    """Tell what each transmission touches (`touch_keys`), for those that come after it."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE intake_transmission SET touches = %s::bigint[] WHERE id = %s AND state = 'received'",
            [(list(keys), id_) for id_, keys in touched.items()],
        )


def touch_keys(texts: Iterable[str]) -> list[int]:
    """Keys (64 bits, signed) for what is touched. Two texts of one key make somebody wait in vain, and no more."""
    digests = (hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=8).digest() for text in texts)
    return sorted({int.from_bytes(digest, "big", signed=True) for digest in digests})


def turn(mine: Sequence[int]) -> Turn:
    """Which of these claims, in ascending order, may be placed: nothing received earlier that they meet is unfinished.

    The oldest unfinished transmission of all is always free, so somebody's turn has always come.
    """
    with connection.cursor() as cursor:
        cursor.execute(BLOCKED, {"mine": list(mine)})
        blocked = dict(cursor.fetchall())
    for place, id_ in enumerate(mine):
        if id_ in blocked:
            return Turn(list(mine[:place]), blocked[id_])
    return Turn(list(mine), None)


def is_orphan(transmission: int) -> bool:
    """Whether nobody works on this unfinished transmission, though others wait for it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [CLAIM_SPACE + transmission])
        if not cursor.fetchone()[0]:
            return False
    is_due = Transmission.objects.filter(id=transmission, state=Transmission.State.RECEIVED).exists()
    release([transmission])
    return is_due


def are_due(done: Mapping[int, int]) -> bool:
    """Whether every transmission is unfinished still, with as many messages stored as given."""
    due = Transmission.objects.filter(id__in=list(done), state__in=DUE)
    return dict(due.values_list("id", "messages_done")) == dict(done)


def unfinished_count() -> int:
    """How many transmissions wait or are worked on; those that were given up are not counted."""
    return Transmission.objects.filter(state__in=UNFINISHED).count()
