"""Pages that say no: what happened, what to do, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client, RequestFactory

from gatehouse.safeguards.vocabulary import Role
from gatehouse.web import refusals


def test_a_page_that_is_not_there(browser: Callable[..., Client]) -> None:
    answer = browser(Role.ANALYST).get("/nowhere/?name=SECRET")
    assert answer.status_code == 404
    assert "There is no such page" in answer.content.decode()


def test_a_form_without_its_token(browser: Callable[..., Client]) -> None:
    client = Client(enforce_csrf_checks=True)
    client.cookies = browser(Role.ANALYST).cookies
    answer = client.post("/sitting/", {"role": "analyst"})
    assert answer.status_code == 403
    assert "no longer valid" in answer.content.decode()
    assert "analyst" not in answer.content.decode().lower().split("<main")[1].split("</main")[0]


@pytest.mark.parametrize(
    ("page", "status", "told"),
    [
        (refusals.bad_request, 400, "cannot be read"),
        (refusals.permission_denied, 403, "not open to you"),
        (refusals.too_many, 429, "Too many"),
    ],
)
def test_other_refusals(client_of_nobody: Client, page: Callable, status: int, told: str) -> None:
    request = client_of_nobody.get("/sign-in/").wsgi_request
    answer = page(request, ValueError("SECRET"))
    assert answer.status_code == status
    assert told in answer.content.decode()
    assert "SECRET" not in answer.content.decode()


def test_a_failure_shows_nothing_of_the_program(
    browser: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    client = browser(Role.ANALYST)
    client.raise_request_exception = False
    monkeypatch.setattr("gatehouse.web.shell.home.roles", lambda: {}["SECRET"])
    answer = client.get("/")
    assert answer.status_code == 500
    assert "The fault is ours" in answer.content.decode()
    assert "SECRET" not in answer.content.decode()
    assert "Traceback" not in answer.content.decode()


def test_a_failure_page_needs_nothing() -> None:
    assert refusals.failed(RequestFactory().get("/")).status_code == 500
