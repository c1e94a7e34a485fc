"""A State sees its own needs; a donor sees none that was not shared."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from gatehouse.assessment.assistance.needs import state_need
from gatehouse.assessment.assistance.themes import themes
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role


def test_needs_are_shown_to_their_state(scene: object, browser: Callable[..., Client]) -> None:
    focal = Actor("account:10", Role.STATE_FOCAL_POINT, state="X-AL")
    state_need(focal, scene.state, next(iter(themes())), "Readers for both posts.")
    assert len(scene.focal.get("/assistance/").context["needs"]) == 1
    assert browser(Role.DONOR).get("/assistance/").context["needs"] == []
