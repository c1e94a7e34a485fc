"""Flights that could be flown."""

import datetime as dt
from random import Random

import pytest

from gatehouse.simulation.timetable import HOME, Carrier, Service, carriers, service
from gatehouse.terms.airlines import airline
from gatehouse.terms.places import airport_country

DAY = dt.date(2026, 1, 20)
FICTITIOUS = {"ZZ"}


def _services(count: int) -> list[Service]:
    dice = Random(6)
    return [service(number, DAY, dice) for number in range(1, count + 1)]


@pytest.mark.parametrize("carrier", carriers(), ids=lambda carrier: carrier.designator)
def test_a_carrier_is_real_or_known_to_be_invented(carrier: Carrier) -> None:
    assert (airline(carrier.designator) is None) == (carrier.designator in FICTITIOUS)
    assert carrier.habit in ("batch", "interactive")


def test_a_flight_crosses_the_home_border_once() -> None:
    for one in _services(200):
        crossing = [
            leg
            for leg in one.legs
            if HOME in {airport_country(leg.origin or ""), airport_country(leg.destination or "")}
        ]
        assert crossing == [one.border_leg]


def test_legs_follow_one_another_in_time_and_place() -> None:
    several = [one for one in _services(300) if len(one.legs) > 1]
    assert several
    for one in several:
        first, second = one.legs
        assert first.destination == second.origin
        assert first.arrives
        assert second.departs
        assert first.arrives < second.departs


def test_flights_depart_on_or_right_after_the_day_and_have_seats() -> None:
    for one in _services(100):
        assert dt.timedelta(0) <= one.departs - dt.datetime.combine(DAY, dt.time()) < dt.timedelta(days=2)
        assert 80 < one.seats < 350


def test_designators_are_distinct_and_padded() -> None:
    found = [one.designator for one in _services(100)]
    assert len(set(found)) == len(found)
    assert all(len(text) == 6 for text in found)


def test_some_flights_are_shared_with_a_partner_of_the_same_system() -> None:
    systems = {carrier.designator: carrier.system for carrier in carriers()}
    shared = [one for one in _services(200) if one.marketed]
    assert shared
    assert all(systems[(one.marketed or "")[:2]] == one.carrier.system for one in shared)


def test_a_flight_is_told_with_all_legs_or_the_border_leg() -> None:
    one = next(one for one in _services(300) if len(one.legs) > 1)
    assert one.flight(only_border=True).legs == (one.border_leg,)
    assert one.flight(only_border=False).legs == one.legs
