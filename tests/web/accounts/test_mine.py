"""One's own account."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import Account, Session


def test_it_shows_what_is_held_and_ends_other_sessions(
    browser: Callable[..., Client], account: Callable[..., Account]
) -> None:
    one = account(Role.ANALYST, Role.OPERATOR)
    here, there = browser(of=one), browser(of=one)
    page = here.get("/me/").content.decode()
    assert "Analyst, Operator" in page
    assert "You have 2 sessions" in page
    assert "1 other" in here.post("/me/sessions/end/", follow=True).content.decode()
    assert there.get("/").status_code == 302
    assert Session.objects.count() == 1
