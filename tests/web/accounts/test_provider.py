"""Signing in by the word of an OpenID Connect provider: whose word is taken, and for whom."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.conf import settings
from django.test import Client, override_settings

from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import Account
from oidc_provider import CLIENT, SECRET, Provider, provided
from signed_in import entries


@pytest.fixture
def provider() -> Iterator[Provider]:
    with provided() as one, override_settings(SOCIALACCOUNT_PROVIDERS=one.settings()):
        yield one


def gone(client: Client, provider: Provider, address: str = "/sign-in/ministry/") -> str:
    """Press the button; the address to come back to."""
    answer = client.post(address)
    assert answer.status_code == 302
    assert answer["Location"].startswith(f"{provider.issuer}/authorize?")
    return provider.answer_to(answer["Location"])


def test_who_has_an_account_here_is_let_in_and_nothing_but_a_hash_is_kept(
    account: Callable[..., Account], client_of_nobody: Client, provider: Provider
) -> None:
    one = account(Role.ANALYST, identifier="ana-7")
    assert "The Ministry" in client_of_nobody.get("/sign-in/").content.decode()
    back = gone(client_of_nobody, provider)
    assert provider.asked["scope"].split() in (["openid", "profile"], ["profile", "openid"])
    assert {"code_challenge", "nonce", "state"} <= set(provider.asked)
    assert client_of_nobody.get(back)["Location"] == "/"
    assert (provider.sent["client_id"], provider.sent["client_secret"]) == (CLIENT, SECRET)
    assert "code_verifier" in provider.sent
    assert client_of_nobody.get("/me/").context["user"] == one
    known = SocialAccount.objects.get()
    assert (known.user, known.extra_data, len(known.uid)) == (one, {"identifier": "ana-7"}, 64)
    assert not SocialToken.objects.exists()
    assert [entry.subject for entry in entries("account.entered")] == [one.reference]
    client_of_nobody.post("/sign-out/")
    assert client_of_nobody.get("/me/").status_code == 302
    # The next time it is the hash that tells who it is, whatever they are called by then.
    provider.claims = {"preferred_username": "renamed"}
    assert client_of_nobody.get(gone(client_of_nobody, provider))["Location"] == "/"
    assert client_of_nobody.get("/me/").context["user"] == one


def test_who_is_unknown_here_gets_neither_account_nor_role(client_of_nobody: Client, provider: Provider) -> None:
    answer = client_of_nobody.get(gone(client_of_nobody, provider))
    assert answer.status_code == 403
    assert not Account.objects.exists()
    assert not SocialAccount.objects.exists()
    assert [entry.reason for entry in entries("account.rejected")] == ["unknown-identifier"]


def test_a_disabled_account_stays_closed(
    account: Callable[..., Account], client_of_nobody: Client, provider: Provider
) -> None:
    account(Role.ANALYST, identifier="ana-7")
    client_of_nobody.get(gone(client_of_nobody, provider))
    client_of_nobody.post("/sign-out/")
    Account.objects.update(is_active=False)
    assert client_of_nobody.get(gone(client_of_nobody, provider))["Location"] == "/sign-in/closed/"
    assert client_of_nobody.get("/me/").status_code == 302


@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": "another"},
        {"aud": "somebody-else"},
        {"aud": [CLIENT, "other"]},
        {"azp": "other"},
        {"iss": "https://elsewhere.example"},
        {"exp": int(time.time()) - 3600},
        {"nonce": None},
    ],
    ids=["nonce", "audience", "several-audiences", "party", "issuer", "expired", "no-nonce"],
)
def test_a_word_that_is_not_for_us_now_is_not_taken(
    claims: dict[str, Any], account: Callable[..., Account], client_of_nobody: Client, provider: Provider
) -> None:
    account(Role.ANALYST, identifier="ana-7")
    back = gone(client_of_nobody, provider)
    provider.claims = claims
    answer = client_of_nobody.get(back)
    assert answer.status_code == 401
    assert client_of_nobody.get("/me/").status_code == 302
    assert [entry.reason for entry in entries("account.rejected")] == ["provider-not-taken"]


def test_a_strangers_signature_is_not_taken(
    account: Callable[..., Account], client_of_nobody: Client, provider: Provider
) -> None:
    account(Role.ANALYST, identifier="ana-7")
    provider.signs_with = provider.stranger
    assert client_of_nobody.get(gone(client_of_nobody, provider)).status_code == 401


def test_an_answer_that_no_session_asked_for_is_not_taken(
    account: Callable[..., Account], client_of_nobody: Client, provider: Provider
) -> None:
    account(Role.ANALYST, identifier="ana-7")
    back = gone(client_of_nobody, provider)
    assert Client().get(back).status_code in (401, 403)
    assert client_of_nobody.get(back)["Location"] == "/"
    client_of_nobody.post("/sign-out/")
    assert client_of_nobody.get(back).status_code in (401, 403)


def test_the_address_of_the_button_adds_nothing_to_the_question(
    account: Callable[..., Account], browser: Callable[..., Client], provider: Provider
) -> None:
    """Nor does it tie a stranger's word to the account that is signed in."""
    account(Role.ANALYST, identifier="ana-7")
    other = browser(Role.ADMINISTRATOR)
    address = "/sign-in/ministry/?process=connect&scope=all&auth_params=nonce%3Dmine%26prompt%3Dnone"
    back = gone(other, provider, address)
    assert "all" not in provider.asked["scope"].split()
    assert provider.asked["nonce"] != "mine"
    assert "prompt" not in provider.asked
    other.get(back)
    assert SocialAccount.objects.get().user.identifier == "ana-7"


