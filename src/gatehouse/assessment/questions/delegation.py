"""Sections given to other offices: who may answer which, and when nobody may any more."""

from __future__ import annotations

from gatehouse.assessment.access.facts import facts
from gatehouse.assessment.acting import acting
from gatehouse.assessment.questions.errors import NotYoursError, QuestionnaireError
from gatehouse.assessment.questions.models import Delegated
from gatehouse.assessment.questions.questionnaire import Questionnaire
from gatehouse.assessment.states.cycle_states import CycleState
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import SubjectClass
from gatehouse.terms.saying import Saying

UNIT_CHARS_MAX = 80


def delegate(actor: Actor, state: State, cycle: Cycle, section: tuple[Questionnaire, str], unit: str) -> None:
    """Give a section to a unit, or take it back with an empty one. Raises `QuestionnaireError` for no such section.

    A unit is an office, never a person.
    """
    questionnaire, code = section
    require_open(cycle)
    if code not in {each.code for each in questionnaire.sections}:
        raise QuestionnaireError(Saying("%(name)s has no such section; see its file", name=questionnaire.name))
    if len(unit) > UNIT_CHARS_MAX:
        raise QuestionnaireError(Saying("a unit has a name of at most %(most)s characters", most=UNIT_CHARS_MAX))
    subject = facts(SubjectClass.ANSWER, f"state:{state.code}", state, cycle)
    with acting(actor, "section.delegated", subject, {"cycle": f"cycle:{cycle.pk}"}):
        Delegated.objects.create(
            state=state,
            cycle=cycle,
            questionnaire=questionnaire.code,
            section=code,
            unit=unit.strip(),
            delegated_by=actor.id,
        )


def units_of(state: State, cycle: Cycle, questionnaire: Questionnaire) -> dict[str, str]:
    """Which unit each delegated section is given to, by section."""
    rows = Delegated.objects.filter(state=state, cycle=cycle, questionnaire=questionnaire.code).order_by("pk")
    return {section: unit for section, unit in {row.section: row.unit for row in rows}.items() if unit}


def require_own(actor: Actor, state: State, cycle: Cycle, questionnaire: Questionnaire, question: str) -> None:
    """Refuse an actor of one unit in a section that was given to another. Who belongs to no unit sees to all."""
    section = questionnaire.section_of(question)
    if actor.unit is None:
        return
    unit = units_of(state, cycle, questionnaire).get(section.code)
    if unit != actor.unit:
        raise NotYoursError(
            Saying(
                "the section %(code)s is not your office's; ask the focal point to give it to you", code=section.code
            )
        )


def require_open(cycle: Cycle) -> None:
    """Refuse what would change a cycle that is not open."""
    if cycle.state != CycleState.OPEN:
        raise NotYoursError(
            Saying(
                "the cycle %(name)s is %(state)s; only an open one takes anything new",
                name=cycle.name,
                state=cycle.state,
            )
        )
