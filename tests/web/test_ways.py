"""Whoever is refused learns how they may come in, and comes in so."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from gatehouse.safeguards.vocabulary import Role


def test_another_role_and_purpose_are_offered_and_lead_to_the_page(browser: Callable[..., Client]) -> None:
    client = browser(Role.ANALYST, Role.ADMINISTRATOR)
    page = client.get("/accounts/").content.decode()
    assert 'value="administrator"' in page
    assert 'value="upkeep"' in page
    answer = client.post("/sitting/", {"role": "administrator", "purpose": "upkeep", "next": "/accounts/"}, follow=True)
    assert answer.status_code == 200
    assert answer.request["PATH_INFO"] == "/accounts/"


def test_a_reference_is_asked_for_where_one_is_wanted(browser: Callable[..., Client]) -> None:
    client = browser(Role.ADMINISTRATOR)
    page = client.get("/accounts/new/").content.decode()
    assert 'name="reference" required' in page
    chosen = {"role": "administrator", "purpose": "upkeep", "reference": "REQ-1", "next": "/accounts/new/"}
    assert client.post("/sitting/", chosen, follow=True).status_code == 200


def test_no_way_is_offered_to_whom_none_leads(browser: Callable[..., Client]) -> None:
    assert "Act so and open" not in browser(Role.OPERATOR).get("/accounts/").content.decode()
