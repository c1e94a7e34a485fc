"""IFT and LTS."""

from __future__ import annotations

import pytest

PERSON = "TIF+LINDQVIST+ASTRID MRS:A:1"


@pytest.mark.parametrize(
    ("ift", "kind", "text", "carrier"),
    [
        ("IFT+4:28::ZZ+THIS PASSENGER IS A VIP", "osi", "THIS PASSENGER IS A VIP", "ZZ"),
        ("IFT+4:15:9+OSL ZZ ATH+EUR100.00END", "fare", "OSL ZZ ATH EUR100.00END", None),
        ("IFT+4:19+SOMETHING DONE", "history", "SOMETHING DONE", None),
        ("IFT+4:99+ANYTHING", "remark", "ANYTHING", None),
    ],
)
def test_kinds(booking, ift, kind, text, carrier):
    (remark,) = booking(PERSON, ift).bookings[0].remarks
    assert (remark.kind, remark.text, remark.carrier, remark.segment) == (kind, text, carrier, 9)


def test_go_show(booking):
    traveller = booking(PERSON, "IFT+4:63::ZZ").travellers[0]
    assert (traveller.status, traveller.sources["status"]) == ("go-show", 9)


def test_raw_line_is_kept_whole_and_names_nobody(booking):
    reading = booking(PERSON, "LTS+0/O/NM/BERG/LARSMR+X:Y ?+1")
    assert [(r.kind, r.text) for r in reading.bookings[0].remarks] == [("raw", "0/O/NM/BERG/LARSMR+X:Y +1")]
    assert len(reading.travellers) == 1


@pytest.mark.parametrize("segment", ["LTS+F/FP CCVI4111111111111111/0227", "IFT+4:28+CARD 4111111111111111"])
def test_card_in_text_is_masked_and_said(booking, codes, segment):
    reading = booking(PERSON, segment)
    assert "411111111111" not in repr(reading)
    assert codes(reading) == ["card-number-unmasked"]


def test_contact_text_is_not_kept_twice(booking):
    reading = booking("IFT+4:28::YY+CTCM 4791234567", PERSON)
    assert reading.bookings[0].remarks == ()
    assert reading.bookings[0].contacts[0].value == "4791234567"


def test_the_holder_is_the_cards_and_not_of_the_cash_beside_it(booking):
    reading = booking("TIF+BERG+ODA:A:1", "TKT+:1", "FOP+CC::90:VI+CA::10", "IFT+4:43+BERG ODA")
    assert [payment.holder for payment in reading.bookings[0].payments] == ["BERG ODA", None]
