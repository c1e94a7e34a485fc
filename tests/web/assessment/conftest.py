"""A State with an open cycle and one before, its focal point's browser, and the address of its pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

import pytest
from django.test import Client

from gatehouse.assessment.access.models import ROLES
from gatehouse.assessment.access.teams import name_member
from gatehouse.assessment.findings.assessments import write_gate
from gatehouse.assessment.findings.giving import rate
from gatehouse.assessment.findings.method import Axis, gates
from gatehouse.assessment.findings.models import Finding
from gatehouse.assessment.findings.rating import Rating
from gatehouse.assessment.findings.store import Said, find_in
from gatehouse.assessment.states import store
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.assessment.states.state_code import Names
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import Account

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


class Desk(NamedTuple):
    """The team that assesses Altona and the committee, each with a browser and as the rooms know them."""

    scene: Scene
    clients: dict[str, Client]
    actors: dict[str, Actor]
    home: str


@pytest.fixture
def desk(scene: Scene, account: Callable[..., Account], browser: Callable[..., Client]) -> Desk:
    """A lead, two assessors, a second assessor and two members of the committee; nothing is found yet."""
    cast = {
        "lead": Role.TEAM_LEAD,
        "assessor": Role.ASSESSOR,
        "colleague": Role.ASSESSOR,
        "second": Role.SECOND_ASSESSOR,
        "member": Role.COMMITTEE_MEMBER,
        "other_member": Role.COMMITTEE_MEMBER,
        "donor": Role.DONOR,
        "translator": Role.TRANSLATOR,
    }
    clients, actors = {"focal": scene.focal}, {}
    for name, role in cast.items():
        made = account(role)
        actors[name] = Actor(f"account:{made.pk}", role)
        clients[name] = browser(of=made)
        if role.value in ROLES:
            name_member(OPERATOR, scene.state, scene.cycle, actors[name])
    return Desk(scene, clients, actors, f"{scene.home}findings/")


@pytest.fixture
def found(desk: Desk) -> Finding:
    """A finding that nobody has rated."""
    return find_in(
        desk.actors["assessor"], desk.scene.state, desk.scene.cycle, "2396-11a", Said("Airlines supply data.")
    )


@pytest.fixture
def ready(desk: Desk, found: Finding) -> Finding:
    """The same one rated alike by two on both axes, with every section written."""
    for axis, code in ((Axis.COMPLIANCE, "fully"), (Axis.EFFECTIVENESS, "high")):
        for who in ("assessor", "second"):
            rate(desk.actors[who], found, Rating(axis, code, "high", (), "as was seen"))
    for gate in gates():
        write_gate(desk.actors["lead"], found.assessment, gate, "Women, men and children were considered. " * 4)
    return found
