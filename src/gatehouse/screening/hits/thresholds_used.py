"""Which thresholds travellers were screened with, from when on: a change is noted once, and can be told."""

from __future__ import annotations

from django.db import transaction

from gatehouse.screening.hits.models import ThresholdsUsed
from gatehouse.screening.matching.operating import Thresholds


def note(thresholds: Thresholds) -> Thresholds | None:
    """Note what is screened with from now on; what was before, where that was something else.

    The first ones are noted without having been anything before. Nothing is overwritten.
    """
    with transaction.atomic():
        # Locked, so that of two processes with the same new thresholds one notes them; absent the first time.
        last = ThresholdsUsed.objects.select_for_update().order_by("-id").first()
        before = Thresholds(last.default, last.lists) if last else None
        if before == thresholds:
            return None
        ThresholdsUsed.objects.create(default=thresholds.default, lists=dict(thresholds.lists))
    return before
