"""The twelve-month clock of each recommendation (S/RES/2395 (2017), para 10), what is late, and reminders."""

from __future__ import annotations

import datetime as dt

from gatehouse.assessment.acting import acting, may_see
from gatehouse.assessment.clocks import Due, clock, running
from gatehouse.assessment.follow_up.models import Reminder
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.recommendations.store import subject_of
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role

MACHINE = Actor("machine:follow-up", Role.MACHINE)


def follow_up_clock(row: Recommendation) -> tuple[Due, ...]:
    """The clock of a recommendation: the State's progress at six months, the committee at twelve, then a decision."""
    happened = {"report": row.report_on} if row.report_on else {}
    first = min((one.on for one in row.progress.all()), default=None)
    decided = min((one.on for one in row.verifications.all()), default=None)
    if first:
        happened["progress"] = first
    if decided:
        happened |= {"committee": decided, "decision": decided}
    return running(clock("follow-up"), {name: day for name, day in happened.items() if day})


def late(actor: Actor, today: dt.date) -> list[tuple[Recommendation, Due]]:
    """Every step that is late, the longest first, of the recommendations that this actor may see."""
    seen = [row for row in _open() if may_see(actor, subject_of(row))]
    found = [(row, due) for row in seen for due in follow_up_clock(row) if due.is_late(today)]
    return sorted(found, key=lambda one: (one[1].due or today, one[0].pk))


def remind(today: dt.date) -> list[Reminder]:
    """Make the reminders that are due and were not made yet; safe to repeat at any time."""
    made = []
    for row in _open():
        for due in follow_up_clock(row):
            if due.due is None or not due.reminds(today):
                continue
            details = {"days": abs((due.due - today).days)}
            with acting(MACHINE, "reminder.made", f"recommendation:{row.pk}", details) as acted:
                reminder, new = Reminder.objects.get_or_create(
                    recommendation=row, step=due.step.name, due=due.due, defaults={"owed_by": due.step.owed_by}
                )
                acted.silent = not new
            if new:
                made.append(reminder)
    return made


def _open() -> list[Recommendation]:
    rows = Recommendation.objects.filter(stage__in=("open", "reported")).exclude(report_on=None)
    return list(rows.select_related("state", "cycle").order_by("pk"))
