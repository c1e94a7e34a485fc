"""Every operative paragraph is shown, and none better than it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gatehouse.assessment.obligations.catalogue import catalogue, obligation
from gatehouse.assessment.obligations.catalogue.coverage import coverage, state_of, totals
from gatehouse.assessment.obligations.catalogue.thread import State

S, P, N, R = State.SERVES, State.PARTLY, State.NOT_YET, State.RECORD


@pytest.mark.parametrize(
    ("states", "whole"),
    [([S], S), ([S, S], S), ([S, P], P), ([S, N], P), ([N, N], N), ([R], R), ([R, N], N), ([S, R], S), ([], N)],
)
def test_a_paragraph_is_no_better_than_its_obligations(states: list[State], whole: State) -> None:
    assert state_of([replace(obligation("2396-1"), state=state) for state in states]) is whole


def test_all_paragraphs_in_order() -> None:
    rows = coverage(catalogue())
    assert len(rows) == 199
    assert {code: sum(counts.values()) for code, counts in totals(rows).items()} == {
        "GCTS-2014": 43, "GCTS-2016": 72, "2395-2017": 33, "2396-draft": 51,
    }  # fmt: skip


def test_questions_are_handed_in_from_above() -> None:
    rows = coverage(catalogue(), {"GCTS-19": ["Q7"]})
    assert {(row.version.code, row.paragraph) for row in rows if "Q7" in row.questions} == {
        ("GCTS-2014", 12), ("GCTS-2016", 19),
    }  # fmt: skip
