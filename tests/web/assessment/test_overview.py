"""A State sees its own page and no other's; a stranger sees that a State is assessed, and nothing of it."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from gatehouse.safeguards.vocabulary import Role


def test_each_sees_what_is_open_to_them(scene: object, browser: Callable[..., Client]) -> None:
    rows = scene.focal.get("/assessment/").context["rows"]
    assert [(row["state"].code, row["open"]) for row in rows] == [("X-AL", True), ("X-BE", False)]
    assert scene.focal.get(scene.home).status_code == 200
    assert scene.focal.get(scene.home.replace("X-AL", "X-BE")).status_code == 403
    assert browser(Role.DONOR).get(scene.home).status_code == 403
    assert scene.focal.get("/assessment/X-ZZ/1/").status_code == 404


def test_the_heat_map_is_a_picture(scene: object) -> None:
    assert scene.focal.get(f"{scene.home}ratings.svg")["Content-Type"] == "image/svg+xml"
