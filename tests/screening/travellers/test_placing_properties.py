"""Any run of messages on one flight: everybody placed, nobody taken for two in one message, states by the tables."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatehouse.screening.travellers import states
from gatehouse.terms.booking import Booking, Locator
from gatehouse.terms.flight import Flight, Leg
from gatehouse.terms.reading import Reading
from gatehouse.terms.traveller import Document, Role, Traveller

FLIGHT = Flight("ZZ", "123", None, (Leg("CDG", "LHR", "2026-01-20T08:30", "2026-01-20T09:00"),))
CODES = ["745", "745+CP", "745+XR", "745+RP", "266+CL", "266+CLNB", "266+CLOB", "266+XF", "250", "336+H", "999"]
TRAVELLER_STATES = {states.EXPECTED, states.BOARDED, states.NOT_BOARDED, states.REMOVED, states.CANCELLED}
LEG_STATES = {states.SCHEDULED, states.CLOSED, states.CANCELLED}


@st.composite
def people(draw: st.DrawFn) -> Traveller:
    """Somebody out of a small crowd, so that messages speak of the same persons again."""
    number = draw(st.sampled_from([None, "X1", "X2"]))
    return Traveller(
        draw(st.sampled_from([Role.PASSENGER, Role.PASSENGER, Role.CREW])),
        draw(st.sampled_from([None, "ROE", "VARGA", "DROZD"])),
        draw(st.sampled_from([None, "ANN", "BOB"])),
        birth_date=draw(st.sampled_from([None, "1980-05-17", "1990-01-02"])),
        documents=(Document("P", number, "UTO"),) if number else (),
        reference=draw(st.sampled_from([None, "R1", "R2"])),
        locator=draw(st.sampled_from([None, "ABC234"])),
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """An API list of any function, or a PNR push of one booking or two."""
    crowd = tuple(draw(st.lists(people(), max_size=4)))
    sent = draw(st.sampled_from([None, "2026-01-19T08:00", "2026-01-20T08:00"]))
    if draw(st.booleans()):
        return Reading(
            "PAXLST", function_code=draw(st.sampled_from(CODES)), sent=sent, flights=(FLIGHT,), travellers=crowd
        )
    half = draw(st.integers(0, len(crowd)))
    bookings = tuple(
        Booking(name, (Locator("ZZ", name, "2025-11-02"),), travellers=places, flights=(FLIGHT,))
        for name, places in (("ABC234", tuple(range(half))), ("XYZ234", tuple(range(half, len(crowd)))))
    )
    code = draw(st.sampled_from(["22", "141"]))
    return Reading("PNRGOV", function_code=code, sent=sent, flights=(FLIGHT,), travellers=crowd, bookings=bookings)


RUNS = st.lists(readings(), max_size=6)
QUICK = settings(max_examples=150, deadline=None)


@given(RUNS)
@QUICK
def test_everybody_of_every_message_is_placed_in_order(new_bench: Callable[[], object], run: list[Reading]) -> None:
    """One `Placed` for each traveller, and each person it names is on the flight."""
    bench = new_bench()
    for reading in run:
        placed = bench.arrives(reading)
        assert len(placed) == len(reading.travellers)
        assert {one.person for one in placed} <= set(bench.roster.persons)
        assert {one.leg_id for one in placed} <= {bench.roster.id}


@given(RUNS)
@QUICK
def test_states_are_those_of_the_tables(new_bench: Callable[[], object], run: list[Reading]) -> None:
    bench = new_bench()
    for reading in run:
        bench.arrives(reading)
        assert {person.state for person in bench.roster.persons.values()} <= TRAVELLER_STATES
        assert bench.roster.state in LEG_STATES
        assert {b.state for b in bench.roster.bookings.values()} <= {states.ACTIVE, states.CANCELLED, states.OFF_FLIGHT}


@given(RUNS)
@QUICK
def test_nobody_who_was_placed_is_ever_forgotten(new_bench: Callable[[], object], run: list[Reading]) -> None:
    """People are removed by their state, never by leaving the roster."""
    bench = new_bench()
    seen: set[int] = set()
    for reading in run:
        bench.arrives(reading)
        assert seen <= set(bench.roster.persons)
        seen = set(bench.roster.persons)


@given(st.lists(people(), max_size=6))
@QUICK
def test_two_people_of_one_list_are_two_people(new_bench: Callable[[], object], crowd: list[Traveller]) -> None:
    """Whatever they share: twins have one name and birth date, and a document may be typed twice."""
    bench = new_bench()
    placed = bench.arrives(Reading("PAXLST", function_code="745", flights=(FLIGHT,), travellers=tuple(crowd)))
    assert len({one.person for one in placed}) == len(crowd)


@given(st.lists(people(), max_size=5))
@QUICK
def test_the_same_list_again_brings_nobody_new(new_bench: Callable[[], object], crowd: list[Traveller]) -> None:
    bench = new_bench()
    reading = Reading("PAXLST", function_code="745", flights=(FLIGHT,), travellers=tuple(crowd))
    first = bench.arrives(reading)
    people_then = set(bench.roster.persons)
    again = bench.arrives(reading)
    if len({(t.surname, t.given_names, t.birth_date, t.documents, t.reference) for t in crowd}) == len(crowd):
        assert len(again) == len(first)
    assert len(bench.roster.persons) >= len(people_then)
    if all(t.reference is None and not t.documents for t in crowd):
        assert set(bench.roster.persons) == people_then


@given(RUNS)
@QUICK
def test_a_cancelled_flight_stays_cancelled(new_bench: Callable[[], object], run: list[Reading]) -> None:
    bench = new_bench()
    bench.arrives(Reading("PAXLST", function_code="266+XF", flights=(FLIGHT,)))
    for reading in run:
        bench.arrives(reading)
    assert bench.roster.state == states.CANCELLED


@given(RUNS)
@QUICK
def test_every_join_is_of_an_api_and_a_pnr_statement(new_bench: Callable[[], object], run: list[Reading]) -> None:
    bench = new_bench()
    for reading in run:
        bench.arrives(reading)
    for join in bench.ledger.joins:
        assert not join.api_key.startswith("pnr:")
        assert join.pnr_key.startswith("pnr:")


@given(RUNS)
@QUICK
def test_findings_tell_no_personal_data(new_bench: Callable[[], object], run: list[Reading]) -> None:
    bench = new_bench()
    for reading in run:
        bench.arrives(reading)
    told = " ".join(finding.text for finding in bench.findings)
    assert not any(value in told for value in ("ROE", "VARGA", "DROZD", "1980-05-17", "X1", "X2", "ABC234"))


@pytest.mark.parametrize("table", [states.LEG, states.TRAVELLER, states.BOOKING], ids=["leg", "traveller", "booking"])
def test_every_row_of_a_table_changes_something(table: states.Table) -> None:
    """A row that leads back to its own state would be a row that says nothing."""
    assert all(state != target for (state, _), target in table.items())


@pytest.mark.parametrize("event", ["", "unheard-of", "LISTED"])
def test_an_unknown_event_changes_nothing(event: str) -> None:
    assert [states.after(states.TRAVELLER, state, event) for state in sorted(TRAVELLER_STATES)] == sorted(
        TRAVELLER_STATES
    )


@pytest.mark.parametrize("code", sorted(states.EFFECTS))
def test_every_effect_is_an_event_that_the_tables_know(code: str) -> None:
    effect = states.EFFECTS[code]
    events = {event for _, event in states.TRAVELLER}
    assert effect.named in {*events, "named"}
    assert effect.others is None or effect.others in events
    assert effect.leg in {None, states.FLIGHT_CHANGED, *(event for _, event in states.LEG)}


@pytest.mark.parametrize("code", [None, "", "745", "250", "745+CP", "UNHEARD", "22", "141"])
def test_a_message_without_an_effect_of_its_own_lists_people(code: str | None) -> None:
    assert states.effect_of(Reading("PAXLST", function_code=code)) is states.LISTED
