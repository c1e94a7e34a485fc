"""Rows, and every way in which a CSV file can be damaged."""

from __future__ import annotations

import io

import pytest

from gatehouse.screening.watchlists.csv_rows import Record, Row, check_columns, records, rows
from gatehouse.screening.watchlists.errors import ListFileError
from gatehouse.screening.watchlists.list_reading import Skipped
from gatehouse.screening.watchlists.source import Source


def of(text: str) -> Source:
    return Source("list", io.BytesIO(text.encode()))


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a,b\n1,2\n", [("a", "b"), ("1", "2")]),
        ("a,b\r\n1,2", [("a", "b"), ("1", "2")]),
        ('a,"b\nc"\n', [("a", "b\nc")]),
        (' a , "b;c"\n\n,,\n\x1a\n', [("a", '"b;c"')]),
        ("", []),
    ],
)
def test_rows_are_stripped_and_empty_ones_left_out(text: str, cells: list[tuple[str, ...]]) -> None:
    assert [row.cells for row in rows(of(text), ",")] == cells


def test_rows_know_the_line_they_end_on() -> None:
    assert [row.line for row in rows(of('a\n"b\nb"\nc\n'), ",")] == [1, 3, 4]


@pytest.mark.parametrize("text", ['a,b\n1,"2', 'a,b\n1,"2\n', 'a,b\n1,"2\n3,4\n5,6\n'])
def test_a_file_cut_inside_quotes_is_refused(text: str) -> None:
    with pytest.raises(ListFileError, match="ends inside a quoted cell"):
        list(rows(of(text), ","))


def test_a_row_of_another_width_is_skipped_in_the_middle_and_refused_at_the_end() -> None:
    body = rows(of("a,b\n1\n2,3\n"), ",")
    found = list(records(of(""), next(body), body))
    assert isinstance(found[0], Skipped)
    assert found[0].finding.code == "row-of-wrong-width"
    assert found[0].finding.segment == 1
    assert found[1] == Record(2, {"a": "2", "b": "3"})
    body = rows(of("a,b\n1,2\n3"), ",")
    with pytest.raises(ListFileError, match=r"line 3: the last row has 1 cells, the header 2"):
        list(records(of(""), next(body), body))


@pytest.mark.parametrize(
    ("header", "cause"),
    [
        (("a",), "missing columns: b"),
        (("a", "b", "x"), "unknown columns: x"),
        (("a", "b", "b"), "repeated columns: b"),
        (("a", "b", ""), r"unknown columns: \(empty\)"),
    ],
)
def test_a_header_is_refused_by_the_names_of_its_columns(header: tuple[str, ...], cause: str) -> None:
    with pytest.raises(ListFileError, match=cause):
        check_columns(of(""), Row(1, header), ("a", "b"), frozenset({"a", "b", "c"}))


def test_columns_that_a_publisher_adds_are_let_be() -> None:
    check_columns(of(""), Row(1, ("a", "b", "new")), ("a", "b"), None)


def test_a_column_that_the_file_lacks_is_empty() -> None:
    assert Record(1, {"a": "1"}).get("b") == ""
