"""The page at the border: one answer in words, and nothing of why."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.enquiries.answer import Fault
from gatehouse.screening.enquiries.models import BorderCheck
from gatehouse.web.border.checking import FAULTS
from stored_day import zone

pytestmark = pytest.mark.usefixtures("stored_day")


@pytest.fixture
def officer(browser: Callable[..., Client]) -> Client:
    """A border officer's browser."""
    return browser(Role.BORDER_OFFICER, purpose="screening")


def test_whom_nobody_looks_for_is_not_known(officer: Client) -> None:
    page = officer.post("/border/", {"zone": zone("OSEI<<AMA", "900101")}).content.decode()
    assert 'class="answer answer-nothing-known"' in page
    assert "Nothing known" in page
    assert "OSEI&lt;&lt;AMA" in page, "the officer sees whose answer it is"


def test_who_may_be_listed_waits_under_a_reference_and_nothing_says_why(officer: Client) -> None:
    page = officer.post("/border/", {"name": "Youssef Al Karim", "birth_date": "1976-05-17"}).content.decode()
    reference = BorderCheck.objects.get().reference
    assert "Wait: contact the unit" in page
    assert reference in page
    assert "unit@example.org" in page
    told = page[page.index("<section") : page.index("</section>")]
    assert not any(secret in told for secret in ("DEMO", "D-1", "Yousef al-Karim", "score", "list"))


def test_a_document_problem_is_told_in_words(officer: Client) -> None:
    page = officer.post("/border/", {"zone": zone("OSEI<<AMA", "900101", "200101")}).content.decode()
    assert "Document problem" in page
    assert "The document has expired." in page
    assert set(FAULTS) == set(Fault)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"zone": "P<TUN<script>"}, "This is no machine-readable zone"),
        ({"zone": "X" * 500}, "400"),
        ({"name": "K", "birth_date": "17.5.1976"}, "This is no date"),
        ({"name": "K"}, "at least two letters"),
        ({"name": "Karim", "zone": "P<TUN"}, "empty one of the two"),
        ({}, "Scan the zone"),
    ],
)
def test_what_cannot_be_asked_comes_back_as_it_was_typed(officer: Client, typed: dict, told: str) -> None:
    answer = officer.post("/border/", typed)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert told in page
    assert all(value.replace("<", "&lt;").replace(">", "&gt;") in page for value in typed.values())
    assert not BorderCheck.objects.exists()


def test_nobody_else_asks_here(browser: Callable[..., Client]) -> None:
    assert (
        browser(Role.ANALYST, purpose="screening", reference="R").post("/border/", {"name": "Karim"}).status_code == 403
    )
