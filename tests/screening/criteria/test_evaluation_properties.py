"""Nothing spreads: what a criterion says of one traveller does not depend on anybody else, nor on what was found."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.criteria.condition import Every, Opposite, Some, judge
from gatehouse.screening.criteria.condition_file import condition
from gatehouse.screening.criteria.criterion_file import read_criterion
from gatehouse.screening.criteria.evaluation import evaluate
from gatehouse.screening.criteria.fields import Type, fields
from gatehouse.screening.criteria.journey import Journey
from gatehouse.screening.criteria.readings import READINGS
from gatehouse.screening.criteria.tables import Table
from gatehouse.terms.booking import Booking, Payment, Remark, SpecialService
from gatehouse.terms.flight import Flight, Leg
from gatehouse.terms.traveller import Evidence, Role, Traveller

EXAMPLE = Path(__file__).parents[3] / "examples" / "criteria" / "cash-one-way.toml"
CODES = st.sampled_from(["CA", "CC", "UTO", "SIN", "ICN", "GRPS", "Y"])
TRAVELLERS = st.builds(
    Traveller,
    role=st.sampled_from(Role),
    surname=st.sampled_from(["Fiktiv", "Muster"]),
    sex=st.sampled_from([None, "F", "M"]),
    birth_date=st.sampled_from([None, "1990", "1990-05", "1990-05-17"]),
    nationalities=st.lists(CODES, max_size=2).map(tuple),
    bag_count=st.sampled_from([None, 0, 1]),
    loyalty=st.sampled_from([(), ("ZZ1",)]),
    number=st.sampled_from([None, "1", "2"]),
    infant=st.booleans(),
)
FLIGHTS = st.builds(
    lambda origin, departs: (Flight("ZZ", "1", legs=(Leg(origin, "ICN", departs),)),),
    st.sampled_from(["SIN", None]),
    st.sampled_from(["2026-10-05T08:30", None]),
)
BOOKINGS = st.builds(
    Booking,
    locator=st.sampled_from([None, "AAA"]),
    created=st.sampled_from([None, "2026-10-01T00:00:00Z", "2026-01-01T00:00:00Z"]),
    travellers=st.sampled_from([(0,), (0, 1), (4, 7, 9)]),
    payments=st.lists(CODES.map(Payment), max_size=2).map(tuple),
    services=st.lists(st.builds(SpecialService, CODES), max_size=2).map(tuple),
    flights=FLIGHTS,
)
JOURNEYS = st.builds(Journey, st.just("made"), st.integers(0, 9), TRAVELLERS, st.none() | BOOKINGS, FLIGHTS)


@st.composite
def _tests(draw: st.DrawFn) -> dict[str, object]:
    field = draw(st.sampled_from(list(fields().values())))
    if draw(st.booleans()):
        return {"field": field.name, "operator": "stated", "value": draw(st.booleans())}
    operator, value = {
        Type.WORD: ("is", draw(CODES)),
        Type.WORDS: ("any-of", draw(st.lists(CODES, min_size=1, max_size=3))),
        Type.NUMBER: ("at-most", draw(st.integers(0, 40))),
        Type.FLAG: ("is", draw(st.booleans())),
    }[field.type]
    return {"field": field.name, "operator": operator, "value": value}


CONDITIONS = st.recursive(
    _tests(),
    lambda inner: st.one_of(
        st.fixed_dictionaries({"not": inner}),
        st.fixed_dictionaries({"all": st.lists(inner, min_size=1, max_size=3)}),
        st.fixed_dictionaries({"any": st.lists(inner, min_size=1, max_size=3)}),
    ),
    max_leaves=6,
)


def _condition(table: dict[str, object]) -> object:
    from gatehouse.screening.criteria.errors import CriterionFileError

    try:
        return condition(Table(table, "made", "condition"))
    except CriterionFileError:
        return None  # nested deeper than a file may


@given(table=CONDITIONS, journeys=st.lists(JOURNEYS, min_size=1, max_size=5), seed=st.integers())
def test_an_answer_is_the_same_alone_among_others_and_in_any_order(
    table: dict[str, object], journeys: list[Journey], seed: int
) -> None:
    made = _condition(table)
    if made is None:
        return
    alone = [judge(made, journey) for journey in journeys]
    order = list(range(len(journeys)))
    random.Random(seed).shuffle(order)
    among = {place: judge(made, journeys[place]) for place in order}
    assert [among[place] for place in range(len(journeys))] == alone


@given(
    table=CONDITIONS, journey=JOURNEYS.filter(lambda one: one.booking is not None), others=st.permutations([1, 5, 8])
)
def test_who_the_companions_are_and_what_is_remarked_of_them_changes_nothing(
    table: dict[str, object], journey: Journey, others: list[int]
) -> None:
    made = _condition(table)
    if made is None:
        return
    booking = journey.booking
    assert booking
    people = len(booking.travellers)
    remarked = replace(
        booking,
        travellers=tuple((others * people)[:people]),
        remarks=(Remark("osi", "companion is listed, score 0.99"),),
        evidence=(Evidence(1, "HIT"),),
        services=(*booking.services, SpecialService("HIT", travellers=("9",), text="companion")),
    )
    noted = replace(journey.traveller, evidence=(Evidence(1, "companion was hit"),), accompanied_by="9")
    assert judge(made, replace(journey, booking=remarked, traveller=noted)) == judge(made, journey)


@pytest.mark.parametrize("name", list(READINGS))
def test_every_field_is_a_function_of_the_journey_alone(name: str) -> None:
    names = READINGS[name].__code__.co_varnames[: READINGS[name].__code__.co_argcount]
    assert len(names) == 1


@given(journeys=st.lists(JOURNEYS, min_size=2, max_size=4))
def test_a_criterion_in_use_says_of_each_what_it_says_alone(journeys: list[Journey]) -> None:
    criterion = read_criterion(EXAMPLE)
    together = [evaluate([criterion], journey) for journey in journeys]
    assert together == [evaluate([read_criterion(EXAMPLE)], journey) for journey in journeys]


@given(table=CONDITIONS, journey=JOURNEYS)
def test_logic_holds_whatever_is_stated(table: dict[str, object], journey: Journey) -> None:
    made = _condition(table)
    if made is None:
        return
    truth = judge(made, journey).is_met
    assert judge(Opposite(Opposite(made)), journey).is_met is truth
    assert judge(Every((made, made)), journey).is_met is truth
    assert judge(Some((made, made)), journey).is_met is truth
    assert judge(Every((made, Opposite(made))), journey).is_met is not True
