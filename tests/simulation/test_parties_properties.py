"""Boarding at many sizes: nobody twice, nobody lost, and every guest consistent with their party."""

from __future__ import annotations

import datetime as dt
import re
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gatehouse.simulation.parties import (
    LOCATOR_LETTERS,
    PARTY_KINDS,
    SEAT_LETTERS,
    VISA_FREE,
    Boarding,
    Guest,
    Party,
    locator,
)
from gatehouse.simulation.plan import DAY
from gatehouse.simulation.timetable import HOME, Service
from gatehouse.terms.places import country_name

SIZES = {"single": (1, 1), "couple": (2, 2), "family": (3, 5), "infant": (3, 3), "friends": (3, 5), "group": (8, 16)}
QUIET = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _boarded(flight: Service, places: int, seed: int) -> list[Party]:
    return list(Boarding(DAY, Random(seed)).parties(flight, places))


def _people(parties: list[Party]) -> list[Guest]:
    return [guest for party in parties for guest in party.guests]


@given(st.integers(0, 400), st.integers(0, 10**6))
@QUIET
def test_any_number_of_places_is_filled_exactly(flight: Service, places: int, seed: int) -> None:
    """As many guests as places, numbered 1 to n in order, each with a seat of their own or an adult's arms."""
    people = _people(_boarded(flight, places, seed))
    assert [guest.number for guest in people] == list(range(1, places + 1))
    seats = [guest.seat for guest in people if guest.seat]
    assert len(seats) == len(set(seats))
    assert len(seats) + sum(guest.kind == "infant" for guest in people) == places


@given(st.integers(1, 400), st.integers(0, 10**6))
@QUIET
def test_parties_have_the_size_of_their_kind(flight: Service, places: int, seed: int) -> None:
    """Only the last party of a flight may be cut by the places left."""
    parties = _boarded(flight, places, seed)
    assert {party.kind for party in parties} <= {kind for kind, _ in PARTY_KINDS}
    for party in parties[:-1]:
        least, most = SIZES[party.kind]
        assert least <= len(party.guests) <= most
    assert 1 <= len(parties[-1].guests) <= SIZES[parties[-1].kind][1]


@given(st.integers(1, 200), st.integers(0, 10**6))
@QUIET
def test_a_party_starts_with_an_adult(flight: Service, places: int, seed: int) -> None:
    """A child or an infant never travels in a booking of its own."""
    assert all(party.guests[0].kind == "adult" for party in _boarded(flight, places, seed))


@given(st.integers(1, 200), st.integers(0, 10**6))
@QUIET
def test_references_are_distinct_and_of_one_length(flight: Service, places: int, seed: int) -> None:
    """The reference joins API and PNR: two guests with one reference would become one traveller."""
    references = [guest.reference for guest in _people(_boarded(flight, places, seed))]
    assert len(set(references)) == places
    assert {len(reference) for reference in references} == {11}


@given(st.integers(1, 200), st.integers(0, 10**6))
@QUIET
def test_only_those_who_need_a_visa_have_one(flight: Service, places: int, seed: int) -> None:
    for guest in _people(_boarded(flight, places, seed)):
        if guest.visa:
            assert guest.told.nationality not in VISA_FREE
            assert guest.visa.issuer == HOME
            assert guest.visa.issued
            assert guest.visa.expires
            assert guest.visa.issued < DAY.isoformat() < guest.visa.expires


@pytest.mark.parametrize("kind", ["adult", "child", "infant", "crew"])
def test_titles_fit_age_and_sex(flight: Service, kind: str) -> None:
    titles = {("M", True): {"MSTR"}, ("F", True): {"MISS"}, ("M", False): {"MR"}, ("F", False): {"MRS", "MS"}}
    boarding = Boarding(DAY, Random(3))
    people = [*boarding.crew(flight, 40), *_people(list(boarding.parties(flight, 1500)))]
    found = [guest for guest in people if guest.kind == kind]
    assert found
    for guest in found:
        assert guest.told.sex
        assert guest.title in titles[guest.told.sex, kind in ("child", "infant")]


@pytest.mark.parametrize(
    ("kind", "youngest", "oldest"),
    [("adult", 16, 84), ("child", 2, 11), ("infant", 0, 1)],
    ids=lambda value: str(value),
)
def test_ages_fit_the_kind_of_guest(flight: Service, kind: str, youngest: int, oldest: int) -> None:
    people = [guest for guest in _people(_boarded(flight, 1500, 4)) if guest.kind == kind]
    assert people
    for guest in people:
        days = (DAY - dt.date.fromisoformat(guest.told.birth_date or "")).days
        assert youngest * 365 < days <= oldest * 365 + 1


def test_people_of_the_flight_s_two_ends_are_more_frequent(flight: Service) -> None:
    """Else half of a flight from Cairo would be Japanese, and names would be too easy to tell apart."""
    people = _people(_boarded(flight, 2000, 5))
    foreign = sum(guest.told.nationality == flight.foreign.country for guest in people)
    assert foreign > 0.05 * len(people)


def test_no_bags_for_infants_and_crew(flight: Service) -> None:
    boarding = Boarding(DAY, Random(6))
    people = [*boarding.crew(flight, 30), *_people(list(boarding.parties(flight, 1000)))]
    assert all(guest.bags == 0 for guest in people if guest.kind in ("infant", "crew"))
    assert {guest.bags for guest in people if guest.kind == "adult"} == {0, 1, 2, 3}


def test_numbers_go_on_from_flight_to_flight(flight: Service) -> None:
    """A person number is of the day, not of the flight: the truth would merge two people otherwise."""
    boarding = Boarding(DAY, Random(7))
    first = _people(list(boarding.parties(flight, 30)))
    second = [*boarding.crew(flight, 5), *_people(list(boarding.parties(flight, 30)))]
    assert boarding.boarded == 65
    assert not {guest.number for guest in first} & {guest.number for guest in second}


def test_an_unknown_carrier_s_crew_is_of_the_home_state(flight: Service) -> None:
    nowhere = Service(
        flight.carrier._replace(country=""), "1", flight.legs, 0, flight.departs, flight.foreign, 100, "320"
    )
    crew = Boarding(DAY, Random(8)).crew(nowhere, 10)
    assert {guest.told.nationality for guest in crew} == {HOME}


@given(st.integers(0, 10**6))
def test_a_locator_cannot_be_misread(seed: int) -> None:
    assert re.fullmatch(f"[{LOCATOR_LETTERS}]{{6}}", locator(Random(seed)))


@pytest.mark.parametrize("character", "01IO")
def test_no_locator_has_a_look_alike(character: str) -> None:
    assert character not in LOCATOR_LETTERS


@pytest.mark.parametrize("code", sorted(VISA_FREE))
def test_visa_free_countries_are_countries(code: str) -> None:
    assert country_name(code)


def test_seats_go_along_the_rows(flight: Service) -> None:
    seats = [guest.seat for guest in _people(_boarded(flight, 20, 1)) if guest.seat]
    assert seats[: len(SEAT_LETTERS) + 1] == [*(f"1{letter}" for letter in SEAT_LETTERS), "2A"]
