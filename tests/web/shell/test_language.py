"""The language that a reader chooses."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import Account


def test_it_is_kept_in_the_account_and_turns_the_page(browser: Callable[..., Client]) -> None:
    client = browser(Role.ANALYST)
    answer = client.post("/language/", {"language": "ar", "next": "/me/"})
    assert answer["Location"] == "/me/"
    assert Account.objects.get().language == "ar"
    assert '<html lang="ar" dir="rtl">' in client.get("/").content.decode()


def test_before_the_sign_in_it_is_kept_in_a_cookie(client_of_nobody: Client) -> None:
    client_of_nobody.post("/language/", {"language": "fr"})
    assert '<html lang="fr" dir="ltr">' in client_of_nobody.get("/sign-in/").content.decode()


def test_no_other_language_and_no_other_site(client_of_nobody: Client) -> None:
    assert client_of_nobody.post("/language/", {"language": "xx"}).status_code == 400
    answer = client_of_nobody.post("/language/", {"language": "fr", "next": "//elsewhere.example"})
    assert answer["Location"] == "/"
