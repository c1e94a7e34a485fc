"""What is asked of the log: which entries, of which time. Pure; `searching` turns it into a query."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from gatehouse.oversight.errors import OversightError
from gatehouse.terms.saying import Saying

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9:./_-]{0,95}\Z", re.ASCII)
OF_BODY, OF_COLUMN = "body::json ->> '{}'", '"{}"'
"""How a member is read: of an entry's text, or of the view in which each is a column."""


@dataclass(frozen=True, slots=True)
class Question:
    """Entries with all that is given. `acts` are any of these; `since` is included, `until` is not (UTC)."""

    acts: tuple[str, ...] = ()
    actor: str = ""
    subject: str = ""
    purpose: str = ""
    decision: str = ""
    second_person: bool = False
    """Only what waited for a second person."""
    since: dt.datetime | None = None
    until: dt.datetime | None = None

    def __post_init__(self) -> None:
        for text in (*self.acts, self.actor, self.subject, self.purpose, self.decision):
            if text and not CODE.match(text):
                raise OversightError(
                    Saying("a reference or code has another shape"), Saying("write it as the log does, as account:12")
                )

    def conditions(self, member: str = OF_BODY) -> tuple[list[str], list[Any]]:
        """SQL conditions and their values. `member` says how a member of an entry is read, by its name."""
        found: list[str] = []
        values: list[Any] = []
        for name in ("actor", "subject", "purpose", "decision"):
            if value := getattr(self, name):
                found.append(f"{member.format(name)} = %s")
                values.append(value)
        if self.second_person:
            found.append(f"{member.format('decision')} = 'second-person'")
        if self.acts:
            found.append(f"{member.format('act')} = ANY(%s)")
            values.append(list(self.acts))
        for sign, moment in ((">=", self.since), ("<", self.until)):
            if moment is not None:
                found.append(f"{member.format('at')} {sign} %s")
                values.append(moment.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z")
        return found, values
