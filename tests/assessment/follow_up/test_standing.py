"""What was not done for want of help is told apart from what was not done."""

from __future__ import annotations

import pytest

from gatehouse.assessment.follow_up.standing import Standing, Told, standing


@pytest.mark.parametrize(
    ("stage", "told", "help_runs", "stands"),
    [
        ("closed", None, False, Standing.CARRIED_OUT),
        ("open", None, False, Standing.NO_WORD),
        ("reported", Told("done", "none"), False, Standing.SAID_DONE),
        ("reported", Told("under-way", "none"), False, Standing.UNDER_WAY),
        ("reported", Told("not-begun", "law"), False, Standing.NOT_BEGUN),
        ("reported", Told("not-begun", "help-pending"), False, Standing.WAITS_FOR_HELP),
        ("reported", Told("not-begun", "help-pending"), True, Standing.NOT_BEGUN),
    ],
)
def test_every_standing(stage: str, told: Told | None, help_runs: bool, stands: Standing) -> None:
    assert standing(stage, told, help_runs) is stands
