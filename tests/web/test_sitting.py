"""In which role somebody sits, for which purpose, and that it follows what they hold now."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from gatehouse.audit.log import leaves, size
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import Account, RoleHeld
from gatehouse.web.sitting import sitting_of


def _seated(client: Client) -> object:
    return client.get("/").wsgi_request.sitting


def test_one_acts_in_the_first_role_and_its_first_purpose_until_one_chooses(account: Callable[..., Account]) -> None:
    sitting = sitting_of(account(Role.DATA_PROTECTION_OFFICER, Role.ANALYST), {})
    assert (sitting.role, sitting.purpose_code) == (Role.ANALYST, "screening")
    assert sitting.actor.id.startswith("account:")


def test_a_role_that_was_taken_away_is_gone_with_the_next_click(browser: Callable[..., Client]) -> None:
    client = browser(Role.ANALYST, Role.OPERATOR)
    session = client.session
    session["role"] = "operator"
    session.save()
    assert _seated(client).role is Role.OPERATOR
    RoleHeld.objects.filter(role="operator").update(until=timezone.now())
    assert _seated(client).role is Role.ANALYST


def test_choosing_is_recorded_and_goes_back_to_where_one_was(browser: Callable[..., Client]) -> None:
    client = browser(Role.ANALYST, Role.ADMINISTRATOR)
    before = size()
    chosen = {"role": "administrator", "purpose": "upkeep", "reference": "REQ-7", "next": "/accounts/"}
    answer = client.post("/sitting/", chosen)
    assert (answer.status_code, answer["Location"]) == (302, "/accounts/")
    sitting = _seated(client)
    assert (sitting.role, sitting.purpose_code, sitting.reference) == (Role.ADMINISTRATOR, "upkeep", "REQ-7")
    assert any(b'"act":"account.acting"' in body for _number, body in leaves(before, size()))


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"role": "operator"}, "Select a valid choice"),
        ({"purpose": "upkeep"}, "choose one of"),
        ({"reference": "Ms Jane Doe"}, "at most 64"),
    ],
)
def test_what_one_may_not_choose_is_told_and_what_was_typed_stays(
    browser: Callable[..., Client], wrong: dict[str, str], told: str
) -> None:
    answer = browser(Role.ANALYST).post(
        "/sitting/", {"role": "analyst", "purpose": "screening", "reference": "A-1", **wrong}
    )
    page = answer.content.decode()
    assert answer.status_code == 400
    assert told in page
    assert "There is a problem" in page
    assert (wrong.get("reference") or "A-1") in page


def test_one_is_not_led_to_another_site(browser: Callable[..., Client]) -> None:
    chosen = {"role": "analyst", "purpose": "screening", "next": "https://elsewhere.example/"}
    assert browser(Role.ANALYST).post("/sitting/", chosen)["Location"] == "/"
