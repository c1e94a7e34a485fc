"""The main acts of an assessing body in a real browser: found, rated blind, settled, gated, replied to, adopted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from accessible import followed
from gatehouse.assessment.access.models import ROLES
from gatehouse.assessment.access.teams import name_member
from gatehouse.assessment.findings.models import Assessment, FindingText, GivenRating
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import Account
from signed_in import PASSWORD

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
OPERATOR = Actor("operator:1000", Role.OPERATOR)
NARROW = {"width": 320, "height": 640}
CAST = {
    "lead": Role.TEAM_LEAD,
    "assessor": Role.ASSESSOR,
    "second": Role.SECOND_ASSESSOR,
    "member": Role.COMMITTEE_MEMBER,
    "other": Role.COMMITTEE_MEMBER,
    "focal": Role.STATE_FOCAL_POINT,
}
SECTION = "Women, men and children were considered in every chapter, with figures and those who were heard. "


def accessible(page: Any) -> None:
    """No violation of WCAG 2.2 AA, and nothing that asks to be scrolled sideways."""
    found = Axe().run(page, options=RULES).response["violations"]
    assert [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]] == [], page.url
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url


@pytest.fixture
def people(chromium: Any, site: str, scene: object, account: Callable[..., Account]) -> Iterator[Callable[..., Any]]:
    """`people("lead")` is a page of somebody of the cast, signed in by the form."""
    contexts, accounts = [], {}
    for name, role in CAST.items():
        accounts[name] = account(role, identifier=f"cast-{name}")
        if role.value in ROLES:
            name_member(OPERATOR, scene.state, scene.cycle, Actor(f"account:{accounts[name].pk}", role))

    def enter(name: str, **options: Any) -> Any:
        context = chromium.new_context(base_url=site, **options)
        contexts.append(context)
        page = context.new_page()
        page.goto("/sign-in/")
        page.fill("input[name=login]", f"cast-{name}")
        page.fill("input[name=password]", PASSWORD)
        page.click("main button[type=submit]")
        page.wait_for_url(f"{site}/")
        return page

    yield enter
    for context in contexts:
        context.close()


def rate(page: Any, code: str, ground: str = "") -> None:
    """Fill the form of a rating and send it."""
    page.check(f"input[name=code][value={code}]")
    page.check("input[name=confidence][value=medium]")
    if ground:
        page.check(f"input[name=grounds][value={ground}]")
    page.fill("textarea[name=rationale]", f"Seen at the border: {code}.")
    accessible(page)
    page.click("main .acts button >> nth=0")
    page.wait_for_selector(".notice-success")


def test_from_a_finding_to_its_adoption(people: Callable[..., Any], scene: object) -> None:
    home = f"{scene.home}findings/"
    assessor = people("assessor")
    assessor.goto(f"{home}new/")
    accessible(assessor)
    assessor.select_option("select[name=obligation]", "2396-11a")
    assessor.fill("textarea[name=text]", "Carriers supply data for arrivals only.")
    assessor.wait_for_selector("#kept:has-text('Draft kept')")
    assessor.reload()
    assert assessor.input_value("textarea[name=text]") == "Carriers supply data for arrivals only."
    assessor.click("main .acts button >> nth=0")
    assessor.wait_for_url(f"**{home}1/")
    for axis, code, ground in (("compliance", "partly", "law-incomplete"), ("effectiveness", "high", "")):
        assessor.goto(f"{home}1/rate/{axis}/")
        rate(assessor, code, ground)
    second = people("second", color_scheme="dark")
    second.goto("/assessment/waiting/")
    accessible(second)
    followed(second, "main table a >> nth=0")
    assert "Seen at the border" not in second.content()
    rate(second, "fully")
    second.goto(f"{home}1/rate/effectiveness/")
    rate(second, "high")
    assert "Seen at the border: partly." in second.content()
    lead = people("lead", viewport=NARROW)
    lead.goto(f"{home}1/settle/compliance/")
    lead.check("input[name=code][value=largely]")
    lead.fill("textarea[name=reason]", "Departures are covered by decree 7.")
    accessible(lead)
    lead.click("main .acts button >> nth=0")
    lead.wait_for_selector(".notice-success")
    accessible(lead)
    for gate in ("gender", "human-rights", "children"):
        lead.goto(f"{scene.home}sections/{gate}/")
        lead.fill("textarea[name=text]", SECTION * 2)
        lead.click("main .acts button >> nth=0")
        lead.wait_for_selector(".notice-success")
    accessible(lead)
    followed(lead, "text=Put it before the State")
    lead.wait_for_selector(".notice-success")
    focal = people("focal", java_script_enabled=False)
    focal.goto(f"{scene.home}reply/")
    focal.fill("textarea[name=text]", "Departures are covered since May.")
    focal.check("input[name=ends]")
    followed(focal, "main .acts button >> nth=0")
    for name in ("member", "other"):
        member = people(name)
        member.goto(f"{scene.home}adoption/")
        assert "Departures are covered since May." in member.content()
        accessible(member)
        member.click("main .card .acts button")
        member.wait_for_selector(".notice-success")
    assert Assessment.objects.get().stand == "adopted"
    assert GivenRating.objects.count() == 4


def test_two_who_write_the_same_finding_see_both(people: Callable[..., Any], scene: object) -> None:
    home = f"{scene.home}findings/"
    first = people("assessor")
    first.goto(f"{home}new/")
    first.select_option("select[name=obligation]", "2396-11a")
    first.fill("textarea[name=text]", "The first words.")
    first.click("main .acts button >> nth=0")
    first.wait_for_url(f"**{home}1/")
    other = people("lead")
    for page, words in ((first, "The assessor's version."), (other, "The lead's version.")):
        page.goto(f"{home}1/write/")
        page.fill("textarea[name=text]", words)
        page.fill("textarea[name=reason]", "seen on the spot")
    first.click("main .acts button >> nth=0")
    first.wait_for_url(f"**{home}1/")
    other.click("main .acts button >> nth=0")
    other.wait_for_selector(".card-overtaken")
    assert "The assessor's version." in other.locator(".card-overtaken").inner_text()
    assert other.input_value("textarea[name=text]") == "The lead's version."
    accessible(other)
    other.click("main .acts button >> nth=0")
    other.wait_for_url(f"**{home}1/")
    assert [row.text for row in FindingText.objects.order_by("pk")][1:] == [
        "The assessor's version.",
        "The lead's version.",
    ]


def test_forms_are_accessible_from_right_to_left_in_the_dark_and_narrow(
    people: Callable[..., Any], scene: object
) -> None:
    page = people("lead", color_scheme="dark", viewport=NARROW)
    page.click("details.menu summary")
    followed(page, "details.menu button[value=ar]")
    assert page.get_attribute("html", "dir") == "rtl"
    home = f"{scene.home}findings/"
    page.goto(f"{home}new/")
    page.select_option("select[name=obligation]", "2396-11a")
    page.fill("textarea[name=text]", "Carriers supply data for arrivals only.")
    followed(page, "main .acts button >> nth=0")
    for address in (home, f"{home}1/", f"{home}1/rate/compliance/", f"{home}1/stage/", "/assessment/waiting/"):
        page.goto(address)
        accessible(page)


def test_from_freezing_a_report_to_reading_it_without_signing_in(
    people: Callable[..., Any], scene: object, chromium: Any, site: str
) -> None:
    del scene  # the State and its cycle
    lead = people("lead")
    lead.goto("/assessment/reports/")
    lead.click("summary:has-text('Freeze a report')")
    lead.select_option("select[name=kind]", "state")
    lead.select_option("select[name=about]", label="Altona · 2026")
    accessible(lead)
    lead.click("main form .acts button")
    lead.wait_for_selector(".notice-success")
    address = lead.url
    accessible(lead)
    followed(lead, "form[action$='/put/'] button")
    lead.wait_for_selector(".notice-success")
    focal = people("focal", viewport=NARROW)
    focal.goto(address)
    accessible(focal)
    assert focal.locator("main form").count() == 0, "the State reads; it decides nothing here"
    followed(focal, "text=Read it")
    assert focal.locator("h1").inner_text() == "Assessment of Altona, 2026"
    members = [people("member"), people("other", color_scheme="dark")]
    for step in ("adopt", "share", "publish"):
        for member in members:
            member.goto(address if member is members[0] else "/assessment/waiting/")
            if member is members[1]:
                followed(member, "main table a >> nth=0")
            if step != "adopt" and member is members[0]:
                member.fill("textarea[name=decision]", f"decision of the {step}")
            accessible(member)
            action = "second" if member is members[1] else step
            member.click(f"form[action*='/{action}/'] button >> nth=0")
            member.wait_for_selector(".notice-success")
    nobody = chromium.new_context(base_url=site)
    page = nobody.new_page()
    page.goto("/published/")
    accessible(page)
    followed(page, "a[hreflang='zh-hans']")
    assert page.locator("h1").inner_text() == "阿尔托纳评估报告（2026）"
    page.go_back()
    followed(page, "a[hreflang=en]")
    accessible(page)
    assert page.locator("h1").inner_text() == "Assessment of Altona, 2026"
    nobody.close()
