"""The assessment side in a real browser: marks, progress and verification, the list of visits; axe-core on all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from accessible import followed, violations
from gatehouse.assessment.access.teams import name_member
from gatehouse.assessment.assistance.models import Project
from gatehouse.assessment.confidentiality.models import Mark
from gatehouse.assessment.evidence.store import Brought, add
from gatehouse.assessment.questions.answers import Place, give
from gatehouse.assessment.questions.bank import bank
from gatehouse.assessment.questions.given import Given
from gatehouse.assessment.questions.questionnaire import questionnaire_of
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.states import store
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.assessment.states.state_code import Names
from gatehouse.assessment.visits import lists, planning
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import Account

OPERATOR = Actor("operator:1000", Role.OPERATOR)
FOCAL = Actor("account:900", Role.STATE_FOCAL_POINT, state="X-AL")
LEAD = Actor("account:901", Role.TEAM_LEAD)
TODAY = dt.datetime.now(dt.UTC).date()


class Told(NamedTuple):
    """A State with an answer, evidence, a recommendation whose clock runs, a visit and the list of a year."""

    state: State
    cycle: Cycle
    row: Recommendation
    home: str


@pytest.fixture
def told(database: object) -> Told:
    del database
    state = store.add_state(OPERATOR, "X-AL", "demo-north", Names("Altona", "阿尔托纳"))
    store.add_state(OPERATOR, "X-BE", "demo-north", Names("Bergen", "贝尔根"))
    cycle = store.add_cycle(OPERATOR, "2026", dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    cycle = store.move_cycle(OPERATOR, cycle, "open")
    name_member(OPERATOR, state, cycle, LEAD)
    place = Place(state, cycle, questionnaire_of("self-assessment"))
    words = "The law of 2024 is in force.\n\nTwo posts at the northern crossing are not staffed at night."
    give(FOCAL, place, bank()["strategy-adopted"], Given("yes", words), 0)
    add(FOCAL, state, cycle, Brought("document", "Border Act", ("2396-2",), file_name="act.pdf", content=b"%PDF-1"))
    known = {"text": "Staff both posts.", "obligation": "2396-2", "priority": 1, "owner": "Border police", "number": 1}
    dates = {"stage": "open", "report_on": TODAY - dt.timedelta(days=200), "drafted_by": "account:900"}
    row = Recommendation.objects.create(state=state, cycle=cycle, obstacle="resources", **known, **dates)
    lists.propose(LEAD, 2026, {"X-AL": {"gaps": 3, "events": 2}, "X-BE": {"gaps": 5}}, 1, "the list of the year")
    planning.plan(LEAD, state, cycle, "focused", "the list of the year")
    return Told(state, cycle, row, f"/assessment/X-AL/{cycle.pk}/")


def _on_the_team(told: Told, role: Role) -> None:
    """Put the account that was made last on the team."""
    who = Actor(f"account:{Account.objects.latest('pk').pk}", role)
    name_member(OPERATOR, told.state, told.cycle, who)


def test_a_state_marks_a_paragraph_without_script(told: Told, tab: Callable[..., Any]) -> None:
    page = tab(Role.STATE_FOCAL_POINT, java_script_enabled=False)
    page.goto(f"{told.home}marks/")
    followed(page, "a[href$='/marks/answer/strategy-adopted/']")
    page.check("input[name=parts] >> nth=2")
    page.check("input[name=to][value=team]")
    page.fill("#keep-reason", "security of posts")
    page.click("main form[action$='/keep/'] button")
    page.wait_for_selector(".notice-success")
    assert Mark.objects.get().excerpt.startswith("Two posts")
    page = tab(Role.STATE_FOCAL_POINT)
    for address in ("marks/", "marks/answer/strategy-adopted/", "evidence/", "consents/", "workbook/"):
        page.goto(told.home + address)
        assert violations(page) == [], address


def test_progress_is_reported_and_verified_by_two(told: Told, tab: Callable[..., Any]) -> None:
    address = f"/recommendations/{told.row.pk}/"
    focal = tab(Role.STATE_FOCAL_POINT)
    focal.goto(address)
    assert violations(focal) == []
    focal.check("input[name=status][value=done]")
    focal.fill("#progress-text", "Both posts are staffed.")
    focal.check("input[name=evidence] >> nth=0")
    focal.click("form[action$='/progress/'] button")
    focal.wait_for_selector(".timeline-title")
    assessor = tab(Role.ASSESSOR)
    _on_the_team(told, Role.ASSESSOR)
    assessor.goto(address)
    assessor.check("input[name=decision][value=close]")
    assessor.fill("#found-reason", "Seen on the spot.")
    assessor.check("form[action$='/find/'] input[name=evidence] >> nth=0")
    assessor.click("form[action$='/find/'] button")
    assessor.wait_for_selector(".tag-warn")
    assert violations(assessor) == []
    member = tab(Role.COMMITTEE_MEMBER, color_scheme="dark")
    member.goto(address)
    assert violations(member) == []
    member.click("form[action*='/second/'] button >> nth=0")
    member.wait_for_selector(".notice-success")
    told.row.refresh_from_db()
    assert told.row.stage == "closed"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_visits_and_help_are_accessible(told: Told, tab: Callable[..., Any], scheme: str) -> None:
    recipient = {
        "recipient": told.state,
        "name": "Pilot",
        "theme": "api",
        "donor": "A fund",
        "budget": 1,
        "currency": "USD",
    }
    days = {"starts": TODAY, "ends": TODAY, "request": "note", "stage": "planned", "made_by": "account:902"}
    project = Project.objects.create(**recipient, **days)
    lead = tab(Role.TEAM_LEAD, color_scheme=scheme)
    _on_the_team(told, Role.TEAM_LEAD)
    for address in (
        "/visits/?state=X-AL",
        "/visits/1/",
        f"{told.home}recommend/",
        "/assistance/",
        "/assessment/search/",
    ):
        lead.goto(address)
        for details in lead.locator("details.more > summary").all():
            details.click()
        assert violations(lead) == [], address
    donor = tab(Role.DONOR, color_scheme=scheme)
    for address in (f"/assistance/projects/{project.pk}/", "/assistance/projects/new/", "/recommendations/uptake/"):
        donor.goto(address)
        assert violations(donor) == [], address


def test_a_narrow_screen_needs_no_scrolling_sideways(told: Told, tab: Callable[..., Any]) -> None:
    page = tab(Role.TEAM_LEAD, viewport={"width": 320, "height": 640})
    _on_the_team(told, Role.TEAM_LEAD)
    addresses = [f"{told.home}{of}" for of in ("marks/", "marks/answer/strategy-adopted/", "evidence/", "consents/")]
    for address in (*addresses, f"/recommendations/{told.row.pk}/", "/visits/", "/visits/1/", "/assistance/"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
