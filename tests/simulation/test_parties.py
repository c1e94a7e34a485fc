"""Parties fill a flight exactly, and families are families."""

from collections import Counter
from random import Random

import pytest

from gatehouse.simulation.parties import LOCATOR_LETTERS, Boarding, Party, locator
from gatehouse.simulation.plan import DAY
from gatehouse.simulation.timetable import Service


@pytest.mark.parametrize("places", [1, 2, 7, 60, 240])
def test_every_place_is_filled_and_none_twice(flight: Service, places: int) -> None:
    boarding = Boarding(DAY, Random(places))
    people = [guest for party in boarding.parties(flight, places) for guest in party.guests]
    assert len(people) == places == boarding.boarded
    seats = [guest.seat for guest in people if guest.seat]
    assert len(set(seats)) == len(seats)
    assert len({guest.number for guest in people}) == places


def _all_kinds(flight: Service) -> list[Party]:
    return list(Boarding(DAY, Random(9)).parties(flight, 1500))


def test_people_travel_in_every_kind_of_party(flight: Service) -> None:
    kinds = Counter(party.kind for party in _all_kinds(flight))
    assert set(kinds) == {"single", "couple", "family", "infant", "friends", "group"}
    assert kinds["single"] == max(kinds.values())


def test_an_infant_has_no_seat_and_an_adult(flight: Service) -> None:
    found = [(party, guest) for party in _all_kinds(flight) for guest in party.guests if guest.kind == "infant"]
    assert found
    for party, infant in found:
        assert infant.seat is None
        assert infant.adult is not None
        assert party.guests[infant.adult].kind == "adult"
        assert infant.told.birth_date
        assert infant.told.birth_date >= "2024"


def test_a_family_shares_name_and_nationality(flight: Service) -> None:
    for party in _all_kinds(flight):
        if party.kind == "family":
            assert len({guest.told.surname for guest in party.guests}) == 1
            assert len({guest.told.nationality for guest in party.guests}) == 1
            assert len({guest.told.document for guest in party.guests}) == len(party.guests)


def test_only_groups_have_places_without_names(flight: Service) -> None:
    parties = _all_kinds(flight)
    assert any(party.unnamed for party in parties)
    assert all(party.kind == "group" for party in parties if party.unnamed)


def test_bookings_are_made_before_departure(flight: Service) -> None:
    assert all(party.booked < flight.departs for party in _all_kinds(flight))


def test_crew_are_adults_without_seats(flight: Service) -> None:
    crew = Boarding(DAY, Random(2)).crew(flight, 8)
    assert [guest.kind for guest in crew] == ["crew"] * 8
    assert all(guest.seat is None and guest.visa is None for guest in crew)


def test_a_locator_has_six_plain_characters() -> None:
    assert all(c in LOCATOR_LETTERS for c in locator(Random(1)))
    assert len(locator(Random(1))) == 6
