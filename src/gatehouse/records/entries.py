"""Which entry of the audit log tells of which act: `entries.csv`, one row for each act and what it is done to."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

from gatehouse.audit.entry import Decision as Told
from gatehouse.audit.entry import Entry
from gatehouse.safeguards.decision import Allow, Decision, NeedsSecondPerson
from gatehouse.safeguards.vocabulary import Act, SubjectClass

NOT_ALLOWED = "act.refused"
"""The entry for what was not allowed, whatever it was: its details name the act and the class of things."""


@lru_cache(maxsize=1)
def entries() -> dict[tuple[Act, SubjectClass], str]:
    """The code of the entry (audit/acts.csv) for every act on every class of things."""
    text = resources.files(__package__).joinpath("entries.csv").read_text(encoding="utf-8")
    return {
        (Act(row["act"]), SubjectClass(kind)): row["entry"]
        for row in csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
        for kind in row["subjects"].split()
    }


def entry_of(answer: Decision, at: dt.datetime, details: Mapping[str, int | str]) -> Entry:
    """The entry that tells of the kernel's answer. EntryError where the log has no such entry for such a subject.

    A refusal has its own act, so that it can be told of whatever was asked; its reason is the rule that decided.
    """
    asked = answer.asked
    allowed = isinstance(answer, Allow)
    second = NeedsSecondPerson if isinstance(answer, NeedsSecondPerson) else None
    told = Told.ALLOWED if allowed else Told.SECOND_PERSON if second else Told.REFUSED
    known = (asked.act, asked.subject.kind) in entries()
    return Entry(
        actor=asked.actor.id,
        role=asked.actor.role,
        act=entries()[asked.act, asked.subject.kind] if allowed and known else NOT_ALLOWED,
        subject=asked.subject.ref,
        purpose=asked.purpose,
        decision=told,
        reason=answer.rule,
        at=at,
        details=details if allowed else {"asked": f"act:{asked.act}", "of": f"class:{asked.subject.kind}"},
    )
