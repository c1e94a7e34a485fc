"""The search needs a reference, is recorded, says why and how many are withheld."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.search import looking
from signed_in import entries

pytestmark = pytest.mark.usefixtures("stored_day")


def analyst(browser: Callable[..., Client], reference: str = "CASE-1") -> Client:
    """Somebody who may search, where a reference is stated."""
    return browser(Role.ANALYST, purpose="screening", reference=reference)


def test_a_name_in_another_spelling_is_found_with_its_reasons(browser: Callable[..., Client]) -> None:
    page = analyst(browser).post("/search/", {"by": "name", "said": "Youssef Karim"}).content.decode()
    assert "YUSUF KARIM" in page.upper()
    assert "1 traveller found" in page
    assert "Why this one" in page
    assert "clearly for" in page or "strongly for" in page or "weakly for" in page
    assert entries("traveller.searched")


def test_what_is_withheld_is_counted(browser: Callable[..., Client], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "SHOWN_MAX", 1)
    page = analyst(browser).post("/search/", {"by": "flight", "said": "zz 123", "date": "2021-05-13"}).content.decode()
    assert "At least 1 more is withheld" in page


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"by": "name", "said": "x"}, "at least 2 letters"),
        ({"by": "document", "said": "<script>"}, "this is no document"),
        ({"by": "locator", "said": "ABC123", "date": "1976"}, "goes with a name or a flight"),
        ({"by": "name", "said": "Karim", "date": "yesterday"}, "This is no date"),
        ({"by": "elsewhere", "said": "Karim"}, "Select a valid choice"),
    ],
)
def test_a_question_that_cannot_be_asked_comes_back(browser: Callable[..., Client], sent: dict, told: str) -> None:
    answer = analyst(browser).post("/search/", sent)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert told in page
    assert sent["said"].replace("<", "&lt;").replace(">", "&gt;") in page
    assert not entries("traveller.searched")


def test_without_a_reference_nobody_searches(browser: Callable[..., Client]) -> None:
    refused = analyst(browser, reference="").post("/search/", {"by": "name", "said": "Youssef Karim"})
    assert refused.status_code == 403
    assert entries("act.refused")
