"""The working copy of a flight."""

from __future__ import annotations

from gatehouse.screening.travellers.held import HeldBooking, HeldPerson, HeldRecord, Roster
from gatehouse.screening.travellers.keys import LegKey
from gatehouse.screening.travellers.payload import to_json


def _record(who, name: str, key: str, person: HeldPerson, **more: object) -> HeldRecord:
    return HeldRecord(1, key, "api", person, more.pop("booking", None), "m1", None, who(name, **more))


def test_an_event_marks_only_what_it_changes() -> None:
    person = HeldPerson(1, "expected", "passenger")
    person.undergo("listed")
    assert not person.is_changed
    person.undergo("on-board")
    assert (person.state, person.is_changed) == ("boarded", True)


def test_a_booking_and_a_leg_follow_their_tables() -> None:
    booking = HeldBooking(1, "k", "L", "active", "m1", None)
    booking.undergo("vanished")
    roster = Roster(1, LegKey("k"), "scheduled")
    roster.undergo("close")
    assert (booking.state, roster.state) == ("no-longer-on-flight", "closed")


def test_holding_gives_back_what_is_superseded_and_finds_only_what_is_current(who) -> None:
    roster, person = Roster(1, LegKey("k"), "scheduled"), HeldPerson(1, "expected", "passenger")
    old = _record(who, "ROE/ANN", "a", person, locator="L")
    assert roster.hold(old) is None
    assert list(roster.alike(old.identity)) == [old]
    new = _record(who, "ROE/ANN", "a", person, locator="L")
    assert roster.hold(new) is old
    assert list(roster.alike(old.identity)) == [new]


def test_sources_and_bookings_are_kept_up_to_date(who) -> None:
    roster, person = Roster(1, LegKey("k"), "scheduled"), HeldPerson(1, "expected", "passenger")
    booking = HeldBooking(1, "b", "L", "active", "m1", None)
    assert not roster.has_source(person, "api")
    assert roster.of_booking(booking) == []
    record = _record(who, "ROE/ANN", "a", person, booking=booking)
    roster.hold(record)
    assert roster.has_source(person, "api")
    assert roster.of_booking(booking) == [record]


def test_an_identity_is_read_from_the_stored_text_when_asked_for(who) -> None:
    said = who("ROE/ANN", "X1")
    stored = HeldRecord(1, "a", "api", HeldPerson(1, "expected", "passenger"), None, "m", None, stored=to_json(said))
    assert stored.identity.surname == "RO"
    assert stored.identity.documents == {("X1", "UTO")}
