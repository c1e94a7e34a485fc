"""Reads the EU's consolidated list of financial sanctions in CSV (release 1.1: semicolons, one header).

A person takes several rows, one for each name, address, birth date, document or citizenship, all repeating the
columns of the entity; rows are put together by `Entity_LogicalId`. Which column is which attribute of the XML form is
in `eu_csv_columns.csv`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from gatehouse.screening.watchlists.csv_rows import Record, check_columns, records, rows
from gatehouse.screening.watchlists.eu_entry import EuPerson, eu_draft, is_person
from gatehouse.screening.watchlists.list_reading import Item, Mark, Published, Skipped
from gatehouse.screening.watchlists.listed_dates import partial_date
from gatehouse.screening.watchlists.source import Source
from gatehouse.terms.finding import error

COLUMNS_FILE = Path(__file__).with_name("eu_csv_columns.csv")
REQUIRED = ("Entity_LogicalId", "NameAlias_WholeName")
DATE_COLUMN = "fileGenerationDate"
TYPE_COLUMNS = ("Entity_SubjectType", "Entity_SubjectType_ClassificationCode")


@lru_cache(maxsize=1)
def _columns() -> dict[str, list[tuple[str, str]]]:
    """For each group of attributes, its columns and the attributes they hold."""
    groups: dict[str, list[tuple[str, str]]] = {}
    with COLUMNS_FILE.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            groups.setdefault(row["group"], []).append((row["column"], row["attribute"]))
    return groups


def read(source: Source) -> Iterator[Item]:
    """The entries of the file in order of their first row."""
    body = rows(source, ";")
    header = next(body)
    check_columns(source, header, REQUIRED, None)
    persons: dict[str, EuPerson] = {}
    others: set[str] = set()
    published = ""
    for record in records(source, header, body):
        if isinstance(record, Skipped):
            yield record
            continue
        published = published or record.get(DATE_COLUMN)
        identifier = record.get("Entity_LogicalId")
        if not identifier:
            yield Skipped(error("entry-without-identifier", record.ordinal, "a row has no identifier"))
        elif identifier not in persons and not is_person(*map(record.get, TYPE_COLUMNS)):
            others.add(identifier)
        else:
            _add(persons.setdefault(identifier, EuPerson(_group(record, "entity"))), record)
    if date := partial_date(published):
        yield Published(date)
    yield from (Mark.NOT_A_PERSON for _ in others)
    for ordinal, person in enumerate(persons.values(), 1):
        yield from eu_draft(person, ordinal).finish()


def _group(record: Record, group: str) -> dict[str, str]:
    found = {attribute: record.get(column) for column, attribute in _columns()[group]}
    return {attribute: value for attribute, value in found.items() if value}


def _add(person: EuPerson, record: Record) -> None:
    """Add what a row says and no row before it said."""
    groups = {
        "names": person.names,
        "births": person.births,
        "citizenships": person.citizenships,
        "identifications": person.identifications,
        "addresses": person.addresses,
        "regulations": person.regulations,
    }
    for group, said in groups.items():
        if (attributes := _group(record, group)) and attributes not in said:
            said.append(attributes)
    if (remark := record.get("Entity_Remark")) and remark not in person.remarks:
        person.remarks.append(remark)
