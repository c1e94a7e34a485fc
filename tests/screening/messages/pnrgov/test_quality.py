"""What a booking shows to be odd by itself."""

from __future__ import annotations

import pytest

FLIGHT = "TVL+150625:0930:150625:1340+OSL+ATH+ZZ+611:Y"


def docs(birth: str, sex: str = "F") -> str:
    return f"SSR+DOCS:HK:1:ZZ:::::/P/NOR/N1/NOR/{birth}/{sex}/01FEB31/BERG/ODA"


@pytest.mark.parametrize(
    ("kind", "birth", "expected"),
    [
        ("IN", "16JUN23", []),
        ("IN", "15JUN23", ["infant-age"]),
        ("IN", "16JUN25", ["infant-age"]),
        ("A", "16JUN23", ["traveller-type-age"]),
        ("A", "14MAR88", []),
        ("C", "16JUN07", []),
        ("C", "15JUN07", ["traveller-type-age"]),
        ("", "16JUN23", []),
    ],
)
def test_type_against_age_on_the_day_of_travel(booking, codes, kind, birth, expected):
    assert codes(booking(f"TIF+BERG+ODA:{kind}:1", docs(birth), FLIGHT)) == expected


def test_gap_in_the_itinerary(booking, codes):
    person = "TIF+BERG+ODA:A:1"
    onward = "TVL+160625:0930:160625:1340+SKG+OSL+ZZ+612:Y"
    assert codes(booking(person, FLIGHT, onward)) == ["itinerary-gap"]
    assert codes(booking(person, FLIGHT, onward.replace("SKG", "ATH"))) == []


@pytest.mark.parametrize(("locator", "odd"), [("QX7PLM", False), ("A1234", False), ("ABC", True), ("QX-PLM", True)])
def test_locator_shape(push, codes, locator, odd):
    assert (codes(push("SRC", f"RCI+1A:{locator}", "TIF+BERG+ODA:A:1")) == ["locator-shape"]) is odd
