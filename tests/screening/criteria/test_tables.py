"""Typed values of a table, and what is refused: every refusal names the file and the place."""

from __future__ import annotations

import datetime as dt
import math

import pytest

from gatehouse.screening.criteria.errors import CriterionFileError
from gatehouse.screening.criteria.tables import LIST_MAX, TEXT_MAX, Table


def _table(**values: object) -> Table:
    return Table(values, "a.toml", "here")


def test_values_come_out_as_they_are() -> None:
    table = _table(t="x", n=2, f=False, d=dt.date(2026, 1, 2), l=["a"], s={"t": "y"})
    assert (table.text("t"), table.whole("n"), table.maybe_flag("f")) == ("x", 2, False)
    assert table.date("d") == dt.date(2026, 1, 2)
    assert table.texts("l") == ("a",)
    assert table.table("s").text("t") == "y"


def test_what_is_absent_is_nothing() -> None:
    table = _table(null=None)
    assert table.maybe_text("x") is table.maybe_number("x") is table.maybe_flag("x") is table.maybe_table("x") is None
    assert table.texts("x") == ()
    assert not list(table.tables("x"))
    assert not table.has("null")


@pytest.mark.parametrize(
    ("method", "value"),
    [
        pytest.param("text", "  ", id="blank"),
        pytest.param("text", 1, id="no-text"),
        pytest.param("text", "x" * (TEXT_MAX + 1), id="long-text"),
        pytest.param("maybe_number", True, id="flag-for-number"),
        pytest.param("maybe_number", math.nan, id="not-a-number"),
        pytest.param("maybe_number", 10**40, id="huge-number"),
        pytest.param("whole", 1.5, id="part-of-a-number"),
        pytest.param("maybe_flag", 1, id="number-for-flag"),
        pytest.param("date", "2026-01-02", id="quoted-date"),
        pytest.param("date", dt.datetime(2026, 1, 2), id="time-for-date"),
        pytest.param("texts", ["a", 1], id="mixed-list"),
        pytest.param("texts", "abc", id="text-for-list"),
        pytest.param("texts", ["a"] * (LIST_MAX + 1), id="long-list"),
        pytest.param("table", [], id="list-for-table"),
    ],
)
def test_another_type_is_refused_with_its_place(method: str, value: object) -> None:
    with pytest.raises(CriterionFileError, match=r"a\.toml: here, k: "):
        getattr(_table(k=value), method)("k")


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(CriterionFileError, match="sunsett"):
        _table(sunsett=1).only("sunset")


def test_a_list_of_tables_names_the_one_at_fault() -> None:
    with pytest.raises(CriterionFileError, match="rows 2"):
        list(_table(rows=[{}, 3]).tables("rows"))
