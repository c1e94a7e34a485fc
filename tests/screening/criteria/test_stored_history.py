"""History from the database: each stored person once, with both sources' statements and the booking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from gatehouse.screening.criteria.readings import READINGS
from gatehouse.screening.criteria.stored_history import stored_history
from gatehouse.screening.intake.models import StoredMessage, Transmission
from gatehouse.screening.travellers import store
from gatehouse.screening.travellers.keys import leg_key
from gatehouse.screening.travellers.ledger import Mark
from gatehouse.screening.travellers.placing import place
from gatehouse.terms.booking import Booking, Payment
from gatehouse.terms.flight import Flight, Leg
from gatehouse.terms.reading import Reading
from gatehouse.terms.traveller import Role, Traveller

pytestmark = pytest.mark.usefixtures("database")


def _flight(day: str) -> Flight:
    return Flight("ZZ", "123", None, (Leg("CDG", "LHR", f"{day}T08:30"),))


def _store(reading: Reading) -> None:
    file, _ = Transmission.objects.get_or_create(sha256="0" * 64, defaults={"name": "n", "channel": "c", "size": 1})
    number = StoredMessage.objects.count()
    made = StoredMessage.objects.create(
        transmission=file, index=number, begin=0, end=1, sha256=str(number), state="screened", travellers=0
    )
    key = leg_key(reading.flights, "m")
    rosters = store.load([key])
    ledger = store.ledger(len(reading.travellers), len(reading.bookings))
    place(reading, Mark(int(made.id), f"m{made.id}"), rosters[key.text], ledger)
    store.save(rosters.values(), ledger)


def _api(day: str, *people: Traveller) -> Reading:
    return Reading("PAXLST", function="passenger-list", function_code="745", flights=(_flight(day),), travellers=people)


def _pnr(day: str, *people: Traveller) -> Reading:
    booking = Booking(
        "AAA", created="2026-10-01T00:00:00Z", travellers=tuple(range(len(people))), payments=(Payment("CA"),)
    )
    flights = (_flight(day),)
    return Reading("PNRGOV", function="pnr-push", flights=flights, travellers=people, bookings=(booking,))


ILSE = Traveller(Role.PASSENGER, "FIKTIV", "ILSE", birth_date="1990-05-17", locator="AAA")


def test_a_person_of_both_sources_is_one_journey_with_what_both_say() -> None:
    _store(_api("2026-10-05", replace(ILSE, sex="F")))
    _store(_pnr("2026-10-05", replace(ILSE, loyalty=("1",))))
    (journey,) = list(stored_history())
    assert (journey.traveller.sex, journey.traveller.loyalty) == ("F", ("1",))
    assert journey.booking
    assert READINGS["payment.kinds"](journey) == {"CA"}
    assert READINGS["booking.days_ahead"](journey) == 4
    assert READINGS["booking.travellers"](journey) == 1
    assert READINGS["itinerary.flights"](journey) == {"ZZ123"}


def test_a_month_is_that_of_departure_and_legs_come_together() -> None:
    other = Traveller(Role.PASSENGER, "MUSTER", "OTTO")
    _store(_api("2026-10-31", ILSE, other))
    _store(_api("2026-11-01", ILSE))
    assert len(list(stored_history())) == 3
    october = list(stored_history("2026-10"))
    assert len({journey.source for journey in october}) == 1
    assert len({journey.key for journey in october}) == 2


def test_groups_without_names_are_nobody() -> None:
    _store(_pnr("2026-10-05", Traveller(Role.GROUP)))
    assert list(stored_history()) == []


def test_more_legs_than_are_read_at_once_all_come(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gatehouse.screening.criteria.stored_history.LEGS_AT_ONCE", 2)
    for day in range(1, 6):
        _store(_api(f"2026-10-0{day}", ILSE))
    assert len({journey.source for journey in stored_history()}) == 5


def test_a_criterion_is_tried_on_what_is_stored(criterion_of: Callable, trial_of: Callable) -> None:
    _store(_pnr("2026-10-05", ILSE))
    trial = trial_of(criterion_of(), [])
    trial.add_all(stored_history())
    assert (trial.hits.cases, trial.not_known) == (1, 1)
