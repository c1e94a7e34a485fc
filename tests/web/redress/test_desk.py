"""The desk lists requests against their clock; who asks stands on the page of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from django.test import Client

from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.redress.models import RedressRequest


def test_those_due_first_and_nobody_named(officer: Client, case: str) -> None:
    RedressRequest.objects.update(received=dt.date(2020, 1, 1))
    text = officer.get("/redress/").content.decode()
    assert case in text
    assert "overdue" in text
    assert "AMINA" not in text


def test_only_those_who_answer_or_supervise_come_in(browser: Callable[..., Client], case: str) -> None:
    for role in (Role.ANALYST, Role.SENIOR_ANALYST, Role.OPERATOR, Role.ADMINISTRATOR, Role.BORDER_OFFICER):
        client = browser(role, reference="C-1")
        assert {client.get(url).status_code for url in ("/redress/", f"/redress/{case}/")} == {403}
