"""What drafts guarantee while a booking is read."""

from __future__ import annotations

from gatehouse.screening.messages.pnrgov.drafts import FlightDraft, Person
from gatehouse.terms.flight import Leg


def test_the_first_statement_stands_and_knows_its_segment():
    person = Person(3, 3)
    person.state("birth_date", None, 4)
    person.state("birth_date", "1979-01-02", 5)
    person.state("birth_date", "1980-01-02", 6)
    assert person.birth_date == "1979-01-02"
    assert person.sources == {"birth_date": 5}


def test_touch_widens_both_ways():
    person = Person(5, 5)
    for ordinal in (9, 3, 7):
        person.touch(ordinal)
    assert (person.first, person.last) == (3, 9)


def test_operating_flight_is_carrier_and_number():
    draft = FlightDraft(4, "ZZ", "611", None, Leg("OSL", "ATH"))
    assert draft.flight().operating is None
    draft.operating_carrier, draft.operating_number = "YY", "12"
    assert draft.flight().operating == "YY12"
