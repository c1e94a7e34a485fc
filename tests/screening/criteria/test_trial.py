"""Trials: sums that add up, in parties, whatever the history."""

from __future__ import annotations

from collections.abc import Callable

from gatehouse.measures.ratio import Counted
from gatehouse.screening.criteria.history import Outcome
from gatehouse.screening.criteria.journey import Journey
from gatehouse.screening.criteria.trial import WHOLE, Trial

CASH = {"payments": [{"kind": "CA"}]}


def test_the_groups_of_every_dimension_add_up_to_everybody(criterion_of: Callable, trial_of: Callable) -> None:
    trial = trial_of(criterion_of(), [(30, "DEU", False), (12, "FRA", True), (5, "DEU", True)])
    assert trial.table(WHOLE, "nationality") == {"DEU": Counted(35, 5), "FRA": Counted(12, 12)}
    for dimension in ("sex", "age", "name script"):
        assert trial.table(WHOLE, dimension) == {"unknown": Counted(47, 17)}
    assert (trial.hits.cases, trial.hits.count) == (47, 17)


def test_each_test_is_counted_for_itself(criterion_of: Callable, trial_of: Callable) -> None:
    trial = trial_of(criterion_of(), [(3, "DEU", False), (2, "DEU", True)])
    assert trial.asked == (WHOLE, "payment.kinds any-of CA", "traveller.bag_count at-most 0")
    assert trial.table(trial.asked[1], "nationality") == {"DEU": Counted(5, 5)}
    assert trial.table(trial.asked[2], "nationality") == {"DEU": Counted(5, 2)}


def test_only_a_confirmed_hit_is_no_false_one(criterion_of: Callable, trial_of: Callable) -> None:
    outcomes = {"made#1": Outcome.CONFIRMED, "made#2": Outcome.CLEARED, "made#5": Outcome.CONFIRMED}
    trial = trial_of(criterion_of(), [(4, "DEU", True), (1, "DEU", False)], outcomes)
    assert (trial.confirmed, trial.cleared) == (1, 1), "an outcome of somebody it does not hit is not counted"
    assert (trial.hits.count, trial.false_hits.count) == (4, 3)
    assert trial.false_table("nationality") == {"DEU": Counted(4, 3)}


def test_people_of_one_booking_and_source_are_one_party(criterion_of: Callable, journey_of: Callable) -> None:
    matched: list[Journey] = []
    trial = Trial(criterion_of(), {}, matched.append)
    booked = {**CASH, "locator": "AAA"}
    trial.add_all(
        journey_of({"bag_count": 0}, number=number, source=source, booking=booked)
        for source in ("one", "two")
        for number in range(3)
    )
    assert (trial.hits.number, trial.hits.cases) == (2, 6)
    assert [journey.key for journey in matched][:2] == ["one#0", "one#1"]


def test_what_is_silenced_or_not_known_is_counted_apart(criterion_of: Callable, journey_of: Callable) -> None:
    trial = Trial(criterion_of(), {}, lambda _: None)
    flights = [{"legs": [{"departs": "2026-10-05"}]}]
    silenced = journey_of({"bag_count": 0, "loyalty": ["1"]}, booking=CASH, flights=flights)
    trial.add_all([silenced, journey_of(), journey_of({"bag_count": 1}, booking=CASH)])
    assert (trial.silenced, trial.not_known, trial.hits.count) == (1, 1, 0)
    assert trial.first_day == trial.last_day == "2026-10-05"
