"""Nobody places travellers while a step of retention runs: a flight held in memory would be written back unmasked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

PLACING_LOCK = 0x6761_7465
"""The advisory lock ("gate") of whoever places travellers on flights: one process alone, or several that share it."""


@contextmanager
def undisturbed() -> Iterator[None]:
    """A transaction that waits until nobody places travellers, and keeps them waiting until it ends."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [PLACING_LOCK])
        yield
