"""Travellers from a table: CSV or JSON Lines, for screening without messages.

Columns (all optional but a name): `full_name`, or `surname` and `given_names`; `birth_date` (ISO, may be partial),
`sex`, `nationality` (alpha-2, alpha-3 or English name, several with `;`), `birth_place`, `document_number`,
`document_issuer`. Unknown columns are refused by name, so that a misspelt one is never silently ignored. A value
that cannot be read becomes a finding of its row, and the traveller is screened with the rest.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import BinaryIO

import orjson

from gatehouse.terms.candidate import Subject
from gatehouse.terms.dates import is_partial_date
from gatehouse.terms.finding import Finding, error, warning
from gatehouse.terms.places import country_code

COLUMNS = (
    "full_name",
    "surname",
    "given_names",
    "birth_date",
    "sex",
    "nationality",
    "birth_place",
    "document_number",
    "document_issuer",
)
NAME_COLUMNS = frozenset({"full_name", "surname", "given_names"})
SEXES = {"M": "M", "MALE": "M", "F": "F", "FEMALE": "F", "X": "X"}
FIELD_CHARACTERS_MAX = 100_000


class TableError(ValueError):
    """A table that cannot be taken. The text names the line, the cause and the remedy."""


@dataclass(frozen=True, slots=True)
class Row:
    """One traveller of the table: `number` counts data rows from 1."""

    number: int
    subject: Subject
    findings: tuple[Finding, ...]


def looks_like_table(beginning: bytes) -> bool:
    """Whether a file that begins so is a table of travellers: a JSON object, or a header with a known column."""
    text = beginning.removeprefix(b"\xef\xbb\xbf").lstrip()
    first_line = text.split(b"\n", 1)[0].decode("utf-8", "replace")
    names = {cell.strip().strip('"').lower() for cell in first_line.split(",")}
    return text.startswith(b"{") or bool(names & set(COLUMNS))


def read_table(stream: BinaryIO, first: int = 1) -> Iterator[Row]:
    """The travellers of a CSV (with header) or JSON Lines stream, in order; the number of the first row is `first`.

    Raises `TableError` for unknown columns, no name column, a line that is no JSON object, or bytes that are not
    UTF-8.
    """
    lines = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    for number, record in enumerate(read_records(lines), start=first):
        yield _row(number, record)


def read_records(lines: Iterator[str]) -> Iterator[Mapping[str, str]]:
    """The cells of each row, by column, from the lines of the text. Raises `TableError` as `read_table` does."""
    try:
        first = next(lines, "")
        records = _json_records if is_json(first) else _csv_records
        yield from records(chain([first], lines))
    except UnicodeDecodeError as fault:
        raise TableError(f"byte {fault.start} of a block is not UTF-8; save the file as UTF-8") from fault


def is_json(first_line: str) -> bool:
    """Whether a table that begins with this line is JSON Lines, and not CSV."""
    return first_line.lstrip().startswith("{")


def _refuse_columns(names: Mapping[str, object] | list[str], line: int) -> None:
    unknown = [name for name in names if name not in COLUMNS]
    if unknown:
        listed = ", ".join(repr(name[:40]) for name in unknown)
        raise TableError(f"line {line}: unknown column {listed}; columns are {', '.join(COLUMNS)}")
    if not NAME_COLUMNS & set(names):
        raise TableError(f"line {line}: no name column; give full_name, or surname and given_names")


def _csv_records(lines: Iterator[str]) -> Iterator[Mapping[str, str]]:
    # Stated, because the module's own default is a limit of the process that any library may have changed.
    csv.field_size_limit(FIELD_CHARACTERS_MAX)
    reader = csv.reader(lines, strict=True)
    try:
        header = [name.strip().lower() for name in next(reader, [])]
        _refuse_columns(header, 1)
        for cells in reader:
            # Refused, not cut: an unquoted comma in a name moves every later value into the wrong column.
            if len(cells) > len(header):
                counts = f"{len(cells)} cells under {len(header)} columns"
                raise TableError(f"line {reader.line_num}: {counts}; quote cells that hold commas")
            if cells:
                yield dict(zip(header, cells, strict=False))
    except csv.Error as fault:
        raise TableError(f"line {reader.line_num}: {fault}; check the quoting") from fault


def _json_records(lines: Iterator[str]) -> Iterator[Mapping[str, str]]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = orjson.loads(line)
        except orjson.JSONDecodeError as fault:
            raise TableError(f"line {number}: not JSON ({fault.msg}); write one object on each line") from fault
        if not isinstance(record, dict):
            raise TableError(f"line {number}: not a JSON object; write one object on each line")
        _refuse_columns(record, number)
        yield {name: _cell(value) for name, value in record.items()}


def _cell(value: object) -> str:
    if isinstance(value, list):
        return ";".join(str(item) for item in value)
    return "" if value is None else str(value)


def _row(number: int, record: Mapping[str, str]) -> Row:
    cells = {name: value.strip() for name, value in record.items() if value}
    findings: list[Finding] = []
    surname, given_names = cells.get("surname"), cells.get("given_names")
    full_name = cells.get("full_name") or " ".join(part for part in (given_names, surname) if part)
    if not full_name:
        findings.append(error("name-missing", number, "the row has no name and can only be screened by document"))
    subject = Subject(
        names=(full_name,) if full_name else (),
        surname=surname,
        given_names=given_names,
        birth_date=_birth_date(cells.get("birth_date", ""), number, findings),
        sex=_sex(cells.get("sex", ""), number, findings),
        nationalities=_nationalities(cells.get("nationality", ""), number, findings),
        birth_place=cells.get("birth_place"),
        documents=_documents(cells, number, findings),
    )
    return Row(number, subject, tuple(findings))


def _birth_date(text: str, number: int, findings: list[Finding]) -> str | None:
    if text and not is_partial_date(text):
        findings.append(warning("birth-date-unreadable", number, "birth_date is not an ISO date; screened without it"))
        return None
    return text or None


def _sex(text: str, number: int, findings: list[Finding]) -> str | None:
    sex = SEXES.get(text.upper())
    if text and not sex:
        findings.append(warning("sex-unreadable", number, "sex is none of M, F, X; screened without it"))
    return sex


def _nationalities(text: str, number: int, findings: list[Finding]) -> tuple[str, ...]:
    codes = []
    for part in filter(None, map(str.strip, text.split(";"))):
        code = country_code(part)
        if code:
            codes.append(code)
        else:
            findings.append(warning("country-unknown", number, "nationality is no known country; screened without it"))
    return tuple(codes)


def _documents(cells: Mapping[str, str], number: int, findings: list[Finding]) -> tuple[tuple[str, str | None], ...]:
    if not cells.get("document_number"):
        return ()
    issuer = cells.get("document_issuer", "")
    code = country_code(issuer) if issuer else None
    if issuer and not code:
        findings.append(warning("country-unknown", number, "document_issuer is no known country; screened without it"))
    return ((cells["document_number"], code),)
