"""A State sees its own needs; a donor sees none that was not shared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from django.test import Client
from django.utils import timezone

from gatehouse.assessment.assistance.models import Need, Offer
from gatehouse.assessment.assistance.needs import share_need, state_need
from gatehouse.assessment.assistance.themes import themes
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from signed_in import entries


def test_needs_are_shown_to_their_state(scene: object, browser: Callable[..., Client]) -> None:
    focal = Actor("account:10", Role.STATE_FOCAL_POINT, state="X-AL")
    state_need(focal, scene.state, next(iter(themes())), "Readers for both posts.")
    assert len(scene.focal.get("/assistance/").context["needs"]) == 1
    assert browser(Role.DONOR).get("/assistance/").context["needs"] == []


def test_an_offer_is_made_and_fits_a_need(desk: object) -> None:
    member, other = (desk.actors[name] for name in ("member", "other_member"))
    focal = Actor("account:10", Role.STATE_FOCAL_POINT, state="X-AL")
    share_need(member, other, state_need(focal, desk.scene.state, "borders", "Readers for both posts."), "decision 1")
    until = (timezone.now().date() + dt.timedelta(days=90)).isoformat()
    sent = {"body": "Fund <of> the North", "themes": ["borders"], "text": "Readers.", "until": until, "regions": ""}
    donor = desk.clients["donor"]
    for wrong in ({"themes": ["poems"]}, {"until": "2020-01-01"}, {"body": ""}):
        refused = donor.post("/assistance/offer/", sent | wrong)
        assert (refused.status_code, Offer.objects.count()) == (400, 0), wrong
        assert "Readers." in refused.content.decode(), "what was typed comes back"
    for name in ("focal", "assessor", "member"):
        assert desk.clients[name].post("/assistance/offer/", sent).status_code == 403
    assert donor.post("/assistance/offer/", sent).status_code == 302
    assert Offer.objects.get().made_by == desk.actors["donor"].id
    assert "Fund &lt;of&gt; the North" in donor.get("/assistance/").content.decode()
    [[(fits, reasons)]] = [row["offers"] for row in donor.get("/assistance/").context["needs"]]
    assert (fits.points, reasons) == (40, ["it is of this kind: 40"])
    need = Need.objects.get()
    assert donor.get(f"/assistance/needs/{need.pk}/").context["row"]["offers"] == [(fits, reasons)]
    begun = donor.get(f"/assistance/projects/new/?need={need.pk}").context["form"]
    assert begun.initial == {"recipient": "X-AL", "theme": "borders", "needs": [need.pk]}
    assert [entry.subject for entry in entries("help.offered")] == [f"offer:{Offer.objects.get().pk}"]
