"""SSRs at every level find their people."""

from __future__ import annotations

import pytest

LARS, ODA = "TIF+BERG+LARS MR:A:1", "TIF+BERG+ODA MRS:A:2"
FLIGHT = "TVL+150625:0930:150625:1340+OSL+ATH+ZZ+611:Y"


def seats(reading):
    return {t.given_names: [s[:3] for s in t.seats] for t in reading.travellers}


@pytest.mark.parametrize(
    ("ssr", "expected"),
    [
        ("SSR+SEAT:HK:2:ZZ:::OSL:ATH+15A::1+15B::2", {"LARS": [("15A", "OSL", "ATH")], "ODA": [("15B", "OSL", "ATH")]}),
        ("SSR+SEAT:HK:2:ZZ++015A::1+XXX::2", {"LARS": [("15A", "OSL", "ATH")], "ODA": []}),
        ("SSR+NSST:HK:001:YY:::SFO:IAD:UA 0226 +074E::1", {"LARS": [("74E", "SFO", "IAD")], "ODA": []}),
        ("SSR+RQST:HK:1:ZZ:::OSL:ATH+14A::2", {"LARS": [], "ODA": [("14A", "OSL", "ATH")]}),
        ("SSR+SEAT:DK:2:ZZ:::OSL:ATH:.07BN07AN", {"LARS": [], "ODA": []}),
        ("SSR+SEAT:HK:1:ZZ:::OSL:ATH+15A::9", {"LARS": [], "ODA": []}),
        ("SSR+NSSA:HN:1:ZZ:::OSL:ATH+::1", {"LARS": [], "ODA": []}),
    ],
)
def test_seats(booking, ssr, expected):
    assert seats(booking(LARS, ODA, FLIGHT, ssr)) == expected


def test_seat_of_the_only_traveller_needs_no_reference(booking):
    assert seats(booking(LARS, FLIGHT, "SSR+SEAT:HK:1:ZZ:::OSL:ATH+15A")) == {"LARS": [("15A", "OSL", "ATH")]}
    assert seats(booking(LARS, FLIGHT, "SSR+SEAT:HK:1:ZZ:::OSL:ATH:15A")) == {"LARS": [("15A", "OSL", "ATH")]}


def test_unknown_reference_is_said(booking, codes):
    assert codes(booking(LARS, ODA, FLIGHT, "SSR+SEAT:HK:1:ZZ:::OSL:ATH+15A::9")) == ["reference-unknown"]


def test_service_is_kept_with_all_its_parts(booking):
    (service,) = booking(LARS, FLIGHT, "SSR+CKIN:HK:1:ZZ:::OSL:ATH:10KG WAIVER+::1").bookings[0].services
    assert (service.code, service.status, service.quantity, service.carrier) == ("CKIN", "HK", 1, "ZZ")
    assert (service.origin, service.destination, service.text) == ("OSL", "ATH", "10KG WAIVER")
    assert (service.travellers, service.segment) == (("1",), 10)


def test_text_that_became_fields_is_not_kept_twice(booking):
    docs = "SSR+DOCS:HK:1:ZZ:::::/P/NOR/N1/NOR/14MAR79/M/01FEB31/BERG/LARS"
    (service,) = booking(LARS, docs).bookings[0].services
    assert service.text is None
    assert service.travellers == ("1",)


@pytest.mark.parametrize(
    ("ssr", "field", "value"),
    [
        ("SSR+FQTV:HK:1:ZZ:::::/ZZ1234567890-BERG/LARS", "loyalty", ("ZZ:1234567890",)),
        ("SSR+TKNE:HK:1:ZZ:::OSL:ATH:9991234567890C1", "tickets", ("9991234567890",)),
        ("SSR+TKNE:HK:1:ZZ:::OSL:ATH:.9991234567890C1", "tickets", ("9991234567890",)),
        ("SSR+CHLD:HK:1:ZZ:::::10AUG17", "birth_date", "2017-08-10"),
        ("SSR+CHLD:HK:1:ZZ:::::SOON", "birth_date", None),
        ("SSR+FQTV:HK:1:ZZ", "loyalty", ()),
    ],
)
def test_person_level(booking, ssr, field, value):
    assert getattr(booking(LARS, ssr).travellers[0], field) == value


