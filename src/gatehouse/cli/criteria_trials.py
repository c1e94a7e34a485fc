"""`gatehouse criteria shadow` and `disparity`: criteria tried on history, and what they did in a month."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import orjson
import typer

from gatehouse.cli.console import Refused, opened, say_error, with_progress, write_json
from gatehouse.cli.criteria_register import FOLDER_HELP, folder_of, permitted, register_in, today
from gatehouse.cli.criteria_report import show
from gatehouse.cli.stored import stored
from gatehouse.cli.visiting import refusals_told
from gatehouse.screening.criteria.checking import check, is_refused
from gatehouse.screening.criteria.criterion import Criterion
from gatehouse.screening.criteria.criterion_file import FILE_BYTES_MAX, parse_criterion
from gatehouse.screening.criteria.errors import CriterionError
from gatehouse.screening.criteria.history import OUTCOME_COLUMNS, Outcome, read_history, read_outcomes
from gatehouse.screening.criteria.journey import Journey
from gatehouse.screening.criteria.monthly import keep_month, month_over, month_reports
from gatehouse.screening.criteria.register import Register
from gatehouse.screening.criteria.report import Report, report
from gatehouse.screening.criteria.report_json import to_json
from gatehouse.screening.criteria.trial import Trial

STORED = "stored:"
"""In the place of a history file: every stored traveller."""

HistoryFiles = Annotated[
    list[str], typer.Option("--history", help="JSON Lines of `gatehouse read --json`; - for stdin; stored: for all.")
]
OutcomesFile = Annotated[Path | None, typer.Option(help="CSV journey,outcome: which past hits were confirmed.")]
Folder = Annotated[Path | None, typer.Option(help=FOLDER_HELP)]
AsJson = Annotated[bool, typer.Option("--json", help="JSON Lines, one object for each report.")]


def shadow(
    file: Annotated[Path, typer.Argument(help="A criterion file that passes its check.")],
    history: HistoryFiles,
    outcomes: OutcomesFile = None,
    hits: Annotated[Path | None, typer.Option(help="Write the keys of the journeys it matches, as CSV.")] = None,
    folder: Folder = None,
    json: AsJson = False,
) -> None:
    """Try a criterion on history: expected hits and false hits, disparity between groups, and proxies.

    Nothing happens to anybody. The version is locked by its hash and the report kept in the register; activation needs
    both. Hits without an outcome are counted as false.

    Example: gatehouse criteria shadow examples/criteria/cash-one-way.toml --history stored:
    """
    try:
        register = register_in(folder)
        content, criterion = _checked(file, register)
        with ExitStack() as stack:
            matched = _matched(hits, stack)
            trial = Trial(criterion, _outcomes(outcomes), matched)
            trial.add_all(_journeys(history, criteria=[criterion]))
        made = report(trial, ", ".join(Path(one).name for one in history), today())
        path = register.tried(content, made, dt.datetime.now(dt.UTC))
    except CriterionError as fault:
        raise Refused(str(fault)) from fault
    _write([made], as_json=json)
    say_error(f"kept as {path}; {criterion.name} is locked")


def _checked(file: Path, register: Register) -> tuple[bytes, Criterion]:
    """A criterion that fails its check is not tried: to try it would be to profile."""
    with opened(file) as source:
        content = source.stream.read(FILE_BYTES_MAX + 1)
    criterion = parse_criterion(content, file.name)
    register.locked(criterion)
    faults = check(criterion, permitted(), today())
    if is_refused(faults):
        raise Refused(f"{file}: {faults[0].code}: {faults[0].text}; `gatehouse criteria check` shows every reason")
    return content, criterion


def _outcomes(path: Path | None) -> dict[str, Outcome]:
    if path is None:
        return {}
    with opened(path) as file:
        return read_outcomes(file.stream, file.name)


def _matched(path: Path | None, stack: ExitStack) -> Callable[[Journey], None]:
    if path is None:
        return lambda _: None
    rows = csv.writer(stack.enter_context(path.open("w", encoding="utf-8", newline="")))
    rows.writerow(OUTCOME_COLUMNS)
    return lambda journey: rows.writerow([journey.key, ""])


def _journeys(history: list[str], month: str = "", *, criteria: Sequence[Criterion]) -> Iterator[Journey]:
    for name in history:
        if name == STORED:
            yield from _stored_journeys(month, criteria)
            continue
        with opened(Path(name)) as file, with_progress(file) as stream:
            yield from read_history(stream, file.name)


def _stored_journeys(month: str, criteria: Sequence[Criterion]) -> Iterator[Journey]:
    """Stored travellers, counted by the machine: it shows nobody to anybody, and tells the log what it went through."""
    with stored(), refusals_told():
        from gatehouse.screening.criteria import trying_stored

        yield from trying_stored.journeys(month, [(one.identifier, one.version) for one in criteria])


def disparity(
    month: Annotated[str, typer.Option(help="A month that is over (2026-10).")],
    history: HistoryFiles,
    outcomes: OutcomesFile = None,
    folder: Folder = None,
    json: AsJson = False,
) -> None:
    """Report what the criteria in force did to which groups in a month. Small cells are withheld.

    The report of a month is made once and kept in the register's folder.

    Example: gatehouse criteria disparity --month 2026-10 --history stored:
    """
    try:
        criteria = register_in(folder).in_force_during(*month_over(month, today()))
        if not criteria:
            raise Refused(f"no criterion was in force in {month}; `gatehouse criteria register` lists them")
        journeys = _journeys(history, month, criteria=criteria)
        reports = month_reports(criteria, journeys, month, _outcomes(outcomes), today())
        paths = keep_month(folder_of(folder), month, reports)
    except CriterionError as fault:
        raise Refused(str(fault)) from fault
    _write(reports, as_json=json)
    say_error(f"kept as {', '.join(map(str, paths))}")


def _write(reports: list[Report], *, as_json: bool) -> None:
    for one in reports:
        if as_json:
            write_json(orjson.loads(to_json(one)))
        else:
            show(one)
