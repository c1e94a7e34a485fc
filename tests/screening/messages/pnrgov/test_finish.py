"""Drafts become bookings and travellers."""

from __future__ import annotations

from gatehouse.screening.messages.pnrgov.finish import finish, travellers
from gatehouse.terms.traveller import Traveller


def test_travellers_are_indexes_into_the_reading(push):
    one = ("SRC", "RCI+1A:AAAAA1", "TIF+BERG+LARS:A:1", "TIF+BERG+ODA:A:2")
    other = ("SRC", "RCI+1A:AAAAA2", "TIF+LIND+EMIL:A:1", "SSR+INFT:HK:1:ZZ:::::LIND/IDA 10AUG24")
    reading = push(*one, *other)
    assert [booking.travellers for booking in reading.bookings] == [(0, 1), (2, 3)]
    assert [t.locator for t in reading.travellers] == ["AAAAA1", "AAAAA1", "AAAAA2", "AAAAA2"]
    assert [booking.segments for booking in reading.bookings] == [(6, 9), (10, 13)]


def test_same_number_in_two_bookings_is_two_people(push):
    docs = "SSR+DOCS:HK:1:ZZ:::::/P/NOR/N{0}/NOR/14MAR79/M/01FEB31/{1}/LARS+::1"
    reading = push(
        *("SRC", "RCI+1A:AAAAA1", "TIF+BERG+LARS:A:1", docs.format(1, "BERG")),
        *("SRC", "RCI+1A:AAAAA2", "TIF+LIND+LARS:A:1", docs.format(2, "LIND")),
    )
    assert [[d.number for d in t.documents] for t in reading.travellers] == [["N1"], ["N2"]]


def test_empty_draft_is_an_empty_booking(draft):
    booking = finish(draft, 7)
    assert (booking.locator, booking.travellers, booking.created) == (None, (), None)
    assert travellers(draft) == []


def test_every_source_is_a_field_with_a_value(booking):
    reading = booking(
        "TIF+BERG+LARS MR:A:1",
        "FTI+ZZ:1234",
        "REF+:A1",
        "SSR+DOCS:HK:1:ZZ:::::/P/NOR/N1/NOR/14MAR79/M/01FEB31/BERG/LARS",
        "SSR+DOCA:HK:1:ZZ:::::/R/NO/1 QUAY STREET",
        "TKT+9991234567890:T",
        "TVL+150625:0930:150625:1340+OSL+ATH+ZZ+611:Y",
        "RPI+1+HK",
        "DAT",
        "TRI++1:::1",
        "SSD+1A",
        "TBD++1:10:700+++ZZ:1",
    )
    (traveller,) = reading.travellers
    for field, ordinal in traveller.sources.items():
        assert field in Traveller.__dataclass_fields__
        assert getattr(traveller, field)
        assert 1 <= ordinal <= 19
    assert set(traveller.sources) >= {"surname", "nationalities", "residence", "seats", "bags", "status", "locator"}
