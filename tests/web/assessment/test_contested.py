"""Settling is a POST of the State's own; a number of another State is not found."""

from __future__ import annotations


def test_settling_what_is_not_there(scene: object) -> None:
    assert "Nothing is contested" in scene.focal.get(f"{scene.home}contested/").content.decode()
    assert scene.focal.post(f"{scene.home}contested/99/settle/", {}).status_code == 404
    assert scene.focal.get(f"{scene.home}contested/99/settle/").status_code == 405
