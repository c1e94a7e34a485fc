"""The commands of visits, follow-up and help, in process."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from gatehouse.assessment.visits import lists
from gatehouse.cli import assess_visits
from gatehouse.cli.console import Refused
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role


@pytest.fixture(autouse=True)
def _connected(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del database
    monkeypatch.setattr("gatehouse.app.settings.migrate", lambda: None)


def test_a_list_with_its_reasons_and_what_would_change_it(capsys: pytest.CaptureFixture[str]) -> None:
    lead = Actor("account:1", Role.TEAM_LEAD)
    lists.propose(lead, 2027, {"X-AL": {"gaps": 5}, "X-BE": {"gaps": 3}}, 1, "the list of the year")
    assess_visits.visits(2027, "X-BE")
    out = capsys.readouterr().out
    assert "version 1 (not adopted): X-AL: the list of the year" in out
    assert "gaps: 5 of 10, weight 30: 15.0" in out
    assert "X-BE: gaps 3 -> 6: before X-AL" in out


def test_nothing_is_late_and_nobody_offers_at_first(capsys: pytest.CaptureFixture[str]) -> None:
    assess_visits.late(dt.datetime(2027, 1, 1))
    assess_visits.matrix()
    assess_visits.offers()
    assess_visits.remind()
    assert capsys.readouterr().out == "0 reminders made\n"


def test_whoever_may_not_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Refused, match="not allowed"):
        assess_visits.visits(2027, role="donor")
    assert capsys.readouterr().out == ""
