"""Pairs of names from a CSV, to be compared one by one."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from gatehouse.screening.matching.name_findings import name_findings
from gatehouse.terms.candidate import Subject
from gatehouse.terms.dates import DateSpan, is_partial_date
from gatehouse.terms.entry import ListedName, ListEntry
from gatehouse.terms.finding import Finding, warning
from gatehouse.terms.places import country_code

REQUIRED = ("left_name", "right_name")
OPTIONAL = ("left_birth_date", "right_birth_date", "left_nationality", "right_nationality")


class PairsError(ValueError):
    """A file of pairs that cannot be taken. The text names the line, the cause and the remedy."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One line: the left side as a traveller, the right side as a list entry. `line` is the file's, from 2.

    A date or country that cannot be read is left out of the comparison and named in `findings`.
    """

    line: int
    left: Subject
    right: ListEntry
    findings: tuple[Finding, ...] = ()


def read_pairs(stream: BinaryIO) -> Iterator[Pair]:
    """The pairs of a CSV with a header, in order.

    Refuses missing columns and misspelt `left_` or `right_` ones by name; other columns (a label, a note) are the
    file's own and stay out of the comparison.
    """
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    reader = csv.DictReader(text, strict=True)
    try:
        _refuse_columns(list(reader.fieldnames or ()))
        for record in reader:
            # Where DictReader files surplus cells: an unquoted comma has moved values into the wrong column.
            if None in record:
                raise PairsError(f"line {reader.line_num}: more cells than columns; quote cells that hold commas")
            yield _pair(reader.line_num, {name: (cell or "").strip() for name, cell in record.items()})
    except UnicodeDecodeError as fault:
        raise PairsError(f"after line {reader.line_num}: not UTF-8; save the file as UTF-8") from fault
    except csv.Error as fault:
        raise PairsError(f"line {reader.line_num}: {fault}; check the quoting") from fault


def _refuse_columns(names: list[str]) -> None:
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        raise PairsError(f"line 1: no column {', '.join(missing)}; the header needs {', '.join(REQUIRED)}")
    known = REQUIRED + OPTIONAL
    unknown = [name for name in names if name.startswith(("left_", "right_")) and name not in known]
    if unknown:
        raise PairsError(f"line 1: unknown column {', '.join(unknown)}; known are {', '.join(known)}")


def _pair(line: int, cells: dict[str, str]) -> Pair:
    findings: list[Finding] = []
    left = Subject(
        names=(cells["left_name"],) if cells["left_name"] else (),
        birth_date=_date(line, cells.get("left_birth_date", ""), findings),
        nationalities=_countries(line, cells.get("left_nationality", ""), findings),
    )
    date = _date(line, cells.get("right_birth_date", ""), findings)
    right = ListEntry(
        list="pairs",
        entry_id=str(line),
        names=(ListedName(cells["right_name"]),),
        birth_dates=(DateSpan.exact(date),) if date else (),
        nationalities=_countries(line, cells.get("right_nationality", ""), findings),
    )
    named = name_findings((*left.names, *filter(None, [cells["right_name"]])), line)
    return Pair(line, left, right, (*findings, *named))


def _date(line: int, text: str, findings: list[Finding]) -> str | None:
    if text and not is_partial_date(text):
        findings.append(warning("birth-date-unreadable", line, "a birth date is not an ISO date; compared without it"))
        return None
    return text or None


def _countries(line: int, text: str, findings: list[Finding]) -> tuple[str, ...]:
    parts = [part.strip() for part in text.split(";") if part.strip()]
    codes = [country_code(part) for part in parts]
    if None in codes:
        findings.append(warning("country-unknown", line, "a nationality names no known country; compared without it"))
    return tuple(code for code in codes if code)
