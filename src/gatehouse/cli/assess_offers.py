"""`gatehouse assess carry-over|cite`: answers that need not be typed: the last cycle's, and what a system measured."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import orjson
import typer

from gatehouse.cli.assess_actor import acting_as, assessed
from gatehouse.cli.assess_questions import FOCAL, SELF, CycleName, StateCode, place
from gatehouse.cli.console import OUT, Refused, opened, plain

if TYPE_CHECKING:
    from gatehouse.measures.live_number import LiveNumber

Asked = Annotated[str, typer.Argument(metavar="QUESTION", help="Id of the question.")]
NUMBER_BYTES_MAX = 4096


def carry_over(state: StateCode, cycle: CycleName, question: Asked) -> None:
    """Confirm the last cycle's answer as this one's, where the question is still the same.

    Example: gatehouse assess carry-over KEN 2026 strategy-adopted
    """
    with assessed():
        from gatehouse.assessment.questions import offers
        from gatehouse.assessment.questions.questionnaire import asked_as

        where, today = place(state, cycle, SELF), dt.datetime.now(dt.UTC).date()
        stands = offers.carry_over(acting_as(FOCAL, None, state), where, asked_as(where.questionnaire, question), today)
        OUT.print(plain(f"{question}: {getattr(stands, 'origin', 'contested')}"))


def cite(
    state: StateCode,
    cycle: CycleName,
    question: Asked,
    file: Annotated[Path, typer.Argument(help="One live number as JSON: name, value, unit, as_of, source.")],
) -> None:
    """Answer a question with a number that a running system measured, cited as live evidence.

    Example: gatehouse assess cite KEN 2026 api-coverage coverage.json
    """
    number = number_in(file)
    with assessed():
        from gatehouse.assessment.questions import answers
        from gatehouse.assessment.questions.given import given
        from gatehouse.assessment.questions.questionnaire import asked_as

        where, actor = place(state, cycle, SELF), acting_as(FOCAL, None, state)
        asked = asked_as(where.questionnaire, question)
        value = {"value": number.value, "unit": number.unit, "year": number.as_of.year}
        seen = answers.open_answers(actor, where).get(question)
        said = given(asked, value, cited=(number,))
        if isinstance(answers.give(actor, where, asked, said, seen.version if seen else 0), answers.Conflict):
            raise Refused("somebody answered at the same moment; see `gatehouse assess conflicts`")
        OUT.print(plain(f"{question}: {number.value:g} {number.unit} of {number.as_of}, from {number.source}"))


def number_in(file: Path) -> LiveNumber:
    """The live number that a file holds; refused where it holds none, or something besides."""
    from gatehouse.measures.live_number import live_number_from

    with opened(file) as source:
        try:
            told = orjson.loads(source.stream.read(NUMBER_BYTES_MAX))
            return live_number_from(told if isinstance(told, dict) else {})
        except ValueError as fault:
            raise Refused(f"{file}: {fault}; give one number as JSON") from fault
