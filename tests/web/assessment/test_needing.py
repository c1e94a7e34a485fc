"""A need is stated by the State, shared by two of the committee, and seen by those who help from then on."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from gatehouse.assessment.assistance.models import Need
from gatehouse.safeguards.vocabulary import Role


def test_a_need_is_stated_and_shared_by_two(scene: object, browser: Callable[..., Client]) -> None:
    said = {"state": "X-AL", "theme": "borders", "text": "Training for <two> posts."}
    wrong = scene.focal.post("/assistance/need/", said | {"theme": "gold"})
    assert (wrong.status_code, "&lt;two&gt;" in wrong.content.decode()) == (400, True)
    assert scene.focal.post("/assistance/need/", said | {"state": "X-BE"}).status_code == 400
    assert scene.focal.post("/assistance/need/", said).status_code == 302
    need = Need.objects.get()
    home = f"/assistance/needs/{need.pk}/"
    donor = browser(Role.DONOR)
    assert donor.get(home).status_code == 403
    assert "&lt;two&gt; posts" in scene.focal.get(home).content.decode()
    first, second = browser(Role.COMMITTEE_MEMBER), browser(Role.COMMITTEE_MEMBER)
    assert scene.focal.post(f"{home}share/", {"decision": "d"}).status_code == 403
    assert first.post(f"{home}share/", {"decision": "decision 5"}).status_code == 302
    [one] = second.get(home).context["waiting"]
    assert second.post(f"/assistance/second/{one.row.pk}/").status_code == 302
    assert "posts" in donor.get(home).content.decode()
    assert donor.post("/assistance/need/", said).status_code == 403
