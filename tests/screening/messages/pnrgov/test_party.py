"""Finding people of a booking."""

from __future__ import annotations

import pytest

from gatehouse.screening.messages.pnrgov.drafts import Person
from gatehouse.screening.messages.pnrgov.party import (
    NAMESAKES_MAX,
    entrust,
    infants_of,
    join,
    name_keys,
    named,
    namesakes,
    numbered,
    only_adult,
)


def person(number: str | None, surname: str, given: str, infant: bool = False) -> Person:
    return Person(
        1, 1, surname=surname, given_names=given, keys=name_keys(surname, given), number=number, infant=infant
    )


@pytest.mark.parametrize(
    ("reference", "found"), [("1", True), ("001", True), ("2", False), ("", False), ("1.1", False), ("0", False)]
)
def test_numbered(draft, reference, found):
    one = person("1", "BERG", "LARS")
    join(draft, one)
    assert (numbered(draft, reference) is one) is found


def test_dotted_number_is_found_by_its_line(draft):
    one = person("1.1", "BERG", "LARS")
    join(draft, one)
    assert numbered(draft, "1") is one


@pytest.mark.parametrize(("stated", "asked"), [("1.2", "01.02"), ("01.02", "1.2"), ("002", "2"), ("1.10", "01.10")])
def test_padding_with_zeros_on_either_side_does_not_matter(draft, stated, asked):
    one, other = person(stated, "BERG", "LARS"), person("1.1", "BERG", "ODA")
    join(draft, one)
    join(draft, other)
    assert numbered(draft, asked) is one


def test_a_number_taken_twice_keeps_its_first_bearer(draft):
    one, other = person("1", "BERG", "LARS"), person("1", "BERG", "ODA")
    join(draft, one)
    join(draft, other)
    assert numbered(draft, "1") is one
    assert draft.people == [one, other]


def test_named_wants_one_and_only_one(draft):
    lars, oda = person("1", "BERG", "LARS"), person("2", "BERG", "ODA")
    join(draft, lars)
    join(draft, oda)
    assert named(draft, name_keys("BE RG", "LARS ERIK MR")) is lars
    assert named(draft, name_keys("BERG", None)) is None
    assert named(draft, ("", "")) is None
    join(draft, person("3", "BERG", "ODA"))
    assert named(draft, name_keys("BERG", "ODA")) is None


def test_the_very_name_goes_before_a_similar_one(draft):
    short, long = person("1", "BERG", "ANNE"), person("2", "BERG", "ANNE MARIE")
    join(draft, short)
    join(draft, long)
    assert namesakes(draft, name_keys("BERG", "ANNE")) == [short]
    assert namesakes(draft, name_keys("BERG", "ANNE MARIE SOFIE")) == [short, long]


def test_many_namesakes_are_compared_by_exact_name_only(draft):
    for index in range(NAMESAKES_MAX + 1):
        join(draft, person(str(index), "BERG", f"LARS{chr(65 + index % 26)}{chr(65 + index // 26)}"))
    assert namesakes(draft, name_keys("BERG", "LARSBA")) == [draft.people[1]]
    assert namesakes(draft, name_keys("BERG", "LARSBAERIK")) == []


def test_infants_and_their_adult(draft):
    adult, infant = person("1", "BERG", "LARS"), person("2", "BERG", "ODA", infant=True)
    join(draft, adult)
    join(draft, infant)
    assert only_adult(draft) is adult
    assert infants_of(draft, adult) == [infant]
    entrust(draft, infant, adult)
    assert infants_of(draft, None) == []
    assert infant.guardian is adult
    join(draft, person("3", "BERG", "LIV"))
    assert only_adult(draft) is None
