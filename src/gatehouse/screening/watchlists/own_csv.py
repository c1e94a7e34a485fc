"""Reads this project's own list CSV (docs/lists.md): one row for each person, a header, UTF-8, commas.

Refuses a file without the columns `list`, `entry_id` and `name`, with unknown or repeated columns, cut in its last
row, or of several lists. A row whose handling or alias quality is not a known word is skipped, because guessing it
would change who is compared; an unreadable date or country becomes a remark and a finding.
"""

from __future__ import annotations

from collections.abc import Iterator

from gatehouse.screening.watchlists.csv_rows import Record, Row, check_columns, records, rows
from gatehouse.screening.watchlists.draft import EntryDraft
from gatehouse.screening.watchlists.list_reading import Item, Skipped
from gatehouse.screening.watchlists.listed_names import listed_name, tidy
from gatehouse.screening.watchlists.own_csv_form import PARTS, column_names, columns, split, unescaped, values
from gatehouse.screening.watchlists.source import Source
from gatehouse.terms.entry import Handling, ListedDocument, ListedName, NameQuality
from gatehouse.terms.finding import error

QUALITIES = {quality.value: quality for quality in NameQuality}
HANDLINGS = {handling.value: handling for handling in Handling} | {"": Handling.ANY}


class _RowError(Exception):
    """A row that cannot be read without guessing."""


def read(source: Source) -> Iterator[Item]:
    """The entries of the file in order."""
    body = rows(source, ",")
    header = _header(next(body))
    required = tuple(column.name for column in columns() if column.required)
    check_columns(source, header, required, frozenset(column_names()))
    for record in records(source, header, body):
        if isinstance(record, Skipped):
            yield record
            continue
        try:
            yield from _draft(record).finish()
        except _RowError as fault:
            yield Skipped(error("row-not-understood", record.ordinal, str(fault)))


def _header(row: Row) -> Row:
    known = column_names()
    return Row(row.line, tuple(known.get(cell.lower(), cell) for cell in row.cells))


def _draft(record: Record) -> EntryDraft:
    draft = EntryDraft(record.get("list"), record.ordinal, record.get("entry_id"))
    if not draft.list:
        raise _RowError("the list is not named")
    draft.names.extend(_names(record))
    _fill_person(draft, record)
    _fill_listing(draft, record)
    return draft


def _names(record: Record) -> Iterator[ListedName]:
    if cell := record.get("name"):
        word, *name = split(cell, ":")
        quality = QUALITIES.get(word.strip().lower()) if name else None
        yield name_of(":".join(name), quality) if quality else name_of(cell, NameQuality.PRIMARY)
    for value in values(record.get("aliases")):
        if (found := alias_of(value)) is None:
            raise _RowError("an alias has an unknown quality")
        yield found


def alias_of(value: str) -> ListedName | None:
    """A further name with its quality before a colon, strong without one; None where the quality is no known word."""
    word, *name = split(value, ":")
    if name and word.strip().lower() not in QUALITIES:
        return None
    quality = QUALITIES[word.strip().lower()] if name else NameQuality.STRONG
    return name_of(":".join(name) if name else word, quality)


def name_of(text: str, quality: NameQuality) -> ListedName:
    """A name, in two parts where it is written `SURNAME, Given names`."""
    parts = [tidy(unescaped(part)) for part in split(text, ",")]
    if len(parts) != 2 or not all(parts):
        return listed_name(tidy(unescaped(text)), quality)
    return listed_name(f"{parts[1]} {parts[0]}", quality, *parts)


def _fill_person(draft: EntryDraft, record: Record) -> None:
    for value in values(record.get("birth_dates")):
        draft.say_birth_date(unescaped(value))
    draft.birth_places.extend(tidy(unescaped(value)) for value in values(record.get("birth_place")))
    for value in values(record.get("birth_country")):
        if code := draft.country(unescaped(value), "Country of birth"):
            draft.birth_countries.append(code)
    for value in values(record.get("nationality")):
        draft.say_nationality(unescaped(value))
    for value in values(record.get("document_numbers")):
        draft.documents.append(_document(draft, value))
    draft.say_sex(record.get("sex"))
    draft.contacts.extend(tidy(unescaped(value)) for value in values(record.get("contacts")))


def _document(draft: EntryDraft, value: str) -> ListedDocument:
    number, kind, issuer, note, *more = [tidy(unescaped(part)) for part in split(value, PARTS)] + [""] * 3
    if not number or any(more):
        raise _RowError("a document is not number|type|issuer|note")
    return ListedDocument(number, kind or None, draft.country(issuer, "Issuer"), note or None)


def _fill_listing(draft: EntryDraft, record: Record) -> None:
    handling = record.get("handling").lower()
    if handling not in HANDLINGS:
        raise _RowError("the handling is not any, exact-name or document-only")
    draft.handling = HANDLINGS[handling]
    draft.programmes.extend(filter(None, [record.get("programme")]))
    draft.legal_bases.extend(filter(None, [record.get("legal_basis")]))
    draft.instruction = record.get("instruction") or None
    draft.listed_on = draft.date(record.get("listed_on"), "Listed on")
    draft.updated_on = draft.date(record.get("updated_on"), "Updated on")
    draft.expires_on = draft.date(record.get("expires_on"), "Expires on")
    draft.source_reference = record.get("source_reference") or None
    draft.remark("", record.get("remarks"))
