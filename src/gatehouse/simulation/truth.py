"""`truth.csv`: one row for every traveller of every readable message, in order.

Columns: `file` (its name in `messages/`), `message` (index of the message in the file, from 0), `traveller` (index in
the message, from 0), `surname` and `given_names` as sent (a title run on by a booking system left out), `person`
(the same number for the same person in every message), `entry_id` and `variation` of the planted, else empty. The
unnamed places of a group have neither person nor variation.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from gatehouse.simulation.outgoing import Outgoing


class TruthRow(NamedTuple):
    """Who one traveller of one message is; `entry_id` and `variation` are empty for people on no list."""

    file: str
    message: int
    traveller: int
    surname: str
    given_names: str
    person: str
    entry_id: str
    variation: str


def rows(outgoing: Outgoing, file: str) -> Iterator[TruthRow]:
    """The rows of one file."""
    for index, (reading, guests) in enumerate(zip(outgoing.readings, outgoing.guests, strict=True)):
        for place, (traveller, guest) in enumerate(zip(reading.travellers, guests, strict=True)):
            yield TruthRow(
                file,
                index,
                place,
                traveller.surname or "",
                traveller.given_names or "",
                # The unnamed places of a group are rows too: readings and rows must stay side by side.
                str(guest.number) if guest else "",
                (guest.entry_id if guest else None) or "",
                (guest.variation if guest else None) or "",
            )


def write_truth(found: Iterable[TruthRow], path: Path) -> int:
    """Write the rows with their header; their count is returned."""
    count = 0
    # Written as it comes, because a large day's truth is longer than its list.
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(TruthRow._fields)
        for row in found:
            writer.writerow(row)
            count += 1
    return count


def read_truth(path: Path) -> Iterator[TruthRow]:
    """The rows of a `truth.csv`, in order."""
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            yield TruthRow(
                row["file"],
                int(row["message"]),
                int(row["traveller"]),
                row["surname"],
                row["given_names"],
                row["person"],
                row["entry_id"],
                row["variation"],
            )