def test_form_of_identity(booking):
    (document,) = booking(LARS, "SSR+FOID:HK:1:ZZ:::::PPN5550001").travellers[0].documents
    assert (document.type, document.number) == ("P", "N5550001")
    reading = booking(LARS, "SSR+FOID:HK:1:ZZ:::::CC4111111111111111")
    assert reading.travellers[0].documents == ()
    assert "411111111111" not in repr(reading)


def test_identity_known_from_docs_is_one_document(booking):
    docs = "SSR+DOCS:HK:1:ZZ:::::/P/NOR/N5550001/NOR/14MAR79/M/01FEB31/BERG/LARS"
    assert len(booking(LARS, docs, "SSR+FOID:HK:1:ZZ:::::PPN5550001").travellers[0].documents) == 1


def test_unaccompanied_minor_keeps_the_text(booking):
    umnr = "SSR+UMNR:HK:1:ZZ:::OSL:ATH:UM08 MET BY AUNT-1BERG/ODA MRS"
    reading = booking(LARS, ODA, FLIGHT, umnr)
    (service,) = reading.bookings[0].services
    assert service.text == "UM08 MET BY AUNT-1BERG/ODA MRS"
    assert service.travellers == ("2",)


def test_booking_level_service_speaks_of_nobody_in_particular(booking):
    (service,) = booking("SSR+OTHS::::::::ADV TKT NUMBER", LARS, ODA).bookings[0].services
    assert (service.text, service.travellers) == ("ADV TKT NUMBER", ())


def test_empty_ssr_is_no_crash(booking):
    assert booking(LARS, "SSR", "SSR+", "SSR++").bookings[0].services[0].code == ""


def test_the_name_behind_a_service_says_whose_it_is(booking):
    people = ("TIF+BERG+LARS MR:A:1", "TIF+BERG+ODA MRS:A:2")
    reading = booking(*people, FLIGHT, "SSR+TKNE:HK:1:ZZ:::OSL:ATH:9991234567890C1-1BERG/ODA MRS")
    assert [t.tickets for t in reading.travellers] == [(), ("9991234567890",)]
    assert reading.bookings[0].services[0].travellers == ("2",)


@pytest.mark.parametrize("data", ["22A", "022AN", "22A-1BERG/ODA"])
def test_a_seat_in_the_text_is_that_of_the_reference(booking, data):
    people = ("TIF+BERG+LARS MR:A:1", "TIF+BERG+ODA MRS:A:2")
    reading = booking(*people, FLIGHT, f"SSR+SEAT:HK:1:ZZ:::OSL:ATH:{data}+::2")
    assert [[seat.number for seat in t.seats] for t in reading.travellers] == [[], ["22A"]]


def test_two_references_and_one_seat_in_the_text_are_not_dealt_out(booking):
    people = ("TIF+BERG+LARS MR:A:1", "TIF+BERG+ODA MRS:A:2")
    reading = booking(*people, FLIGHT, "SSR+SEAT:HK:2:ZZ:::OSL:ATH:22A+::1+::2")
    assert [t.seats for t in reading.travellers] == [(), ()]


def test_a_service_that_was_taken_out_is_none(booking):
    reading = booking(LARS, "SSR+qqqqqqqqqqqq", ODA, "SSR+OTHS:HK:1:ZZ:::OSL:ATH:qqqqq+::2")
    (service,) = reading.bookings[0].services
    assert (service.code, service.text) == ("OTHS", "qqqqq")
    assert not [finding for finding in reading.findings if finding.code == "reference-unknown"]
