"""Tickets, fares and payment."""

from __future__ import annotations

import pytest

PERSON = "TIF+LINDQVIST+ASTRID MRS:A:1"


def test_ticket_with_its_fare(booking):
    reading = booking(
        PERSON,
        "TKT+9991234567890:T:1",
        "MON+B:94.34:EUR+T:100.00:EUR",
        "PTK+NR++150625:1010+ZZ+999+OSL",
        "TXD++0.57:::AY6+0.85:::YQ",
        "DAT+710:020625",
    )
    (ticket,) = reading.bookings[0].tickets
    assert (ticket.number, ticket.kind, ticket.issued) == ("9991234567890", "T", "2025-06-02")
    assert (ticket.fare, ticket.total, ticket.currency) == ("94.34", "100.00", "EUR")
    assert ticket.taxes == ("0.57 AY6", "0.85 YQ")
    assert (ticket.traveller, ticket.segment) == ("1", 9)
    assert reading.travellers[0].tickets == ("9991234567890",)
    assert reading.bookings[0].remarks[0].text == "NR 150625:1010 ZZ 999 OSL"


@pytest.mark.parametrize(("tkt", "kind"), [("TKT+:1", "1"), ("TKT+:700", "700")])
def test_ticketless(booking, codes, tkt, kind):
    reading = booking(PERSON, tkt)
    (ticket,) = reading.bookings[0].tickets
    assert (ticket.number, ticket.kind) == (None, kind)
    assert reading.travellers[0].tickets == ()
    assert codes(reading) == []


@pytest.mark.parametrize(
    ("number", "fits"),
    [
        ("9991234567890", True),
        ("99912345678903", True),
        ("99912345678902", True),
        ("99912345678909", False),
        ("4647110022", False),
        ("99912345678X0", False),
    ],
)
def test_ticket_number_shape(booking, codes, number, fits):
    assert (codes(booking(PERSON, f"TKT+{number}:T:1")) == []) is fits


def test_issue_date_belongs_to_its_ticket(booking):
    reading = booking(PERSON, "TKT+9991234567890:T", "DAT+710:020625", "TKT+9991234567891:T", "DAT+710:030625")
    assert [ticket.issued for ticket in reading.bookings[0].tickets] == ["2025-06-02", "2025-06-03"]
    assert reading.bookings[0].ticketed is None


def test_payment_keeps_four_digits(booking, codes):
    reading = booking(PERSON, "TKT+9991234567890:T", "MON+T:100.00:EUR", "FOP+CC::100.00:VI:4111111111111111:0227")
    (payment,) = reading.bookings[0].payments
    assert (payment.kind, payment.amount, payment.currency, payment.vendor) == ("CC", "100.00", "EUR", "VI")
    assert (payment.account, payment.expires) == ("XXXXXXXXXXXX1111", "2027-02")
    assert codes(reading) == ["card-number-unmasked"]
    assert "4111111111111111" not in repr(reading)


def test_payment_masked_by_the_carrier_is_no_finding(booking, codes):
    reading = booking(PERSON, "FOP+CC::100.00:VI:411111XXXXXX1111:1327")
    (payment,) = reading.bookings[0].payments
    assert (payment.account, payment.expires) == ("XXXXXXXXXXXX1111", None)
    assert codes(reading) == []


def test_several_forms_of_payment(booking):
    reading = booking(PERSON, "FOP+CA::50.00+CK::25.00+")
    assert [(p.kind, p.amount) for p in reading.bookings[0].payments] == [("CA", "50.00"), ("CK", "25.00")]


def test_payer_is_the_holder(booking):
    reading = booking(PERSON, "FOP+CC::1:VI:XXXX1111:0227", "IFT+4:43+MAREN BERG+1 QUAY STREET+4755500011")
    assert reading.bookings[0].payments[0].holder == "MAREN BERG"
    assert reading.bookings[0].remarks[0].kind == "sponsor"


def test_fare_without_ticket_is_not_an_error(booking):
    reading = booking(PERSON, "MON+T:100.00:EUR", "TXD++0.57:::AY6")
    assert reading.bookings[0].tickets == ()


@pytest.mark.parametrize("fop", ["FOP+4111111111111111", "FOP+CC::4111111111111111", "FOP+CC:::4111111111111111"])
def test_card_number_in_the_wrong_place_is_masked_too(booking, fop):
    reading = booking(PERSON, fop)
    assert "411111111111" not in repr(reading)
