"""What makes two statements speak of the same flight, booking or person."""

from __future__ import annotations

from gatehouse.screening.travellers import keys
from gatehouse.terms.booking import Booking, Locator
from gatehouse.terms.flight import Flight, Leg


def _flight(*legs: Leg, **more: str) -> Flight:
    return Flight("ZZ", "123", None, legs, **more)


def test_a_full_flight_has_a_key_that_does_not_depend_on_the_message() -> None:
    flight = _flight(Leg("CDG", "LHR", "2026-01-20T08:30"))
    key = keys.leg_key([flight], "m1")
    assert key.text == "ZZ|123||CDG|2026-01-20"
    assert key.identified
    assert key == keys.leg_key([flight], "m2")


def test_the_border_leg_of_a_progressive_flight_is_taken() -> None:
    flight = _flight(Leg("LYS", "CDG", "2026-01-20T06:00"), Leg("CDG", "LHR", "2026-01-20T08:30"))
    assert keys.leg_key([flight], "m1").origin == "CDG"


def test_the_leg_that_the_message_marks_is_taken_before_another_border() -> None:
    # LOC+92 LHR and ZRH, LOC+125 ZRH and LOC+87 VIE: only the second leg is the receiving State's.
    marked = Leg("ZRH", "VIE", "2026-01-20T18:05", is_border=True)
    progressive = _flight(Leg("LHR", "ZRH", "2026-01-20T14:15"), marked)
    pushed = _flight(Leg("ZRH", "VIE", "2026-01-20T18:05"))
    assert keys.leg_key([progressive], "m1") == keys.leg_key([pushed], "m2")


def test_without_a_border_the_first_leg_is_taken() -> None:
    assert (
        keys.leg_key([_flight(Leg("LYS", "CDG", "2026-01-20"), Leg("CDG", "NCE", "2026-01-20"))], "m").origin == "LYS"
    )


def test_the_operating_carrier_of_a_code_share_gives_the_key() -> None:
    shared = _flight(Leg("CDG", "LHR", "2026-01-20"), operating="QQ0045A")
    assert keys.leg_key([shared], "m").text == "QQ|45|A|CDG|2026-01-20"


def test_an_incomplete_flight_is_shared_with_no_other_message() -> None:
    undated = _flight(Leg("CDG", "LHR"))
    first, second = keys.leg_key([undated], "m1"), keys.leg_key([undated], "m2")
    assert not first.identified
    assert first.text != second.text


def test_no_flight_at_all_is_a_key_too() -> None:
    assert keys.leg_key([], "m1").text == "?|?||?|?|m1"


def test_a_locator_used_again_is_another_booking() -> None:
    old = Booking("ABC234", (Locator("ZZ", "ABC234", "2025-01-01T10:00"),))
    new = Booking("ABC234", (Locator("ZZ", "ABC234", "2026-01-01T10:00"),))
    assert keys.booking_key(old, "S") == "ZZ|ABC234|2025-01-01"
    assert keys.booking_key(old, "S") != keys.booking_key(new, "S")


def test_the_sender_stands_in_for_a_system_that_is_not_named() -> None:
    assert keys.booking_key(Booking("ABC234"), "ZZAIR") == "ZZAIR|ABC234|?"


def test_a_person_is_known_by_reference_then_document_then_name(who) -> None:
    assert keys.api_key(who("ROE/ANN", "X1", reference="U1")) == "ref:U1"
    assert keys.api_key(who("ROE/ANN", "X1")) == "doc:P|X1|UTO"
    assert keys.api_key(who("Roe/Ann", birth_date="1980-01-01")) == "name:ROE/ANN|1980-01-01"


def test_a_person_in_a_booking_is_known_by_number_then_reference_then_name(who) -> None:
    assert keys.pnr_key(who("ROE/ANN", number="2", reference="R"), "B") == "pnr:B|2"
    assert keys.pnr_key(who("ROE/ANN", reference="R"), "B") == "pnr:B|R"
    assert keys.pnr_key(who("ROE/ANN"), "B") == "pnr:B|name:ROE/ANN|?"


def test_keys_hold_nothing_that_a_table_cannot(who) -> None:
    assert "\x00" not in keys.api_key(who("R\x00E/ANN"))
    assert "\x00" not in keys.leg_key([Flight("Z\x00", "1", None, (Leg("C\x00G", None),))], "m").text
