"""Findings about the data of one traveller: those of the messages that speak of them, and of their segments only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gatehouse.screening.intake.models import StoredMessage
from gatehouse.screening.review.statements import Statement


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding about the data of a message that speaks of the traveller; `segment` None: of the whole message.

    `type` is the type of that message, as codes are its reader's.
    """

    message: int
    type: str | None
    severity: str
    code: str
    segment: int | None
    text: str


def findings_about(current: Sequence[Statement]) -> list[Finding]:
    """The findings on these statements, each once. What is said of other people's segments is theirs."""
    messages = dict(StoredMessage.objects.filter(id__in={one.message for one in current}).values_list("id", "findings"))
    found = []
    for one in current:
        for told in messages.get(one.message, ()):
            segment = told.get("segment")
            if segment is None or one.first_segment <= segment <= one.last_segment:
                found.append(Finding(one.message, one.type, told["severity"], told["code"], segment, told["text"]))
    return list(dict.fromkeys(found))
