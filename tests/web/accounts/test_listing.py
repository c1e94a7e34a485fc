"""The list of accounts."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import Account


def test_it_is_narrowed_by_the_address(browser: Callable[..., Client], account: Callable[..., Account]) -> None:
    client = browser(Role.ADMINISTRATOR, purpose="upkeep")
    account(Role.ANALYST, identifier="ana-1")
    Account.objects.filter(pk=account(identifier="ope-1").pk).update(is_active=False)

    def shown(query: str) -> set[str]:
        return {row.identifier for row in client.get(f"/accounts/{query}").context["slice"].rows}

    assert shown("?role=analyst") == {"ana-1"}
    assert shown("?state=disabled") == {"ope-1"}
    assert shown("?q=ANA") == {"ana-1"}
    assert shown("?state=locked") == set()
    assert shown("?role=nonsense") == set()
    assert len(shown("")) == 3
