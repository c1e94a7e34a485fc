"""The cycle on one screen: ask → answer → evidence → find → rate twice → settle → hear the State → adopt.

Each step is a function of its room; this page says in which order, what a step waits for, and where a State is in it.
A step that is not done is shown with what it lacks. Rooms that follow (recommendations, follow-up, reports) add theirs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gatehouse.assessment.access.facts import Stage, facts
from gatehouse.assessment.acting import acting
from gatehouse.assessment.evidence.models import Item
from gatehouse.assessment.findings import assessments
from gatehouse.assessment.findings.method import gates
from gatehouse.assessment.findings.models import Assessment
from gatehouse.assessment.findings.standing import rated_of
from gatehouse.assessment.findings.states import DONE, Rated, Stand
from gatehouse.assessment.questions.answers import Place, answers_of, conflicts_of, values_of
from gatehouse.assessment.questions.bank import bank
from gatehouse.assessment.questions.showing import progress
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import SubjectClass
from gatehouse.terms.saying import Saying


@dataclass(frozen=True, slots=True)
class Step:
    """Of `all` pieces of a step, `done` are done; `lacks` says what is open, in words."""

    name: Saying
    done: int
    all: int
    lacks: tuple[Saying, ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether there is something in it and all of it is done."""
        return self.all > 0 and self.done == self.all and not self.lacks


Look = Callable[[Place, Assessment | None], Step]


def where(actor: Actor, place: Place) -> list[Step]:
    """Where the assessment of a State stands: counts and names of what is open, never what was answered or rated."""
    stage = Stage(with_the_state=True)
    subject = facts(SubjectClass.CYCLE, f"state:{place.state.code}", place.state, place.cycle, stage)
    with acting(actor, "material.opened", subject):
        begun = Assessment.objects.filter(state=place.state, cycle=place.cycle).first()
        return [look(place, begun) for look in STEPS]


def answered(place: Place, begun: Assessment | None) -> Step:
    """The State answers the questions that are shown to it (`questions.answers.give`, or a workbook)."""
    del begun  # answers come before
    done = progress(place.questionnaire, values_of(answers_of(place.state, place.cycle)), bank())[""]
    return Step(Saying("answered"), done.answered, done.shown)


def agreed(place: Place, begun: Assessment | None) -> Step:
    """Contested answers are settled (`questions.answers.settle`)."""
    del begun
    contested = conflicts_of(place.state, place.cycle)
    lacks = tuple(Saying("%(question)s: two answers", question=each.question) for each in contested)
    return Step(Saying("agreed among the State's offices"), 0, len(contested), lacks)


def evidenced(place: Place, begun: Assessment | None) -> Step:
    """Evidence is brought (`evidence.store.add`)."""
    del begun
    count = Item.objects.filter(state=place.state, cycle=place.cycle).count()
    return Step(Saying("evidence brought"), count, count)


def found(place: Place, begun: Assessment | None) -> Step:
    """Findings are written (`findings.store.find`)."""
    del place
    count = begun.findings.count() if begun else 0
    return Step(Saying("found"), count, count)


def rated(place: Place, begun: Assessment | None) -> Step:
    """Both axes of every finding are rated twice and blind (`findings.giving.rate`), differences settled (`settle`)."""
    del place
    axes = rated_of(begun) if begun else {}
    differ = sum(state is Rated.DIFFERING for state in axes.values())
    open_ = (Saying("differences to settle: %(count)s", count=differ),) if differ else ()
    return Step(Saying("rated by two"), sum(state in DONE for state in axes.values()), len(axes), open_)


def gated(place: Place, begun: Assessment | None) -> Step:
    """The sections on gender, human rights and children are written (`findings.assessments.write_gate`)."""
    del place
    missing = assessments.empty_gates(begun) if begun else ()
    all_ = len(gates())
    return Step(Saying("gates"), all_ - len(missing) if begun else 0, all_, missing)


def heard(place: Place, begun: Assessment | None) -> Step:
    """The draft was before the State, which replied or let its days pass (`put_before_the_state`, `reply`, `lapse`)."""
    del place
    is_heard = begun is not None and begun.stand in (Stand.REPLIED, Stand.UNANSWERED, Stand.ADOPTED)
    waits = begun is not None and begun.stand == Stand.WITH_STATE
    due = (Saying("the State can reply until %(due)s", due=begun.reply_due),) if begun and waits else ()
    return Step(Saying("the State heard"), int(is_heard), 1, due)


def adopted(place: Place, begun: Assessment | None) -> Step:
    """Two of the committee adopt (`findings.adoption.consent`)."""
    del place
    return Step(Saying("adopted"), int(begun is not None and begun.stand == Stand.ADOPTED), 1)


STEPS: tuple[Look, ...] = (answered, agreed, evidenced, found, rated, gated, heard, adopted)
"""The cycle, in order."""
