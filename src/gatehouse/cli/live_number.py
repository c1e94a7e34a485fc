"""`gatehouse live-number`: one number that this system measured, as JSON to be cited where a State is assessed."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from gatehouse.cli.console import Refused, write_json
from gatehouse.cli.officer import at_the_door, visit

DAYS = 90


def live_number(
    name: Annotated[str, typer.Argument(help="api-coverage, pnr-coverage, api-lead or hit-precision.")],
    days: Annotated[int, typer.Option(help="Over so many days.")] = DAYS,
    until: Annotated[
        dt.datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The last of them; today when not given.")
    ] = None,
) -> None:
    """Measure coverage of flights, time before arrival, or precision of hits; refused for fewer than ten cases.

    Counts only: there is nobody in it. `gatehouse assess cite` takes the file.

    Example: gatehouse live-number api-coverage > coverage.json
    """
    with at_the_door():
        from gatehouse.records import opened
        from gatehouse.safeguards.decision import Subject
        from gatehouse.safeguards.vocabulary import Act, PurposeClass, Role, SubjectClass
        from gatehouse.screening.counts.counting import Span
        from gatehouse.screening.counts.live import measured

        who = visit(Role.OPERATOR, PurposeClass.OVERSIGHT, "live-number")
        last = (until or dt.datetime.now(dt.UTC)).date()
        with opened(who, Act.READ_COUNTS, Subject(SubjectClass.COUNTS, "store:screening")):
            try:
                number = measured(name, Span.until(last, days))
            except ValueError as fault:
                raise Refused(f"live-number: {fault}") from fault
    write_json(number.as_json())
