"""Reads the UK's list in CSV: the consolidated list of financial sanctions, and the UK Sanctions List that follows it.

The first line states the date (`Last Updated` or `Report Date`), the next one names the columns, which differ between
the two lists (`uk_csv_columns.csv`). A person takes one row for each name, put together by `Group ID` or `Unique ID`.
`Name 6` is the surname and `Name 1` to `Name 5` the given names. A part of a date printed `00` is not known. The
layout is known from published documentation only (docs/lists.md).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from gatehouse.screening.watchlists.csv_rows import Record, Row, check_columns, records, rows
from gatehouse.screening.watchlists.draft import EntryDraft
from gatehouse.screening.watchlists.list_reading import Item, Mark, Published, Skipped
from gatehouse.screening.watchlists.listed_dates import partial_date
from gatehouse.screening.watchlists.listed_names import listed_name, tidy
from gatehouse.screening.watchlists.source import Source
from gatehouse.terms.entry import ListedDocument, ListedName, NameQuality
from gatehouse.terms.finding import error
from gatehouse.terms.places import country_code

LIST_NAME = "UK-SL"
LEGAL_BASIS = "Sanctions and Anti-Money Laundering Act 2018 and the regulations of the regime"
COLUMNS_FILE = Path(__file__).with_name("uk_csv_columns.csv")
SURNAME_COLUMN = "Name 6"
GIVEN_COLUMNS = tuple(f"Name {number}" for number in range(1, 6))
ADDRESS_FIELDS = (*(f"address_{number}" for number in range(1, 7)), "postcode", "country")
HEADER_ROW_MAX = 5

_DATE = re.compile(r"\d{1,2}[/ -](?:\d{1,2}|[A-Za-z]{3,9})[/ -]\d{4}|\d{4}-\d{2}-\d{2}")
_NUMBERED = re.compile(r"\(\d{1,2}\)\s*")
_LOW = re.compile(r"\blow\b|\bweak\b", re.IGNORECASE)
_GENDER = re.compile(r"\(Gender\)\s*:\s*(\w+)")


class Layout(NamedTuple):
    """The columns of one of the lists, by field."""

    columns: dict[str, str]

    def get(self, record: Record, field: str) -> str:
        return record.get(self.columns[field])

    def several(self, record: Record, field: str) -> list[str]:
        """The values of a cell; several are numbered `(1) … (2) …` or parted by semicolons."""
        values = (value.strip(" .,;") for part in _NUMBERED.split(self.get(record, field)) for value in part.split(";"))
        return [value for value in values if value]

    def numbered(self, record: Record, field: str) -> list[str]:
        """The parts of a cell that are numbered `(1) … (2) …`; the whole of one that is not."""
        return [text for part in _NUMBERED.split(self.get(record, field)) if (text := part.strip(" ;"))]


@lru_cache(maxsize=3)
def layout_of(list_form: str) -> Layout:
    """The columns of one form of the list: `consolidated`, `sanctions_list` or `consolidated_xml`."""
    with COLUMNS_FILE.open(encoding="utf-8", newline="") as lines:
        return Layout({row["field"]: row[list_form] for row in csv.DictReader(lines)})


def read(source: Source) -> Iterator[Item]:
    """The entries of the file in order of their first row."""
    body = rows(source, ",")
    header, published = _header(source, body)
    if published:
        yield Published(published)
    layout = layout_of("consolidated" if "Group ID" in header.cells else "sanctions_list")
    check_columns(source, header, (layout.columns["id"], SURNAME_COLUMN, "Name 1"), None)
    yield from entries_of(layout, records(source, header, body))


def entries_of(layout: Layout, said: Iterable[Record | Skipped]) -> Iterator[Item]:
    """The entries that rows describe, in order of their first row: those of one identifier are one entry."""
    drafts: dict[str, EntryDraft] = {}
    others: set[str] = set()
    for record in said:
        if isinstance(record, Skipped):
            yield record
        elif not (identifier := layout.get(record, "id")):
            yield Skipped(error("entry-without-identifier", record.ordinal, "a row has no identifier"))
        elif not _is_person(layout, record):
            others.add(identifier)
        else:
            draft = drafts.setdefault(identifier, EntryDraft(LIST_NAME, record.ordinal, identifier))
            _say_row(draft, layout, record)
    yield from (Mark.NOT_A_PERSON for _ in others)
    for draft in drafts.values():
        draft.names.sort(key=lambda name: name.quality is not NameQuality.PRIMARY)
        yield from draft.finish()


def _header(source: Source, body: Iterator[Row]) -> tuple[Row, str | None]:
    """The row of column names and the date above it."""
    published = None
    for row in body:
        if SURNAME_COLUMN in row.cells or "Group ID" in row.cells or "Unique ID" in row.cells:
            return row, published
        found = _DATE.search(" ".join(row.cells))
        published = published or (partial_date(found[0].replace("-", " ")) or partial_date(found[0]) if found else None)
        if row.line >= HEADER_ROW_MAX:
            break
    raise source.refuse("line 1", "no row of column names", "fetch the CSV from its publisher again")


def _is_person(layout: Layout, record: Record) -> bool:
    return "individual" in (layout.get(record, "kind").lower(), layout.get(record, "kind_also").lower())


def quality_of(kind: str, strength: str) -> NameQuality:
    """How far the list trusts a name, from its kind (`Primary name`, `AKA` …) and the strength of an alias."""
    if kind.lower() == "primary name":
        return NameQuality.PRIMARY
    return NameQuality.WEAK if _LOW.search(strength) else NameQuality.STRONG


def _name(record: Record, quality: NameQuality) -> ListedName | None:
    surname = tidy(record.get(SURNAME_COLUMN))
    given = " ".join(filter(None, (tidy(record.get(column)) for column in GIVEN_COLUMNS)))
    full = " ".join(filter(None, (given, surname)))
    return listed_name(full, quality, surname if given else None, given if surname else None) if full else None


def _say_row(draft: EntryDraft, layout: Layout, record: Record) -> None:
    quality = quality_of(layout.get(record, "name_kind"), layout.get(record, "strength"))
    if name := _name(record, quality):
        draft.names.append(name)
    draft.say_names(layout.get(record, "other_script"), quality)
    for value in layout.several(record, "birth_date"):
        draft.say_birth_date(value)
    towns, countries = layout.several(record, "birth_town"), layout.several(record, "birth_country")
    _say_birth_places(draft, towns, countries)
    for value in layout.several(record, "nationality"):
        draft.say_nationality(value)
    _say_documents(draft, layout, record)
    _say_listing(draft, layout, record)


def _say_birth_places(draft: EntryDraft, towns: list[str], countries: list[str]) -> None:
    if len(towns) == len(countries):
        for town, country in zip(towns, countries, strict=True):
            draft.say_birth_place([town], country)
        return
    for town in towns:
        draft.say_birth_place([town], countries[0] if len(countries) == 1 else None)
    for country in countries if len(towns) != 1 or len(countries) > 1 else []:
        draft.say_birth_place([], country)


def _say_documents(draft: EntryDraft, layout: Layout, record: Record) -> None:
    for field, kind in (("passport", "Passport"), ("identifier", "National identification number")):
        numbers = layout.several(record, field)
        notes = layout.numbered(record, f"{field}_note")
        if len(notes) != len(numbers):
            # Which note is of which number is not said: each number keeps them all, and no issuer is guessed.
            notes = [tidy(layout.get(record, f"{field}_note"))] * len(numbers)
        for number, note in zip(numbers, notes, strict=True):
            draft.documents.append(ListedDocument(number, kind, issuer(note), note or None))


def issuer(note: str) -> str | None:
    """The country that a note begins with (`Iraq, issued on 1 Jan 2001`), or nothing."""
    country = note.split(",")[0].strip(" .")
    return country_code(country) if country else None


def _say_listing(draft: EntryDraft, layout: Layout, record: Record) -> None:
    remarks = layout.get(record, "remarks")
    stated = _GENDER.search(remarks)
    if not draft.sex:
        draft.say_sex(layout.get(record, "sex") or (stated[1] if stated else ""))
    draft.programmes.extend(filter(None, [layout.get(record, "regime")]))
    draft.legal_bases.append(LEGAL_BASIS)
    draft.source_reference = layout.get(record, "reference")
    listed, updated = (layout.get(record, field) for field in ("listed_on", "updated_on"))
    draft.listed_on = draft.listed_on or draft.date(listed, "Listed on")
    draft.updated_on = max(filter(None, (draft.updated_on, draft.date(updated, "Updated on"))), default=None)
    if address := ", ".join(filter(None, (tidy(layout.get(record, field)) for field in ADDRESS_FIELDS))):
        draft.contacts.append(address)
    draft.remark("Title", layout.get(record, "title"))
    draft.remark("Position", layout.get(record, "position"))
    draft.remark("UN reference", layout.get(record, "un_reference"))
    draft.remark("Measures", layout.get(record, "measures"))
    draft.remark("Reasons", layout.get(record, "reasons"))
    draft.remark("", remarks)
