"""What is asked of the log: which entries, of which time. Pure; `searching` turns it into a query."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from gatehouse.oversight.errors import OversightError

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9:./_-]{0,95}\Z", re.ASCII)


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
                raise OversightError("a reference or code has another shape", "write it as the log does, as account:12")

    def conditions(self) -> tuple[list[str], list[object]]:
        """SQL conditions on `body` (an entry's text) and their values."""
        found: list[str] = []
        values: list[object] = []
        for name in ("actor", "subject", "purpose", "decision"):
            if value := getattr(self, name):
                found.append(f"body::json ->> '{name}' = %s")
                values.append(value)
        if self.second_person:
            found.append("body::json ->> 'decision' = 'second-person'")
        if self.acts:
            found.append("body::json ->> 'act' = ANY(%s)")
            values.append(list(self.acts))
        for sign, moment in ((">=", self.since), ("<", self.until)):
            if moment is not None:
                found.append(f"body::json ->> 'at' {sign} %s")
                values.append(moment.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z")
        return found, values
