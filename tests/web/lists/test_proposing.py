"""Pages on which an entry of a list that is kept here is proposed, changed, compared and taken off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.watchlists.models import EntryVersion, Proposal, WatchList

pytestmark = pytest.mark.usefixtures("database")
LISTED = {
    "list": "NAT",
    "entry_id": "N-7",
    "names": "NIMBUS, Zoran",
    "also_known_as": "weak: Zoki",
    "birth_dates": "1976-05\r\ncirca 1974 to 1976",
    "sex": "M",
    "nationalities": "MKD",
    "documents": "AB123|passport|MK",
    "handling": "any",
    "legal_basis": "Act 7, s. 2",
    "criterion": "travel for training",
    "evidence_ref": "case 14/26",
    "reason": "two witnesses",
    "review_on": (timezone.now().date() + dt.timedelta(days=90)).isoformat(),
}


def test_an_entry_is_proposed_changed_and_taken_off_on_pages(browser: Callable[..., Client]) -> None:
    manager = browser(Role.LIST_MANAGER, purpose="screening", reference="M-1")
    senior = browser(Role.SENIOR_ANALYST, purpose="screening", reference="M-1")
    assert "/lists/propose/" in manager.get("/lists/").content.decode()
    assert "/lists/propose/" not in senior.get("/lists/").content.decode()
    assert manager.post("/lists/propose/", LISTED).status_code == 302
    number = Proposal.objects.get().id
    own = manager.get(f"/lists/proposals/{number}/").content.decode()
    assert "Withdraw" in own
    assert 'value="approve"' not in own
    senior.post(f"/lists/proposals/{number}/decide/", {"decision": "approve", "reason": "seen"})
    assert "Everybody who is stored has been screened" in senior.get(f"/lists/proposals/{number}/").content.decode()
    entry = EntryVersion.objects.get()
    page = manager.get(f"/lists/NAT/entries/{entry.id}/").content.decode()
    assert all(said in page for said in ("Propose a change", "about 1974 to 1976", "North Macedonia (MKD)", "(weak)"))
    form = manager.get(f"/lists/NAT/entries/{entry.id}/change/").context["form"]
    sent = {name: form[name].value() or "" for name in form.fields}
    sent |= {"names": "Zoran Nimbus-Cloud", "reason": "a document"}
    sent |= {name: LISTED[name] for name in ("criterion", "evidence_ref", "review_on")}
    assert manager.post(f"/lists/NAT/entries/{entry.id}/change/", sent).status_code == 302
    changing = senior.get(f"/lists/proposals/{number + 1}/").content.decode()
    assert "<del><bdi>Zoran NIMBUS (primary)</bdi></del>" in changing
    assert "<ins><bdi>Zoran Nimbus-Cloud (primary)</bdi></ins>" in changing
    senior.post(f"/lists/proposals/{number + 1}/decide/", {"decision": "approve", "reason": "seen"})
    newest = EntryVersion.objects.get(last_version=None)
    assert newest.payload["birth_dates"] == entry.payload["birth_dates"]
    stale = manager.post(f"/lists/NAT/entries/{entry.id}/change/", sent | {"remarks": "kept words"})
    assert (stale.status_code, "kept words" in stale.content.decode()) == (400, True)
    assert f"/lists/NAT/entries/{newest.id}/change/" in stale.content.decode()
    off = f"/lists/NAT/entries/{newest.id}/take-off/"
    assert manager.post(off, {"kind": "suspend", "reason": ""}).status_code == 400
    review = (timezone.now().date() + dt.timedelta(days=20)).isoformat()
    wrong = manager.post(off, {"kind": "suspend", "reason": "a court asks", "review_on": "2020-01-01"})
    assert (wrong.status_code, "a court asks" in wrong.content.decode()) == (400, True)
    assert manager.post(off, {"kind": "suspend", "reason": "a court asks", "review_on": review}).status_code == 302
    assert not EntryVersion.objects.filter(last_version=None).exists()
    assert "List again" in manager.get(f"/lists/NAT/entries/{newest.id}/").content.decode()
    assert manager.post(f"/lists/NAT/entries/{newest.id}/change/", sent).status_code == 302
    assert Proposal.objects.order_by("id").last().kind == "reinstate"


def test_nothing_typed_is_lost_where_a_listing_is_refused(browser: Callable[..., Client]) -> None:
    manager = browser(Role.LIST_MANAGER, purpose="screening", reference="M-1")
    wrong = {"birth_dates": "yesterday", "nationalities": "Narnia", "review_on": "2020-01-01", "list": "nat"}
    wrong |= {"remarks": "R"}
    answer = manager.post("/lists/propose/", LISTED | wrong)
    form = answer.context["form"]
    assert answer.status_code == 400
    assert set(form.errors) == {"birth_dates", "nationalities", "review_on", "list"}
    assert {name: form[name].value() for name in (*LISTED, "remarks")} == LISTED | wrong
    assert "“yesterday” is no date" in answer.content.decode()
    manager.cookies["django_language"] = "fr"
    assert "n’est pas une date" in manager.post("/lists/propose/", LISTED | wrong).content.decode()
    assert manager.post("/lists/propose/", LISTED).status_code == 302
    twice = manager.post("/lists/propose/", LISTED)
    assert (twice.status_code, Proposal.objects.count()) == (400, 1)


def test_a_child_is_not_approved_without_a_decision_and_the_page_says_so(browser: Callable[..., Client]) -> None:
    manager = browser(Role.LIST_MANAGER, purpose="screening", reference="M-1")
    manager.post("/lists/propose/", LISTED | {"birth_dates": "2015"})
    senior = browser(Role.SENIOR_ANALYST, purpose="screening", reference="M-1")
    page = senior.get(f"/lists/proposals/{Proposal.objects.get().id}/").content.decode()
    assert "You cannot approve it" in page
    assert 'value="approve"' not in page
    analyst = browser(Role.ANALYST, purpose="screening", reference="M-1")
    assert "/decide/" not in analyst.get(f"/lists/proposals/{Proposal.objects.get().id}/").content.decode()


def test_two_versions_are_compared_and_a_list_of_files_offers_no_change(browser: Callable[..., Client]) -> None:
    manager = browser(Role.LIST_MANAGER, purpose="screening", reference="M-1")
    manager.post("/lists/propose/", LISTED)
    senior = browser(Role.SENIOR_ANALYST, purpose="screening", reference="M-1")
    sent = {"decision": "approve", "reason": "seen"}
    senior.post(f"/lists/proposals/{Proposal.objects.get().id}/decide/", sent)
    assert manager.get("/lists/NAT/compare/?before=1&after=0")["Location"] == "/lists/NAT/1/0/"
    assert "<del><bdi>Zoran NIMBUS" in manager.get("/lists/NAT/1/0/").content.decode()
    assert manager.get("/lists/NAT/compare/?before=x")["Location"] == "/lists/NAT/"
    WatchList.objects.update(kept_here=False)
    entry = EntryVersion.objects.get().id
    assert "take-off" not in manager.get(f"/lists/NAT/entries/{entry}/").content.decode()
    assert manager.get(f"/lists/NAT/entries/{entry}/take-off/").status_code == 404
