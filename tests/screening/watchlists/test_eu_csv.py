"""The EU list in CSV: synthetic rows of the documented columns."""

from __future__ import annotations

import csv
from collections.abc import Callable

import pytest

from gatehouse.screening.watchlists.errors import ListFileError
from gatehouse.screening.watchlists.eu_csv import COLUMNS_FILE
from gatehouse.screening.watchlists.list_reading import ListReading
from gatehouse.terms.dates import DateSpan

HEADER = (
    "fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_SubjectType;"
    "Entity_SubjectType_ClassificationCode;Entity_Regulation_Programme;Entity_Regulation_NumberTitle;Entity_Remark;"
    "NameAlias_WholeName;NameAlias_Gender;BirthDate_BirthDate;BirthDate_Circa;Identification_Number;"
    "Identification_CountryIso2Code;Citizenship_CountryIso2Code"
)
ROWS = (
    "02/06/2026;13;EU.1.1;P;person;UTO;2026/1;Fictitious;Zoran Nimbus;M;;;;;",
    "02/06/2026;13;EU.1.1;P;person;UTO;2026/1;Fictitious;Z. Nimbo;;;;;;",
    "02/06/2026;14;EU.1.2;E;enterprise;UTO;2026/1;;Utopia Bank;;;;;;",
    "02/06/2026;13;EU.1.1;P;person;UTO;2026/1;Fictitious;;;1970-02-03;true;;;",
    "02/06/2026;13;EU.1.1;P;person;UTO;2026/1;Fictitious;;;;;X1;SY;",
    "02/06/2026;13;EU.1.1;P;person;UTO;2026/1;Fictitious;;;;;;;SY",
    '02/06/2026;15;EU.1.3;P;person;UTO;2026/1;"a; b";Jane Doe;F;;;;;',
)


def listed(*rows: str) -> str:
    return "\n".join(("\ufeff" + HEADER, *rows, ""))


def test_rows_are_put_together_by_entity(read: Callable[[str], ListReading]) -> None:
    reading = read(listed(*ROWS))
    nimbus, doe = reading.entries
    assert (reading.list, reading.format, reading.published) == ("EU-FSF", "eu-csv", "2026-06-02")
    assert reading.not_persons == 1
    assert [(name.full, name.quality.value) for name in nimbus.names] == [
        ("Zoran Nimbus", "primary"),
        ("Z. Nimbo", "strong"),
    ]
    assert nimbus.birth_dates == (DateSpan.exact("1970-02-03", circa=True),)
    assert [(document.number, document.issuer) for document in nimbus.documents] == [("X1", "SYR")]
    assert (nimbus.nationalities, nimbus.legal_basis, nimbus.sex) == (("SYR",), "2026/1", "M")
    assert nimbus.remarks == "Fictitious"
    assert doe.remarks == "a; b"


def test_faults_of_rows_and_of_the_file(read: Callable[[str], ListReading]) -> None:
    reading = read(listed(ROWS[0], "1;2;3", ROWS[0].replace(";13;", ";;"), ROWS[6]))
    assert (len(reading.entries), reading.skipped) == (2, 2)
    with pytest.raises(ListFileError, match="the last row has"):
        read(listed(*ROWS)[:-12])
    with pytest.raises(ListFileError, match="missing columns: Entity_LogicalId"):
        read(listed(*ROWS).replace("Entity_LogicalId", "Id"))


def test_the_table_of_columns_names_each_once() -> None:
    with COLUMNS_FILE.open(encoding="utf-8", newline="") as lines:
        columns = [row["column"] for row in csv.DictReader(lines)]
    assert len(columns) == len(set(columns)) > 40
