"""How much was taken out on each day, by trait: the only thing that is kept of it."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import connection
from django.utils import timezone

from gatehouse.screening.intake.models import RemovalCount


def count(removed: Mapping[str, int]) -> None:
    """Add to today's counts (UTC). To be called in the transaction that stores the bytes they were taken from."""
    if not removed:
        return
    traits = sorted(removed)
    # Sorted, so that two processes that count the same traits never wait for one another.
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO intake_removalcount (day, trait, count)"
            " SELECT %s, told.trait, told.count FROM unnest(%s::text[], %s::bigint[]) AS told (trait, count)"
            " ON CONFLICT (day, trait) DO UPDATE SET count = intake_removalcount.count + excluded.count",
            [timezone.now().date(), traits, [removed[trait] for trait in traits]],
        )


def by_trait() -> dict[str, int]:
    """What was taken out since the beginning."""
    total: dict[str, int] = {}
    for trait, many in RemovalCount.objects.values_list("trait", "count"):
        total[trait] = total.get(trait, 0) + many
    return total
