"""Reports: rates, flags, and nothing of few people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from gatehouse.screening.criteria.history import Outcome
from gatehouse.screening.criteria.report import GroupRow, report

FAIR = [(900, "DEU", False), (40, "DEU", True), (900, "FRA", False), (40, "FRA", True)]
UNFAIR = [(900, "DEU", False), (20, "DEU", True), (300, "FRA", False), (60, "FRA", True)]


@pytest.fixture
def reported(criterion_of: Callable, trial_of: Callable, today: dt.date) -> Callable:
    """The report of a trial on such people."""
    return lambda people, outcomes=None: report(trial_of(criterion_of(), people, outcomes), "made", today)


def _rows(made: object, dimension: str = "nationality") -> dict[str, GroupRow]:
    return {row.group: row for row in made.disparity if row.dimension == dimension}  # type: ignore[attr-defined]


def test_a_fair_criterion_has_no_flag(reported: Callable) -> None:
    made = reported(FAIR)
    assert made.flags == ()
    assert (made.travellers, made.hits.count, made.unlabelled) == (1880, 80, 80)
    assert made.hits.interval.low < 80 / 1880 < made.hits.interval.high
    assert _rows(made)["DEU"] == GroupRow("nationality", "DEU", 940, 40, None, _rows(made)["DEU"].ratio, False)


def test_a_group_that_is_hit_more_often_is_flagged_with_what_is_asked(reported: Callable) -> None:
    made = reported(UNFAIR)
    assert _rows(made)["FRA"].is_flagged
    assert not _rows(made)["DEU"].is_flagged
    assert "nationality FRA is hit more often" in made.flags
    flagged = {(one.asked, one.groups_above) for one in made.proxies if one.finding == "flagged"}
    assert ("traveller.bag_count at-most 0", ("FRA",)) in flagged
    assert "payment.kinds any-of CA" not in {asked for asked, _ in flagged}, "everybody met it"


def test_a_rare_proxy_is_flagged_although_its_association_is_weak(reported: Callable) -> None:
    made = reported([(20_000, "DEU", False), (2_000, "FRA", False), (20, "FRA", True)])
    whole = next(one for one in made.proxies if one.asked == "the criterion" and one.dimension == "nationality")
    assert whole.strength is not None
    assert whole.strength < 0.1
    assert whole.finding == "flagged"


def test_a_small_history_says_so_and_nothing_of_groups(reported: Callable) -> None:
    made = reported([(90, "DEU", False), (9, "FRA", True)])
    assert made.too_small
    assert made.flags[0] == "the history is too small to say much"
    assert {one.finding for one in made.proxies if one.dimension == "nationality"} == {"too-small"}


def test_rows_of_few_are_withheld_with_one_that_hides_them(reported: Callable) -> None:
    made = reported([(900, "DEU", False), (40, "DEU", True), (50, "FRA", False), (3, "FRA", True), (90, "ITA", False)])
    rows = _rows(made)
    assert rows["FRA"] == GroupRow("nationality", "FRA")
    assert [name for name, row in rows.items() if row.travellers is None] == ["DEU", "FRA"]
    assert rows["ITA"].hits == 0


def test_false_hits_of_groups_are_told_only_where_outcomes_are_and_are_many(reported: Callable) -> None:
    outcomes = {f"made#{number}": Outcome.CONFIRMED for number in range(901, 916)}
    told = _rows(reported([(900, "DEU", False), (40, "DEU", True), (900, "FRA", False), (40, "FRA", True)], outcomes))
    assert (told["DEU"].hits, told["FRA"].hits) == (40, 40)
    # All hits of FRA were false: to say so tells each of them, and DEU's number would tell FRA's.
    assert told["FRA"].false_hits is told["DEU"].false_hits is None


def test_groups_under_thirty_are_pooled_before_anything_is_said(reported: Callable) -> None:
    made = reported([(900, "DEU", False), (40, "DEU", True), (20, "FRA", False), (20, "ITA", False)])
    assert _rows(made).keys() == {"DEU", "others"}
