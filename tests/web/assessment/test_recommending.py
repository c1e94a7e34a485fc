"""A recommendation on its page, from its draft to its adoption and sharing by two."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from gatehouse.assessment.access.teams import name_member
from gatehouse.assessment.findings.assessments import begin
from gatehouse.assessment.findings.store import find
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import Account
from signed_in import entries

OPERATOR = Actor("operator:1000", Role.OPERATOR)


@pytest.fixture
def lead(scene: object, account: Callable[..., Account], browser: Callable[..., Client]) -> Client:
    """The team lead of Altona, with a finding to draft from."""
    made = account(Role.TEAM_LEAD)
    who = Actor(f"account:{made.pk}", Role.TEAM_LEAD)
    name_member(OPERATOR, scene.state, scene.cycle, who)
    find(who, begin(who, scene.state, scene.cycle), "2396-2", "One post is empty at night.")
    return browser(of=made)


def _drafted(scene: object, lead: Client, **more: object) -> dict[str, object]:
    form = lead.get(f"{scene.home}recommend/").context["form"]
    said = {"text": "Staff both posts.", "obligation": "2396-2", "findings": form.fields["findings"].choices[0][0]}
    return (
        said | {"priority": 1, "owner": "Border police", "obstacle": "resources", "indicator": "nights staffed"} | more
    )


def test_from_draft_to_sharing(scene: object, lead: Client, browser: Callable[..., Client]) -> None:
    assert lead.post(f"{scene.home}recommend/", _drafted(scene, lead)).status_code == 302
    row = Recommendation.objects.get()
    assert (row.owner, row.obstacle, row.indicator) == ("Border police", "resources", "nights staffed")
    home = f"/recommendations/{row.pk}/"
    assert scene.focal.get(home).status_code == 403, "a draft is not yet the State's to see"
    assert lead.post(f"{home}rewrite/", _drafted(scene, lead, text="Staff all posts.", edition=1)).status_code == 302
    late = lead.post(f"{home}rewrite/", _drafted(scene, lead, text="Staff <none>.", edition=1))
    assert (late.status_code, "Staff &lt;none&gt;." in late.content.decode()) == (400, True)
    assert Recommendation.objects.get().text == "Staff all posts."
    assert lead.post(f"{home}step/", {"event": "adopt"}).status_code == 400
    assert lead.post(f"{home}step/", {"event": "propose"}).status_code == 302
    assert scene.focal.post(f"{home}reply/", {"text": "kept as typed"}).status_code == 400
    assert scene.focal.post(f"{home}reply/", {"acceptance": "accepted", "text": "We will."}).status_code == 302

    first, second = browser(Role.COMMITTEE_MEMBER), browser(Role.COMMITTEE_MEMBER)
    assert lead.post(f"{home}adopt/", {"report_on": "2026-08-31"}).status_code == 403
    assert first.post(f"{home}adopt/", {"report_on": "soon"}).status_code == 400
    assert first.post(f"{home}adopt/", {"report_on": "2026-08-31"}).status_code == 302
    [one] = first.get(home).context["waiting"]
    assert (one.may_agree, one.may_decline) == (False, True)
    first.post(f"/recommendations/second/{one.row.pk}/")
    assert Recommendation.objects.get().stage == "replied", "nobody is their own second person"
    second.post(f"/recommendations/second/{one.row.pk}/")
    row.refresh_from_db()
    assert (row.stage, str(row.report_on)) == ("open", "2026-08-31")
    assert first.post(f"{home}share/", {"decision": ""}).status_code == 400
    assert first.post(f"{home}share/", {"decision": "decision 4"}).status_code == 302
    [one] = second.get(home).context["waiting"]
    second.post(f"/recommendations/second/{one.row.pk}/", {"decline": "1"})
    row.refresh_from_db()
    assert (row.shared_at, len(entries("second.declined"))) == (None, 1)


def test_a_refused_draft_comes_back_as_typed(scene: object, lead: Client) -> None:
    refused = lead.post(f"{scene.home}recommend/", _drafted(scene, lead, obligation="2396-999", text="As <typed>."))
    assert (refused.status_code, Recommendation.objects.count()) == (400, 0)
    assert "As &lt;typed&gt;." in refused.content.decode()
    assert scene.focal.get(f"{scene.home}recommend/").status_code == 403
