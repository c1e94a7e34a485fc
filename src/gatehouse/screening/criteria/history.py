"""History from files: journeys of the past, and what became of their hits.

Journeys come as JSON Lines: what `gatehouse read --json` writes (docs/contracts/read.md), or one journey a line with
`traveller`, `booking` and `flights`. Messages that only name people again (closures, cancellations, replies) and test
messages are passed over. A person told of by two messages is two journeys here; the database counts them once.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import BinaryIO

import orjson

from gatehouse.screening.criteria.errors import CriterionFileError
from gatehouse.screening.criteria.journey import Journey
from gatehouse.screening.criteria.journey_json import booking_of, flights, journey, traveller
from gatehouse.screening.criteria.tables import Table
from gatehouse.terms.booking import Booking
from gatehouse.terms.saying import Saying
from gatehouse.terms.traveller import Role

LINE_BYTES_MAX = 64 << 20
"""One message as one line; the largest known are some thousand travellers."""
OUTCOMES_MAX = 1_000_000
OUTCOME_BYTES_MAX = 64 << 20
OUTCOME_COLUMNS = ["journey", "outcome"]
DIGEST_SHOWN = 16
STATING = frozenset({"passenger-list", "crew-list", "change", "pnr-push", "pnr-update", "other", None})
"""Functions of messages that state travellers; all others only name some again."""


class Outcome(StrEnum):
    """What a person made of a past hit."""

    CONFIRMED = "confirmed"
    CLEARED = "cleared"


Outcomes = Mapping[str, Outcome]
"""By the key of the journey."""


def read_history(stream: BinaryIO, file: str) -> Iterator[Journey]:
    """The journeys of a file, one message or journey at a time. Raises `CriterionFileError` with the line."""
    number = 0
    while line := stream.readline(LINE_BYTES_MAX + 1):
        number += 1
        place = f"line {number}"
        if len(line) > LINE_BYTES_MAX:
            raise CriterionFileError(file, place, f"is longer than {LINE_BYTES_MAX} bytes", "split the message")
        if line.strip():
            yield from _of_line(Table(_parsed(line, file, place), file, place), number)


def _parsed(line: bytes, file: str, place: str) -> object:
    try:
        return orjson.loads(line)
    except orjson.JSONDecodeError as fault:
        remedy = "give what `gatehouse read --json` writes"
        raise CriterionFileError(file, place, "is no JSON", remedy) from fault


def _of_line(table: Table, number: int) -> Iterator[Journey]:
    if table.has("traveller"):
        place = table.maybe_number("number")
        source = table.maybe_text("source") or "line"
        yield journey(table, source, number if place is None else int(place))
    elif table.has("travellers"):
        yield from _of_message(table, number)
    else:
        raise table.refused(
            "", Saying("holds neither travellers nor a traveller"), Saying("give what `gatehouse read --json` writes")
        )


def _of_message(table: Table, number: int) -> Iterator[Journey]:
    if table.maybe_text("function") not in STATING or table.maybe_flag("test"):
        return
    source = _source(table) or f"line {number}"
    flown, bookings = flights(table), _bookings(table)
    for index, one in enumerate(table.tables("travellers")):
        said = traveller(one)
        if said.role is not Role.GROUP:
            yield Journey(source, index, said, bookings.get(index), flown)


def _source(table: Table) -> str | None:
    source = table.maybe_table("source")
    digest = source.maybe_text("sha256") if source else None
    return f"{digest[:DIGEST_SHOWN]}:{source.whole('index')}" if source and digest else None


def _bookings(table: Table) -> dict[int, Booking]:
    """The booking of each traveller, by the traveller's place in the message."""
    found: dict[int, Booking] = {}
    for one in table.tables("bookings"):
        booking, places = booking_of(one), one.value("traveller_indexes")
        if isinstance(places, list):
            found |= {place: booking for place in places if isinstance(place, int)}
    return found


def read_outcomes(stream: BinaryIO, file: str) -> dict[str, Outcome]:
    """What became of past hits: CSV with the columns journey and outcome (confirmed, cleared).

    Raises `CriterionFileError` for another form, an outcome that is not known, or two outcomes of one journey.
    """
    content = stream.read(OUTCOME_BYTES_MAX + 1)
    if len(content) > OUTCOME_BYTES_MAX:
        raise CriterionFileError(file, "size", f"is more than {OUTCOME_BYTES_MAX} bytes", "split it")
    rows = csv.DictReader(io.StringIO(content.decode("utf-8", "replace")), strict=True)
    found: dict[str, Outcome] = {}
    try:
        if rows.fieldnames != OUTCOME_COLUMNS:
            raise CriterionFileError(file, "line 1", "has other columns", f"name them {','.join(OUTCOME_COLUMNS)}")
        for row in rows:
            _take(found, row, file, rows.line_num)
    except csv.Error as fault:
        raise CriterionFileError(file, f"line {rows.line_num}", "is no CSV", "quote what holds commas") from fault
    return found


def _take(found: dict[str, Outcome], row: dict[str, str], file: str, line: int) -> None:
    outcome = row["outcome"]
    if outcome not in list(Outcome):
        raise CriterionFileError(file, f"line {line}", "has an unknown outcome", f"known are {', '.join(Outcome)}")
    if found.setdefault(row["journey"], Outcome(outcome)) != outcome:
        raise CriterionFileError(file, f"line {line}", "is the second, another outcome", "keep the one that stands")
    if len(found) > OUTCOMES_MAX:
        raise CriterionFileError(file, f"line {line}", f"is past {OUTCOMES_MAX} outcomes", "split it")
