"""What was given to other authorities, and whether they were told of what was put right since."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from gatehouse.cooperation.disclosures.disclosure import Row
from gatehouse.cooperation.disclosures.register import listed, reference
from gatehouse.oversight.searching import LOG
from gatehouse.records import Visit, opened
from gatehouse.safeguards.vocabulary import Act
from gatehouse.screening.redress.models import RecipientNotice


class Word(NamedTuple):
    """A notice to the recipient: why, since when it waits, when and by whom it was sent, and what was done about it."""

    case: str
    why: str
    made_at: dt.datetime
    told_at: dt.datetime | None
    told_by: str | None
    answer: str | None


class Given(NamedTuple):
    """A disclosure with the notices that followed it."""

    row: Row
    words: tuple[Word, ...]


def disclosed(visit: Visit, limit: int) -> list[Given]:
    """The register, newest first. Raises `RefusedError`."""
    rows = listed(visit, limit)
    columns = ("disclosure", "request__case", "why", "made_at", "told_at", "told_by", "answer")
    with opened(visit, Act.READ_LOG, LOG):
        about = RecipientNotice.objects.filter(disclosure__in=[reference(row.number) for row in rows]).order_by("pk")
        words: dict[str, list[Word]] = {}
        for of, *rest in about.values_list(*columns):
            words.setdefault(of, []).append(Word(*rest))
    return [Given(row, tuple(words.get(reference(row.number), ()))) for row in rows]
