"""The start page."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from gatehouse.safeguards.vocabulary import Role


def test_it_says_as_whom_one_acts_and_what_for(browser: Callable[..., Client]) -> None:
    page = browser(Role.ANALYST).get("/").content.decode()
    assert "Analyst" in page
    assert "Demonstration Act, s. 2" in page


def test_who_has_not_signed_in_is_asked_to(client_of_nobody: Client) -> None:
    answer = client_of_nobody.get("/")
    assert (answer.status_code, answer["Location"]) == (302, "/sign-in/?next=/")


def test_who_holds_no_role_is_told_so(browser: Callable[..., Client]) -> None:
    answer = browser().get("/")
    assert answer.status_code == 403
    assert "no role" in answer.content.decode()
