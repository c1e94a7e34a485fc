"""What the length of a list takes off a score, and that no search looks less far than it must."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.matching.birth import birth_reason
from gatehouse.screening.matching.operating import Thresholds
from gatehouse.screening.matching.pair import ENGINE, compare, reasons_for, weight_by_name, weight_for
from gatehouse.screening.matching.population import (
    about,
    birth_weights,
    is_long,
    left_of,
    lengths_of,
    population_reason,
)
from gatehouse.screening.matching.screener import Screener
from gatehouse.screening.matching.weights import logistic, weights
from gatehouse.terms.candidate import Reason, Subject
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedDocument, ListedName, ListEntry

USUAL, LONG = int(weights()["population"]["usual"]), 2_000_000
OUTCOMES = sorted(weights()["birth_date"])


def born(outcome):
    return Reason("birth-date", "1979-03-14", "1979", outcome.replace("_", " "), weights()["birth_date"][outcome])


@pytest.mark.parametrize(("entries", "told"), [(0, 0), (7, 7), (727, 730), (10_499, 10_000), (1_987_654, 2_000_000)])
def test_two_digits_of_a_length_count(entries, told):
    assert about(entries) == told


def test_each_list_is_counted():
    named = (ListedName("Ilse Varga"),)
    entries = [ListEntry(list="A", entry_id="1", names=named), ListEntry(list="B", entry_id="1", names=named)]
    assert lengths_of([*entries, replace(entries[0], entry_id="2")]) == {"A": 2, "B": 1}


@pytest.mark.parametrize("entries", [0, 1, 727, USUAL])
def test_a_list_of_usual_length_takes_nothing_off(entries):
    assert not is_long(entries)
    assert population_reason([born("same")], entries) is None
    assert left_of(1.0, born("year"), 0.5, entries) == 1.0 + weights()["birth_date"]["year"] + 0.5
    assert birth_weights(-0.4, entries) == {**weights()["birth_date"], "unstated": 0.0}


@given(st.floats(-20, 6), st.sampled_from(OUTCOMES), st.floats(-2, 30), st.integers(USUAL * 2, 10**8))
def test_what_is_left_is_never_more_and_falls_with_the_length(names, outcome, beside, entries):
    total = names + weights()["birth_date"][outcome] + beside
    left = left_of(names, born(outcome), beside, entries)
    assert left <= total + 1e-9
    assert left_of(names, born(outcome), beside, entries * 10) <= left


@given(st.floats(-5, 6), st.sampled_from(OUTCOMES), st.integers(USUAL * 2, 10**8), st.floats(-1.2, 5))
def test_a_search_asks_of_a_name_no_more_than_it_needs(name, outcome, entries, floor):
    if left_of(name, born(outcome), 0.0, entries) >= floor:
        assert name + birth_weights(floor, entries)[outcome] >= floor - 1e-6


def test_a_birthday_counts_more_the_longer_the_list():
    gained = [
        left_of(3.0, born("same"), 0.0, entries) - left_of(3.0, None, 0.0, entries) for entries in (USUAL, 10**5, LONG)
    ]
    assert gained == sorted(gained)
    assert gained[-1] > gained[0] + 2


def test_a_usual_name_without_a_birth_date_is_nobody_among_millions():
    entry = ListEntry(list="L", entry_id="1", names=(ListedName("James Smith"),))
    subject = Subject(("James Smith",), birth_date="1979-03-14")
    assert compare(subject, entry).above_threshold
    assert compare(subject, entry, population=LONG).score < 0.05
    dated = replace(entry, birth_dates=(DateSpan.exact("1979-03-14"),))
    assert compare(subject, dated, population=LONG).above_threshold


def test_the_reason_says_how_many_strangers_and_the_sum_is_the_score():
    entry = ListEntry(list="L", entry_id="1", names=(ListedName("James Smith"),))
    found = compare(Subject(("James Smith",)), entry, population=LONG)
    reason = next(reason for reason in found.explanation if reason.feature == "list-length")
    assert reason.entry == "2,000,000"
    assert "for each traveller" in reason.how
    assert found.score == pytest.approx(logistic(sum(reason.weight for reason in found.explanation)))
    assert found.engine == f"{ENGINE}/2000000"


def test_a_document_is_found_among_millions():
    document = ListedDocument("P-0012345", "passport", "UTO")
    entry = ListEntry(list="L", entry_id="1", names=(ListedName("James Smith"),), documents=(document,))
    assert compare(Subject(("Ilse Varga",), documents=(("P0012345", "UTO"),)), entry, population=LONG).score > 0.99


def test_all_ways_to_a_score_agree():
    entry = ListEntry(list="L", entry_id="1", names=(ListedName("Ilse Varga"),), birth_dates=(DateSpan.exact("1979"),))
    subject = Subject(("Ilse Varga",), birth_date="1979-03-14", sex="F", nationalities=("HUN",))
    reasons = reasons_for(subject, entry, entry.names, LONG)
    total = sum(reason.weight for reason in reasons)
    assert weight_for(subject, entry, entry.names, LONG) == total
    beside = [reason.weight for reason in reasons if reason.feature in ("sex", "nationality")]
    birth = birth_reason(subject.birth_date, entry.birth_dates)
    name = sum(r.weight for r in reasons_for(subject, entry, entry.names)) - birth.weight - sum(beside)
    assert weight_by_name(subject, entry, name, LONG) == pytest.approx(total)


@pytest.mark.parametrize("threshold", [0.3, 0.5, 0.9])
def test_a_search_of_a_long_list_finds_what_comparing_everybody_finds(people, threshold):
    screener = Screener(people, populations=dict.fromkeys(lengths_of(people), 300_000))
    screener = screener.with_thresholds(Thresholds(threshold, {}))
    for name, born_on in (("Muhammad Harbani", "1979-03-14"), ("Lars Andersen", None), ("Skvorcov Dmitrij", "1968")):
        subject = Subject((name,), birth_date=born_on, sex="M")
        compared = (compare(subject, entry, threshold, 300_000) for entry in people)
        floor = logistic(screener.thresholds.floor_of("any"))
        all_of_them = {(one.entry_id, round(one.score, 9)) for one in compared if one.score >= floor}
        assert {(one.entry_id, round(one.score, 9)) for one in screener.screen(subject)} == all_of_them


def test_a_changed_list_is_as_long_as_it_is(people):
    screener = Screener(people)
    before = dict(screener.populations)
    one = people[0]
    changed = screener.changed([replace(one, entry_id="NEW")], [(people[1].list, people[1].entry_id)])
    assert dict(changed.populations) == before
    assert dict(screener.populations) == before
    more = screener.changed([replace(one, entry_id="NEW")], [])
    assert more.populations[one.list] == before[one.list] + 1
