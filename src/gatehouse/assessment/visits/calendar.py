"""All visits with days, for those who plan: which lie too close, and whose deadlines contradict each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from gatehouse.assessment.acting import Given, acting, may_do, may_see
from gatehouse.assessment.clocks import Due
from gatehouse.assessment.confidentiality.marks import kept
from gatehouse.assessment.confidentiality.redaction import WHOLE
from gatehouse.assessment.states.models import State
from gatehouse.assessment.visits.clashes import WEEKS_APART, Stay, clashes
from gatehouse.assessment.visits.models import Visit
from gatehouse.assessment.visits.planning import report_clock, subject_of
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import SubjectClass

OUR_BODY = "CTED"
STORE = Subject(SubjectClass.VISIT_LIST, "store:assessment")


@dataclass(frozen=True, slots=True)
class Entered:
    """A visit in the calendar, without its words. Whoever may not open its file has its days alone: not `is_open`, and
    no clock.
    """

    number: int
    state: State
    kind: str
    stage: str
    starts: dt.date
    ends: dt.date
    is_open: bool
    clock: tuple[Due, ...]

    @property
    def stay(self) -> Stay:
        """Its days, to be compared."""
        return Stay(self.state.code, OUR_BODY, self.starts, self.ends)

    @property
    def contradictory(self) -> tuple[Due, ...]:
        """Deadlines before what they are counted from: the days of the visit were moved after they had been set."""
        return tuple(one for one in self.clock if one.due and one.begins and one.due < one.begins)


def open_calendar(actor: Actor) -> list[Entered]:
    """Visits that have days and were not cancelled, the first first: those that this reader may see and, for whoever
    plans visits, the days of all others of which the State keeps nothing back as a whole.
    """
    with acting(actor, "material.opened", STORE) as acted:
        rows = Visit.objects.exclude(starts=None).exclude(stage="cancelled").select_related("state", "cycle")
        abouts = [(row, subject_of(row)) for row in rows.order_by("starts", "pk")]
        marks = kept([about.ref for _, about in abouts])
        plans = may_do(actor, "visits.proposed", STORE, Given("the calendar"))
        found = []
        for row, about in abouts:
            circle = marks.get(about.ref, {}).get(WHOLE)
            is_open = may_see(actor, replace(about, kept_to=circle))
            if row.starts and row.ends and (is_open or (plans and circle is None)):
                days, clock = (row.starts, row.ends), report_clock(row) if is_open else ()
                found.append(Entered(row.pk, row.state, row.kind, row.stage, *days, is_open, clock))
        acted.details["items"] = len(found)
    return found


def too_close(entered: Iterable[Entered], others: Iterable[Stay], weeks: int = WEEKS_APART) -> list[tuple[Stay, Stay]]:
    """Visits of ours and of others to one State that lie fewer than `weeks` apart (S/RES/2395 (2017), para 27)."""
    return clashes([*(one.stay for one in entered), *others], weeks)
