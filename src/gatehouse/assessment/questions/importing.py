"""A questionnaire out as a workbook and a filled one in: planned first, then stored as one act."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from gatehouse.assessment.acting import acting
from gatehouse.assessment.questions.answers import Conflict, Origin, Place, give, material, open_answers, readable
from gatehouse.assessment.questions.import_plan import Plan, Taken, plan
from gatehouse.assessment.questions.ods_writing import ods
from gatehouse.assessment.questions.questionnaire import questionnaire_of
from gatehouse.assessment.questions.workbook_reading import Filled
from gatehouse.assessment.questions.workbook_writing import About, exported_now, workbook
from gatehouse.assessment.states.store import cycle_named, state_of
from gatehouse.safeguards.decision import Actor


class Imported(NamedTuple):
    """How many answers were stored, and how many were kept as contested."""

    stored: int
    contested: int


FORMS: dict[str, Callable[..., bytes]] = {"xlsx": workbook, "ods": ods}
"""What a questionnaire is written as."""


def export_workbook(actor: Actor, place: Place, language: str = "en", form: str = "xlsx") -> bytes:
    """The questionnaire of a State and cycle as XLSX or ODS, with the answers that stand, as this reader may have them.

    KeyError for another form.
    """
    with acting(actor, "material.exported", material(place)) as acted:
        standing = {id_: (each.version, each.given) for id_, each in readable(actor, place.state, place.cycle).items()}
        acted.details["items"] = len(standing)
        about = About(place.state.code, place.cycle.name, place.questionnaire.name, exported_now())
        return FORMS[form](place.questionnaire, about, standing, language)


def place_of(filled: Filled) -> Place:
    """Whose answers a workbook holds, by what it says of itself. Raises where that is unknown here."""
    about = filled.about
    questionnaire = questionnaire_of(about.questionnaire.partition("/")[0])
    return Place(state_of(about.state), cycle_named(about.cycle), questionnaire)


def planned(actor: Actor, place: Place, filled: Filled) -> Plan:
    """What taking this workbook would do; stores nothing. Raises `WorkbookError` where it is not this place's."""
    return plan(filled, place.questionnaire, (place.state.code, place.cycle.name), open_answers(actor, place))


def store(actor: Actor, place: Place, wanted: Plan) -> Imported:
    """Store what the plan takes, all or nothing; what was overtaken, also meanwhile, is kept as contested."""
    details: dict[str, int | str] = {"cycle": f"cycle:{place.cycle.pk}", "refused": len(wanted.refused)}
    with acting(actor, "answers.imported", material(place), details) as acted:
        gone = [_give(actor, place, each) for each in (*wanted.new, *wanted.conflicts)]
        contested = sum(isinstance(each, Conflict) for each in gone)
        acted.details |= {"taken": len(gone) - contested, "contested": contested}
    return Imported(len(gone) - contested, contested)


def _give(actor: Actor, place: Place, taken: Taken) -> object:
    return give(actor, place, taken.question, taken.said, taken.seen, Origin.WORKBOOK)
