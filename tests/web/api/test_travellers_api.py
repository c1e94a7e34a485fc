"""One traveller by the API, as far as the caller may see them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.travellers.models import Traveller
from masked_person import masked
from signed_in import entries

pytestmark = pytest.mark.usefixtures("stored_day")


def test_a_traveller_is_shown_with_what_was_told_and_the_log_knows(caller: Callable[..., Any]) -> None:
    person = Traveller.objects.get(surname="KARIM")
    analyst = caller(Role.ANALYST)
    shown = analyst("get", f"/travellers/{person.pk}").json()
    assert (shown["name"], shown["birth_date"], shown["masked_at"]) == ("YUSUF KARIM", person.birth_date, None)
    assert shown["leg"]["flight"]
    assert "payment" not in str(shown).lower()
    assert entries("traveller.opened")[-1].subject == f"traveller:{person.pk}"
    answer = analyst("get", "/travellers/99999")
    assert (answer.status_code, answer.json()["code"]) == (404, "no-such")


def test_who_may_not_see_travellers_sees_none(caller: Callable[..., Any]) -> None:
    person = Traveller.objects.get(surname="KARIM").pk
    for role in (Role.OPERATOR, Role.BORDER_OFFICER, Role.ADMINISTRATOR):
        answer = caller(role)("get", f"/travellers/{person}")
        assert (answer.status_code, answer.json()["code"]) == (403, "refused")


def test_what_is_masked_stays_masked(caller: Callable[..., Any]) -> None:
    answer = caller(Role.ANALYST)("get", f"/travellers/{masked()}")
    assert "ROE" not in answer.content.decode()
    assert answer.status_code == 200
    assert answer.json()["masked_at"]
    assert not answer.json()["documents"]
