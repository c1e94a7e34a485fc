"""Our own list CSV: what it may hold, and what is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gatehouse.screening.watchlists.errors import ListFileError
from gatehouse.screening.watchlists.list_reading import ListReading
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import Handling, ListedDocument

FULL = (
    "list,entry_id,name,aliases,birth_date,birth_place,birth_country,sex,nationality,document_number,handling,"
    "instruction,legal_basis,listed_on,expires_on,source_reference,remarks\n"
    'BORDER,7,"Nimbus, Zoran",weak:Cloud; Зоран; primary:Zoran N.,1970;circa 1971;1972 to 1974,'
    "Nowhere,Utopia,M,SY;Iran,"
    "X1|passport|D; X2,document-only,Call 1,Order 1,2020-01,2030-01-01,U1,Fictitious\n"
)


def test_every_field(read: Callable[[str], ListReading]) -> None:
    reading = read(FULL)
    (entry,) = reading.entries
    assert (reading.list, reading.format, reading.findings) == ("BORDER", "gatehouse-csv", ())
    assert [(name.full, name.quality.value, name.surname, name.given_names) for name in entry.names] == [
        ("Zoran Nimbus", "primary", "Nimbus", "Zoran"),
        ("Cloud", "weak", None, None),
        ("Зоран", "strong", None, None),
        ("Zoran N.", "primary", None, None),
    ]
    assert entry.birth_dates == (
        DateSpan.exact("1970"),
        DateSpan.exact("1971", circa=True),
        DateSpan("1972", "1974"),
    )
    assert entry.nationalities == ("SYR", "IRN")
    assert entry.birth_countries == ("UTO",)
    assert entry.documents == (ListedDocument("X1", "passport", "DEU"), ListedDocument("X2"))
    assert entry.handling is Handling.DOCUMENT_ONLY
    assert (entry.instruction, entry.legal_basis, entry.source_reference) == ("Call 1", "Order 1", "U1")
    assert (entry.listed_on, entry.expires_on, entry.remarks) == ("2020-01", "2030-01-01", "Fictitious")


@pytest.mark.parametrize(
    ("header", "cause"),
    [
        ("list,entry_id", "missing columns: name"),
        ("entry_id,name", "missing columns: list"),
        ("list,entry_id,name,nick", "unknown columns: nick"),
        ("list,entry_id,name,nationality,nationalities", "repeated columns: nationality"),
        ("full_name,sex", "missing columns: list, entry_id, name"),
    ],
)
def test_columns_are_refused_by_name(header: str, cause: str, read: Callable[[str], ListReading]) -> None:
    with pytest.raises(ListFileError, match=cause):
        read(header + "\n")


@pytest.mark.parametrize(
    "row",
    ["B,1,,,", "B,,A,,", ",1,A,,", "B,1,A,odd:B,", "B,1,A,,strict", "B,1,A", "B,1,A,weak:,x,y"],
)
def test_a_malformed_row_is_skipped(row: str, read: Callable[[str], ListReading]) -> None:
    reading = read(f"list,entry_id,name,aliases,handling\n{row}\nB,2,Jane Doe,,\n")
    assert [entry.entry_id for entry in reading.entries] == ["2"]
    assert reading.skipped == 1
    assert reading.findings[0].segment == 1


def test_what_cannot_be_read_is_kept_as_a_remark(read: Callable[[str], ListReading]) -> None:
    reading = read("list,entry_id,name,birth_dates,nationality\nB,1,Jane Doe,soon,Atlantis\n")
    assert reading.entries[0].remarks == "Date of birth: soon; Nationality: Atlantis"
    assert {finding.code for finding in reading.findings} == {"list-birth-date-unread", "list-country-unknown"}


@pytest.mark.parametrize("text", [FULL[:-20], FULL[:20], "list,entry_id,name\n"])
def test_a_cut_or_empty_file_is_refused(text: str, read: Callable[[str], ListReading]) -> None:
    with pytest.raises(ListFileError):
        read(text)


def test_one_file_is_one_list(read: Callable[[str], ListReading]) -> None:
    with pytest.raises(ListFileError, match="2 different lists"):
        read("list,entry_id,name\nA,1,Jane Doe\nB,2,John Doe\n")
