"""Flights by their day, a page at a time, with who and what is on them."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.screening.travellers import clock_days
from gatehouse.screening.travellers.models import Booking, Traveller, TravellerRecord
from kept_people import flight, person

pytestmark = pytest.mark.usefixtures("database")
DAY = dt.date(2026, 5, 1)


def test_flights_with_somebody_on_them_come_by_day_and_page() -> None:
    old, young, empty = flight("2026-04-30"), flight("2026-10-01"), flight("2026-04-29")
    person(old, "ROE")
    person(young, "DOE")
    assert empty
    assert [one.id for one in clock_days.flights(0, DAY, 10, unmasked=True)] == [old.id]
    assert clock_days.flights(old.id, DAY, 10, unmasked=True) == []
    assert clock_days.flights(0, DAY, 10, unmasked=True)[0].received == dt.date(2026, 4, 28)


def test_who_is_masked_is_passed_over_when_the_masked_are_not_wanted() -> None:
    leg = flight("2026-04-30")
    who = person(leg, "ROE")
    Traveller.objects.filter(id=who.id).update(masked_at=dt.datetime.now(dt.UTC))
    assert clock_days.travellers([leg.id], 0, 10, unmasked=True) == []
    assert clock_days.travellers([leg.id], 0, 10, unmasked=False) == [(who.id, leg.id)]
    assert clock_days.counts(0, 10)[0][1:] == (0, 1)


def test_a_booking_is_free_when_no_statement_names_it() -> None:
    leg = flight("2026-04-30")
    person(leg, "ROE")
    assert clock_days.bookings([leg.id], 0, 10, unmasked=True) == []
    TravellerRecord.objects.update(booking=None)
    assert clock_days.bookings([leg.id], 0, 10, unmasked=True) == [(Booking.objects.get().id, leg.id)]


def test_files_are_those_that_speak_of_the_travellers() -> None:
    who = person(flight("2026-04-30"), "ROE")
    person(flight("2026-04-30"), "DOE")
    assert clock_days.files_of([who.id]) == {who.travellerrecord_set.first().message.transmission_id}
