"""A hold on the pages: one asks, the officer places it, either ends it with a reason; nothing typed is lost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from accessible import violations
from gatehouse.cooperation.cases.models import Case
from gatehouse.retention.models import HeldTraveller, Hold, HoldRequest
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.travellers.models import Traveller
from gatehouse.web.accounts.models import RoleHeld
from kept_people import flight
from signed_in import entries

pytestmark = pytest.mark.usefixtures("database")
TODAY = dt.datetime.now(dt.UTC).date()
SAID = {"case": "17", "travellers": "5, 6\n7", "until": TODAY.isoformat(), "why": "the court asked"}


@pytest.fixture(autouse=True)
def _travellers(database: Path) -> None:
    """Whom the holds name."""
    del database
    leg = flight(TODAY.isoformat())
    for number in (5, 6, 7):
        Traveller.objects.create(pk=number, leg=leg, state="expected", role="passenger", surname="EXAMPLE")


@pytest.fixture
def analyst(browser: Callable[..., Client]) -> Client:
    """Whoever asks."""
    return browser(Role.SENIOR_ANALYST, reference="ORDER-5")


@pytest.fixture
def officer(browser: Callable[..., Client]) -> Client:
    """Whoever places it."""
    return browser(Role.DATA_PROTECTION_OFFICER, reference="LOOK-1")


def _decided(client: Client, number: int, **said: str) -> Any:
    return client.post(f"/holds/requests/{number}/decide/", {"decision": "approve", "reason": "seen"} | said)


def test_one_asks_another_places_and_one_ends_it(analyst: Client, officer: Client) -> None:
    assert analyst.post("/holds/new/", SAID).url == "/holds/"
    number = HoldRequest.objects.get().pk
    assert "the court asked" in officer.get("/holds/").content.decode()
    assert _decided(officer, number).url == "/holds/"
    hold = Hold.objects.get()
    assert sorted(HeldTraveller.objects.values_list("traveller", flat=True)) == [5, 6, 7]
    assert (hold.case, hold.reason) == ("case:17", "ORDER-5")
    assert len(entries("hold.placed")) == 1
    page = analyst.post(f"/holds/{hold.pk}/release/", {"reason": ""})
    assert page.status_code == 400
    assert analyst.post(f"/holds/{hold.pk}/release/", {"reason": "the case is closed"}).url == "/holds/"
    hold.refresh_from_db()
    assert hold.ended_at
    assert hold.ended_why == "the case is closed"
    shown = officer.get("/holds/").content.decode()
    assert "the case is closed" in shown
    assert "standing-band" not in shown, "the law's band is above the page when the law lapses, not when holds stand"
    assert len(entries("hold.ended")) == 1


def test_who_asked_cannot_place_it(analyst: Client) -> None:
    analyst.post("/holds/new/", SAID)
    number = HoldRequest.objects.get().pk
    page = _decided(analyst, number)
    assert page.status_code == 400
    assert not Hold.objects.exists()
    assert _decided(analyst, number, decision="refuse", reason="a mistake").url == "/holds/"
    assert HoldRequest.objects.get().state == HoldRequest.State.WITHDRAWN


def test_another_analyst_cannot_place_it(analyst: Client, browser: Callable[..., Client]) -> None:
    analyst.post("/holds/new/", SAID)
    other = browser(Role.SENIOR_ANALYST, reference="ORDER-6")
    assert f"Decide request {HoldRequest.objects.get().pk}" not in other.get("/holds/").content.decode()
    assert _decided(other, HoldRequest.objects.get().pk).status_code == 403
    assert not Hold.objects.exists()


def test_whoever_works_here_no_more_has_asked_for_nothing(analyst: Client, officer: Client) -> None:
    analyst.post("/holds/new/", SAID)
    RoleHeld.objects.filter(role=Role.SENIOR_ANALYST).update(until=dt.datetime.now(dt.UTC))
    page = _decided(officer, HoldRequest.objects.get().pk, reason="what I typed")
    assert page.status_code == 400
    assert "what I typed" in page.content.decode()
    assert not Hold.objects.exists()


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("travellers", "five", "Not each of these is the number"),
        ("travellers", "9" * 40, "Not each of these is the number"),
        ("travellers", "-5", "Not each of these is the number"),
        ("travellers", "5 6 8 9", "under: 8, 9"),
        ("until", "2001-01-01", "ends within"),
        ("until", "soon", "valid date"),
        ("case", "0", "greater than or equal"),
        ("why", " ", "required"),
    ],
)
def test_a_refused_form_says_why_and_loses_nothing(analyst: Client, name: str, value: str, says: str) -> None:
    page = analyst.post("/holds/new/", SAID | {name: value})
    assert page.status_code == 400
    shown = page.content.decode()
    assert says in shown
    assert name == "why" or "the court asked" in shown
    assert not HoldRequest.objects.exists()


def test_without_a_reference_the_page_says_what_is_missing(browser: Callable[..., Client]) -> None:
    assert browser(Role.DATA_PROTECTION_OFFICER).get("/holds/").status_code == 403
    assert browser(Role.ANALYST, reference="R-1").get("/holds/").status_code == 403
    assert browser(Role.DATA_PROTECTION_OFFICER, reference="R-1").get("/holds/new/").status_code == 403


def test_what_is_decided_already_is_said_to_be(officer: Client, analyst: Client) -> None:
    assert officer.post("/holds/requests/77/decide/", {}).url == "/holds/"
    page = analyst.post("/holds/77/release/", {"reason": "x"})
    assert page.status_code == 400
    analyst.post("/holds/new/", SAID)
    page = _decided(officer, HoldRequest.objects.get().pk, decision="")
    assert page.status_code == 400
    assert "seen" in page.content.decode()


def test_the_pages_are_accessible(tab: Callable[..., Any], analyst: Client) -> None:
    for travellers in ("5", "6"):
        analyst.post("/holds/new/", SAID | {"travellers": travellers})
    page = tab(Role.DATA_PROTECTION_OFFICER)
    page.goto("/holds/")
    page.fill(".way input[name=reference] >> nth=0", "LOOK-1")
    page.click(".way button >> nth=0")
    page.wait_for_url("**/holds/")
    assert violations(page) == []
    page.check("input[value=approve] >> nth=0")
    page.fill("textarea >> nth=0", "seen")
    page.click("main form .acts button >> nth=0")
    page.wait_for_selector("text=Holds that stand")
    assert page.locator("text=End hold").count() == 1
    assert violations(page) == []


def test_the_case_of_a_hold_is_looked_up_in_the_register_of_cases(analyst: Client, officer: Client) -> None:
    now = dt.datetime.now(dt.UTC)
    Case.objects.create(pk=17, kind="border", opened_at=now)
    Case.objects.create(pk=18, kind="border", opened_at=now, closed_at=now, outcome="no-ground")
    for number in ("17", "18", "19"):
        told = analyst.post("/holds/new/", SAID | {"case": number}, follow=True).content.decode()
        assert ("The register of cases has no case 19" in told) is (number == "19")
    mine, seen = (client.get("/holds/").content.decode() for client in (analyst, officer))
    for says in ("open in the register", "closed in the register", "not in the register"):
        assert mine.count(says) == seen.count(says) == 1, says
    assert 'href="/cases/#case-17"' in mine
    assert "/cases/#case" not in seen  # the officer comes to no case
    assert 'id="case-17"' in analyst.get("/cases/").content.decode()
