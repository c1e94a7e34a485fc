"""Lists on pages: versions, differences, entries with their grounds, and a proposal decided by another person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from gatehouse.records import Visit
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.watchlists import proposals
from gatehouse.screening.watchlists.listing import Ground, Kind, Listing
from gatehouse.screening.watchlists.models import EntryVersion, Proposal
from gatehouse.terms.entry import ListedName, ListEntry

pytestmark = pytest.mark.usefixtures("database")
VISIT = Visit(Actor("account:900", Role.LIST_MANAGER), "screening", reference="M-1")


def proposed(kind: Kind = Kind.ADD, name: str = "Zoran Nimbus") -> int:
    """A proposal that waits."""
    review = timezone.now().date() + dt.timedelta(days=90)
    ground = Ground("Act 7, s. 2", "travel for training", "case 14/26", "two witnesses", review)
    return proposals.propose(VISIT, Listing(kind, ListEntry("NAT", "N-1", (ListedName(name),)), ground))


def test_another_person_approves_and_the_list_shows_what_changed(browser: Callable[..., Client]) -> None:
    number = proposed()
    senior = browser(Role.SENIOR_ANALYST, purpose="screening", reference="M-2")
    assert "Zoran Nimbus" in senior.get("/lists/proposals/").content.decode()
    lacking = senior.post(f"/lists/proposals/{number}/decide/", {"decision": "approve", "reason": ""})
    assert lacking.status_code == 400
    sent = {"decision": "approve", "reason": "evidence seen"}
    assert senior.post(f"/lists/proposals/{number}/decide/", sent).status_code == 302
    again = senior.post(f"/lists/proposals/{number}/decide/", sent | {"reason": "kept <words>"})
    assert (again.status_code, Proposal.objects.get().state) == (400, "approved")
    assert "NAT" in senior.get("/lists/").content.decode()
    assert "Zoran Nimbus" in senior.get("/lists/NAT/0/1/").content.decode()
    entry = EntryVersion.objects.get()
    page = senior.get(f"/lists/NAT/entries/{entry.id}/").content.decode()
    assert all(said in page for said in ("Zoran Nimbus", "two witnesses", "evidence seen", "in force"))
    proposals.approve(
        Visit(Actor("account:901", Role.SENIOR_ANALYST), "screening", reference="M-2"),
        proposed(Kind.AMEND, "Zoran Cloud"),
        "seen",
    )
    changed = senior.get("/lists/NAT/1/2/").content.decode()
    assert "Zoran Nimbus (primary)" in changed
    assert "Zoran Cloud (primary)" in changed
    assert "what version 2 changed" in senior.get("/lists/NAT/").content.decode()
    assert "Zoran Cloud" in senior.get("/lists/NAT/entries/?q=cloud").content.decode()
    assert "No entry is as you asked" in senior.get("/lists/NAT/entries/?which=expired").content.decode()


def test_who_has_no_part_in_lists_sees_none(browser: Callable[..., Client]) -> None:
    number = proposed()
    assert browser(Role.BORDER_OFFICER, purpose="screening").get("/lists/").status_code == 403
    without = browser(Role.LIST_MANAGER, purpose="screening")
    assert without.get(f"/lists/proposals/{number}/").status_code == 403
    manager = browser(Role.LIST_MANAGER, purpose="screening", reference="M-1")
    assert manager.get("/lists/proposals/99/").status_code == 404
    assert manager.get("/lists/NAT/5/9/").status_code == 404
    refused = manager.post(f"/lists/proposals/{number}/decide/", {"decision": "withdraw", "reason": "not mine"})
    assert "somebody else" in refused.content.decode()
