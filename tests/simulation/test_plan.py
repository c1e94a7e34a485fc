"""Plans that contradict themselves are refused with what to change."""

from pathlib import Path

import pytest

from gatehouse.simulation.plan import Plan, PlanError, demo_plan


@pytest.mark.parametrize(
    ("travellers", "plant", "entries", "word"),
    [(0, 0, 10, "travellers"), (10, 6, 10, "planted"), (10, -1, 10, "planted"), (10, 1, 0, "list")],
)
def test_counts_that_contradict_each_other(travellers: int, plant: int, entries: int, word: str) -> None:
    with pytest.raises(PlanError, match=word):
        Plan(travellers, plant, 1, Path("nowhere"), entries=entries)


@pytest.mark.parametrize("share", [-0.1, 1.5])
def test_a_share_is_between_none_and_all(share: float) -> None:
    with pytest.raises(PlanError, match="dirty share"):
        Plan(10, 1, 1, Path("nowhere"), dirty=share)


def test_the_demonstration_is_a_plan() -> None:
    plan = demo_plan(Path("somewhere"))
    assert plan.plant < plan.entries < plan.travellers
    assert plan.unreadable
    assert plan.out == Path("somewhere")
