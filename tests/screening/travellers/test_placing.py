"""Readings placed on a flight in memory: nobody merged by mistake, nobody lost."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gatehouse.screening.travellers import states
from gatehouse.terms.flight import Flight, Leg
from gatehouse.terms.reading import Reading
from gatehouse.terms.traveller import Role


def test_travellers_out_are_travellers_in(bench, api, who) -> None:
    placed = bench.arrives(api(who("ROE/ANN"), who("DOE/JOE"), who("ROE/ANN")))
    assert len(placed) == 3
    assert len({one.person for one in placed}) == 3


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    st.lists(st.tuples(st.sampled_from("AB"), st.sampled_from([None, "X1"]), st.sampled_from([None, "U1"])), max_size=8)
)
def test_two_people_of_one_message_are_never_merged(new_bench, api, who, people) -> None:
    bench = new_bench()
    placed = bench.arrives(api(*(who(f"ROE/{name}", passport, reference=ref) for name, passport, ref in people)))
    assert len({one.person for one in placed}) == len(people)


def test_the_same_list_again_finds_the_same_people(bench, api, who) -> None:
    people = [who("ROE/ANN"), who("ROE/ANN"), who("DOE/JOE", "X1")]
    first, second = bench.arrives(api(*people)), bench.arrives(api(*people))
    assert [one.person for one in first] == [one.person for one in second]
    assert len(bench.ledger.superseded) == 3


def test_a_correction_under_the_same_reference_renames_the_person(bench, api, who) -> None:
    bench.arrives(api(who("ROE/AN", reference="U1")))
    bench.arrives(api(who("ROE/ANN", reference="U1"), code="745+CP"))
    (person,) = bench.roster.persons.values()
    assert person.given_names == "ANN"


def test_a_document_held_by_another_name_and_birth_date_is_another_person(bench, api, who) -> None:
    bench.arrives(api(who("ROE/ANN", "X1", birth_date="1980-01-01")))
    bench.arrives(api(who("DOE/KIT", "X1", birth_date="2020-01-01")))
    assert len(bench.roster.persons) == 2
    assert bench.codes() == ["document-shared"]


def test_a_statement_sent_earlier_is_stored_but_replaces_nothing(bench, api, who) -> None:
    bench.arrives(api(who("ROE/ANN", reference="U1"), sent="2026-01-19T12:00"))
    bench.arrives(api(who("ROE/OLD", reference="U1"), sent="2026-01-18T12:00"))
    (person,) = bench.roster.persons.values()
    assert person.given_names == "ANN"
    assert [new.superseded for new in bench.ledger.records] == [False, True]
    assert bench.ledger.superseded == []


def test_parts_of_a_close_message_may_come_in_any_order(bench, api, who) -> None:
    bench.arrives(api(*(who(f"{name}/A", reference=name) for name in ("ROE", "DOE", "POE"))))
    for name in ("DOE", "ROE"):
        bench.arrives(api(who(f"{name}/A", reference=name), code="266+CLOB"), push="s1", ends_series=False)
    assert bench.states() == {"ROE": "boarded", "DOE": "boarded", "POE": "not-boarded"}
    assert bench.roster.state == states.CLOSED


def test_a_close_message_of_those_not_on_board(bench, api, who) -> None:
    bench.arrives(api(who("ROE/A", reference="1"), who("DOE/A", reference="2"), who("CREW/A", role=Role.CREW)))
    bench.arrives(api(who("DOE/A", reference="2"), code="266+CLNB"))
    assert bench.states() == {"ROE": "boarded", "DOE": "not-boarded", "CREW": "expected"}


def test_a_mention_replaces_nothing_that_was_said(bench, api, who) -> None:
    bench.arrives(api(who("ROE/ANN", "X1", reference="U1")))
    (placed,) = bench.arrives(api(who("ROE/ANN", reference="U1"), code="266+CLOB"))
    assert not placed.told_more
    assert bench.roster.records["ref:U1"].said.documents
    assert bench.ledger.records[-1].superseded


def test_somebody_on_board_whom_no_list_held_is_a_traveller_after_all(bench, api, who) -> None:
    (placed,) = bench.arrives(api(who("ROE/ANN", reference="U9"), code="266+CLOB"))
    assert placed.told_more
    assert bench.states() == {"ROE": "boarded"}
    assert bench.codes() == ["traveller-not-listed-before"]


@pytest.mark.parametrize(("code", "state"), [("745+XR", "cancelled"), ("745+RP", "removed")])
def test_a_cancelled_or_reduced_person_alone_is_gone(bench, api, who, code: str, state: str) -> None:
    bench.arrives(api(who("ROE/A", reference="1"), who("DOE/A", reference="2")))
    bench.arrives(api(who("ROE/A", reference="1"), code=code))
    assert bench.states() == {"ROE": state, "DOE": "expected"}


def test_who_is_listed_again_is_expected_again(bench, api, who) -> None:
    bench.arrives(api(who("ROE/A", reference="1")))
    bench.arrives(api(who("ROE/A", reference="1"), code="745+XR"))
    bench.arrives(api(who("ROE/A", reference="1"), code="745+CP"))
    assert bench.states() == {"ROE": "expected"}


def test_a_cancelled_flight_cancels_crew_and_passengers_and_says_so_later(bench, api, who) -> None:
    bench.arrives(api(who("ROE/A"), who("CREW/A", role=Role.CREW)))
    bench.arrives(api(code="266+XF"))
    assert set(bench.states().values()) == {"cancelled"}
    assert bench.ledger.events == [(1, 2, "flight-cancelled", "cancelled")]
    bench.arrives(api(who("POE/A")))
    assert bench.codes() == ["flight-cancelled-before"]


def _flight_change(departs: str) -> Reading:
    flights = (Flight("ZZ", "123", None, (Leg("CDG", "LHR", departs),)),)
    return Reading("PAXLST", function_code="266+CF", sender="ZZAIR", flights=flights)


@pytest.mark.parametrize("departs", ["2026-01-20T07:15", "2026-01-20T10:45"], ids=["earlier", "later"])
def test_a_change_of_the_flight_moves_its_times_either_way(bench, api, who, departs: str) -> None:
    bench.arrives(api(who("ROE/ANN")))
    bench.arrives(_flight_change(departs))
    assert (bench.roster.leg.departs, bench.roster.leg.arrives) == (departs, "2026-01-20T09:00")
    assert bench.roster.is_changed
    assert bench.states() == {"ROE": "expected"}


@pytest.mark.parametrize("code", ["266+CF", "266+XF", "266+CL"])
def test_what_happens_to_a_flight_nobody_is_known_on_is_told(bench, api, who, code: str) -> None:
    bench.arrives(api(code=code))
    assert bench.codes() == ["flight-without-travellers"]
    bench.arrives(api(who("ROE/ANN")))
    bench.arrives(api(code=code))
    assert bench.codes().count("flight-without-travellers") == 1
