"""The coded answers of all States, read at once for reports over many of them."""

from __future__ import annotations

from collections.abc import Collection

from django.db import connection

from gatehouse.assessment.acting import acting
from gatehouse.assessment.questions.bank import bank
from gatehouse.assessment.questions.pieces import uncountable
from gatehouse.assessment.states.models import Cycle
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import SubjectClass

CODED = """
SELECT DISTINCT ON (a.cycle_id, a.state_id, a.question) a.question, s.code || '/' || a.cycle_id, a.value #>> '{}'
  FROM assessment_questions_answer a JOIN assessment_states_state s ON s.id = a.state_id
 WHERE a.cycle_id = ANY(%s) AND a.question = ANY(%s)
 ORDER BY a.cycle_id, a.state_id, a.question, a.version DESC
"""


def open_coded_answers(actor: Actor, cycles: Collection[Cycle]) -> dict[str, dict[str, str]]:
    """The coded answers, for a report over all States, by somebody who may see such; nothing of one State is shown."""
    with acting(actor, "material.opened", Subject(SubjectClass.SURVEY_TABLE, "store:assessment")) as acted:
        found = coded_answers(cycles)
        acted.details["items"] = len(found)
    return found


def coded_answers(cycles: Collection[Cycle]) -> dict[str, dict[str, str]]:
    """Codes by question, then by `STATE/cycle`: the newest version of each, without what a State keeps confidential."""
    left_out = {(question, f"{state}/{cycle}") for state, question, cycle in uncountable()}
    asked = [question.id for question in bank().values() if question.is_coded]
    found: dict[str, dict[str, str]] = {}
    with connection.cursor() as cursor:
        cursor.execute(CODED, [[cycle.pk for cycle in cycles], asked])
        for question, key, code in cursor.fetchall():
            if (question, key) not in left_out:
                found.setdefault(question, {})[key] = code
    return found
