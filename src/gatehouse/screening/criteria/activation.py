"""Whether a version may be activated: a table of reasons against it, decided without a store or a clock."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from gatehouse.screening.criteria.checking import Fault, is_refused, same_person
from gatehouse.screening.criteria.criterion import Criterion
from gatehouse.screening.criteria.report_json import ReportHead
from gatehouse.screening.criteria.states import ACTIVATED, CRITERION, SAID
from gatehouse.screening.criteria.thresholds import thresholds
from gatehouse.terms.saying import Saying


class Asked(NamedTuple):
    """Who wants to activate, on which day, and what they answer to the flags of the shadow report (may be blank)."""

    by: str
    today: dt.date
    despite: str = ""


class Against(NamedTuple):
    """A reason against activation, and what to do."""

    cause: Saying
    remedy: Saying


def against(
    criterion: Criterion, state: str, head: ReportHead | None, faults: tuple[Fault, ...], asked: Asked
) -> Against | None:
    """The first reason against activating a version in that state; `None` when there is none.

    Only its approver activates it, from a fresh shadow report of this very file, after answering every flag.
    """
    if (state, ACTIVATED) not in CRITERION:
        cause = Saying("is %(state)s, and only what is in shadow is activated", state=SAID[state])
        return Against(cause, Saying("run `gatehouse criteria shadow` first"))
    if is_refused(faults):
        return Against(
            Saying("does not pass its check: %(fault)s", fault=faults[0].text), Saying("correct it in a new version")
        )
    if same_person(asked.by, criterion.author) or not same_person(asked.by, criterion.approver):
        return Against(
            Saying("is activated by its approver alone, who is not its author"), Saying("ask the approver to do it")
        )
    return _against_report(criterion, head, asked)


def _against_report(criterion: Criterion, head: ReportHead | None, asked: Asked) -> Against | None:
    if head is None or head.sha256 != criterion.sha256:
        return Against(
            Saying("has no shadow report of this very file"), Saying("run `gatehouse criteria shadow` first")
        )
    age = (asked.today - head.made).days
    if not 0 <= age <= thresholds().report_age_days_max:
        return Against(
            Saying("was last tried on history on %(day)s", day=head.made),
            Saying("run `gatehouse criteria shadow` again"),
        )
    if head.flags and not asked.despite.strip():
        return Against(
            Saying("its shadow report flags: %(flags)s", flags="; ".join(head.flags)),
            Saying('answer them with --despite "why it is right"'),
        )
    return None
