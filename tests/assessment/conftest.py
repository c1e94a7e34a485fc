"""Actors of an assessment, a State and a cycle."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from gatehouse.assessment.states import store
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.assessment.states.state_code import Names
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role


@pytest.fixture
def actor() -> Actor:
    """Somebody who runs commands."""
    return Actor("operator:1000", Role.OPERATOR)


@pytest.fixture
def altona(database: Path, actor: Actor) -> State:
    """A State that does not exist."""
    del database
    return store.add_state(actor, "X-AL", "demo-north", Names("Altona", "阿尔托纳"))


@pytest.fixture
def cycle(database: Path, actor: Actor) -> Cycle:
    """An open cycle."""
    del database
    return store.move_cycle(actor, store.add_cycle(actor, "2026", dt.date(2026, 1, 1), dt.date(2026, 12, 31)), "open")
