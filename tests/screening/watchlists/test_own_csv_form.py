"""Several values in one cell, and every character of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.watchlists.own_csv_form import (
    PARTS,
    VALUES,
    column_names,
    columns,
    escaped,
    split,
    unescaped,
    values,
)

TEXTS = st.text(alphabet="ab;|,:\\ é", max_size=12)


@given(TEXTS)
def test_escaping_is_undone(text: str) -> None:
    assert unescaped(escaped(text)) == text


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_values_joined_are_parted_again(texts: list[str]) -> None:
    for separator in (VALUES, PARTS):
        parts = split(separator.join(map(escaped, texts)), separator)
        assert [unescaped(part) for part in parts] == texts


def test_empty_values_are_left_out() -> None:
    assert values(" a ;; b ") == ["a", "b"]
    assert values("") == []
    assert values("a\\") == ["a\\"]


def test_columns_are_known_by_either_name() -> None:
    assert [column.name for column in columns() if column.required] == ["list", "entry_id", "name"]
    assert column_names()["birth_date"] == column_names()["birth_dates"] == "birth_dates"
    assert column_names()["document_number"] == "document_numbers"
