"""Identity: two spellings of one value compare equal, two values do not."""

from __future__ import annotations

import pytest

from gatehouse.screening.travellers.identity import folded_name, folded_number, identity_of, names_agree
from gatehouse.terms.traveller import Document, Role, Seat, Traveller


@pytest.mark.parametrize(
    ("written", "folded"),
    [("O'Brien-Šmíd", "OBRIENSMID"), ("van der Meer", "VANDERMEER"), ("", ""), (None, ""), ("123", "")],
)
def test_names_are_latin_capitals(written: str | None, folded: str) -> None:
    assert folded_name(written) == folded


def test_numbers_are_capitals_and_digits() -> None:
    assert folded_number(" ab-12 34<") == "AB1234"


@pytest.mark.parametrize(
    ("left", "right", "agree"),
    [
        ("ROE/ANN", "ROE/ANN", True),
        ("ROE/ANN MARIE", "ROE/ANN", True),
        ("ROE/ANN", "ROE/", True),
        ("ROE/ANN", "DOE/ANN", False),
        ("ROE/ANN", "ROE/JOE", False),
        ("/ANN", "/ANN", True),
        ("/ANN", "/ANNA", False),
        ("/", "/", False),
        ("BOSTRÖM/PIA", "BOSTROEM/PIA", True),
        ("AAGAARD/SØREN", "ÅGÅRD/SOEREN", True),
    ],
)
def test_names_agree_when_one_is_cut_but_not_when_they_differ(left: str, right: str, agree: bool, who) -> None:
    assert names_agree(identity_of(who(left)), identity_of(who(right))) is agree
    assert names_agree(identity_of(who(right)), identity_of(who(left))) is agree


def test_a_visa_does_not_say_who_somebody_is() -> None:
    said = Traveller(Role.PASSENGER, documents=(Document("V", "V1", "UTO"), Document("P", "P1", "UTO")))
    assert identity_of(said).documents == {("P1", "UTO")}


def test_seats_and_tickets_compare_without_their_padding() -> None:
    said = Traveller(Role.PASSENGER, seats=(Seat("012A"),), tickets=("1234567890123C1",))
    assert identity_of(said).seats == {"12A"}
    assert identity_of(said).tickets == {"1234567890123"}
