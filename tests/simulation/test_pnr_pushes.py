"""The full push holds everybody, the update push the changed and the cancelled."""

from dataclasses import replace
from random import Random

import pytest

from gatehouse.simulation.api_lists import Manifest
from gatehouse.simulation.outgoing import Outgoing
from gatehouse.simulation.parties import Boarding
from gatehouse.simulation.plan import DAY
from gatehouse.simulation.pnr_pushes import BOOKINGS_PER_PART, pnr_files, pnr_style
from gatehouse.simulation.timetable import Service
from gatehouse.terms.traveller import Role


@pytest.fixture
def manifest(flight: Service) -> Manifest:
    """Three hundred people on a flight of a system that joins titles without a blank."""
    flight = replace(flight, carrier=flight.carrier._replace(system="1A"), marketed="LH7025")
    return Manifest(flight, tuple(Boarding(DAY, Random(8)).parties(flight, 300)), (), pnr_style(flight))


@pytest.fixture
def pushes(manifest: Manifest) -> list[Outgoing]:
    """Both pushes."""
    return list(pnr_files(manifest, Random(2)))


def test_the_full_push_has_every_booking_and_everybody(manifest: Manifest, pushes: list[Outgoing]) -> None:
    full = pushes[0].readings
    assert full[0].function == "pnr-push"
    assert [b.locator for reading in full for b in reading.bookings] == [p.locator for p in manifest.parties]
    named = [t for reading in full for t in reading.travellers if t.role is not Role.GROUP]
    assert len(named) == 300


def test_a_series_is_cut_by_bookings_and_counts_the_whole(manifest: Manifest, pushes: list[Outgoing]) -> None:
    full = pushes[0].readings
    assert len(full) > 1
    assert all(len(reading.bookings) <= BOOKINGS_PER_PART for reading in full)
    assert {reading.counted for reading in full} == {(("bookings", len(manifest.parties)),)}
    assert [reading.part.last for reading in full if reading.part] == [False] * (len(full) - 1) + [True]


def test_bookings_point_at_their_own_travellers(pushes: list[Outgoing]) -> None:
    for reading in (reading for push in pushes for reading in push.readings):
        pointed = [i for booking in reading.bookings for i in booking.travellers]
        assert pointed == list(range(len(reading.travellers)))
        for booking in reading.bookings:
            locators = {reading.travellers[i].locator for i in booking.travellers} - {None}
            assert locators <= {booking.locator}


def test_the_update_push_has_seats_and_cancelled_bookings(manifest: Manifest, pushes: list[Outgoing]) -> None:
    update = pushes[1].readings[-1]
    assert update.function_code == "141"
    assert 0 < len([b for b in update.bookings if not b.cancelled]) < len(manifest.parties) / 2
    assert any(traveller.seats for traveller in update.travellers)
    gone = [booking for push in pnr_many(manifest) for booking in push.readings[-1].bookings if booking.cancelled]
    assert gone
    assert all(not booking.travellers for booking in gone)


def pnr_many(manifest: Manifest) -> list[Outgoing]:
    """The update pushes of several runs."""
    return [list(pnr_files(manifest, Random(seed)))[-1] for seed in range(5)]


def test_seats_are_shared_under_the_partner_s_designator(pushes: list[Outgoing]) -> None:
    flights = {(f.carrier, f.number, f.operating) for b in pushes[0].readings[0].bookings for f in b.flights}
    assert len(flights) == 1
    (carrier, number, operating) = flights.pop()
    assert (carrier, number) == ("LH", "7025")
    assert operating


def test_documents_are_told_by_most_bookings_and_by_all_of_a_party_or_none(pushes: list[Outgoing]) -> None:
    told: dict[str | None, set[bool]] = {}
    for traveller in (t for reading in pushes[0].readings for t in reading.travellers if t.role is not Role.GROUP):
        told.setdefault(traveller.locator, set()).add(bool(traveller.documents))
    assert all(len(answers) == 1 for answers in told.values())
    share = sum(answers == {True} for answers in told.values()) / len(told)
    assert 0.6 < share < 0.9


def test_no_title_where_there_is_no_given_name_and_no_ms_without_a_blank(pushes: list[Outgoing]) -> None:
    people = [t for reading in pushes[0].readings for t in reading.travellers]
    assert all(t.given_names for t in people if t.title)
    assert "MS" not in {t.title for t in people}


def test_an_infant_s_adult_says_so(pushes: list[Outgoing]) -> None:
    people = [t for reading in pushes[0].readings for t in reading.travellers]
    infants = sum(t.infant for t in people)
    assert infants
    assert sum(bool(t.accompanied_by) for t in people) == infants
