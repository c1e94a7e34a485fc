"""The page of findings shows each reader what is theirs to see and to do, and the page of one how it came to be."""

from __future__ import annotations

from gatehouse.assessment.confidentiality.marks import keep
from gatehouse.assessment.findings import assessments, store
from gatehouse.assessment.findings.models import Finding
from gatehouse.safeguards.decision import Actor, KeptTo
from gatehouse.safeguards.vocabulary import Role


def test_before_anything_is_found_only_the_team_comes_in(desk: object) -> None:
    for who, status in (("lead", 200), ("second", 200), ("focal", 403), ("member", 403), ("donor", 403)):
        assert desk.clients[who].get(desk.home).status_code == status
    assert "Write a finding" in desk.clients["lead"].get(desk.home).content.decode()
    assert "Write a finding" not in desk.clients["second"].get(desk.home).content.decode()


def test_each_is_shown_what_they_can_do(desk: object, found: Finding) -> None:
    shown = {who: desk.clients[who].get(desk.home) for who in ("assessor", "second")}
    may = {who: [cell.may_rate for cell in page.context["rows"][0][2]] for who, page in shown.items()}
    assert may == {"assessor": [True, True], "second": [False, False]}
    assert shown["assessor"].context["open_ratings"] == 2
    assert shown["assessor"].context["empty_sections"] == 3
    assert found.number == 1


def test_versions_are_shown_and_what_the_state_keeps_is_not(desk: object, ready: Finding) -> None:
    secret = "The system stands in one hall."
    store.rewrite(desk.actors["lead"], ready, store.Said(f"Airlines supply data.\n\n{secret}"), "more detail")
    assessments.put_before_the_state(desk.actors["lead"], ready.assessment, assessments.today())
    focal = f"account:{desk.scene.focal.session['_auth_user_id']}"
    speaks = Actor(focal, Role.STATE_FOCAL_POINT, state="X-AL")
    keep(speaks, assessments.about_finding(ready), "secret", secret, KeptTo.TEAM)
    desk.clients["focal"].post(f"{desk.scene.home}reply/", {"ends": "on"})
    for address in (f"{desk.home}1/", f"{desk.scene.home}adoption/", desk.home):
        assert secret not in desk.clients["member"].get(address).content.decode(), address
    page = desk.clients["lead"].get(f"{desk.home}1/").content.decode()
    assert secret in page
    assert "more detail" in page
