"""Writes list entries as this project's own list CSV, so that reading the file gives the same entries back."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from gatehouse.screening.watchlists.own_csv_form import PARTS, VALUES, columns, escaped
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedDocument, ListedName, ListEntry, NameQuality


def write_list(entries: Iterable[ListEntry], stream: TextIO) -> int:
    """Write a header and one row for each entry; the count of rows is returned. `stream` was opened with `newline=""`.

    A name keeps its surname and given names only when its full form is the two in given-then-surname order; scripts
    are not written, because reading finds them from the letters.
    """
    writer = csv.DictWriter(stream, [column.name for column in columns()], lineterminator="\n")
    writer.writeheader()
    count = 0
    for entry in entries:
        writer.writerow(_row(entry))
        count += 1
    return count


def _row(entry: ListEntry) -> dict[str, str | None]:
    first = entry.names[0]
    return {
        "list": entry.list,
        "entry_id": entry.entry_id,
        "name": name_text(first) if first.quality is NameQuality.PRIMARY else f"{first.quality}:{name_text(first)}",
        "aliases": VALUES.join(f"{name.quality}:{name_text(name)}" for name in entry.names[1:]),
        "birth_dates": VALUES.join(map(span_text, entry.birth_dates)),
        "birth_place": VALUES.join(map(escaped, entry.birth_places)),
        "birth_country": VALUES.join(entry.birth_countries),
        "sex": entry.sex,
        "nationality": VALUES.join(entry.nationalities),
        "document_numbers": VALUES.join(map(document_text, entry.documents)),
        "contacts": VALUES.join(map(escaped, entry.contacts)),
        "programme": entry.programme,
        "legal_basis": entry.legal_basis,
        "handling": entry.handling.value,
        "instruction": entry.instruction,
        "listed_on": entry.listed_on,
        "updated_on": entry.updated_on,
        "expires_on": entry.expires_on,
        "source_reference": entry.source_reference,
        "remarks": entry.remarks,
    }


def name_text(name: ListedName) -> str:
    """A name as a cell has it, without its quality."""
    if name.surname and name.given_names and name.full == f"{name.given_names} {name.surname}":
        return f"{escaped(name.surname)}, {escaped(name.given_names)}"
    return escaped(name.full)


def span_text(span: DateSpan) -> str:
    """A date, or from when to when."""
    text = span.earliest if span.earliest == span.latest else f"{span.earliest} to {span.latest}"
    return f"circa {text}" if span.circa else text


def document_text(document: ListedDocument) -> str:
    """`number|type|issuer|note`, as far as it is known."""
    parts = [escaped(part or "") for part in document]
    while not parts[-1]:
        parts.pop()
    return PARTS.join(parts)
