"""A log with a few entries of several kinds, and those who supervise."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import transaction
from django.utils import timezone

from gatehouse.audit import log
from gatehouse.audit.entry import Decision, Entry
from gatehouse.records import Visit
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role


def _told(act: str, subject: str, decision: Decision = Decision.ALLOWED, actor: str = "account:7") -> Entry:
    details: dict[str, int | str] = {"asked": "act:decide", "of": "class:hit"} if act == "act.refused" else {}
    return Entry(actor, "analyst", act, subject, "screening", decision, "work-on-hits", timezone.now(), details)


@pytest.fixture
def supervisor() -> Callable[..., Visit]:
    """Somebody who supervises, in the role given."""
    return lambda role=Role.OVERSIGHT_READER: Visit(Actor("account:90", role), "oversight", "O-1")


@pytest.fixture
def told(database: Path) -> int:
    """Thirty decisions, two refusals, an unmasking, one that waited for a second person; how many entries."""
    del database
    entries = [_told("hit.decided", f"hit:{number}") for number in range(30)]
    entries += [_told("act.refused", "hit:1", Decision.REFUSED, "account:8")] * 2
    entries += [_told("unmask.requested", "traveller:5"), _told("act.refused", "hit:2", Decision.SECOND_PERSON)]
    with transaction.atomic():
        log.record(entries)
    return len(entries)


@pytest.fixture
def today() -> dt.date:
    """The day in UTC."""
    return dt.datetime.now(dt.UTC).date()
