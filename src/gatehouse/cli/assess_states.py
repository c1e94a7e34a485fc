"""`gatehouse assess states|cycles|add-state|add-cycle`: who is assessed, and when."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from gatehouse.cli.console import OUT, Refused, plain
from gatehouse.cli.stored import stored
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role

DAY = ["%Y-%m-%d"]


def operator() -> Actor:
    """Whoever runs the command, as the log refers to them: by the host's user number."""
    return Actor(f"operator:{os.getuid()}", Role.OPERATOR)


@contextmanager
def assessing() -> Iterator[None]:
    """Run the block on the database; what a room of the assessment refuses becomes the command's refusal."""
    with stored():
        try:
            yield
        except ValueError as fault:
            from gatehouse.assessment.errors import AssessmentError

            if isinstance(fault, AssessmentError):
                raise Refused(str(fault)) from fault
            raise


def states() -> None:
    """The States that are assessed, with their regions.

    Example: gatehouse assess states
    """
    with assessing():
        from gatehouse.assessment.states.models import State

        for state in State.objects.all():
            OUT.print(plain(f"{state.code}  {state.region}  {state.name_en}  {state.name_zh}"))


def add_state(
    code: Annotated[str, typer.Argument(help="ISO 3166-1 alpha-3 (KEN), or X-AL for a fictitious State.")],
    region: Annotated[str, typer.Option(help="Code of the region in whose tables it counts.")],
    name_en: Annotated[str | None, typer.Option(help="Short name in English; the usual one otherwise.")] = None,
    name_zh: Annotated[str | None, typer.Option(help="Short name in Chinese; the usual one otherwise.")] = None,
) -> None:
    """Put a State under assessment.

    Example: gatehouse assess add-state KEN --region eastern-africa
    """
    if (name_en is None) != (name_zh is None):
        raise Refused("give both names, or neither")
    with assessing():
        from gatehouse.assessment.states.state_code import Names
        from gatehouse.assessment.states.store import add_state as add

        state = add(operator(), code, region, Names(name_en, name_zh) if name_en and name_zh else None)
        OUT.print(plain(f"{state.code} {state.name_en} ({state.name_zh}) is assessed"))


def cycles() -> None:
    """The cycles of assessment, in order.

    Example: gatehouse assess cycles
    """
    with assessing():
        from gatehouse.assessment.states.models import Cycle

        for cycle in Cycle.objects.all():
            OUT.print(plain(f"{cycle.name}  {cycle.begins} to {cycle.ends}  {cycle.state}"))


def add_cycle(
    name: Annotated[str, typer.Argument(help="Its name, such as its years.")],
    begins: Annotated[dt.datetime, typer.Option(formats=DAY, help="First day.")],
    ends: Annotated[dt.datetime, typer.Option(formats=DAY, help="Last day.")],
    is_open: Annotated[bool, typer.Option("--open/--planned", help="Open for answers at once.")] = True,
) -> None:
    """Plan a cycle, and open it unless told otherwise.

    Example: gatehouse assess add-cycle 2026-2027 --begins 2026-01-01 --ends 2027-12-31
    """
    with assessing():
        from gatehouse.assessment.states import store

        cycle = store.add_cycle(operator(), name, begins.date(), ends.date())
        if is_open:
            cycle = store.move_cycle(operator(), cycle, "open")
        OUT.print(plain(f"{cycle.name}: {cycle.begins} to {cycle.ends}, {cycle.state}"))
