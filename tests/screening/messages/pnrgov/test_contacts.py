"""Contacts of OSI, SSR and ADD."""

from __future__ import annotations

import pytest

from gatehouse.screening.messages.pnrgov.contacts import contact, contact_in, email, faults
from gatehouse.terms.traveller import Contact


def test_email_spelling():
    assert email("ODA..LINDQVIST//POST.EXAMPLE") == "ODA_LINDQVIST@POST.EXAMPLE"
    assert email("ODA./L//POST.EXAMPLE") == "ODA-L@POST.EXAMPLE"


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("YY CTCE ODA//POST.EXAMPLE", "email", "ODA@POST.EXAMPLE"),
        ("CTCM 4791234567", "phone", "4791234567"),
        ("CTC M 4791234567", "phone", "4791234567"),
        ("CTCM4791234567", "phone", "4791234567"),
        ("CTCF 4791234568", "fax", "4791234568"),
        ("CTCBGO 47 555-000", "phone", "47 555-000"),
        ("CTCT BGO 47 555 00011 A", "phone", "BGO 47 555 00011 A"),
        ("CTCA 1 QUAY STREET", "address", "1 QUAY STREET"),
        ("CTCR 0047555000111", "phone", "0047555000111"),
    ],
)
def test_contact_in_text(text, kind, value):
    assert contact_in(text, 4) == Contact(kind, value, 4)


@pytest.mark.parametrize("text", ["VIP", "CTCR PASSENGER REFUSED", "CTCM ", ""])
def test_no_contact(text):
    assert contact_in(text, 4) is None


def test_ssr_contact_loses_slash_and_association():
    assert contact("CTCM", "/4791234567-1LINDQVIST/ODA", 4) == Contact("phone", "4791234567", 4)
    assert contact("CTCM", "/4791234567/NO", 4) == Contact("phone", "4791234567", 4)


@pytest.mark.parametrize(
    ("found", "code"),
    [
        (Contact("phone", "123"), "phone-shape"),
        (Contact("phone", "1234567890123456"), "phone-shape"),
        (Contact("email", "NOBODY"), "email-shape"),
    ],
)
def test_faulty_contact(found, code):
    assert [finding.code for finding in faults(found)] == [code]
    assert found.value not in next(faults(found)).text


def test_sound_contacts_have_no_fault():
    assert not list(faults(Contact("phone", "+47 912 34 567")))
    assert not list(faults(Contact("email", "ODA@POST.EXAMPLE")))
    assert not list(faults(Contact("address", "1")))


def test_booking_address_with_phone(booking):
    reading = booking("ADD++702:1 QUAY STREET:BERGEN:VL:VESTLAND:NO:5003:4755500011")
    address, phone = reading.bookings[0].contacts
    assert address == Contact("address", "1 QUAY STREET, BERGEN, VL, VESTLAND, 5003, NO", 8)
    assert phone == Contact("phone", "4755500011", 8)


def test_address_of_a_traveller_is_the_travellers(booking):
    reading = booking("TIF+LINDQVIST+ODA:A:1", "ADD++E:::::::ODA//POST.EXAMPLE", "ADD++M:::::::91234567")
    assert [(c.kind, c.value) for c in reading.travellers[0].contacts] == [
        ("email", "ODA@POST.EXAMPLE"),
        ("phone", "91234567"),
    ]
    assert reading.bookings[0].contacts == ()


def test_text_where_the_qualifier_belongs(booking):
    reading = booking("TIF+LINDQVIST+ODA:A:1", "IFT+CTCE ODA//POST.EXAMPLE")
    assert reading.travellers[0].contacts == (Contact("email", "ODA@POST.EXAMPLE", 9),)


def test_ssr_contact_goes_to_the_traveller_or_the_booking(booking):
    reading = booking("SSR+CTCM:HK:1:ZZ:::::/4791234567", "TIF+LINDQVIST+ODA:A:1", "SSR+CTCE:HK:1:ZZ:::::/O//P.EXAMPLE")
    assert [c.value for c in reading.bookings[0].contacts] == ["4791234567"]
    assert [c.value for c in reading.travellers[0].contacts] == ["O@P.EXAMPLE"]
