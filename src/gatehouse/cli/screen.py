"""`gatehouse screen`: travellers beside lists, without a database."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from gatehouse.cli.console import OUT, Opened, Refused, for_each, say_error, with_progress, write_json
from gatehouse.cli.reasons import alias, strongest
from gatehouse.edifact import EdifactError
from gatehouse.screening.matching.pair import THRESHOLD
from gatehouse.screening.matching.screener import Screener
from gatehouse.screening.matching.subject import subject_of
from gatehouse.screening.matching.table import TableError, looks_like_table, read_table
from gatehouse.screening.messages import read_messages
from gatehouse.screening.messages.json_form import Source, finding_json
from gatehouse.screening.watchlists.errors import ListFileError
from gatehouse.screening.watchlists.reader import read_list
from gatehouse.terms.candidate import Candidate, Subject
from gatehouse.terms.entry import ListEntry
from gatehouse.terms.finding import Finding

BATCH = 500
PEEK_BYTES = 4096


@dataclass(frozen=True, slots=True)
class _Asked:
    """One traveller to be screened: `number` counts travellers of the message, or rows of the table, from 1."""

    source: Source
    number: int
    subject: Subject
    findings: tuple[Finding, ...] = ()


def screen(
    files: Annotated[list[Path], typer.Argument(help="Messages, or CSV / JSON Lines of travellers; - for stdin.")],
    lists: Annotated[list[Path], typer.Option("--list", help="A list file; give it once for each list.")],
    json: Annotated[bool, typer.Option("--json", help="JSON Lines, one object for each traveller.")] = False,
    threshold: Annotated[
        float, typer.Option(min=0.0, max=1.0, help="Score from which a candidate counts as above the threshold.")
    ] = THRESHOLD,
) -> None:
    """Screen travellers against lists; no database needed.

    Writes every traveller in input order with the candidates and why each is one. The table columns and the JSON
    form are contracts: docs/contracts/screen.md. Lists: UN, OFAC, EU, UK, FollowTheMoney, or our own CSV.

    Example: gatehouse screen --list list.csv --json manifest.edi travellers.csv
    """
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
    asked = _table(file) if looks_like_table(file.peek(PEEK_BYTES)) else _messages(file)
    while batch := list(islice(asked, BATCH)):
        found = screener.screen_many([one.subject for one in batch])
        for one, candidates in zip(batch, found, strict=True):
            if as_json:
                write_json(_line(one, candidates))
            else:
                _show(one, candidates)


def _table(file: Opened) -> Iterator[_Asked]:
    with with_progress(file) as stream:
        for row in read_table(stream):
            yield _Asked(Source(file.name, file.sha256, 0), row.number, row.subject, row.findings)


def _messages(file: Opened) -> Iterator[_Asked]:
    with with_progress(file) as stream:
        for index, reading in enumerate(read_messages(stream)):
            source = Source(file.name, file.sha256, index)
            for number, traveller in enumerate(reading.travellers, start=1):
                yield _Asked(source, number, subject_of(traveller))


def _line(asked: _Asked, candidates: list[Candidate]) -> dict[str, object]:
    subject = asked.subject
    return {
        "source": asked.source.to_json(),
        "traveller": {
            "number": asked.number,
            "names": list(subject.names),
            "birth_date": subject.birth_date,
            "sex": subject.sex,
            "nationalities": list(subject.nationalities),
        },
        "findings": [finding_json(finding) for finding in asked.findings],
        "candidates": [candidate_json(candidate) for candidate in candidates],
    }


def candidate_json(candidate: Candidate) -> dict[str, object]:
    """The contract's object for one candidate."""
    return {
        "list": candidate.list,
        "entry_id": candidate.entry_id,
        "entry_name": candidate.entry_name,
        "score": round(candidate.score, 4),
        "above_threshold": candidate.above_threshold,
        "explanation": [reason._asdict() for reason in candidate.explanation],
        "engine": candidate.engine,
    }


def _show(asked: _Asked, candidates: list[Candidate]) -> None:
    above = [candidate for candidate in candidates if candidate.above_threshold]
    if not above:
        return
    name = asked.subject.names[0] if asked.subject.names else "(no name)"
    OUT.print(
        f"[bold]{escape(name)}[/]  {escape(asked.source.file)} message {asked.source.index}, number {asked.number}"
    )
    for candidate in above:
        also = alias(candidate.explanation, candidate.entry_name)
        named = f"{candidate.entry_name} (alias {also})" if also else candidate.entry_name
        entry = f"{candidate.list} {candidate.entry_id}: {named}"
        OUT.print(f"  {candidate.score:.2f}  {escape(entry)}")
        for reason in strongest(candidate.explanation):
            OUT.print(f"        {escape(reason)}")
