"""A booking holds what a push states and compares by it."""

from __future__ import annotations

from gatehouse.terms.booking import Booking, Locator


def test_a_booking_of_which_only_the_locator_is_known() -> None:
    booking = Booking("ABC123", locators=(Locator("ZZ", "ABC123"),))
    assert booking.travellers == ()
    assert booking.cancelled is False
    assert booking == Booking("ABC123", locators=(Locator("ZZ", "ABC123"),))
    assert len({booking, booking}) == 1
