"""TIF, FTI, REF and FAR."""

from __future__ import annotations

import pytest

from gatehouse.terms.traveller import Role

FLIGHT = "TVL+150625:0930:150625:1340+OSL+ATH+ZZ+611:Y"


@pytest.mark.parametrize(
    ("tif", "surname", "given_names", "title", "number"),
    [
        ("TIF+LINDQVIST:I+ASTRID MRS:A:2:1", "LINDQVIST", "ASTRID", "MRS", "2"),
        ("TIF+BERG+LARSMR:A:43576", "BERG", "LARS", "MR", "43576"),
        ("TIF+BERG:I+LARS ERIK::1.1", "BERG", "LARS ERIK", None, "1.1"),
        ("TIF+BERG", "BERG", None, None, None),
        ("TIF+BERG MR", "BERG", None, "MR", None),
        ("TIF+VAN DER BERG", "VAN DER BERG", None, None, None),
        ("TIF+YY+LARS:C:3", "YY", "LARS", None, "3"),
        ("TIF+O?'BERG+LARS:A:1", "O'BERG", "LARS", None, "1"),
    ],
)
def test_names(booking, tif, surname, given_names, title, number):
    (traveller,) = booking(tif).travellers
    assert (traveller.surname, traveller.given_names, traveller.title) == (surname, given_names, title)
    assert (traveller.number, traveller.role) == (number, Role.PASSENGER)


@pytest.mark.parametrize("tif", ["TIF+FJORD CHOIR:G", "TIF+FJORD CHOIR::G", "TIF+FJORD CHOIR+:G"])
def test_group_places_without_names_are_a_traveller(booking, tif):
    (traveller,) = booking(tif).travellers
    assert traveller.surname == "FJORD CHOIR"
    assert traveller.role is (Role.PASSENGER if "::" in tif else Role.GROUP)


def test_a_named_member_of_a_group_is_a_passenger(booking):
    assert booking("TIF+BERG:G+LARS MR:A:1").travellers[0].role is Role.PASSENGER


@pytest.mark.parametrize(("kind", "infant"), [("A", False), ("C", False), ("IN", True), ("INF", True), ("", False)])
def test_infant_kind(booking, kind, infant):
    assert booking(f"TIF+BERG+LARS:{kind}:1").travellers[0].infant is infant


@pytest.mark.parametrize("tif", ["TIF", "TIF+", "TIF+:I+:A:1"])
def test_nameless_traveller_is_kept_and_said(booking, codes, tif):
    reading = booking(tif)
    assert len(reading.travellers) == 1
    assert codes(reading) == ["name-missing"]


def test_unknown_kind_is_a_passenger_and_evidence(booking, codes):
    reading = booking("TIF+BERG+LARS:QQ:1")
    assert reading.travellers[0].role is Role.PASSENGER
    assert reading.travellers[0].evidence[0].text == "QQ"
    assert codes(reading) == ["traveller-type-unknown"]


def test_tif_after_the_itinerary(booking, codes):
    late = booking("TIF+BERG+LARS:A:1", FLIGHT, "TIF+BERG+LARS:A:1", "TIF+BERG+ODA:A:2")
    assert [t.given_names for t in late.travellers] == ["LARS", "ODA"]
    assert codes(late) == ["segment-misplaced"]
    assert late.travellers[0].segments == (8, 10)


def test_loyalty_reference_and_fare(booking):
    reading = booking(
        "TIF+BERG+LARS:A:1", "FTI+ZZ:7700112233:::GOLD+YY:55", "FTI+ZZ:7700112233", "REF+:001C45", "FAR+N+++++MIL24"
    )
    (traveller,) = reading.travellers
    assert traveller.loyalty == ("ZZ:7700112233", "YY:55")
    assert (traveller.reference, traveller.sources["reference"]) == ("001C45", 11)
    assert reading.bookings[0].remarks[0].text == "N MIL24"


def test_everything_a_person_is_given_before_any_tif_is_no_crash(booking):
    reading = booking("FTI+ZZ:1", "REF+:2", "FAR+N", "TKT+9991234567890:T", "TIF+BERG+LARS:A:1")
    assert reading.travellers[0].loyalty == ()
    assert reading.travellers[0].tickets == ()


def test_several_given_names_in_one_tif_are_several_travellers(booking, codes):
    reading = booking("TIF+BERG+LARS MR:A:1+ODA MRS:A:2", FLIGHT)
    assert [(t.surname, t.given_names, t.number) for t in reading.travellers] == [
        ("BERG", "LARS", "1"),
        ("BERG", "ODA", "2"),
    ]
    assert codes(reading) == ["travellers-together"]


def test_an_infant_in_brackets_behind_its_adult_is_a_traveller(booking):
    adult, infant = booking("TIF+BERG+ODA MRS(INFBERG/TIM/10AUG24):A:1", FLIGHT).travellers
    assert (adult.given_names, adult.title, adult.infant) == ("ODA", "MRS", False)
    assert (infant.surname, infant.given_names, infant.birth_date) == ("BERG", "TIM", "2024-08-10")
    assert (infant.infant, infant.accompanied_by) == (True, "1")


@pytest.mark.parametrize(("tif", "names"), [("TIF+BERG+FNU:A", ("BERG", None)), ("TIF+LNU+ODA:A", (None, "ODA"))])
def test_a_word_for_no_name_is_no_name(booking, tif, names):
    (traveller,) = booking(tif).travellers
    assert (traveller.surname, traveller.given_names) == names
