"""Elements, components, repetitions."""

import pytest

from gatehouse.edifact import Delimiters, Segment
from gatehouse.edifact.segment import at, cut, split, unreleased


@pytest.mark.parametrize(
    ("text", "elements"),
    [
        ("NAD", []),
        ("NAD+FL+++ROE:JANE", [["FL"], [""], [""], ["ROE", "JANE"]]),
        ("NAD+O?'ROE:A?+B", [["O'ROE", "A+B"]]),
        ("NAD+A??+B", [["A?"], ["B"]]),
        ("NAD+A?:B:C??:D", [["A:B", "C?", "D"]]),
        ("NAD+A?", [["A?"]]),
    ],
)
def test_split(text, elements):
    assert split(text) == elements
    assert Segment(text).elements() == elements


def test_no_release_character_releases_nothing():
    assert split("FTX+A B+C?+D", Delimiters(release=" ")) == [["A B"], ["C?"], ["D"]]
    assert cut("A +B", "+", " ") == ["A ", "B"]
    assert unreleased("A B", " ") == "A B"


def test_repetitions_only_where_they_are_in_use():
    repeating = Segment("SSR+A:1*B?*C*+Z", delimiters=Delimiters(repetition="*"))
    assert repeating.repetitions(0) == [["A", "1"], ["B*C"], [""]]
    assert repeating.repetitions(5) == []
    assert Segment("SSR+A*B").repetitions(0) == [["A*B"]]


def test_at_is_empty_where_nothing_is():
    elements = split("NAD+ FL +A:B")
    assert (at(elements, 0), at(elements, 1, 1), at(elements, 1, 2), at(elements, 9)) == ("FL", "B", "", "")


def test_tag():
    assert Segment("NAD+FL").tag == "NAD"