@pytest.mark.parametrize(
    ("wanted", "claims", "taken"),
    [
        ({"acr": ("urn:mfa",)}, {}, False),
        ({"acr": ("urn:mfa",)}, {"acr": "urn:password"}, False),
        ({"acr": ("urn:mfa",)}, {"acr": "urn:mfa"}, True),
        ({"amr": ("mfa", "hwk")}, {"amr": ["pwd"]}, False),
        ({"amr": ("mfa", "hwk")}, {"amr": "mfa"}, False),
        ({"amr": ("mfa", "hwk")}, {"amr": ["pwd", "hwk"]}, True),
    ],
)
def test_the_second_factor_that_is_expected_has_to_be_stated(
    wanted: dict[str, Any],
    claims: dict[str, Any],
    taken: bool,
    account: Callable[..., Account],
    client_of_nobody: Client,
    provider: Provider,
) -> None:
    account(Role.ANALYST, identifier="ana-7")
    provider.claims = claims
    with override_settings(SOCIALACCOUNT_PROVIDERS=provider.settings(**wanted), SECOND_FACTOR_NEEDED=True):
        back = gone(client_of_nobody, provider)
        assert provider.asked.get("acr_values") == (" ".join(wanted["acr"]) if "acr" in wanted else None)
        answer = client_of_nobody.get(back)
        assert answer.status_code == (302 if taken else 401)
        # Vouched for by the provider, nobody is sent to set up a second factor here.
        assert client_of_nobody.get("/law/").status_code == (200 if taken else 302)


def test_where_nothing_is_expected_of_the_provider_the_second_factor_is_ours(
    account: Callable[..., Account], client_of_nobody: Client, provider: Provider
) -> None:
    account(Role.ANALYST, identifier="ana-7")
    with override_settings(SECOND_FACTOR_NEEDED=True):
        client_of_nobody.get(gone(client_of_nobody, provider))
        assert client_of_nobody.get("/law/")["Location"] == "/me/second/"


def test_what_the_word_lacks_is_asked_for_of_the_same_person(
    account: Callable[..., Account], client_of_nobody: Client, provider: Provider
) -> None:
    account(Role.ANALYST, identifier="ana-7")
    with override_settings(SOCIALACCOUNT_PROVIDERS=provider.settings(identifier="staff")):
        assert client_of_nobody.get(gone(client_of_nobody, provider)).status_code == 403
        provider.claims = {"sub": "s-2"}
        assert client_of_nobody.get(gone(client_of_nobody, provider)).status_code == 401


def test_a_provider_that_does_not_answer_is_no_fault_of_ours(client_of_nobody: Client, provider: Provider) -> None:
    gone_away = provider.settings()
    gone_away["openid_connect"]["APPS"][0]["settings"]["server_url"] = "http://127.0.0.1:1"
    with override_settings(SOCIALACCOUNT_PROVIDERS=gone_away):
        assert client_of_nobody.post("/sign-in/ministry/").status_code == 401


def test_who_breaks_it_off_is_told_so(client_of_nobody: Client, provider: Provider) -> None:
    back = gone(client_of_nobody, provider).partition("?")[0]
    answer = client_of_nobody.get(f"{back}?error=access_denied&state={provider.asked['state']}")
    assert answer["Location"] == "/sign-in/provider/cancelled/"
    assert "broken off" in client_of_nobody.get(answer["Location"]).content.decode()


def test_a_provider_that_is_not_in_the_file_is_no_page(client_of_nobody: Client, provider: Provider) -> None:
    del provider
    assert client_of_nobody.post("/sign-in/other/").status_code == 404
    assert settings.SOCIALACCOUNT_STORE_TOKENS is False
