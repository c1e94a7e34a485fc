"""The transparency report put before everybody, by two: a data protection officer proposes it, another person agrees.

Who agrees is another data protection officer or somebody of the supervisory body. What is published stays published.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

import orjson
from django.utils import timezone

from gatehouse.oversight.errors import OversightError
from gatehouse.oversight.models import Snapshot
from gatehouse.records import RefusedError, Visit, opened
from gatehouse.safeguards.decision import Actor, Refuse, Subject
from gatehouse.safeguards.kernel import may
from gatehouse.safeguards.vocabulary import Act, Role, SubjectClass

SHOWN_MAX = 200


class Public(NamedTuple):
    """A published report: what everybody may read of it."""

    id: int
    begins: dt.date
    ends: dt.date
    published: dt.datetime
    sha256: str
    taken: dt.date
    body: dict[str, Any]


def propose(visit: Visit, number: int) -> None:
    """Propose that it be published. Raises `OversightError` where it is already, `RefusedError`."""
    answer = may(visit.actor, Act.PUBLISH, _subject(number), visit.purpose, visit.context(timezone.now()))
    if isinstance(answer, Refuse):
        raise RefusedError(answer)
    waits = Snapshot.objects.filter(pk=number, published_at=None, proposed_by=None)
    if not waits.update(proposed_by=visit.actor.id, proposed_under=visit.reference or ""):
        raise OversightError("it was proposed or published already", "load the page again")


def publish(visit: Visit, number: int) -> None:
    """Agree, as the second person: from now on everybody reads it. Raises `OversightError`, `RefusedError`."""
    kept = Snapshot.objects.filter(pk=number, published_at=None).exclude(proposed_by=None).first()
    if kept is None:
        raise OversightError("nobody proposed it, or it is published", "load the page again")
    first = Actor(str(kept.proposed_by), Role.DATA_PROTECTION_OFFICER)
    both = Visit(first, visit.purpose, kept.proposed_under, second=visit.actor)
    with opened(both, Act.PUBLISH, _subject(number), {"second": visit.actor.id}):
        waits = Snapshot.objects.filter(pk=number, published_at=None, proposed_by=kept.proposed_by)
        if not waits.update(published_by=visit.actor.id, published_at=timezone.now()):
            raise OversightError("it was published meanwhile", "load the page again")


def published() -> list[Public]:
    """What everybody reads, newest period first."""
    found = Snapshot.objects.filter(published_at__isnull=False).order_by("-begins")[:SHOWN_MAX]
    return [_public(one) for one in found]


def published_one(number: int) -> Public | None:
    """A published report; None for one that is not."""
    found = Snapshot.objects.filter(pk=number, published_at__isnull=False).first()
    return _public(found) if found else None


def _public(one: Snapshot) -> Public:
    at = one.published_at or one.taken_at
    return Public(one.pk, one.begins, one.ends, at, one.sha256, one.taken_at.date(), orjson.loads(one.body))


def _subject(number: int) -> Subject:
    return Subject(SubjectClass.COUNTS, f"report:{number}")
