"""`gatehouse screen`: travellers beside lists, without a database."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import Annotated

import typer

from gatehouse.cli.console import OUT, Opened, Refused, for_each, plain, say_error, say_if_cold, with_progress
from gatehouse.cli.reasons import alias, strongest
from gatehouse.edifact import EdifactError
from gatehouse.screening.matching.pair import THRESHOLD
from gatehouse.screening.matching.screener import Screener
from gatehouse.screening.matching.table import TableError
from gatehouse.screening.spread.asked import Asked, Kind, answered, json_line, kind_of, messages_asked, rows_asked
from gatehouse.screening.watchlists.errors import ListFileError
from gatehouse.screening.watchlists.reader import read_list
from gatehouse.terms.candidate import Candidate
from gatehouse.terms.entry import ListEntry

PEEK_BYTES = 4096


def screen(
    files: Annotated[list[Path], typer.Argument(help="Messages, or CSV / JSON Lines of travellers; - for stdin.")],
    lists: Annotated[list[Path], typer.Option("--list", help="A list file; give it once for each list.")],
    json: Annotated[bool, typer.Option("--json", help="JSON Lines, one object for each traveller.")] = False,
    threshold: Annotated[
        float, typer.Option(min=0.0, max=1.0, help="Score from which a candidate counts as above the threshold.")
    ] = THRESHOLD,
    cluster: Annotated[
        str | None, typer.Option(help="Screen on Ray: local, local:N processors, or a cluster's address.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(help="With --cluster: a folder for parts of the answer; a rerun goes on with it."),
    ] = None,
) -> None:
    """Screen travellers against lists; no database needed.

    Writes every traveller in input order with the candidates and why each is one. The table columns and the JSON
    form are contracts: docs/contracts/screen.md. Lists: UN, OFAC, EU, UK, FollowTheMoney, or our own CSV.

    With --cluster (pip install 'gatehouse[cluster]') the same JSON Lines are made by many processes, on one machine
    or on many, and `stored:` in the place of a file is every stored traveller. A process or machine that dies loses
    and doubles nothing.

    Example: gatehouse screen --list list.csv --json manifest.edi travellers.csv
    Example: gatehouse screen --list list.csv --json --cluster local --out answers travellers.csv
    """
    if cluster:
        if not json and not out:
            raise Refused("--cluster writes JSON Lines; add --json, or name a folder with --out")
        # Imported here: nobody else waits for it.
        from gatehouse.cli.spread import compiled, screen_spread

        with compiled(_entries(lists), threshold) as index:
            screen_spread(files, index, cluster, out)
        return
    if out:
        raise Refused("--out belongs to --cluster; add --cluster local, or write stdout to a file")
    say_if_cold()
    screener = Screener(_entries(lists), threshold)
    for_each(files, lambda file: _screen_file(file, screener, as_json=json), EdifactError, TableError)


def _entries(paths: list[Path]) -> list[ListEntry]:
    entries: list[ListEntry] = []
    for path in paths:
        try:
            reading = read_list(path)
        except ListFileError as fault:
            raise Refused(str(fault)) from fault
        if reading.skipped:
            say_error(f"{path}: {reading.skipped} malformed entries skipped; `gatehouse lists add` shows each")
        entries.extend(reading.entries)
    today = dt.datetime.now(dt.UTC).date().isoformat()
    in_force = [entry for entry in entries if not entry.is_expired(today)]
    if len(in_force) < len(entries):
        say_error(f"{len(entries) - len(in_force)} entries have expired by their own list's date and are left out")
    return in_force


def _screen_file(file: Opened, screener: Screener, *, as_json: bool) -> None:
    kind = kind_of(file.peek(PEEK_BYTES))
    with with_progress(file) as stream:
        read = rows_asked if kind is Kind.TABLE else messages_asked
        for one, candidates in answered(read(stream, file.name, file.sha256), screener):
            if as_json:
                sys.stdout.buffer.write(json_line(one, candidates))
            else:
                _show(one, candidates)


def _show(asked: Asked, candidates: list[Candidate]) -> None:
    above = [candidate for candidate in candidates if candidate.above_threshold]
    if not above:
        return
    name = asked.subject.names[0] if asked.subject.names else "(no name)"
    OUT.print(f"[bold]{plain(name)}[/]  {plain(asked.source.file)} message {asked.source.index}, number {asked.number}")
    for candidate in above:
        also = alias(candidate.explanation, candidate.entry_name)
        named = f"{candidate.entry_name} (alias {also})" if also else candidate.entry_name
        entry = f"{candidate.list} {candidate.entry_id}: {named}"
        OUT.print(f"  {candidate.score:.2f}  {plain(entry)}")
        for reason in strongest(candidate.explanation):
            OUT.print(f"        {plain(reason)}")
