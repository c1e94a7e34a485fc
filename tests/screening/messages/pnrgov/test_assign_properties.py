"""However the documents of a booking are filed, each person ends with their own."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from gatehouse.edifact import Message, Segment
from gatehouse.edifact.message import Interchange
from gatehouse.screening.messages.pnrgov.reader import read

SURNAMES = ("BERG", "LINDQVIST", "VAN DER MEER", "O NEILL", "HALVORSEN")
GIVEN = ("LARS", "ASTRID", "ODA", "EMIL", "MAREN", "SOLVEIG", "JENS PETTER", "IDA")
FLIGHT = "TVL+150625:0930:150625:1340+OSL+ATH+ZZ+611:Y"


class Plan(NamedTuple):
    """One person: where the document is filed, whether the name has a TIF, and how often the document is said."""

    surname: str
    given_names: str
    filing: str
    baby: bool
    baby_has_tif: bool
    baby_filing: str
    times: int
    wrapped: bool


PLANS = st.lists(
    st.builds(
        Plan,
        st.sampled_from(SURNAMES),
        st.sampled_from(GIVEN),
        st.sampled_from(("own", "flight by reference", "flight by name")),
        st.booleans(),
        st.booleans(),
        st.sampled_from(("adult", "flight by reference", "own")),
        st.integers(1, 3),
        st.booleans(),
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda plan: (plan.surname, plan.given_names),
)


def docs(number: str, sex: str, plan: Plan, given_names: str, reference: str = "") -> str:
    surname = plan.surname[:3] + " " + plan.surname[3:] if plan.wrapped else plan.surname
    birth = "10AUG24" if sex.endswith("I") else "14MAR88"
    text = f"/P/NOR/{number}/NOR/{birth}/{sex}/01FEB31/{surname}/{given_names}"
    return f"SSR+DOCS:HK:1:ZZ:::::{text}" + (f"+::{reference}" if reference else "")


def written(plans: list[Plan]) -> list[str]:
    """The booking's segments: adults are 1, 2 …, their infants 101, 102 …; documents A1, A2 … and B1, B2 …"""
    people: list[str] = []
    babies: list[str] = []
    flight: list[str] = [FLIGHT]
    for index, plan in enumerate(plans, 1):
        own = docs(f"A{index}", "F", plan, plan.given_names)
        people.append(f"TIF+{plan.surname}+{plan.given_names} MRS:A:{index}" + (f":{100 + index}" if plan.baby else ""))
        people.extend([own] * plan.times if plan.filing == "own" else [])
        flight.extend([own + f"+::{index}"] * plan.times if plan.filing == "flight by reference" else [])
        flight.extend([own] * plan.times if plan.filing == "flight by name" else [])
        if not plan.baby:
            continue
        name = f"BABY{chr(64 + index) * 3}"
        of_baby = docs(f"B{index}", "MI", plan, name)
        flight.append(f"SSR+INFT:HK:1:ZZ:::OSL:ATH:{plan.surname}/{name} 10AUG24+::{index}")
        if plan.baby_has_tif:
            babies.append(f"TIF+{plan.surname}+{name}:IN:{100 + index}")
        filing = plan.baby_filing if plan.baby_has_tif else "flight by reference"
        babies.extend([of_baby] * plan.times if filing == "own" else [])
        flight.extend([of_baby + f"+::{index}"] * plan.times if filing == "flight by reference" else [])
        people.extend([of_baby] * plan.times if filing == "adult" else [])
    return [*people, *babies, *flight]


@settings(max_examples=200, deadline=None)
@given(PLANS)
def test_each_person_ends_with_their_own_document(plans):
    texts = ["UNH+1+PNRGOV:13:1:IA", "MSG+:22", "SRC", "RCI+1A:QX7PLM", *written(plans)]
    segments = [Segment(text, ordinal) for ordinal, text in enumerate(texts, 1)]
    reading = read(Message(Interchange(), segments))
    held = {}
    for traveller in reading.travellers:
        assert len(traveller.documents) == 1
        held[traveller.documents[0].number] = traveller
    assert len(reading.travellers) == len(plans) + sum(plan.baby for plan in plans)
    for index, plan in enumerate(plans, 1):
        adult = held[f"A{index}"]
        assert (adult.number, adult.surname, adult.given_names) == (str(index), plan.surname, plan.given_names)
        assert (adult.sex, adult.birth_date, adult.infant) == ("F", "1988-03-14", False)
        if plan.baby:
            baby = held[f"B{index}"]
            assert (baby.infant, baby.sex, baby.birth_date) == (True, "M", "2024-08-10")
            assert baby.accompanied_by == str(index)
            assert baby.number == (str(100 + index) if plan.baby_has_tif else None)


@settings(max_examples=60, deadline=None)
@given(PLANS)
def test_saying_everything_twice_changes_nobody(plans):
    body = written(plans)
    twice = [*body, *[text for text in body if text.startswith("SSR")]]

    def travellers(texts: list[str]) -> list[tuple[object, ...]]:
        head = ["UNH+1+PNRGOV:13:1:IA", "MSG+:22", "SRC", "RCI+1A:QX7PLM"]
        segments = [Segment(text, ordinal) for ordinal, text in enumerate([*head, *texts], 1)]
        found = read(Message(Interchange(), segments)).travellers
        return [(t.full_name, t.birth_date, t.sex, [d.number for d in t.documents]) for t in found]

    assert travellers(twice) == travellers(body)
