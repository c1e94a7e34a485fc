"""A sample of decisions for an audit: drawn by seed, recorded, and drawn again to be compared."""

from __future__ import annotations

import secrets
from typing import NamedTuple

from django.db import connection

from gatehouse.audit import log
from gatehouse.oversight.drawing_lots import drawn
from gatehouse.oversight.errors import OversightError
from gatehouse.oversight.models import Sample
from gatehouse.oversight.question import Question
from gatehouse.oversight.searching import LOG
from gatehouse.oversight.topics import topic_of
from gatehouse.records import Visit, opened
from gatehouse.safeguards.vocabulary import Act
from gatehouse.terms.saying import Saying

SEED_BITS = 48


class Drawn(NamedTuple):
    """A sample: its number, seed, from how many it was drawn, and the numbers of its entries in the log."""

    id: int
    seed: int
    among: int
    numbers: tuple[int, ...]


def draw(visit: Visit, topic: str, question: Question, size: int, seed: int | None) -> Drawn:
    """Draw `size` entries of a topic, and keep the sample. Raises `OversightError`, `RefusedError`."""
    acts = topic_of(topic).acts
    seed = secrets.randbits(SEED_BITS) if seed is None else seed
    if not 0 <= seed < 1 << 62:
        raise OversightError(Saying("a seed is a whole number from 0 to 2^62"), Saying("give another, or none"))
    with opened(visit, Act.READ_LOG, LOG) as opening:
        end = log.size()
        among = _numbers(acts, question, end)
        numbers = drawn(among, size, seed)
        sample = Sample.objects.create(
            topic=topic, since=question.since, until=question.until, end=end, seed=seed, size=size,
            numbers=numbers, drawn_by=visit.actor.id,
        )  # fmt: skip
        opening.note(Act.READ_LOG, LOG, {"shown": len(numbers)})
    return Drawn(sample.pk, seed, len(among), tuple(numbers))


def again(visit: Visit, sample: int) -> bool:
    """Whether the same sample is drawn again from the log as it is now: it is, unless entries were changed."""
    with opened(visit, Act.READ_LOG, LOG):
        kept = Sample.objects.filter(pk=sample).first()
        if kept is None:
            raise OversightError(Saying("there is no such sample"), Saying("give its number as it was printed"))
        question = Question(since=kept.since, until=kept.until)
        among = _numbers(topic_of(kept.topic).acts, question, kept.end)
        again: bool = drawn(among, kept.size, kept.seed) == kept.numbers
    return again


def _numbers(acts: tuple[str, ...], question: Question, end: int) -> list[int]:
    whole = Question(acts=acts, since=question.since, until=question.until)
    conditions, values = whole.conditions()
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT number FROM audit_entry WHERE number < %s AND {' AND '.join(conditions)}",  # noqa: S608
            [end, *values],
        )
        return [number for (number,) in cursor.fetchall()]
