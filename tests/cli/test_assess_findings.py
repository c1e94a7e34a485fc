"""Evidence, findings and the cycle from the command line."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.assessment.access.teams import name_member
from gatehouse.assessment.findings.models import Assessment
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role

OPERATOR = f"operator:{os.getuid()}"
HERE = ("X-AL", "2026")


@pytest.fixture
def team(database: Path, run: Callable) -> None:
    """A State in an open cycle; whoever runs the command leads its team, two accounts rate."""
    del database
    run("assess", "add-state", "X-AL", "--region", "demo", "--name-en", "Altona", "--name-zh", "阿尔托纳")
    run("assess", "add-cycle", "2026", "--begins", "2026-01-01", "--ends", "2026-12-31")
    admin, state, cycle = Actor("operator:1", Role.OPERATOR), State.objects.get(), Cycle.objects.get()
    for who, role in ((OPERATOR, Role.TEAM_LEAD), ("account:2", Role.ASSESSOR), ("account:3", Role.SECOND_ASSESSOR)):
        name_member(admin, state, cycle, Actor(who, role))


@pytest.mark.usefixtures("team")
def test_two_rate_blind_and_a_third_settles(run: Callable) -> None:
    assert run("assess", "find", *HERE, "2396-11a", "Arrivals only.").out == "finding 1 against 2396-11a\n"
    first = ("--ground", "law-incomplete", "--because", "WHY-FIRST", "--as", "assessor:2")
    assert "rated-once" in run("assess", "rate", "X-AL/2026/1", "compliance", "partly", *first).out
    blind = run("assess", "findings", *HERE, "--as", "second-assessor", "--account", "3").out
    assert "rated-once" in blind
    assert "WHY-FIRST" not in blind
    second = ("--because", "all flights", "--as", "second-assessor:3")
    early = ("--reason", "of another finding", "--as", "assessor:2")
    assert "compliance is open" in run("assess", "withdraw-rating", "X-AL/2026/1", "compliance", *early).out
    assert "rated-once" in run("assess", "rate", "X-AL/2026/1", "compliance", "partly", *first).out
    assert "differing" in run("assess", "rate", "X-AL/2026/1", "compliance", "fully", *second).out
    again = run("assess", "correct", "X-AL/2026/1", "compliance", "fully:low", *second, "--reason", "one airport")
    assert "differing" in again.out
    others = run("assess", "correct", "X-AL/2026/1", "compliance", "fully", "--because", "x", "--reason", "y")
    assert (others.status, "nothing to correct" in others.err) == (2, True)
    assert run("assess", "withdraw-rating", "X-AL/2026/1", "compliance", *early).status == 2, "both are in"
    assert "compliance: 1 findings are rated twice, too few to say" in run("assess", "agreement", "2026").out
    settled = run("assess", "settle", *HERE, "1", "compliance", "largely", "--reason", "decree 7")
    assert settled.out == "finding 1: compliance is largely\n"
    shown = run("assess", "findings", *HERE).out
    assert "compliance: largely (settled)" in shown
    assert "account:3: fully, low: all flights" in shown
    assert "account:2: partly, medium: WHY-FIRST" in shown


@pytest.mark.usefixtures("team")
def test_what_is_refused_says_why(run: Callable) -> None:
    assert "begins with the first finding" in run("assess", "findings", *HERE).err
    assert "catalogue" in run("assess", "find", *HERE, "R999", "x").err
    assert "none of this State" in run("assess", "find", *HERE, "2396-11a", "x", "--evidence", "99").err
    assert not Assessment.objects.exists(), "what was refused has begun nothing"
    run("assess", "find", *HERE, "2396-11a", "Arrivals only.")
    slow = ("--ground", "slow-capability", "--because", "years")
    assert "2396/48" in run("assess", "rate", "X-AL/2026/1", "compliance", "partly", *slow).err
    assert "none over both" in run("assess", "rate", "X-AL/2026/1", "overall", "partly", *slow).err
    assert run("assess", "rate", "X-AL", "compliance", "partly", *slow).status == 2
    unknown = run("assess", "rate", "X-AL/2026/9", "compliance", "fully", "--because", "x")
    assert "no finding has this number" in unknown.err


@pytest.mark.usefixtures("team")
def test_evidence_is_taken_in_and_shown(run: Callable, tmp_path: Path) -> None:
    file = tmp_path / "act.pdf"
    file.write_bytes(b"%PDF")
    added = run("assess", "add-evidence", *HERE, file, "--title", "Border Act", "--obligation", "2396-2")
    assert added.out.startswith("evidence 1: ")
    shown = run("assess", "evidence", *HERE)
    assert (shown.status, "Border Act" in shown.out) == (0, True)


@pytest.mark.usefixtures("team")
def test_the_cycle_is_on_one_screen(run: Callable) -> None:
    told = run("assess", "cycle", *HERE).out.splitlines()
    assert len([line for line in told if line.startswith(("done", "open"))]) == 8
