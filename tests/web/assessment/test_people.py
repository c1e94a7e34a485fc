"""Those who assess have each other by name; a State, those who help and the public by role and initials."""

from __future__ import annotations

from collections.abc import Callable

from gatehouse.assessment.reports import freezing
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import Account
from gatehouse.web.assessment.people import initials, named_to


def test_a_name_is_for_those_who_work_together(account: Callable[..., Account]) -> None:
    rater, own = account(Role.ASSESSOR), account(Role.STATE_FOCAL_POINT, unit="X-AL-BORDER")
    Account.objects.filter(pk=rater.pk).update(display_name="Ana B. Cruz")
    told = [rater.reference, own.reference, "operator:1000", "account:999999999"]
    focal = Actor("account:7", Role.STATE_FOCAL_POINT, state="X-AL")
    by_reader = {
        Role.TEAM_LEAD: ["Ana B. Cruz", own.display_name, *told[2:]],
        Role.STATE_FOCAL_POINT: ["Assessor, A. B. C.", own.display_name, *told[2:]],
        Role.PUBLIC: ["Assessor, A. B. C.", f"State focal point, {initials(own.display_name)}", *told[2:]],
    }
    for role, names in by_reader.items():
        reader = focal if role is Role.STATE_FOCAL_POINT else Actor("account:8", role)
        found = named_to(reader, told)
        assert [found[one] for one in told] == names
    assert named_to(Actor(rater.reference, Role.DONOR), told)[rater.reference] == "Ana B. Cruz"
    assert named_to(focal, told, with_role=False)[rater.reference] == "A. B. C."


def test_a_rater_is_named_on_the_page_and_a_team_in_the_report(desk: object, ready: object) -> None:
    del ready
    assessor = Account.objects.get(pk=int(desk.actors["assessor"].id.partition(":")[2]))
    page = desk.clients["lead"].get(f"{desk.home}1/").content.decode()
    assert assessor.display_name in page
    assert assessor.reference not in page
    report = freezing.freeze(desk.actors["lead"], "state", desk.scene.cycle, desk.scene.state)
    freezing.put_before_the_state(desk.actors["lead"], report)
    freezing.adopt(desk.actors["member"], desk.actors["other_member"], report)
    file = f"/assessment/reports/{report.pk}/en.html"
    told = {name: desk.clients[name].get(file).content.decode() for name in ("lead", "focal")}
    assert f"Assessor: {assessor.display_name}" in told["lead"]
    assert "Adopted by two persons: Colleague" in told["lead"]
    assert assessor.display_name not in told["focal"]
    assert f"Assessor: {initials(assessor.display_name)}" in told["focal"]
    for page in told.values():
        assert assessor.reference not in page
