"""A State with an open cycle and one before, its focal point's browser, and the address of its pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

import pytest
from django.test import Client

from gatehouse.assessment.states import store
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.assessment.states.state_code import Names
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role

OPERATOR = Actor("operator:1000", Role.OPERATOR)


class Scene(NamedTuple):
    """What the tests of these pages begin with."""

    state: State
    before: Cycle
    cycle: Cycle
    focal: Client
    home: str


@pytest.fixture
def scene(browser: Callable[..., Client]) -> Scene:
    """Altona (`X-AL`), whose focal point is signed in."""
    focal = browser(Role.STATE_FOCAL_POINT)
    state = store.add_state(OPERATOR, "X-AL", "demo-north", Names("Altona", "阿尔托纳"))
    store.add_state(OPERATOR, "X-BE", "demo-north", Names("Bergen", "贝尔根"))
    cycles = []
    for year in (2024, 2026):
        made = store.add_cycle(OPERATOR, str(year), dt.date(year, 1, 1), dt.date(year, 12, 31))
        cycles.append(store.move_cycle(OPERATOR, made, "open"))
    return Scene(state, *cycles, focal, f"/assessment/X-AL/{cycles[1].pk}/")
