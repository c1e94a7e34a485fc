"""`gatehouse criteria trials` runs what waits on the pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from criterion_text import TEXT, TODAY, bench_in
from gatehouse.cli.criteria_waiting import trials
from gatehouse.records import Visit
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.authoring import drafts
from gatehouse.screening.authoring.trials import ask

AUTHOR = Visit(Actor("account:1", Role.CRITERIA_AUTHOR), "criteria")


@pytest.mark.usefixtures("database")
def test_waiting_trials_are_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bench = bench_in(tmp_path)
    ask(AUTHOR, drafts.begin(AUTHOR, TEXT), bench)
    trials(tmp_path)
    assert "1 trials run" in capsys.readouterr().out
    assert bench.register.entry("from-sin", 1, TODAY).state == "shadow"
