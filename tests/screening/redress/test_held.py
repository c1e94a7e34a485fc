"""What is gathered: bounded, and without what only says where something stood in a message."""

from __future__ import annotations

from gatehouse.screening.redress.held import _booking, _said, count


def test_places_in_a_message_are_left_out_at_every_depth() -> None:
    said = {"surname": "A", "segments": [1, 2], "documents": [{"number": "X", "segment": 4}], "sources": {"surname": 3}}
    assert _said(said) == {"surname": "A", "documents": [{"number": "X"}]}


def test_a_booking_of_several_keeps_back_what_may_be_the_others() -> None:
    shared = {"locator": "A", "travellers": [0, 1], "remarks": [{"text": "x"}], "contacts": [1], "payments": [1]}
    assert _booking(shared) == {"locator": "A", "others_withheld": True}
    assert _booking({**shared, "travellers": [0]}) == {
        "locator": "A", "remarks": [{"text": "x"}], "contacts": [1], "payments": [1],
    }  # fmt: skip


def test_records_are_counted() -> None:
    journey = {"statements": [1, 2], "bookings": [3], "comparisons": []}
    assert count({"journeys": [journey, journey], "held": [{}]}) == 9
