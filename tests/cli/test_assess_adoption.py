"""From the last finding to the adoption, from the command line; and answers that need not be typed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.assessment.access.teams import name_member
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role

HERE = ("X-AL", "2026")
GATE = "Women, men and children were considered in every chapter, with the figures and those who were consulted named."


@pytest.fixture
def rated(database: Path, run: Callable) -> None:
    """A finding that two rated alike on both axes."""
    del database
    run("assess", "add-state", "X-AL", "--region", "demo", "--name-en", "Altona", "--name-zh", "阿尔托纳")
    run("assess", "add-cycle", "2026", "--begins", "2026-01-01", "--ends", "2026-12-31")
    admin, state, cycle = Actor("operator:1", Role.OPERATOR), State.objects.get(), Cycle.objects.get()
    for who, role in (
        (f"operator:{os.getuid()}", Role.TEAM_LEAD),
        ("account:2", Role.ASSESSOR),
        ("account:3", Role.SECOND_ASSESSOR),
    ):
        name_member(admin, state, cycle, Actor(who, role))
    run("assess", "find", *HERE, "2396-11a", "All flights.")
    for axis, code in (("compliance", "fully"), ("effectiveness", "high")):
        for who in ("assessor:2", "second-assessor:3"):
            run("assess", "rate", "X-AL/2026/1", axis, code, "--because", "shown", "--as", who)


@pytest.mark.usefixtures("rated")
def test_gates_the_states_words_and_two_of_the_committee(run: Callable) -> None:
    refused = run("assess", "put", *HERE)
    assert (refused.status, refused.err.count("is empty")) == (2, 3)
    for gate in ("gender", "human-rights", "children"):
        assert run("assess", "section", *HERE, gate, GATE).status == 0
    staged = run("assess", "stage", *HERE, "1", "building", "--step", "2027-03-01 pilot at one port")
    assert staged.out == "finding 1: building, 1 steps\n"
    assert "can reply until" in run("assess", "put", *HERE).out
    assert run("assess", "adopt", *HERE, "--first", "20", "--second", "21").status == 2
    assert "replied" in run("assess", "reply", *HERE, "Thank you.", "--finding", "1", "--end").out
    assert run("assess", "adopt", *HERE, "--first", "20", "--second", "21").out == "the assessment is adopted\n"


@pytest.mark.usefixtures("rated")
def test_a_step_has_a_day(run: Callable) -> None:
    assert "2027-03-01" in run("assess", "stage", *HERE, "1", "building", "--step", "soon").err
