"""The UK list: synthetic rows of both documented layouts."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest

from gatehouse.screening.watchlists.errors import ListFileError
from gatehouse.screening.watchlists.list_reading import ListReading
from gatehouse.screening.watchlists.uk_csv import COLUMNS_FILE
from gatehouse.terms.dates import DateSpan

OLD = next(
    csv.reader(
        [
            "Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,Name Non-Latin Script,DOB,Town of Birth,Country of Birth,"
            "Nationality,Passport Number,Passport Details,Other Information,Group Type,Alias Type,Alias Quality,Regime,"
            "Listed On,Last Updated,Group ID"
        ]
    )
)
NEW = next(
    csv.reader(
        [
            "Last Updated,Unique ID,Name 6,Name 1,Name type,Alias strength,Name non-latin script,Regime Name,"
            "Designation Type,Date Designated,D.O.B,Nationality(/ies),National Identifier number,Gender"
        ]
    )
)


def listed(first_line: str, columns: list[str], *rows: dict[str, str]) -> str:
    stream = io.StringIO()
    stream.write(first_line + "\n")
    writer = csv.DictWriter(stream, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


ALIAS = {
    "Name 6": "NIMBO", "Alias Type": "AKA", "Alias Quality": "Low", "Group ID": "5", "Group Type": "Individual",
    "DOB": "00/00/1971", "Last Updated": "01/02/2021",
}  # fmt: skip
PRIMARY = {
    "Name 6": "NIMBUS", "Name 1": "Zoran", "Name 2": "Q.", "Name Non-Latin Script": "Зоран", "DOB": "00/05/1970",
    "Town of Birth": "Nowhere", "Country of Birth": "Syria", "Nationality": "(1) Syria (2) Iran", "Title": "Dr",
    "Passport Number": "(1) X1 (2) X2", "Passport Details": "Syria", "Group Type": "Individual", "Regime": "Utopia",
    "Alias Type": "Primary name", "Listed On": "02/10/2001", "Last Updated": "01/02/2020", "Group ID": "5",
    "Other Information": "(UK Sanctions List Ref):UTO0001. (Gender):Male",
}  # fmt: skip
BANK = {"Name 6": "UTOPIA BANK", "Group Type": "Entity", "Group ID": "6"}


def test_the_consolidated_list(read: Callable[[str], ListReading]) -> None:
    reading = read(listed("Last Updated,03/06/2026", OLD, ALIAS, PRIMARY, BANK))
    (entry,) = reading.entries
    assert (reading.list, reading.format, reading.published) == ("UK-SL", "uk-csv", "2026-06-03")
    assert reading.not_persons == 1
    assert [(name.full, name.quality.value, name.surname) for name in entry.names] == [
        ("Zoran Q. NIMBUS", "primary", "NIMBUS"),
        ("Зоран", "primary", None),
        ("NIMBO", "weak", None),
    ]
    assert entry.birth_dates == (DateSpan.exact("1971"), DateSpan.exact("1970-05"))
    assert (entry.birth_places, entry.birth_countries) == (("Nowhere, Syria",), ("SYR",))
    assert entry.nationalities == ("SYR", "IRN")
    assert [(document.number, document.issuer) for document in entry.documents] == [("X1", "SYR"), ("X2", "SYR")]
    assert (entry.sex, entry.programme) == ("M", "Utopia")
    assert (entry.listed_on, entry.updated_on) == ("2001-10-02", "2021-02-01")
    assert entry.source_reference == "5"
    assert (entry.remarks or "").startswith("Title: Dr; (UK Sanctions List Ref)")


def test_the_uk_sanctions_list(read: Callable[[str], ListReading]) -> None:
    rows = (
        {
            "Unique ID": "UTO0001", "Name 6": "NIMBUS", "Name 1": "Zoran", "Name type": "Primary Name",
            "Designation Type": "Individual", "D.O.B": "dd/mm/1970", "Nationality(/ies)": "Iran; Syria",
            "Date Designated": "01/02/2022", "National Identifier number": "N1", "Gender": "Male",
            "Regime Name": "Utopia",
        },
        {"Unique ID": "UTO0001", "Name 6": "CLOUD", "Name type": "Alias", "Alias strength": "Good quality a.k.a",
         "Designation Type": "Individual"},
        {"Unique ID": "UTO0002", "Name 6": "SHIP", "Designation Type": "Ship"},
    )  # fmt: skip
    reading = read(listed("Report Date: 23-Sep-2026", NEW, *rows))
    (entry,) = reading.entries
    assert (reading.published, reading.not_persons) == ("2026-09-23", 1)
    assert [(name.full, name.quality.value) for name in entry.names] == [
        ("Zoran NIMBUS", "primary"),
        ("CLOUD", "strong"),
    ]
    assert entry.birth_dates == (DateSpan.exact("1970"),)
    assert entry.nationalities == ("IRN", "SYR")
    assert [document.number for document in entry.documents] == ["N1"]
    assert (entry.entry_id, entry.sex, entry.listed_on) == ("UTO0001", "M", "2022-02-01")


@pytest.mark.parametrize(
    ("numbers", "details", "issuers"),
    [
        ("(1) A1 (2) B2", "(1) Iraq, issued on 1 Jan 2001. (2) Jordan", ["IRQ", "JOR"]),
        ("A1", "Iraq", ["IRQ"]),
        ("(1) A1 (2) B2", "(1) Iraq", [None, None]),
        ("(1) A1 (2) B2", "", [None, None]),
    ],
    ids=["a-note-for-each", "one", "a-note-for-which", "no-note"],
)
def test_each_passport_has_the_issuer_that_its_own_note_names(
    read: Callable[[str], ListReading], numbers: str, details: str, issuers: list[str | None]
) -> None:
    row = {
        "Group ID": "1", "Name 6": "NIMBUS", "Alias Type": "Primary name", "Group Type": "Individual",
        "Passport Number": numbers, "Passport Details": details,
    }  # fmt: skip
    (entry,) = read(listed("Last Updated,03/06/2026", OLD, row)).entries
    assert [document.issuer for document in entry.documents] == issuers


def test_faults_of_rows_and_of_the_file(read: Callable[[str], ListReading]) -> None:
    reading = read(listed("Last Updated,03/06/2026", OLD, PRIMARY, {**BANK, "Group ID": ""}))
    assert (len(reading.entries), reading.skipped) == (1, 1)
    whole = listed("Last Updated,03/06/2026", OLD, PRIMARY, PRIMARY)
    with pytest.raises(ListFileError, match="the last row has"):
        read(whole[:-60])
    with pytest.raises(ListFileError, match="missing columns: Name 1"):
        read(whole.replace("Name 1,", "Name X,"))


def test_every_field_has_a_column_in_both_layouts() -> None:
    with COLUMNS_FILE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert all(row["consolidated"] and row["sanctions_list"] for row in rows)
