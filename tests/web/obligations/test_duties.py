"""The list of obligations is narrowed by its address."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from gatehouse.assessment.obligations.catalogue import catalogue
from gatehouse.safeguards.vocabulary import Role


def test_it_is_narrowed_by_the_address(browser: Callable[..., Client]) -> None:
    client = browser(Role.ASSESSOR)

    def shown(query: str) -> set[str]:
        return {row.thread.code for row in client.get(f"/obligations/{query}").context["rows"]}

    every = {one.code for one in catalogue().obligations}
    assert shown("") == every
    assert shown("?q=2396-11A") == {"2396-11a"}
    binding = shown("?force=binding&version=2396-draft")
    assert binding
    assert all(catalogue().obligation(code).force == "binding" for code in binding)
    assert shown("?version=nonsense") == set()
    assert shown("?state=not-yet") < every
    who = catalogue().obligations[3].addressees[0]
    assert "2396-PP14" in shown(f"?who={who}") or shown(f"?who={who}")
