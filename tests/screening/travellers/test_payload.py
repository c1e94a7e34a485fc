"""Stored statements come back as they were said."""

from __future__ import annotations

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.travellers.payload import to_json, traveller_from
from gatehouse.terms.booking import Booking, Locator
from gatehouse.terms.flight import Flight, Leg
from gatehouse.terms.traveller import Bag, Contact, Document, Evidence, Role, Seat, Traveller

text = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=12)
maybe = st.none() | text
number = st.none() | st.integers(1, 9)


def _many(kind: type, *parts: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(st.tuples(*parts).map(lambda values: kind(*values)), max_size=2).map(tuple)


travellers = st.builds(
    Traveller,
    st.sampled_from(Role),
    surname=maybe,
    given_names=maybe,
    birth_date=st.none() | st.just("1980-05"),
    nationalities=st.lists(text, max_size=2).map(tuple),
    documents=_many(Document, maybe, maybe, maybe, st.none() | st.just("2030-01-01")),
    bags=_many(Bag, maybe, number, st.none() | st.just(20.5)),
    seats=_many(Seat, text, maybe),
    contacts=_many(Contact, text, text, number),
    evidence=_many(Evidence, st.integers(1, 9), text),
    verified=st.none() | st.booleans(),
    infant=st.booleans(),
    segments=st.tuples(st.integers(0, 99), st.integers(0, 99)),
    sources=st.dictionaries(st.sampled_from(["surname", "sex"]), st.integers(1, 99)),
)


@given(travellers)
def test_a_traveller_comes_back(said: Traveller) -> None:
    assert traveller_from(to_json(said)) == said


def test_what_is_unknown_is_left_out_and_what_is_false_is_kept() -> None:
    stored = orjson.loads(to_json(Traveller(Role.CREW, "ROE", verified=False)))
    assert stored["verified"] is False
    assert "given_names" not in stored
    assert "documents" not in stored


def test_a_booking_keeps_its_flights_and_locators() -> None:
    booking = Booking("L", (Locator("ZZ", "L"),), flights=(Flight("ZZ", "1", legs=(Leg("CDG", "LHR"),)),))
    stored = orjson.loads(to_json(booking))
    assert stored["flights"][0]["legs"] == [{"origin": "CDG", "destination": "LHR"}]
    assert stored["locators"] == [{"system": "ZZ", "locator": "L"}]


@pytest.mark.parametrize("name", ["R\x00E", "R\ud800E"])
def test_what_a_table_cannot_hold_is_replaced(name: str) -> None:
    assert orjson.loads(to_json(Traveller(Role.PASSENGER, name)))["surname"] in ("R\ufffdE", "R?E")
