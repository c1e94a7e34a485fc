"""Tables of travellers: what is taken, what is refused by name, and that no row is lost."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.matching.table import COLUMNS, Row, TableError, looks_like_table, read_table


def _rows(text: str | bytes) -> list[Row]:
    return list(read_table(io.BytesIO(text.encode() if isinstance(text, str) else text)))


def test_a_csv_with_every_column() -> None:
    text = (
        "surname,given_names,birth_date,sex,nationality,birth_place,document_number,document_issuer\n"
        "Karim,Yusuf,1976-05,male,fr; Germany,Tunis,X12 345,FRA\n"
    )
    (row,) = _rows(text)
    assert row.subject.names == ("Yusuf Karim",)
    assert row.subject.birth_date == "1976-05"
    assert row.subject.sex == "M"
    assert row.subject.nationalities == ("FRA", "DEU")
    assert row.subject.documents == (("X12 345", "FRA"),)
    assert row.findings == ()


def test_full_name_wins_over_its_parts() -> None:
    (row,) = _rows("full_name,surname\nYusuf ibn Karim,Karim\n")
    assert row.subject.names == ("Yusuf ibn Karim",)
    assert row.subject.surname == "Karim"


def test_json_lines_with_lists_and_blanks() -> None:
    rows = _rows('{"full_name": "Anna", "nationality": ["FR", "DE"]}\n\n{"surname": "Osei", "birth_date": null}\n')
    assert [row.number for row in rows] == [1, 2]
    assert rows[0].subject.nationalities == ("FRA", "DEU")
    assert rows[1].subject.birth_date is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("full_name,date_of_birth\nA,1976\n", "'date_of_birth'"),
        ('{"full_name": "A", "dob": "1976"}\n', "'dob'"),
        ("birth_date,sex\n1976,M\n", "no name column"),
        ("", "no name column"),
        ("full_name,sex\nA,M,extra\n", "quote cells"),
        ('full_name\n"A\n', "quoting"),
        ('{"full_name": "A"}\nnot json\n', "line 2"),
        ('{"full_name": "A"}\n[1]\n', "line 2"),
    ],
)
def test_refused_with_the_reason(text: str, named: str) -> None:
    with pytest.raises(TableError, match=named):
        _rows(text)


def test_bytes_that_are_not_utf_8_are_refused() -> None:
    with pytest.raises(TableError, match="UTF-8"):
        _rows(b"full_name\n\xff\xfe\xe9\n")


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("A,31/12/1976,,", "birth-date-unreadable"),
        ("A,1976-02-30,,", "birth-date-unreadable"),
        ("A,,Q,", "sex-unreadable"),
        ("A,,,Atlantis", "country-unknown"),
        (",1976,,", "name-missing"),
    ],
)
def test_a_bad_value_is_a_finding_and_the_row_stays(row: str, code: str) -> None:
    (read,) = _rows(f"full_name,birth_date,sex,nationality\n{row}\n")
    assert [finding.code for finding in read.findings] == [code]


def test_findings_hold_no_value_of_the_row() -> None:
    (read,) = _rows("full_name,birth_date\nYusuf Karim,31/12/1976\n")
    assert "1976" not in read.findings[0].text
    assert "Yusuf" not in read.findings[0].text


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1), min_size=1, max_size=20))
def test_every_row_comes_out(names: list[str]) -> None:
    out = io.StringIO()
    csv.writer(out).writerows([["full_name"], *([name] for name in names)])
    assert len(_rows(out.getvalue())) == len(names)


@pytest.mark.parametrize(
    ("beginning", "expected"),
    [
        (b"full_name,sex\n", True),
        (b"\xef\xbb\xbfsurname\n", True),
        (b'  {"full_name": 1}', True),
        (b"UNA:+.? 'UNB+UNOA:4", False),
        (b"", False),
    ],
)
def test_tables_are_told_from_messages(beginning: bytes, expected: bool) -> None:
    assert looks_like_table(beginning) is expected


def test_the_contract_names_every_column() -> None:
    assert set(COLUMNS) >= {"full_name", "surname", "given_names", "birth_date", "document_issuer"}
