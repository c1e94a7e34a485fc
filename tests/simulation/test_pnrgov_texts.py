"""Slash-delimited texts, letter for letter."""

import pytest

from gatehouse.simulation.pnrgov_texts import address_text, ddmmmyy, docs_text, email_text
from gatehouse.terms.traveller import Document, Role, Traveller

PASSPORT = Document("P", "X1234567", "AUT", "2031-05-06")


@pytest.mark.parametrize(
    ("iso", "text"), [("1980-02-29", "29FEB80"), ("2031-05-06", "06MAY31"), ("1980", ""), (None, "")]
)
def test_dates(iso: str | None, text: str) -> None:
    assert ddmmmyy(iso) == text


def test_docs_tells_the_person_and_the_document() -> None:
    anna = Traveller(Role.PASSENGER, "MUSTERFRAU", "ANNA", sex="F", birth_date="1980-02-29", nationalities=("DEU",))
    assert docs_text(anna, PASSPORT) == "/P/AUT/X1234567/DEU/29FEB80/F/06MAY31/MUSTERFRAU/ANNA"


def test_docs_of_an_infant_says_so() -> None:
    baby = Traveller(Role.PASSENGER, "MUSTERMANN", "EMIL", sex="M", infant=True)
    assert docs_text(baby, PASSPORT) == "/P/AUT/X1234567///MI/06MAY31/MUSTERMANN/EMIL"


def test_what_is_unknown_is_empty() -> None:
    assert docs_text(Traveller(Role.PASSENGER, "X"), Document(None, None)) == "////////X/"


def test_an_address_has_no_at_sign() -> None:
    assert email_text("anna_m@example.org") == "ANNA..M//EXAMPLE.ORG"


def test_a_postal_address_has_places_for_its_parts() -> None:
    assert address_text("7 MUSTERGASSE, GRAZ, AT") == ("700", "7 MUSTERGASSE", "GRAZ", "", "", "AT")
    assert address_text("7 MUSTERGASSE") == ("700", "7 MUSTERGASSE", "", "", "", "")
