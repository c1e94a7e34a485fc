"""Commands that show people act in a role, for a purpose, under a reference, and the log is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.audit import log
from gatehouse.audit.entry import Decision, decoded
from gatehouse.cli.console import Refused
from gatehouse.cli.visiting import visit_of
from gatehouse.safeguards.vocabulary import Role


def test_in_demo_mode_it_is_an_analyst_who_screens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GATEHOUSE_MODE", raising=False)
    visit = visit_of(None, None, None)
    assert (visit.actor.role, visit.purpose, visit.reference) == (Role.ANALYST, "screening", "demo")
    assert visit.actor.id.startswith("operator:")


def test_in_live_mode_role_and_purpose_have_to_be_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GATEHOUSE_MODE", "live")
    with pytest.raises(Refused, match="--as ROLE --purpose CODE"):
        visit_of(None, "screening", "R-1")
    assert visit_of(Role.ANALYST, "screening", "R-1").reference == "R-1"


@pytest.mark.usefixtures("incoming")
def test_hits_are_shown_by_the_door(run: Callable, incoming: Path) -> None:
    run("ingest", incoming)
    before = log.size()
    assert len(run("hits", "--json").json()) == 1
    told = [decoded(leaf) for _, leaf in log.leaves(before, log.size())]
    assert [(entry.act, entry.role, dict(entry.details)) for entry in told] == [
        ("hits.listed", "analyst", {}),
        ("hits.listed", "analyst", {"shown": 1}),
    ]


@pytest.mark.usefixtures("incoming")
def test_who_runs_the_system_sees_nobody_and_the_log_is_told(run: Callable) -> None:
    before = log.size()
    refused = run("hits", "--as", "operator")
    assert (refused.status, refused.out) == (2, "")
    assert "sees no person's data" in refused.err
    (entry,) = [decoded(leaf) for _, leaf in log.leaves(before, log.size())]
    assert (entry.act, entry.decision, entry.reason) == ("act.refused", Decision.REFUSED, "no-personal-data")
