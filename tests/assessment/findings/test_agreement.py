"""Agreement, against figures worked out by hand and in the literature."""

from __future__ import annotations

import pytest

from gatehouse.assessment.findings.agreement import Pair, agreement

RANKS = {"no": 0, "partly": 1, "yes": 2, "not-applicable": None}


def pairs(*both: str) -> list[Pair]:
    """`yn` is a first yes and a second no."""
    names = {"y": "yes", "n": "no", "p": "partly", "x": "not-applicable"}
    return [Pair(str(number), names[each[0]], names[each[1]]) for number, each in enumerate(both)]


def test_kappa_of_cohens_textbook_table() -> None:
    # 20 both yes, 5 and 10 differing, 15 both no: observed 0.7, by chance 0.5, kappa 0.4.
    told = agreement(pairs(*["yy"] * 20, *["yn"] * 5, *["ny"] * 10, *["nn"] * 15), RANKS)
    assert (told.cases, told.same) == (50, 35)
    assert told.kappa == pytest.approx(0.4)


def test_alpha_by_hand() -> None:
    # Coincidences: yy 20*2, yn 15+15, nn 15*2 of 100. Observed 0.3; expected 2*55*45/(100*99) = 0.5.
    told = agreement(pairs(*["yy"] * 20, *["yn"] * 5, *["ny"] * 10, *["nn"] * 15), RANKS)
    assert told.alpha == pytest.approx(1 - 0.3 / 0.5)


def test_near_is_nearly_agreed_by_rank_only() -> None:
    near = agreement(pairs(*["yp", "py", "nn", "nn", "yy"] * 2), RANKS)
    far = agreement(pairs(*["yn", "ny", "nn", "pp", "yy"] * 2), RANKS)
    assert near.alpha_by_rank > near.alpha
    assert near.alpha_by_rank > far.alpha_by_rank


def test_what_has_no_rank_counts_as_a_name_only() -> None:
    told = agreement(pairs(*["xx", "xy", "yy", "nn", "nn"] * 2), RANKS)
    assert told.cases == 10
    assert told.alpha_by_rank == pytest.approx(1.0)
    assert told.alpha < 1


@pytest.mark.parametrize("both", [["yy"] * 10, ["nn"] * 12])
def test_where_chance_agrees_as_well_nothing_is_claimed(both: list[str]) -> None:
    told = agreement(pairs(*both), RANKS)
    assert (told.kappa, told.alpha, told.alpha_by_rank) == (None, None, None)
    assert told.same == len(both)


@pytest.mark.parametrize("count", [0, 1, 9])
def test_of_too_few_findings_nothing_is_told_but_how_many(count: int) -> None:
    told = agreement(pairs(*["yn"] * count), RANKS)
    assert told == (count, None, None, None, None)
