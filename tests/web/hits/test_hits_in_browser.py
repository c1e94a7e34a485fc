"""Hits in a real browser: decided by two, by keyboard alone, without script, accessible in each scheme and language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from accessible import followed, violations
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.review import decisions, states
from gatehouse.screening.review.answers import Answer
from gatehouse.screening.review.models import Review, SavedView
from reviewing import ANALYST, NAME_ONLY, look, state_of

Tab = Callable[..., Any]


def answered(page: Any, hit: int, answer: str, reason: str, text: str) -> None:
    page.goto(f"/hits/{hit}/")
    page.check(f"input[name=answer][value={answer}]")
    page.select_option("select[name=reason]", reason)
    page.fill("textarea[name=text] >> nth=0", text)
    followed(page, "section:has(#decide) .acts button")


@pytest.mark.parametrize("script", [True, False])
def test_two_persons_confirm_with_script_and_without(tab: Tab, hit: int, script: bool) -> None:
    first = tab(Role.ANALYST, java_script_enabled=script)
    first.goto("/hits/")
    followed(first, "table.queue th a")
    assert "Is this" in first.locator(".lead").inner_text()
    answered(first, hit, "same", "same/picture", "the scar in both pictures")
    assert state_of() == states.SECOND
    second = tab(Role.SENIOR_ANALYST, java_script_enabled=script)
    second.goto(f"/hits/{hit}/")
    assert "the scar in both pictures" in second.locator("main").inner_text()
    second.check("input[name=agrees][value=yes]")
    followed(second, "section:has(#second) .acts button")
    assert state_of() == states.CONFIRMED
    assert "Confirmed by two persons" in second.locator("main").inner_text()


def test_a_senior_analyst_works_the_queue_by_keyboard_alone(tab: Tab, hit: int) -> None:
    page = tab(Role.SENIOR_ANALYST)
    page.goto("/hits/")
    page.focus("[data-rows]")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.getAttribute('href')") == f"/hits/{hit}/"
    page.keyboard.press("x")
    assert page.is_checked("table.queue tbody input[type=checkbox]")
    assert page.evaluate("getComputedStyle(document.activeElement).backgroundColor") == "rgb(255, 210, 31)"
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/hits/{hit}/")
    page.focus("input[name=answer] >> nth=0")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("nothing but")
    page.keyboard.press("Tab")
    page.keyboard.type("compared by hand")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector(".notice-success")
    assert state_of() == states.CLEARED


def test_a_field_leads_to_its_segment_beneath_the_table(tab: Tab, hit: int) -> None:
    page = tab(Role.ANALYST)
    page.goto(f"/hits/{hit}/")
    page.click("table.compare tbody tr >> nth=0 >> a")
    page.wait_for_selector("#behind tr[aria-current]")
    assert "ROE" in page.locator("#behind tr[aria-current]").inner_text()
    assert page.url.endswith(f"/hits/{hit}/")
    assert violations(page) == []


def test_only_reasons_of_the_chosen_answer_are_offered(tab: Tab, hit: int) -> None:
    page = tab(Role.ANALYST)
    page.goto(f"/hits/{hit}/")
    page.select_option("select[name=reason]", "same/picture")
    page.check("input[name=answer][value=not-same]")
    assert page.input_value("select[name=reason]") == ""
    assert page.locator("select[name=reason] optgroup:not([disabled])").count() == 1


def test_the_queue_renews_itself_and_keeps_the_view(tab: Tab, hit: int) -> None:
    page = tab(Role.ANALYST)
    page.goto("/hits/?order=strength&assignee=nobody")
    assert page.locator("table.queue tbody tr").count() == 1
    Review.objects.filter(hit_id=hit).update(assignee="account:7")
    page.evaluate("document.getElementById('queue').dataset.before = 'kept'")
    page.evaluate("htmx.trigger(document.body, 'refresh')")
    page.wait_for_selector("#queue .empty")
    assert page.url.endswith("/hits/?order=strength&assignee=nobody")
    assert page.get_attribute("#queue", "data-before") == "kept"


def test_a_view_is_kept_under_a_name_and_marked_where_one_is(tab: Tab, hit: int) -> None:
    del hit
    page = tab(Role.ANALYST)
    page.goto("/hits/?order=strength")
    page.click(".views summary")
    page.fill("#view-name", "strongest")
    followed(page, ".menu-act")
    assert page.locator(".views a[aria-current]").inner_text() == "strongest"
    page.click(".views summary")
    followed(page, ".views button[name=forget]")
    assert not SavedView.objects.exists()


def test_marked_hits_are_given_and_the_view_comes_back(tab: Tab, account: Callable[..., Any], hit: int) -> None:
    ann = account(Role.ANALYST)
    page = tab(Role.SENIOR_ANALYST)
    page.goto("/hits/?order=strength")
    page.check("[data-marks-all]")
    page.select_option("#to", str(ann.pk))
    page.click(".give-bar button")
    page.wait_for_selector(".notice-success")
    assert Review.objects.get(hit_id=hit).assignee == ann.reference
    assert page.url.endswith("?order=strength")
    assert ann.display_name in page.locator("table.queue").inner_text()


@pytest.mark.parametrize(("scheme", "language"), [("light", "en"), ("dark", "en"), ("light", "ar")])
def test_the_queue_and_a_hit_are_accessible(tab: Tab, hit: int, scheme: str, language: str) -> None:
    page = tab(Role.SENIOR_ANALYST, color_scheme=scheme)
    page.click("details.menu summary")
    followed(page, f"details.menu button[value={language}]")
    for address in ("/hits/", "/hits/?list=NONE", f"/hits/{hit}/"):
        page.goto(address)
        assert violations(page) == [], address
    decisions.decide(ANALYST, look(), Answer.NOT_SAME, NAME_ONLY)
    page.goto(f"/hits/{hit}/")
    assert violations(page) == []


def test_a_narrow_screen_needs_no_scrolling_sideways(tab: Tab, hit: int) -> None:
    page = tab(Role.SENIOR_ANALYST, viewport={"width": 320, "height": 640})
    for address in ("/hits/", f"/hits/{hit}/"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
