"""A team lead names colleagues by their identifiers and takes them off; nobody is named to assess their own State."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from gatehouse.assessment.access.models import Member
from gatehouse.assessment.access.teams import name_member
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import Account
from signed_in import entries


@pytest.fixture
def lead(scene: object, account: Callable[..., Account], browser: Callable[..., Client]) -> Client:
    made = account(Role.TEAM_LEAD)
    who = Actor(f"account:{made.pk}", Role.TEAM_LEAD)
    name_member(Actor("operator:1000", Role.OPERATOR), scene.state, scene.cycle, who)
    return browser(of=made)


def test_somebody_is_named_and_leaves(scene: object, lead: Client, account: Callable[..., Account]) -> None:
    home = f"{scene.home}team/"
    colleague = account(Role.ASSESSOR, identifier="assessor-7")
    for said in ({"identifier": "nobody", "role": "assessor"}, {"identifier": "assessor-7", "role": "translator"}):
        refused = lead.post(f"{home}name/", said)
        assert (refused.status_code, said["identifier"] in refused.content.decode()) == (400, True)
    own = account(Role.STATE_FOCAL_POINT, Role.ASSESSOR, identifier="own-1")
    assert lead.post(f"{home}name/", {"identifier": own.identifier, "role": "assessor"}).status_code == 400
    assert lead.post(f"{home}name/", {"identifier": "assessor-7", "role": "assessor"}).status_code == 302
    row = Member.objects.get(who=f"account:{colleague.pk}")
    assert (row.role, entries("member.named")[-1].details["member"]) == ("assessor", row.who)
    assert len(lead.get(home).context["members"]) == 2
    assert lead.post(f"{home}{row.pk}/leave/").status_code == 302
    row.refresh_from_db()
    assert row.left_at is not None
    assert scene.focal.get(home).context["form"] is None
    assert scene.focal.post(f"{home}name/", {"identifier": "assessor-7", "role": "assessor"}).status_code == 403
