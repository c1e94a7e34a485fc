"""Infants: with a TIF, without one, announced twice, announced without a name."""

from __future__ import annotations

import pytest

MOTHER = "TIF+LINDQVIST+ASTRID MRS:A:1:1"
FATHER = "TIF+BERG+LARS MR:A:2:1"
FLIGHT = "TVL+150625:0930:150625:1340+OSL+ATH+ZZ+611:Y"


def inft(text: str, reference: str = "", status: str = "HK") -> str:
    return f"SSR+INFT:{status}:1:ZZ:::OSL:ATH:{text}" + (f"+::{reference}" if reference else "")


def test_inft_alone_makes_a_traveller(booking, codes):
    reading = booking(MOTHER, FLIGHT, inft("LINDQVIST/ODA MISS 10AUG24", "1"))
    infant = reading.travellers[1]
    assert (infant.surname, infant.given_names, infant.title) == ("LINDQVIST", "ODA", "MISS")
    assert (infant.infant, infant.birth_date, infant.accompanied_by, infant.number) == (True, "2024-08-10", "1", None)
    assert codes(reading) == ["infant-added"]
    assert infant.sources["birth_date"] == 10


@pytest.mark.parametrize("again", ["LINDQVIST/ODA 10AUG24", "LINDQVIST/ODA SOLVEIG 10AUG24", "LINDQ VIST/ODA 10AUG24"])
def test_inft_repeated_is_one_infant(booking, again):
    reading = booking(MOTHER, inft("LINDQVIST/ODA 10AUG24", "1"), FLIGHT, inft(again, "1"), inft(again))
    assert len(reading.travellers) == 2


def test_inft_finds_the_infants_tif(booking, codes):
    reading = booking(MOTHER, inft("LINDQVIST/ODA 10AUG24", "1"), "TIF+LINDQVIST+ODA:IN:3")
    assert [t.birth_date for t in reading.travellers] == [None, "2024-08-10"]
    assert codes(reading) == []


def test_inft_of_another_spelling_finds_the_adults_only_infant(booking, codes):
    reading = booking(MOTHER, inft("LINDQVIST/ODDA 10AUG24", "1"), "TIF+LINDQVIST+ODA:IN:3")
    assert [t.birth_date for t in reading.travellers] == [None, "2024-08-10"]
    assert codes(reading) == []


def test_twins_are_two(booking):
    reading = booking(MOTHER, inft("LINDQVIST/ODA 10AUG24", "1"), inft("LINDQVIST/IDA 10AUG24", "1"))
    assert [t.given_names for t in reading.travellers[1:]] == ["ODA", "IDA"]
    docs = "SSR+DOCS:HK:1:ZZ:::::/P/NOR/N2/NOR/10AUG24/FI/01FEB29/LINDQVIST/IDA+::1"
    reading = booking(MOTHER, inft("LINDQVIST/ODA 10AUG24", "1"), docs)
    assert [t.given_names for t in reading.travellers[1:]] == ["ODA", "IDA"]


@pytest.mark.parametrize("given", ["ODDA", "SOLVEIG ODA"])
def test_docs_of_the_same_birth_and_nearly_the_same_name_is_the_same_infant(booking, given):
    docs = f"SSR+DOCS:HK:1:ZZ:::::/P/NOR/N2/NOR/10AUG24/FI/01FEB29/LINDQVIST/{given}+::1"
    reading = booking(MOTHER, inft("LINDQVIST/ODA 10AUG24", "1"), docs)
    assert [len(t.documents) for t in reading.travellers] == [0, 1]


def test_inft_without_a_name_loses_nobody(booking, codes):
    reading = booking(MOTHER, FLIGHT, inft("", "1"), inft("", "1"))
    assert len(reading.travellers) == 2
    assert not reading.travellers[1].is_named
    assert codes(reading) == ["infant-unnamed"]


def test_cancelled_inft_brings_nobody(booking):
    reading = booking(MOTHER, inft("LINDQVIST/ODA 10AUG24", "1", status="XX"))
    assert len(reading.travellers) == 1
    assert reading.bookings[0].services[0].status == "XX"


def test_inft_without_reference_goes_to_the_only_adult(booking):
    assert booking(MOTHER, FLIGHT, inft("LINDQVIST/ODA 10AUG24")).travellers[1].accompanied_by == "1"
    assert booking(MOTHER, FATHER, FLIGHT, inft("LINDQVIST/ODA 10AUG24")).travellers[2].accompanied_by is None


def test_infants_follow_those_who_bring_them(booking):
    reading = booking(MOTHER, FATHER, "TIF+LINDQVIST+ODA:IN:3", "TIF+BERG+EMIL:IN:4")
    assert [t.accompanied_by for t in reading.travellers] == [None, None, "1", "2"]


def test_a_reference_to_the_infant_goes_before_order(booking):
    reading = booking("TIF+BERG+LARS:A:1:4", "TIF+LINDQVIST+ASTRID:A:2:3", "TIF+L+ODA:IN:3", "TIF+B+EMIL:IN:4")
    assert [t.accompanied_by for t in reading.travellers] == [None, None, "2", "1"]


def test_infants_ticket_under_the_adult(booking):
    ticket = "SSR+TKNE:HK:1:ZZ:::OSL:ATH:INF9991234567890C1+::1"
    reading = booking(MOTHER, ticket, "SSR+TKNE:HK:1:ZZ:::OSL:ATH:9991234567880C1+::1", "TIF+LINDQVIST+ODA:IN:3")
    assert [t.tickets for t in reading.travellers] == [("9991234567880",), ("9991234567890",)]
