"""The airline table: its shape, and looking a carrier up."""

from __future__ import annotations

import pytest

from gatehouse.terms.airlines import airline, airline_of_ticket, airlines
from gatehouse.terms.places import country_kind


def test_every_row_has_the_shape_of_its_standard() -> None:
    for row in airlines():
        assert len(row.iata) == 2
        assert row.iata.isalnum()
        assert row.iata.isupper()
        assert len(row.icao) == 3
        assert row.icao.isalpha()
        assert row.prefix is None or (len(row.prefix) == 3 and row.prefix.isdigit())
        assert country_kind(row.country) == "state"


def test_no_designator_and_no_prefix_stands_twice() -> None:
    for values in (
        [row.iata for row in airlines()],
        [row.icao for row in airlines()],
        [row.prefix for row in airlines() if row.prefix],
    ):
        assert len(values) == len(set(values))
    assert [row.iata for row in airlines()] == sorted(row.iata for row in airlines())


@pytest.mark.parametrize(
    ("designator", "iata"), [("SQ", "SQ"), ("sia", "SQ"), (" SQ ", "SQ"), ("??", None), ("", None)]
)
def test_a_carrier_is_found_by_either_designator(designator: str, iata: str | None) -> None:
    found = airline(designator)
    assert (found.iata if found else None) == iata


@pytest.mark.parametrize(
    ("number", "iata"),
    [("6180000000000", "SQ"), ("618-0000000000", "SQ"), ("618000000000", None), ("9990000000000A", None)],
)
def test_a_ticket_names_its_carrier(number: str, iata: str | None) -> None:
    found = airline_of_ticket(number)
    assert (found.iata if found else None) == iata
