"""`gatehouse obligations`: the catalogue of what resolutions ask, and how much of it Gatehouse answers."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from gatehouse import __version__
from gatehouse.assessment.obligations.catalogue import Obligation, UnknownObligation, catalogue
from gatehouse.assessment.obligations.catalogue.coverage import Covered, coverage, totals
from gatehouse.assessment.obligations.catalogue.thread import State
from gatehouse.assessment.obligations.texts.verbs import Force
from gatehouse.cli.console import OUT, Refused, plain, write_json

app = typer.Typer(help="What resolutions ask, whom, how strongly, and what answers it.", no_args_is_help=True)
STYLES = {State.SERVES: "green", State.PARTLY: "yellow", State.NOT_YET: "red", State.RECORD: "dim"}
Version = Annotated[str | None, typer.Option("--version", help="One version alone: GCTS-2014, 2396-draft …")]


@app.command("list")
def list_obligations(
    version: Version = None,
    force: Annotated[Force | None, typer.Option("--force", help="Of this force alone.")] = None,
    state: Annotated[State | None, typer.Option("--state", help="In this state alone.")] = None,
    json: Annotated[bool, typer.Option("--json", help="JSON Lines, one obligation a line.")] = False,
) -> None:
    """List obligations in our own words: these are not the sentences of the resolutions.

    Example: gatehouse obligations list --force binding
    """
    from gatehouse.assessment.obligations.catalogue.catalogue_json import obligation_json

    _known(version)
    chosen = [o for o in catalogue().obligations if _is_chosen(o, version, force, state)]
    if json:
        for obligation in chosen:
            write_json(obligation_json(catalogue(), obligation))
        return
    table = Table("code", "force", "who", "by when", "state", "duty", box=None)
    for o in chosen:
        cells = (o.code, o.force, ", ".join(o.addressees), ", ".join(o.deadlines))
        table.add_row(*map(plain, cells), _styled(o.state), plain(o.duty))
    OUT.print(table)
    OUT.print(f"{len(chosen)} obligations")


@app.command()
def show(
    code: Annotated[str, typer.Argument(help="The code of an obligation: 2396-11a.")],
    json: Annotated[bool, typer.Option("--json", help="JSON.")] = False,
) -> None:
    """Show an obligation: where it stands in each version, what changed, what serves it, what is missing.

    Example: gatehouse obligations show GCTS-19
    """
    from gatehouse.assessment.obligations.catalogue.catalogue_json import obligation_json

    try:
        obligation = catalogue().obligation(code)
    except UnknownObligation as fault:
        raise Refused(str(fault)) from fault
    if json:
        write_json(obligation_json(catalogue(), obligation))
        return
    OUT.print(f"[bold]{plain(obligation.code)}[/] ({', '.join(obligation.numbers)}) {plain(obligation.duty)}")
    for name, value in _lines(obligation):
        OUT.print(f"  {name}: {plain(value)}")


@app.command("coverage")
def show_coverage(
    version: Version = None,
    json: Annotated[bool, typer.Option("--json", help="JSON, one object.")] = False,
    html: Annotated[Path | None, typer.Option("--html", help="Write one HTML file that needs nothing else.")] = None,
) -> None:
    """Show every operative paragraph and what answers it today, honestly.

    A paragraph is served only when all that it asks is. The JSON form is a contract: docs/contracts/obligations.md.

    Example: gatehouse obligations coverage --html coverage.html
    """
    _known(version)
    versions = [v for v in catalogue().versions if version in (None, v.code)]
    rows = [row for row in coverage(catalogue(), _asked()) if row.version in versions]
    if json:
        from gatehouse.assessment.obligations.catalogue.catalogue_json import coverage_json

        write_json(coverage_json(versions, rows))
    elif html:
        from gatehouse.assessment.obligations.catalogue.coverage_html import coverage_html

        today = f"{datetime.now(UTC):%Y-%m-%d}"
        made = f"Made on {today} by Gatehouse {__version__}. The wording is ours, not the resolutions'."
        html.write_bytes(coverage_html(versions, rows, made))
        OUT.print(f"{plain(str(html))} written: {len(rows)} paragraphs")
    else:
        _print(rows)


def _asked() -> dict[str, list[str]]:
    """The shipped questions by the obligation that they ask about."""
    from gatehouse.assessment.questions.bank import bank

    found: dict[str, list[str]] = {}
    for question in bank().values():
        for name in question.obligations:
            found.setdefault(name, []).append(question.id)
    return found


def _print(rows: list[Covered]) -> None:
    table = Table("version", "paragraph", "state", "obligations", "asked by", "answered by", box=None)
    for row in rows:
        codes = ", ".join(obligation.code for obligation in row.obligations)
        asked, answered = ", ".join(row.questions) or "not asked", ", ".join(row.evidence)
        table.add_row(row.version.code, str(row.paragraph), _styled(row.state), *map(plain, (codes, asked, answered)))
    OUT.print(table)
    for code, counts in totals(rows).items():
        told = ", ".join(f"{counts[state]} {state}" for state in State)
        OUT.print(f"{plain(code)}: {sum(counts.values())} paragraphs: {told}")


def _styled(state: State) -> str:
    return f"[{STYLES[state]}]{state}[/]"


def _known(version: str | None) -> None:
    try:
        if version is not None:
            catalogue().version(version)
    except UnknownObligation as fault:
        raise Refused(str(fault)) from fault


def _is_chosen(obligation: Obligation, version: str | None, force: Force | None, state: State | None) -> bool:
    placed = version is None or any(placing.version == version for placing in obligation.placings)
    return placed and force in (None, obligation.force) and state in (None, obligation.state)


def _lines(obligation: Obligation) -> list[tuple[str, str]]:
    names, by_name = (obligation.code, *obligation.numbers), _asked()
    asked = dict.fromkeys(question for name in names for question in by_name.get(name, []))
    places = ", ".join(f"{placing.version} {placing.paragraph}" for placing in obligation.placings)
    lines = [
        ("who", ", ".join(obligation.addressees)),
        ("force", obligation.force),
        ("by when", ", ".join(obligation.deadlines) or "no time is set"),
        ("stands in", places),
        ("would be served by", obligation.function),
        ("and is done when", obligation.done_when),
        ("state", f"{obligation.state}{': ' + obligation.evidence if obligation.evidence else ''}"),
        ("missing", obligation.missing or ""),
        ("asked by", ", ".join(asked) or "no question yet"),
    ]
    for change in catalogue().history(obligation):
        before, after = " ".join(change.before_paragraphs) or "–", " ".join(change.after_paragraphs) or "–"
        told = f"{change.before} {before} → {change.after} {after}{': ' + change.what if change.what else ''}"
        lines.append((change.kind, told))
    return [(name, value) for name, value in lines if value]
