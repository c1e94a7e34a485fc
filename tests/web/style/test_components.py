"""The page of components."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from gatehouse.safeguards.vocabulary import Role


def test_it_shows_each_and_a_refused_form(browser: Callable[..., Client]) -> None:
    client = browser(Role.ANALYST)
    page = client.get("/style/").content.decode()
    for mark in ("tag-good", "notice-warn", "figure-value", "timeline", "countdown-near", 'rel="next"', "filters"):
        assert mark in page
    assert "There is a problem" in client.post("/style/", {"text": ""}).content.decode()
