"""History is history: it makes nobody and nothing present."""

from __future__ import annotations

import pytest

PERSON = "TIF+LINDQVIST+ASTRID MRS:A:1"
FLIGHT = "TVL+150625:0930:150625:1340+OSL+ATH+ZZ+611:Y"
CREDIT = ("ABI+1+:LHRRR+LON++ZZ", "DAT+ZT:010625:1010")


def test_changes_know_who_and_when(booking):
    reading = booking(PERSON, FLIGHT, *CREDIT, "SAC+++X", "SSR+SEAT:HK:1:ZZ:::OSL:ATH+15A::1", "SAC+++A", "RPI+1+HK")
    removed, added = reading.bookings[0].history
    assert (removed.action, removed.at, removed.by) == ("cancelled", "2025-06-01T10:10", "LHRRR:LON:ZZ")
    assert (removed.subject, removed.text) == ("SSR SEAT", "SEAT:HK:1:ZZ:::OSL:ATH+15A::1")
    assert (added.action, added.subject, added.segment) == ("added", "RPI", 14)


@pytest.mark.parametrize(
    "past",
    [
        "TIF+BERG+LARS MR:A:2",
        "TVL+140625:0930:140625:1340+OSL+ATH+ZZ+611:Y",
        "SSR+SEAT:HK:1:ZZ:::OSL:ATH+15A::1",
        "SSR+INFT:HK:1:ZZ:::::LINDQVIST/ODA 10AUG24+::1",
        "SSR+DOCS:HK:1:ZZ:::::/P/NOR/N1/NOR/14MAR88/F/01FEB31/LINDQVIST/ASTRID+::1",
        "SSD+15A++++Y",
        "TBD++2:30:700",
        "FTI+ZZ:123456",
    ],
)
def test_nothing_past_is_present(booking, past):
    reading = booking(PERSON, FLIGHT, *CREDIT, "SAC+++X", past)
    traveller = reading.travellers[0]
    assert len(reading.travellers) == 1
    assert len(reading.bookings[0].flights) == 1
    assert (traveller.seats, traveller.documents, traveller.bag_count, traveller.loyalty) == ((), (), None, ())
    assert len(reading.bookings[0].history) == 1


def test_credit_without_changes_is_kept(booking):
    (item,) = booking(PERSON, FLIGHT, *CREDIT).bookings[0].history
    assert (item.action, item.at, item.by) == ("1", "2025-06-01T10:10", "LHRRR:LON:ZZ")


def test_several_parts_of_one_change(booking):
    items = booking(PERSON, FLIGHT, *CREDIT, "SAC+++C", FLIGHT, "RPI+1+K").bookings[0].history
    assert [(item.action, item.subject) for item in items] == [("changed", "TVL"), ("changed", "RPI")]


def test_unknown_action_keeps_its_code(booking):
    (item,) = booking(PERSON, FLIGHT, *CREDIT, "SAC+++Q", "RPI+1+K").bookings[0].history
    assert item.action == "Q"


def test_card_in_history_is_masked(booking):
    reading = booking(PERSON, FLIGHT, *CREDIT, "SAC+++A", "FOP+CC::1:VI:4111111111111111:0227")
    assert "411111111111" not in repr(reading)


def test_history_alone_is_said(push, codes):
    reading = push("SRC", "RCI+1A:QX7PLM", *CREDIT, "SAC+++X", FLIGHT)
    assert codes(reading) == ["history-without-current"]


def test_a_hotel_of_the_history_is_no_hotel_of_today(booking):
    hotel = ("MSG+8", "TVL+150625:1500:170625+ATH:SEA INN++ZZ+1")
    reading = booking("ABI+4+AG", "SAC+++X", *hotel)
    assert reading.bookings[0].other_services == ()
    assert [item.subject for item in reading.bookings[0].history] == ["MSG", "TVL"]
