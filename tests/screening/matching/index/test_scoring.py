"""The score of a row is the score of the pair, whatever the names and however they were mistyped."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatehouse.names.name import may_be_one, read_names
from gatehouse.screening.matching.birth import birth_reason
from gatehouse.screening.matching.index.asking import Sought
from gatehouse.screening.matching.index.build import build
from gatehouse.screening.matching.index.words import worded
from gatehouse.screening.matching.name_evidence import name_log_odds
from gatehouse.screening.matching.pair import compare
from gatehouse.screening.matching.screener import CANDIDATES_MAX, REPORTING_FLOOR, Screener
from gatehouse.screening.matching.segment import Segment
from gatehouse.screening.matching.weights import log_odds, weights
from gatehouse.terms.candidate import Subject
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedName, ListEntry, NameQuality

WORDS = st.text("abdegiklmnorstuvz", min_size=3, max_size=9)
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
BORN = st.sampled_from([None, "1979-03-14", "1980-03-14", "1979-04-03", "1979", "1940-05-06", "1979-01-01"])
LOWEST = -1e9
FLOOR = log_odds(REPORTING_FLOOR)


def entries_of(listed):
    return [
        ListEntry("TEST", str(number), (ListedName(name),), (DateSpan.exact(born),) if born else ())
        for number, (name, born) in enumerate(listed)
    ]


@st.composite
def one_of_them_mistyped(draw):
    """A small list, and the name of one of its members as a carrier may send it."""
    listed = draw(st.lists(st.tuples(NAMES, BORN), min_size=1, max_size=6))
    name, born = draw(st.sampled_from(listed))
    words = name.split()
    damage = draw(st.sampled_from(["none", "letter", "order", "glued", "short", "title"]))
    if damage == "letter":
        at = draw(st.integers(0, len(name) - 1))
        name = name[:at] + (draw(st.sampled_from("aeiklmnst")) if name[at] != " " else " ") + name[at + 1 :]
    told = {
        "order": " ".join(reversed(words)),
        "glued": "".join(words[:2]) + " " + " ".join(words[2:]),
        "short": " ".join(words[:-1]) or name,
        "title": f"{name}mr",
    }.get(damage, name)
    return entries_of(listed), Subject((told,), birth_date=draw(st.sampled_from([born, None])))


@given(one_of_them_mistyped())
@settings(max_examples=150)
def test_the_search_scores_as_the_pair_does(given_list):
    entries, subject = given_list
    for candidate in Screener(entries).screen(subject):
        alone = compare(subject, entries[int(candidate.entry_id)])
        assert candidate.score == pytest.approx(alone.score, abs=1e-4)
        assert candidate.above_threshold == alone.above_threshold
        assert candidate.explanation == alone.explanation


@given(one_of_them_mistyped())
@settings(max_examples=150)
def test_nobody_whom_the_pair_puts_above_the_threshold_is_missed(given_list):
    entries, subject = given_list
    found = {candidate.entry_id for candidate in Screener(entries).screen(subject)}
    assert {entry.entry_id for entry in entries if compare(subject, entry).above_threshold} <= found


@given(one_of_them_mistyped())
@settings(max_examples=60)
def test_a_row_has_the_log_odds_of_its_name_and_no_less_than_its_birth_says(given_list):
    entries, subject = given_list
    segment = Segment(build(entries))
    names = read_names(subject.names[0])
    ((rows, _),) = segment.rows(Sought(worded(subject.names), [subject.birth_date], [LOWEST]))
    best: dict[tuple[int, int], float] = {}
    for total, _, owner, place in rows:
        best[owner, place] = max(total, best.get((owner, place), total))
    for (owner, place), total in best.items():
        listed = entries[owner]
        # A word run together has readings of its own; the best counts of those that a comparison may choose.
        pairs = list(product(names, read_names(listed.names[place].full)))
        alone = max(name_log_odds(*pair) for pair in pairs if may_be_one(*pair))
        birth = birth_reason(subject.birth_date, listed.birth_dates).weight
        # What a comparison leaves below the floor, a search may leave further below: letters tell it sooner.
        if alone + birth < FLOOR:
            continue
        assert total >= alone + birth - 1e-4
        if subject.birth_date is None and len(pairs) == 1:
            assert total == pytest.approx(alone, abs=1e-4)


def test_a_weak_alias_takes_off_what_the_table_says():
    def total(quality):
        segment = Segment(build([ListEntry("TEST", "1", (ListedName("Ilse Skjoldager", quality),))]))
        (((row,), _),) = segment.rows(Sought(worded(["Ilse Skjoldager"]), [None], [LOWEST]))
        return row.total

    difference = total(NameQuality.WEAK) - total(NameQuality.PRIMARY)
    assert difference == pytest.approx(weights()["name"]["weak_alias"], abs=1e-5)


def test_the_floor_holds_for_whatever_is_reported():
    entries = entries_of([("ilse varga", None), ("ilse varge", None), ("ilsa vorga", "1979"), ("tomas drozd", None)])
    found = Screener(entries).screen(Subject(("ilse varga",)))
    assert 0 < len(found) <= CANDIDATES_MAX
    assert all(candidate.score >= REPORTING_FLOOR for candidate in found)


COMMON = ("Ali", "Maria", "Mohammed", "Kim", "Ilse")
RARE = ("Skjoldager", "Quillfeather", "Harbani", "Drozdhan", "Skvortsov", "Varga", "Tahmasebi", "Скворцов", "محمد")
BORN_OR_NOT = (None, "1979-03-14", "1979", "1985-06-07")


@st.composite
def lists(draw):
    """Many names of few words, so that every row shares something with the traveller."""
    words = st.lists(st.sampled_from(COMMON + RARE), min_size=1, max_size=4)
    listed = draw(st.lists(st.tuples(words.map(" ".join), st.sampled_from(BORN_OR_NOT)), min_size=1, max_size=25))
    told = " ".join(draw(words))
    at = draw(st.integers(0, len(told) - 1))
    if draw(st.booleans()) and told[at] != " " and told.isascii():
        told = told[:at] + draw(st.sampled_from("aeiklmnst")) + told[at + 1 :]
    entries = [
        ListEntry("TEST", str(number), (ListedName(name),), (DateSpan.exact(born),) if born else ())
        for number, (name, born) in enumerate(listed)
    ]
    return entries, Subject((told,), birth_date=draw(st.sampled_from(BORN_OR_NOT)))


@given(lists())
@settings(max_examples=200)
def test_nothing_is_set_aside_that_is_above_the_threshold(asked):
    entries, subject = asked
    assert len(entries) < CANDIDATES_MAX
    found = {candidate.entry_id for candidate in Screener(entries).screen(subject)}
    above = {entry.entry_id for entry in entries if compare(subject, entry).above_threshold}
    assert above <= found
