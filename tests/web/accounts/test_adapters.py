"""How allauth behaves here."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from allauth.core.exceptions import ImmediateHttpResponse
from django.test import Client
from django.urls import NoReverseMatch, reverse

from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.adapters import AccountAdapter, ProviderAdapter, SecondFactorAdapter
from gatehouse.web.accounts.models import Account


def test_nobody_signs_up(client_of_nobody: Client) -> None:
    assert not AccountAdapter().is_open_for_signup(None)
    assert not ProviderAdapter().is_open_for_signup(None, None)
    for name in ("account_signup", "account_reset_password", "account_email", "socialaccount_signup"):
        with pytest.raises(NoReverseMatch):
            reverse(name)
    assert client_of_nobody.get("/sign-up/").status_code == 404


def test_secrets_of_second_factors_are_sealed() -> None:
    adapter = SecondFactorAdapter()
    sealed = adapter.encrypt("JBSWY3DP")
    assert "JBSWY3DP" not in sealed
    assert adapter.decrypt(sealed) == "JBSWY3DP"


class _SocialLogin:
    """What allauth hands over when a provider has vouched for somebody."""

    def __init__(self, stated: str, *, is_existing: bool = False) -> None:
        self.is_existing = is_existing
        self.account = SimpleNamespace(extra_data={"identifier": stated})
        self.connected: list[Account] = []

    def connect(self, request: object, account: Account) -> None:
        del request
        self.connected.append(account)


def test_a_provider_vouches_for_accounts_that_exist(account: Callable[..., Account], client_of_nobody: Client) -> None:
    one, request = account(Role.ANALYST, identifier="ana-7"), client_of_nobody.get("/sign-in/").wsgi_request
    known, unknown = _SocialLogin("ANA-7"), _SocialLogin("somebody")
    ProviderAdapter().pre_social_login(request, known)
    assert known.connected == [one]
    for stated in ("somebody", ""):
        with pytest.raises(ImmediateHttpResponse) as refused:
            ProviderAdapter().pre_social_login(request, _SocialLogin(stated))
        assert refused.value.response.status_code == 403
    assert unknown.connected == []
    Account.objects.update(is_active=False)
    with pytest.raises(ImmediateHttpResponse):
        ProviderAdapter().pre_social_login(request, _SocialLogin("ana-7"))
