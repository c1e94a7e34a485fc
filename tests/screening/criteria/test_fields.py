"""The closed list: complete, each row readable, and without a field through which anything could spread."""

from __future__ import annotations

import dataclasses
import types
import typing

from gatehouse.screening.criteria.fields import Type, fields
from gatehouse.screening.criteria.journey import Journey
from gatehouse.screening.criteria.protected import attributes, named_in
from gatehouse.screening.criteria.readings import READINGS
from gatehouse.terms.booking import Booking
from gatehouse.terms.candidate import Candidate, Subject
from gatehouse.terms.entry import ListEntry
from gatehouse.terms.traveller import Traveller

SPREADING = ("hit", "score", "list", "flag", "match", "candidate", "risk", "watch", "companion", "family", "cleared")


def test_every_field_has_a_reading_and_every_reading_a_field() -> None:
    assert list(fields()) == list(READINGS)


def test_every_field_says_what_it_means_and_which_room_it_comes_from() -> None:
    for field in fields().values():
        assert field.meaning
        assert field.room == "travellers"
        assert field.type in Type
        assert field.protected is None or field.protected in attributes()


def test_no_open_field_is_named_after_a_protected_attribute() -> None:
    spoken = {name: named_in(name.partition(".")[2]) for name, field in fields().items() if not field.protected}
    assert {name: found.name for name, found in spoken.items() if found} == {}


def test_no_field_speaks_of_a_hit_a_score_a_list_or_a_companion() -> None:
    names = {word for name in fields() for part in name.split(".") for word in part.split("_")}
    assert not names & set(SPREADING)


def _reachable(kind: object, seen: set[type]) -> set[type]:
    """Every class that a value of `kind` can hold."""
    for part in typing.get_args(kind):
        _reachable(part, seen)
    is_class = isinstance(kind, type) and not isinstance(kind, types.GenericAlias)
    if is_class and kind not in seen and (dataclasses.is_dataclass(kind) or hasattr(kind, "_fields")):
        seen.add(kind)
        for hint in typing.get_type_hints(kind).values():
            _reachable(hint, seen)
    return seen


def test_nothing_that_a_criterion_is_asked_about_can_hold_a_finding_about_a_person() -> None:
    held = _reachable(Journey, set())
    assert {Journey, Traveller, Booking} <= held
    assert not held & {Candidate, Subject, ListEntry}
    names = {name for kind in held for name in typing.get_type_hints(kind)}
    assert not names & {*SPREADING, *(f"{word}s" for word in SPREADING)}


def test_of_the_others_in_a_booking_only_their_number_is_held() -> None:
    assert typing.get_type_hints(Booking)["travellers"] == tuple[int, ...]
    assert typing.get_type_hints(Journey)["traveller"] is Traveller
