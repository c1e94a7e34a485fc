"""A project is made on a request, brought from stage to stage, measured, and closed only then; duplicates are shown."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from gatehouse.assessment.assistance.models import Project
from gatehouse.safeguards.vocabulary import Role

PROJECT = {
    "recipient": "X-AL", "name": "Pilot at one port", "theme": "api", "donor": "A fund", "budget": "90000",
    "currency": "USD", "starts": "2026-01-01", "ends": "2026-12-31", "request": "note verbale 12",
}  # fmt: skip


def test_from_the_request_to_the_effect(scene: object, browser: Callable[..., Client]) -> None:
    donor = browser(Role.DONOR)
    for wrong in ({"request": ""}, {"currency": "usd"}, {"ends": "2025-01-01"}, {"budget": "-1"}):
        refused = donor.post("/assistance/projects/new/", PROJECT | wrong | {"name": "As <typed>"})
        assert (refused.status_code, "As &lt;typed&gt;" in refused.content.decode()) == (400, True), wrong
    assert donor.post("/assistance/projects/new/", PROJECT).status_code == 302
    row = Project.objects.get()
    home = f"/assistance/projects/{row.pk}/"
    for event in ("consult", "approve", "start"):
        assert donor.post(f"{home}move/", {"event": event, "spent": "100"}).status_code == 302
    aim = {"name": "posts that work", "unit": "percent", "baseline": "30", "baseline_on": "2026-01-01", "aim": "30"}
    assert donor.post(f"{home}indicator/", aim).status_code == 400, "an aim that is the baseline changes nothing"
    assert donor.post(f"{home}indicator/", aim | {"aim": "80"}).status_code == 302
    assert donor.post(f"{home}move/", {"event": "finish"}).status_code == 302
    assert donor.post(f"{home}move/", {"event": "close"}).status_code == 400, "not before it was measured"
    told = {"indicator": row.indicators.get().pk, "value": "55", "on": "2026-12-01", "confidence": "medium"}
    assert donor.post(f"{home}measure/", told).status_code == 400, "what the project contributed has to be said"
    assert donor.post(f"{home}measure/", told | {"contribution": "Trained officers."}).status_code == 302
    assert donor.post(f"{home}move/", {"event": "close"}).status_code == 302
    [measured] = donor.get(home).context["indicators"]
    assert (measured.share, Project.objects.get().stage) == (measured.change / 50, "closed")
    assert scene.focal.get(home).status_code == 200
    assert scene.focal.post(f"{home}move/", {"event": "drop"}).status_code == 403
    donor.post("/assistance/projects/new/", PROJECT | {"name": "Pilot at a port"})
    assert len(donor.get("/assistance/").context["twice"]) == 1
