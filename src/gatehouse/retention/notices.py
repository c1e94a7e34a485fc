"""Notices to the data protection officer: every unmasking that was asked for, decided, or opened."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone

from gatehouse.retention.models import Notice


def listed(limit: int, *, unseen_only: bool = False) -> list[Notice]:
    """The newest notices with their requests, at most `limit`. They name people by number only."""
    found = Notice.objects.select_related("request").order_by("-id")
    return list((found.filter(seen_at=None) if unseen_only else found)[:limit])


def mark_seen(notices: Sequence[int]) -> int:
    """Note that the officer saw these; how many were new."""
    return Notice.objects.filter(id__in=notices, seen_at=None).update(seen_at=timezone.now())
