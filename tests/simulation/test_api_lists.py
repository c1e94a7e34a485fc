"""What departure control sends of a flight."""

from collections import Counter
from dataclasses import replace
from random import Random

import pytest

from gatehouse.simulation.api_lists import (
    INTERACTIVE_PERSONS_MAX,
    NO_SHOWS_MAX,
    PERSONS_PER_PART,
    Manifest,
    api_files,
    home_style,
)
from gatehouse.simulation.outgoing import Outgoing
from gatehouse.simulation.parties import Boarding
from gatehouse.simulation.plan import DAY
from gatehouse.simulation.timetable import Service
from gatehouse.terms.traveller import Role


def _files(flight: Service, places: int, habit: str, seed: int = 1) -> list[Outgoing]:
    flight = replace(flight, carrier=flight.carrier._replace(habit=habit))
    boarding = Boarding(DAY, Random(seed))
    manifest = Manifest(flight, tuple(boarding.parties(flight, places)), boarding.crew(flight, 6), home_style(flight))
    return list(api_files(manifest, Random(seed)))


def _of(files: list[Outgoing], function: str) -> list[Outgoing]:
    return [file for file in files if file.readings[0].function == function]


def test_everybody_is_on_one_passenger_list_and_the_crew_on_another(flight: Service) -> None:
    files = _files(flight, 70, "batch")
    (passengers,), (crew,) = _of(files, "passenger-list"), _of(files, "crew-list")
    assert sum(len(reading.travellers) for reading in passengers.readings) == 70
    assert [traveller.role for traveller in crew.readings[0].travellers] == [Role.CREW] * 6
    assert passengers.readings[0].counted == (("42", 70),)
    assert crew.readings[0].counted == (("41", 6),)


@pytest.mark.parametrize(("places", "parts"), [(PERSONS_PER_PART, 1), (PERSONS_PER_PART + 1, 2), (300, 3)])
def test_a_long_list_is_a_series(flight: Service, places: int, parts: int) -> None:
    (file,) = _of(_files(flight, places, "batch"), "passenger-list")
    assert len(file.readings) == parts
    marks = [reading.part for reading in file.readings]
    assert marks == [None] if parts == 1 else [mark.last for mark in marks if mark] == [False] * (parts - 1) + [True]


def test_guests_and_travellers_stand_side_by_side(flight: Service) -> None:
    for file in _files(flight, 150, "interactive"):
        for reading, guests in zip(file.readings, file.guests, strict=True):
            assert [t.surname for t in reading.travellers] == [g.told.surname for g in guests if g]


def test_interactive_carriers_ask_for_parties_and_change_one(flight: Service) -> None:
    files = _files(flight, 100, "interactive")
    asked = [file for file in _of(files, "passenger-list") if file.readings[0].transaction]
    assert asked
    assert all(1 <= len(file.readings[0].travellers) <= INTERACTIVE_PERSONS_MAX for file in asked)
    (change,) = _of(files, "change")
    assert change.readings[0].transaction == asked[0].readings[0].transaction
    assert change.readings[0].revision == "1"
    assert change.guests == asked[0].guests


def test_the_close_out_names_those_on_board_or_those_left_behind(flight: Service) -> None:
    (boarded,) = _of(_files(flight, 80, "interactive"), "close")
    assert boarded.readings[0].function_code == "266+CLOB"
    assert 80 - NO_SHOWS_MAX <= len(boarded.readings[0].travellers) <= 80
    closings = [file for seed in range(8) for file in _of(_files(flight, 40, "batch", seed), "close")]
    assert closings
    assert all(file.readings[0].function_code == "266+CLNB" for file in closings)
    assert all(1 <= len(file.readings[0].travellers) <= NO_SHOWS_MAX for file in closings)


def test_a_close_out_tells_references_and_no_particulars(flight: Service) -> None:
    (close,) = _of(_files(flight, 30, "interactive"), "close")
    for traveller in close.readings[0].travellers:
        assert traveller.reference
        assert traveller.locator
        assert not traveller.documents
        assert traveller.birth_date is None


def test_files_are_sent_in_order_around_departure(flight: Service) -> None:
    for habit in ("batch", "interactive"):
        files = [file for file in _files(flight, 40, habit) if file.readings[0].function not in ("change", "crew-list")]
        assert [file.at for file in files] == sorted(file.at for file in files)


def test_a_few_fields_are_missing_and_never_of_the_planted(flight: Service) -> None:
    (file,) = _of(_files(flight, 2000, "batch"), "passenger-list")
    people = [traveller for reading in file.readings for traveller in reading.travellers]
    missing = Counter(bool(person.birth_date and person.nationalities and person.documents) for person in people)
    assert 0 < missing[False] < 0.1 * len(people)
