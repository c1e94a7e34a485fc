"""`gatehouse read`: what messages say, as JSON Lines or as a summary for people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from gatehouse.cli.console import OUT, Opened, for_each, plain, with_progress, write_json
from gatehouse.edifact import EdifactError
from gatehouse.screening.intake.sensitive import Redacted
from gatehouse.screening.messages import read_messages
from gatehouse.screening.messages.json_form import Source, to_json
from gatehouse.terms.finding import Severity
from gatehouse.terms.flight import Flight
from gatehouse.terms.reading import Reading

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "dim"}
FINDINGS_SHOWN_MAX = 12


def read(
    files: Annotated[
        list[Path], typer.Argument(help="Files of PAXLST, PNRGOV, CUSRES or CONTRL messages; - for stdin.")
    ],
    json: Annotated[bool, typer.Option("--json", help="JSON Lines, one object for each message.")] = False,
) -> None:
    """Read messages and say what they hold.

    Travellers, flights, bookings and findings of every message, in order. The JSON form is a contract:
    docs/contracts/read.md. Findings do not change the exit status; a file that is no EDIFACT is told, the others are
    read, and the exit status is 2.

    Example: gatehouse read examples/messages/paxlst.edi --json
    """
    for_each(files, _write_json if json else _write_summary, EdifactError)


def _write_json(file: Opened) -> None:
    for index, reading in enumerate(_readings(file)):
        write_json(to_json(reading, Source(file.name, file.sha256, index)))


def _write_summary(file: Opened) -> None:
    for index, reading in enumerate(_readings(file)):
        _show(reading, file.name, index)


def _readings(file: Opened) -> Iterator[Reading]:
    with with_progress(file) as stream:
        yield from read_messages(Redacted(stream))


def _show(reading: Reading, name: str, index: int) -> None:
    part = f", part {reading.part.number}{' (last)' if reading.part.last else ''}" if reading.part else ""
    kind = f"{reading.type or 'unknown type'} {reading.version or ''}".strip()
    OUT.print(
        f"[bold]{plain(name)}[/] message {index}: {plain(kind)}, {plain(reading.function or 'no function')}{part}"
    )
    OUT.print(f"  from {plain(reading.sender or '?')} to {plain(reading.recipient or '?')}, sent {reading.sent or '?'}")
    for flight in reading.flights:
        OUT.print(f"  flight {plain(flight.designator)}: {plain(_route(flight))}")
    OUT.print(
        f"  {len(reading.travellers)} travellers, {len(reading.bookings)} bookings, {len(reading.findings)} findings"
    )
    if reading.travellers:
        OUT.print(_travellers(reading))
    for finding in reading.findings[:FINDINGS_SHOWN_MAX]:
        style = STYLES[finding.severity]
        place = f"segment {finding.segment}" if finding.segment else "message"
        OUT.print(f"  [{style}]{finding.severity}[/] {place}: {finding.code}: {plain(finding.text)}")
    if len(reading.findings) > FINDINGS_SHOWN_MAX:
        OUT.print(f"  … and {len(reading.findings) - FINDINGS_SHOWN_MAX} more findings; --json shows all")


def _route(flight: Flight) -> str:
    legs = (
        f"{leg.origin or '?'} {leg.departs or ''} → {leg.destination or '?'} {leg.arrives or ''}" for leg in flight.legs
    )
    return "; ".join(" ".join(leg.split()) for leg in legs) or "no route"


def _travellers(reading: Reading) -> Table:
    table = Table(
        "#", "role", "surname", "given names", "sex", "born", "nationality", "documents", "segments", box=None
    )
    for number, traveller in enumerate(reading.travellers, start=1):
        documents = ", ".join(
            f"{d.type or '?'} {d.number or '?'} {d.issuer or ''}".strip() for d in traveller.documents
        )
        cells = (
            str(number),
            f"{traveller.role}{' (infant)' if traveller.infant else ''}",
            traveller.surname,
            traveller.given_names,
            traveller.sex,
            traveller.birth_date,
            ", ".join(traveller.nationalities),
            documents,
            "–".join(map(str, traveller.segments)),
        )
        table.add_row(*(plain(cell or "") for cell in cells))
    return table
