"""`gatehouse find` and `gatehouse border-check`: questions that a person asks, by the one door."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from gatehouse.cli.console import OUT, Refused, plain, write_json
from gatehouse.cli.stored import stored
from gatehouse.cli.visiting import As, For, Under, refusals_told, visit_of
from gatehouse.mrz import MrzError
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.enquiries.answer import Answer, BorderAnswer
from gatehouse.screening.enquiries.errors import EnquiryError
from gatehouse.screening.enquiries.question import Question

if TYPE_CHECKING:
    from gatehouse.screening.enquiries.looking import Matches

SHOWN_MAX = 50
"""Travellers that one search shows."""

WORDS = {
    Answer.NOTHING_KNOWN: "NOTHING KNOWN",
    Answer.WAIT: "WAIT: contact the unit",
    Answer.DOCUMENT: "DOCUMENT PROBLEM",
}


class What(StrEnum):
    """What travellers are looked for by."""

    NAME = "name"
    DOCUMENT = "document"
    BOOKING = "booking"
    FLIGHT = "flight"


def find(
    what: Annotated[What, typer.Argument(help="What they are looked for by.")],
    value: Annotated[str, typer.Argument(help="A name spelt any way, a number, a record locator, or as ZZ602.")],
    date: Annotated[str, typer.Option(help="Birth date as far as known, or local day of departure.")] = "",
    role: As = None,
    purpose: For = None,
    reference: Under = None,
) -> None:
    """Look for stored travellers: by name with the engine that screens, by document, booking or flight.

    It needs a purpose and a reference and is recorded; how many are withheld beyond the first fifty is said.

    Example: gatehouse find name "Yusuf Karim" --date 1976 --reference R-2026-11
    """
    field = "locator" if what is What.BOOKING else what.value
    dates = {What.NAME: "birth_date", What.FLIGHT: "day"}
    if date and what not in dates:
        raise Refused("find: --date goes with a name (birth) or a flight (departure)")
    question = Question.asked(**{field: value}, **({dates[what]: date} if date else {}))
    visit = visit_of(role, purpose, reference)
    with stored(), refusals_told():
        from gatehouse.screening.enquiries.looking import look_for

        try:
            found = look_for(visit, question, SHOWN_MAX)
        except EnquiryError as fault:
            raise Refused(str(fault)) from fault
    OUT.print(_table(found))
    OUT.print(f"{len(found.shown)} shown, {found.withheld or 'none'} withheld.")


def _table(found: Matches) -> Table:
    table = Table("score", "traveller", "birth", "flight", "departs", "state", box=None, pad_edge=False)
    for one in found.shown:
        score = "" if one.score is None else f"{one.score:.2f}"
        cells = (one.name, one.birth_date or "", one.flight, one.departs or "", one.state)
        table.add_row(score, *map(plain, cells))
    return table


def border_check(
    zone: Annotated[
        str | None, typer.Argument(metavar="ZONE", help="Machine-readable zone; - for standard input.")
    ] = None,
    name: Annotated[str, typer.Option(help="Name, where there is no zone.")] = "",
    birth_date: Annotated[str, typer.Option(help="1976-05-17, or as far as it is known.")] = "",
    json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    role: As = Role.BORDER_OFFICER,
) -> None:
    """Ask for one answer about the person in front of you: nothing known, wait, or a document problem.

    It never says why. Where it says wait, the unit has the question under the reference, and a person decides.

    Example: gatehouse border-check - < zone.txt
    """
    if bool(zone) == bool(name):
        raise Refused(
            "border-check: give a machine-readable zone, or --name; example: gatehouse border-check - < zone.txt"
        )
    text = sys.stdin.read() if zone == "-" else (zone or "")
    visit = visit_of(role, "screening", None)
    with stored(), refusals_told():
        from gatehouse.screening.enquiries import border

        try:
            said = border.check_zone(visit, text) if zone else border.check_person(visit, name, birth_date or None)
        except MrzError as fault:
            raise Refused(f"border-check: {fault}") from fault
    _show(said, json=json)


def _show(said: BorderAnswer, *, json: bool) -> None:
    if json:
        fields = {"answer": said.answer, "faults": list(said.faults), "reference": said.reference}
        write_json({**fields, "contact": said.contact})
        return
    OUT.print(f"[bold]{WORDS[said.answer]}[/]")
    if said.reference:
        OUT.print(plain(f"{said.contact}, reference {said.reference}"))
    for fault in said.faults:
        OUT.print(f"  document: {fault}")
