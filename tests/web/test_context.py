"""What every template knows."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.context import workbench


def test_the_shell_knows_the_sitting_the_places_and_the_law(browser: Callable[..., Client]) -> None:
    request = browser(Role.ANALYST).get("/").wsgi_request
    known = workbench(request)
    assert known["sitting"].role is Role.ANALYST
    assert known["mode"] == "demo"
    assert known["standing"] is None or known["standing"].says
    assert len(known["languages"]) == 6


def test_nobody_sees_no_place(client_of_nobody: Client) -> None:
    assert workbench(client_of_nobody.get("/sign-in/").wsgi_request)["places"] == []
