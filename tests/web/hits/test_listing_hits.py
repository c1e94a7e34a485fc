"""The queue page: rows, filters in the address, views, and work given to somebody."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.review.models import Review, SavedView
from reviewing import look

Browser = Callable[..., Client]


def test_it_shows_what_waits_and_why(browser: Browser, hit: int) -> None:
    page = browser(Role.ANALYST, purpose="screening").get("/hits/").content.decode()
    for told in ("ANN ROE", "1 Jan 1980", "TEST E1", "Name: the same", f"/hits/{hit}/", "1 hit waits"):
        assert told in page
    assert len(page) < 150_000


def test_filters_are_in_the_address_and_htmx_gets_the_table_alone(browser: Browser, hit: int) -> None:
    del hit
    analyst = browser(Role.ANALYST, purpose="screening")
    assert "ANN ROE" not in analyst.get("/hits/?list=OTHER").content.decode()
    assert "ANN ROE" in analyst.get("/hits/?list=TEST&state=open&order=strength&hours=").content.decode()
    part = analyst.get("/hits/", headers={"HX-Request": "true"}).content.decode()
    assert "ANN ROE" in part
    assert "<html" not in part


def test_a_senior_analyst_gives_marked_hits_and_an_analyst_does_not(browser: Browser, hit: int) -> None:
    seen = look()
    marked = {"hit": f"{hit}-{seen.acts}-{seen.version}", "to": "12"}
    assert browser(Role.ANALYST, purpose="screening").post("/hits/assign/", marked).status_code == 403
    senior = browser(Role.SENIOR_ANALYST, purpose="screening")
    assert "1 hit given" in senior.post("/hits/assign/", marked, follow=True).content.decode()
    assert Review.objects.get().assignee == "account:12"
    again = senior.post("/hits/assign/", marked, follow=True).content.decode()
    assert "nothing of yours was stored" in again
    for damaged in ({"hit": "x", "to": "12"}, {"hit": "1-0-1", "to": "me"}):
        assert "Nothing was given" in senior.post("/hits/assign/", damaged, follow=True).content.decode()


def test_a_view_is_kept_and_forgotten(browser: Browser, hit: int) -> None:
    del hit
    analyst = browser(Role.ANALYST, purpose="screening")
    page = analyst.post("/hits/views/", {"name": "strong", "view": "order=strength"}, follow=True).content.decode()
    assert "?order=strength" in page
    assert "strong" in page
    analyst.post("/hits/views/", {"name": "", "view": "", "forget": "strong"})
    assert not SavedView.objects.exists()
