"""A security key is enrolled and signs in, in a real browser with a virtual authenticator."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from axe_playwright_python.sync_playwright import Axe

from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import Account
from signed_in import PASSWORD, entries

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
KEY = {
    "protocol": "ctap2",
    "transport": "usb",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def _violations(page: Any) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


def _password(page: Any, identifier: str) -> None:
    page.goto("/sign-in/")
    page.fill("input[name=login]", identifier)
    page.fill("input[name=password]", PASSWORD)
    page.click("main button[type=submit]")


def test_a_key_is_enrolled_and_signs_in(chromium: Any, site: str, account: Callable[..., Account]) -> None:
    one = account(Role.ANALYST)
    # A number is no name that a key can be bound to; localhost is one, and the browser takes it as secure.
    context = chromium.new_context(base_url=site.replace("127.0.0.1", "localhost"))
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if said.type == "error" else None)
    devices = context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    key = devices.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})["authenticatorId"]
    _password(page, one.identifier)
    page.wait_for_url(lambda url: "/sign-in/" not in url)
    page.goto("/me/second/keys/new/")
    # Whoever changes their ways of signing in shows the password once more.
    assert _violations(page) == []
    page.fill("main input[name=password]", PASSWORD)
    page.click("main form button[type=submit]")
    page.wait_for_url("**/keys/new/")
    assert _violations(page) == []
    page.fill("input[name=name]", "Key 1")
    page.click("#mfa_webauthn_add")
    page.wait_for_url(lambda url: "/keys/new/" not in url)
    assert _violations(page) == []
    assert Authenticator.objects.filter(user=one, type=Authenticator.Type.WEBAUTHN).count() == 1
    page.goto("/me/second/keys/")
    assert "Key 1" in page.inner_text("main")
    assert _violations(page) == []
    page.click("text=Sign out")
    page.wait_for_url("**/sign-in/")
    _password(page, one.identifier)
    page.wait_for_url("**/sign-in/second/")
    assert _violations(page) == []
    page.goto("/law/")
    assert "/sign-in/" in page.url
    page.goto("/sign-in/second/")
    page.click("#mfa_webauthn_authenticate")
    page.wait_for_url(lambda url: "/sign-in/" not in url)
    assert [entry.subject for entry in entries("account.entered")] == [one.reference] * 2
    devices.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": key})
    assert [said for said in refused if "Content Security Policy" in said] == []
    context.close()
