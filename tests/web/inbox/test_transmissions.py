"""The operators' inbox: what became of files, and nothing of what they say."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.intake.models import Transmission


@pytest.fixture
def operator(browser: Callable[..., Client]) -> Client:
    """An operator, with a file that was read and one that could not be."""
    for number, (state, error) in enumerate((("screened", ""), ("quarantined", "segment 3: no such tag"))):
        Transmission.objects.create(
            sha256=str(number) * 64, name="KARIM YUSUF.edi", channel="folder", size=1200, state=state, error=error
        )
    return browser(Role.OPERATOR, purpose="upkeep")


def test_it_shows_where_a_file_failed_and_no_name(operator: Client) -> None:
    page = operator.get("/inbox/").content.decode()
    assert "segment 3: no such tag" in page
    assert "1,200" in page
    assert "KARIM" not in page


def test_it_is_narrowed_by_the_address(operator: Client) -> None:
    def shown(query: str) -> list[str]:
        return [row["state"] for row in operator.get(f"/inbox/{query}").context["slice"].rows]

    assert shown("") == ["quarantined", "screened"]
    assert shown("?state=screened") == ["screened"]
    assert shown("?state=nonsense") == []
    assert shown("?day=1999-01-01") == []


def test_analysts_have_other_pages(browser: Callable[..., Client], operator: Client) -> None:
    del operator
    assert browser(Role.ANALYST).get("/inbox/").status_code == 403
