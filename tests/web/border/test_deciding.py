"""The unit sees the checks that wait; one person clears, two find that it is the listed person."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.enquiries.models import BorderCheck, BorderCheckContent

pytestmark = pytest.mark.usefixtures("stored_day")


@pytest.fixture
def reference(browser: Callable[..., Client]) -> str:
    """A check that waits."""
    browser(Role.BORDER_OFFICER, purpose="screening").post("/border/", {"name": "Youssef Karim", "birth_date": "1976"})
    return str(BorderCheck.objects.get().reference)


def unit(browser: Callable[..., Client], role: Role = Role.ANALYST) -> Client:
    """Somebody of the unit."""
    return browser(role, purpose="screening", reference="CASE-1")


def test_one_person_finds_that_it_is_somebody_else(browser: Callable[..., Client], reference: str) -> None:
    analyst = unit(browser)
    assert reference in analyst.get("/waiting/").content.decode()
    page = analyst.get("/waiting/find/", {"reference": reference[2:].lower()}, follow=True).content.decode()
    assert "Yousef al-Karim" in page
    assert "Birth date" in page
    wrong = analyst.post(f"/waiting/{reference}/decide/", {"found": "other", "outcome": ""})
    assert wrong.status_code == 400
    sent = {"found": "other", "outcome": "the fingerprints differ"}
    assert analyst.post(f"/waiting/{reference}/decide/", sent).status_code == 302
    assert "Nobody waits" in analyst.get("/waiting/").content.decode()
    again = analyst.post(f"/waiting/{reference}/decide/", {"found": "other", "outcome": "kept words"})
    assert again.status_code == 400
    assert BorderCheckContent.objects.get().outcome == "the fingerprints differ"


def test_that_it_is_the_listed_person_takes_two(browser: Callable[..., Client], reference: str) -> None:
    analyst, senior = unit(browser), unit(browser, Role.SENIOR_ANALYST)
    analyst.post(f"/waiting/{reference}/decide/", {"found": "same", "outcome": "he says so"})
    assert BorderCheck.objects.get().decided_at is None
    assert "waits for a second person" in analyst.get(f"/waiting/{reference}/").content.decode()
    assert analyst.post(f"/waiting/{reference}/second/", {"agrees": "yes"}).status_code == 403
    assert senior.post(f"/waiting/{reference}/second/", {"agrees": "no"}).status_code == 400
    assert senior.post(f"/waiting/{reference}/second/", {"agrees": "yes"}).status_code == 302
    assert BorderCheck.objects.get().decided_at is not None


def test_a_reference_that_nobody_gave(browser: Callable[..., Client]) -> None:
    analyst = unit(browser)
    assert analyst.get("/waiting/B-XXXXXX/").status_code == 404
    assert "read it again" in analyst.get("/waiting/find/", {"reference": "x"}, follow=True).content.decode()
    assert browser(Role.BORDER_OFFICER, purpose="screening").get("/waiting/").status_code == 403
