"""Flights written and loaded again."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from gatehouse.screening.intake.models import StoredMessage, Transmission
from gatehouse.screening.travellers import store
from gatehouse.screening.travellers.keys import LegKey, leg_key
from gatehouse.screening.travellers.ledger import Mark
from gatehouse.screening.travellers.models import FlightLeg, Traveller, TravellerRecord
from gatehouse.screening.travellers.placing import place
from gatehouse.terms.booking import Booking
from gatehouse.terms.flight import Flight, Leg
from gatehouse.terms.reading import Reading

pytestmark = pytest.mark.usefixtures("database")
FLIGHT = Flight("ZZ", "123", None, (Leg("CDG", "LHR", "2026-01-20"),))
KEY = leg_key([FLIGHT], "m1")


def _message() -> int:
    file, _ = Transmission.objects.get_or_create(sha256="0" * 64, defaults={"name": "n", "channel": "c", "size": 1})
    index = StoredMessage.objects.count()
    made = StoredMessage.objects.create(
        transmission=file, index=index, begin=0, end=1, sha256=str(index), state="screened", travellers=0
    )
    return int(made.id)


def _placed(reading: Reading, key: LegKey = KEY) -> None:
    with transaction.atomic():
        number = _message()
        rosters = store.load([key])
        ledger = store.ledger(len(reading.travellers), len(reading.bookings))
        place(reading, Mark(number, f"m{number}"), rosters[key.text], ledger)
        store.save(rosters.values(), ledger)


def _pnr(*people: object) -> Reading:
    bookings = (Booking("AAA", travellers=tuple(range(len(people)))),)
    return Reading("PNRGOV", function_code="22", sender="ZZ", flights=(FLIGHT,), travellers=people, bookings=bookings)


def test_a_flight_comes_back_as_it_was_written(api, who) -> None:
    _placed(_pnr(who("ROE/ANN", number="1", locator="AAA")))
    _placed(api(who("ROE/ANN", "X1", locator="AAA")))
    roster = store.load([KEY])[KEY.text]
    (person,) = roster.persons.values()
    assert (person.surname, person.state) == ("ROE", "expected")
    assert {record.source for record in roster.records.values()} == {"api", "pnr"}
    assert all(record.person is person for record in roster.records.values())
    (booking,) = roster.bookings.values()
    assert [record.source for record in roster.of_booking(booking)] == ["pnr"]


def test_only_the_current_statement_is_loaded_and_all_are_kept(api, who) -> None:
    for name in ("ROE/AN", "ROE/ANN"):
        _placed(api(who(name, reference="U1")))
    (record,) = store.load([KEY])[KEY.text].records.values()
    assert record.identity.given_names == "ANN"
    assert list(TravellerRecord.objects.order_by("id").values_list("superseded", flat=True)) == [True, False]


def test_a_changed_state_is_written(api, who) -> None:
    _placed(api(who("ROE/ANN", reference="U1")))
    _placed(api(who("ROE/ANN", reference="U1"), code="266+CLOB"))
    assert Traveller.objects.get().state == "boarded"
    assert FlightLeg.objects.get().state == "closed"


def test_what_a_leg_lacked_is_filled_in_by_a_later_message(api) -> None:
    _placed(api(), KEY._replace(destination=None))
    _placed(api(), KEY._replace(departs="2026-01-20T08:30", arrives="2026-01-20T09:00"))
    leg = FlightLeg.objects.get()
    assert (leg.destination, leg.departs, leg.arrives) == ("LHR", "2026-01-20T08:30", "2026-01-20T09:00")


def test_versions_of_a_booking_are_all_kept_and_the_last_is_current(who) -> None:
    from gatehouse.screening.travellers.models import BookingVersion

    for _ in range(3):
        _placed(_pnr(who("ROE/ANN", number="1")))
    assert list(BookingVersion.objects.order_by("id").values_list("superseded", flat=True)) == [True, True, False]


def test_the_database_itself_refuses_a_second_current_statement(api, who) -> None:
    _placed(api(who("ROE/ANN", reference="U1")))
    record = TravellerRecord.objects.get()
    record.pk, record.position = None, 1
    with pytest.raises(IntegrityError), transaction.atomic():
        record.save()


@pytest.mark.parametrize(
    ("held", "told", "kept"),
    [
        ("2026-01-20", "2026-01-20T08:30", "2026-01-20T08:30"),
        ("2026-01-20T08:30", "2026-01-20", "2026-01-20T08:30"),
        ("2026-01-20T08:30", "2026-01-20T09:30", "2026-01-20T08:30"),
        ("2026-01-20T08:30", None, "2026-01-20T08:30"),
    ],
)
def test_a_message_completes_a_flights_times_and_does_not_move_them(held: str, told: str | None, kept: str) -> None:
    _placed(Reading("PAXLST"), KEY._replace(departs=held))
    assert store.load([KEY._replace(departs=told)])[KEY.text].leg.departs == kept
