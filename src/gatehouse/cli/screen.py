"""`gatehouse screen`: travellers beside lists, without a database."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from gatehouse.cli.console import OUT, Opened, Refused, for_each, plain, say_error, say_if_cold, with_progress
from gatehouse.cli.lawful import lawful_screening
from gatehouse.cli.list_files import entries_in_force
from gatehouse.cli.reasons import alias, strongest
from gatehouse.cli.thresholds import Said, thresholds_of
from gatehouse.edifact import EdifactError
from gatehouse.screening.matching.screener import Screener
from gatehouse.screening.matching.search_findings import meaning_of
from gatehouse.screening.matching.table import TableError
from gatehouse.screening.spread.asked import Asked, Kind, answered, json_line, kind_of, messages_asked, rows_asked
from gatehouse.terms.candidate import Found, LeftOut

PEEK_BYTES = 4096


def screen(
    files: Annotated[list[Path], typer.Argument(help="Messages, or CSV / JSON Lines of travellers; - for stdin.")],
    lists: Annotated[list[Path], typer.Option("--list", help="A list file; give it once for each list.")],
    json: Annotated[bool, typer.Option("--json", help="JSON Lines, one object for each traveller.")] = False,
    threshold: Said = None,
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
    or on many, and `stored:` in the place of a file is every stored traveller: a search, which is an entry in the audit
    log, in the role, for the purpose and under the reference of GATEHOUSE_ROLE, _PURPOSE and _REFERENCE. A process or
    machine that dies loses and doubles nothing.

    Example: gatehouse screen --list list.csv --json manifest.edi travellers.csv
    Example: gatehouse screen --list list.csv --json --cluster local --out answers travellers.csv
    """
    lawful_screening()
    if cluster:
        if not json and not out:
            raise Refused("--cluster writes JSON Lines; add --json, or name a folder with --out")
        # Imported here: nobody else waits for it.
        from gatehouse.cli.spread import compiled, screen_spread

        with compiled(entries_in_force(lists), thresholds_of(threshold)) as index:
            screen_spread(files, index, cluster, out)
        return
    if out:
        raise Refused("--out belongs to --cluster; add --cluster local, or write stdout to a file")
    say_if_cold()
    thresholds = thresholds_of(threshold)
    entries = entries_in_force(lists)
    screener = Screener(entries).with_thresholds(thresholds, {entry.list for entry in entries})
    counted: Counter[LeftOut] = Counter()
    try:
        for_each(files, lambda file: _screen_file(file, screener, counted, as_json=json), EdifactError, TableError)
    finally:
        _say_left_out(counted)


def _screen_file(file: Opened, screener: Screener, counted: Counter[LeftOut], *, as_json: bool) -> None:
    kind = kind_of(file.peek(PEEK_BYTES))
    with with_progress(file) as stream:
        read = rows_asked if kind is Kind.TABLE else messages_asked
        for one, found in answered(read(stream, file.name, file.sha256), screener):
            counted.update(found.left_out)
            if as_json:
                sys.stdout.buffer.write(json_line(one, found))
            else:
                _show(one, found)


def _say_left_out(counted: Counter[LeftOut]) -> None:
    for kind in filter(counted.__getitem__, LeftOut):
        say_error(f"{kind}: {counted[kind]} travellers: {meaning_of(kind)}")


def _show(asked: Asked, found: Found) -> None:
    above = [candidate for candidate in found.candidates if candidate.above_threshold]
    if not above and not found.left_out:
        return
    name = asked.subject.names[0] if asked.subject.names else "(no name)"
    OUT.print(f"[bold]{plain(name)}[/]  {plain(asked.source.file)} message {asked.source.index}, number {asked.number}")
    for kind in found.left_out:
        OUT.print(f"  [yellow]{kind}[/]: {meaning_of(kind)}")
    for candidate in above:
        also = alias(candidate.explanation, candidate.entry_name)
        named = f"{candidate.entry_name} (alias {also})" if also else candidate.entry_name
        entry = f"{candidate.list} {candidate.entry_id}: {named}"
        OUT.print(f"  {candidate.score:.2f}  {plain(entry)}")
        for reason in strongest(candidate.explanation):
            OUT.print(f"        {plain(reason)}")
