"""`gatehouse match`: one pair explained in words, or a file of pairs scored."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from gatehouse.cli.console import OUT, Opened, Refused, for_each, plain, write_json
from gatehouse.screening.matching.explanation import sentence
from gatehouse.screening.matching.pair import THRESHOLD, compare
from gatehouse.screening.matching.pairs_table import Pair, PairsError, read_pairs
from gatehouse.screening.messages.json_form import finding_json
from gatehouse.screening.spread.asked import candidate_json
from gatehouse.terms.candidate import Candidate, Subject
from gatehouse.terms.entry import ListedName, ListEntry


def match(
    names: Annotated[list[str] | None, typer.Argument(help="Two names, each in quotes.")] = None,
    pairs: Annotated[Path | None, typer.Option(help="CSV with left_name,right_name and more; see below.")] = None,
    json: Annotated[bool, typer.Option("--json", help="JSON Lines, one object for each pair.")] = False,
) -> None:
    """Compare names and say how.

    With two names: explains the pair. With --pairs: scores each line of a CSV with the columns left_name,
    right_name and, where known, left_birth_date, right_birth_date, left_nationality, right_nationality.
    The JSON form is a contract: docs/contracts/match.md.

    Example: gatehouse match "Yusuf al-Karim" "KARIM YOUSSEF"
    """
    if pairs and not names:
        for_each([pairs], _write_json if json else _write_summary, PairsError)
    elif names and len(names) == 2 and not pairs:
        left, right = (_name(name) for name in names)
        _explain(left, right, as_json=json)
    else:
        raise Refused('match: give two names in quotes, or --pairs FILE; example: gatehouse match "NAME A" "NAME B"')


def _name(given: str) -> str:
    """A name from the command line; bytes that are no UTF-8 are replaced. Refuses one without any sign in it."""
    if not given.strip():
        raise Refused("match: a name is empty; give two names in quotes")
    return os.fsencode(given).decode(errors="replace")


def _write_json(file: Opened) -> None:
    for pair in read_pairs(file.stream):
        write_json(_line(pair, compare(pair.left, pair.right)))


def _write_summary(file: Opened) -> None:
    for pair in read_pairs(file.stream):
        candidate = compare(pair.left, pair.right)
        mark = "above" if candidate.above_threshold else "below"
        names = f"{pair.left.names[0] if pair.left.names else '(no name)'}  |  {candidate.entry_name}"
        OUT.print(f"{candidate.score:.3f}  {mark}  {plain(names)}")


def _line(pair: Pair, candidate: Candidate) -> dict[str, object]:
    scored = candidate_json(candidate)
    return {
        "line": pair.line,
        "left_name": pair.left.names[0] if pair.left.names else None,
        "right_name": candidate.entry_name,
        "score": scored["score"],
        "above_threshold": scored["above_threshold"],
        "explanation": scored["explanation"],
        "engine": candidate.engine,
        "findings": [finding_json(finding) for finding in pair.findings],
    }


def _explain(left: str, right: str, *, as_json: bool) -> None:
    entry = ListEntry(list="given", entry_id="right", names=(ListedName(right),))
    candidate = compare(Subject(names=(left,)), entry)
    if as_json:
        write_json(candidate_json(candidate))
        return
    verdict = "at or above" if candidate.above_threshold else "below"
    score = f"score [bold]{candidate.score:.3f}[/], {verdict} the threshold of {THRESHOLD:.2f}"
    OUT.print(f"{score} (engine {candidate.engine})")
    OUT.print(plain(sentence(candidate)))
    table = Table("feature", "left", "right", "outcome", "weight", "how", box=None)
    for reason in candidate.explanation:
        cells = (reason.feature, reason.traveller, reason.entry, reason.outcome, f"{reason.weight:+.2f}", reason.how)
        table.add_row(*(plain(cell or "") for cell in cells))
    OUT.print(table)
