"""The letter of a stored notice."""

from __future__ import annotations

import datetime as dt

from gatehouse.printing.document import Document
from gatehouse.records import Visit
from gatehouse.records.law import law
from gatehouse.screening.redress.notice_letters import Notice, letter
from gatehouse.screening.redress.telling import notice


def pages(visit: Visit, case: str, number: int, language: str, today: dt.date) -> Document:
    """The letter to a recipient. Raises `RedressError` for no such notice or language, `RefusedError`."""
    kept = notice(visit, case, number)
    given = (kept.given_at or kept.made_at).date()
    said = Notice(
        disclosure=kept.disclosure,
        recipient=kept.recipient,
        given=given,
        under=kept.under,
        parts=tuple(kept.parts),
        case=kept.request.case,
        why=kept.why,
        decided=kept.made_at.date(),
        changes=kept.changes,
        reason=kept.reason,
    )
    return letter(said, language, today, law().profile)
