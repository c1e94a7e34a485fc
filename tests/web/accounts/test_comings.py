"""Signing in and out on the real pages: recorded, limited, and by two factors where there are two."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.test import Client

from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import Account, Session
from gatehouse.web.accounts.sessions import SESSIONS_AT_ONCE
from signed_in import PASSWORD, entries, sign_in


def _code(secret: str) -> str:
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30))


def test_coming_in_and_going_out_are_entries(account: Callable[..., Account]) -> None:
    one, client = account(Role.ANALYST), Client()
    assert sign_in(client, one.identifier.upper())["Location"] == "/"
    assert client.get("/").status_code == 200
    entered = entries("account.entered")
    assert [(entry.actor, entry.role, entry.reason) for entry in entered] == [(one.reference, "analyst", "signed-in")]
    assert client.post("/sign-out/")["Location"] == "/sign-in/"
    assert [entry.actor for entry in entries("account.left")] == [one.reference]
    assert client.get("/").status_code == 302


def test_an_account_has_so_many_sessions_and_the_oldest_goes(account: Callable[..., Account]) -> None:
    one, clients = account(Role.ANALYST), [Client() for _ in range(SESSIONS_AT_ONCE + 1)]
    for client in clients:
        sign_in(client, one.identifier)
    assert Session.objects.filter(account=one).count() == SESSIONS_AT_ONCE
    assert [client.get("/").status_code for client in clients] == [302, *[200] * SESSIONS_AT_ONCE]


def test_a_disabled_account_does_not_come_in(account: Callable[..., Account]) -> None:
    one, client = account(Role.ANALYST), Client()
    Account.objects.filter(pk=one.pk).update(is_active=False)
    sign_in(client, one.identifier)
    assert client.get("/").status_code == 302
    assert entries("account.entered") == []


def test_a_second_factor_is_asked_for_and_its_secret_is_not_kept_in_clear(account: Callable[..., Account]) -> None:
    one, client = account(Role.ANALYST), Client()
    sign_in(client, one.identifier)
    assert client.get("/me/second/app/")["Location"].startswith("/me/confirm/")
    client.post("/me/confirm/", {"password": PASSWORD})
    page = client.get("/me/second/app/")
    secret = page.context["form"].secret
    client.post("/me/second/app/", {"code": _code(secret)})
    kept = Authenticator.objects.get(user_id=one.pk, type="totp")
    assert secret not in str(kept.data)
    client.post("/sign-out/")
    assert sign_in(client, one.identifier)["Location"].startswith("/sign-in/second/")
    assert client.get("/").status_code == 302
    assert client.post("/sign-in/second/", {"code": "000000"}).status_code == 200


def test_a_new_password_ends_the_other_sessions(account: Callable[..., Account]) -> None:
    one, here, elsewhere = account(Role.ANALYST), Client(), Client()
    sign_in(here, one.identifier)
    sign_in(elsewhere, one.identifier)
    new = "another long pass phrase"
    changed = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert here.post("/me/password/", changed).status_code == 302
    assert (here.get("/").status_code, elsewhere.get("/").status_code) == (200, 302)
    assert [entry.reason for entry in entries("account.secured")] == ["password-changed"]


@pytest.mark.parametrize("weak", ["short", "123456789987654321", "staff-number-11"])
def test_a_weak_password_is_refused(account: Callable[..., Account], weak: str) -> None:
    one, client = account(Role.ANALYST, identifier="staff-number-1"), Client()
    sign_in(client, one.identifier)
    changed = {"oldpassword": PASSWORD, "password1": weak, "password2": weak}
    page = client.post("/me/password/", changed)
    assert page.status_code == 200
    assert "There is a problem" in page.content.decode()
