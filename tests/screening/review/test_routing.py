"""Hits are given to units by list and airport."""

from __future__ import annotations

from pathlib import Path

import pytest

from gatehouse.screening.review.errors import TableError
from gatehouse.screening.review.routing import from_rows, routes_from, unit_for

ROUTES = from_rows(
    [
        {"unit": "sanctions", "lists": "UN-SC EU-FSF", "airports": "*"},
        {"unit": "north", "lists": "*", "airports": "OSL BGO"},
        {"unit": "rest", "lists": "*", "airports": "*"},
    ],
    "routing.csv",
)


@pytest.mark.parametrize(
    ("list_name", "airports", "unit"),
    [
        ("UN-SC", ("OSL", "CDG"), "sanctions"),
        ("OWN", ("CDG", "BGO"), "north"),
        ("OWN", ("CDG", None), "rest"),
    ],
)
def test_the_first_row_that_fits_decides(list_name: str, airports: tuple[str, str], unit: str) -> None:
    assert unit_for(list_name, airports, ROUTES) == unit


def test_without_a_fitting_row_it_is_everybodys() -> None:
    assert unit_for("OWN", ("CDG", None), ROUTES[:2]) is None
    assert routes_from(None) == ()


def test_a_deployments_file_is_read_in_its_order(tmp_path: Path) -> None:
    path = tmp_path / "routing.csv"
    path.write_text("unit,lists,airports\nb,*,*\na,*,*\n")
    assert [route.unit for route in routes_from(path)] == ["b", "a"]


@pytest.mark.parametrize("row", [{"unit": "A b", "lists": "*", "airports": "*"}, {"unit": "a", "lists": ""}])
def test_a_row_that_nobody_understands_is_named(row: dict[str, str]) -> None:
    with pytest.raises(TableError, match="row 1"):
        from_rows([row], "routing.csv")
