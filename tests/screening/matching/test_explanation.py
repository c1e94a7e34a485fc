"""The sentence says what an analyst needs, and nothing twice."""

from gatehouse.screening.matching.explanation import sentence
from gatehouse.screening.matching.pair import compare
from gatehouse.terms.candidate import Subject


def test_the_sentence_names_the_entry_the_side_of_the_threshold_and_the_reasons(people):
    said = sentence(compare(Subject(("Muhammad Al Harbani",), birth_date="1979-03-14"), people[0]))
    assert "Mohammed Al-Harbani (TEST)" in said
    assert "at or above the threshold" in said
    assert "the same day" in said
    assert "not known on both sides: " in said


def test_what_speaks_against_is_said(people):
    said = sentence(compare(Subject(("Lars Anderson",), birth_date="1950-03-14"), people[1]))
    assert "below the threshold" in said
    assert "strongly against" in said


def test_nothing_to_compare_is_said_too(people):
    said = sentence(compare(Subject(()), people[1]))
    assert "no readable name" in said
    assert said.endswith(".")
