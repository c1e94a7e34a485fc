"""One version: figures and their flags, approval by the other account on the hash that was seen, retirement."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from criterion_text import APPROVER, TODAY
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.criteria import states
from gatehouse.screening.criteria.register import Register
from signed_in import entries


def _approved(approver: Client, register: Register, address: str, **changed: str):
    sha256 = register.entry("from-sin", 1, TODAY).criterion.sha256
    return approver.post(f"{address}approve/", {"sha256": sha256, "answer": "small by intent"} | changed)


def test_the_figures_stand_on_the_page(tried: Callable, author: Client) -> None:
    page = author.get(tried())
    shown = page.content.decode()
    assert "10,000.0" in shown or "10000.0" in shown
    assert "the history is too small to say much" in shown
    assert "withheld: too few" in shown
    assert page.context["report"].hits.count == 2


def test_author_and_others_are_not_offered_approval(tried: Callable, author: Client, browser: Callable) -> None:
    address = tried()
    for client in (author, browser(Role.CRITERIA_APPROVER)):
        shown = client.get(address).content.decode()
        assert "approve/" not in shown
        assert f"It waits for {APPROVER}" in shown


def test_the_author_cannot_approve_by_sending_the_form(tried: Callable, author: Client, register: Register) -> None:
    answer = _approved(author, register, tried())
    assert answer.status_code == 403
    assert register.entry("from-sin", 1, TODAY).state == states.SHADOW
    assert entries("act.refused")


def test_another_approver_than_the_named_one_is_refused(tried: Callable, register: Register, browser: Callable) -> None:
    answer = _approved(browser(Role.CRITERIA_APPROVER), register, tried())
    assert answer.status_code == 400
    assert "approver alone" in answer.content.decode()
    assert register.entry("from-sin", 1, TODAY).state == states.SHADOW


def test_the_approver_answers_what_is_flagged_and_puts_it_in_force(
    tried: Callable, approver: Client, register: Register
) -> None:
    address = tried()
    blank = _approved(approver, register, address, answer="")
    assert blank.status_code == 400
    assert "too small" in blank.content.decode()
    assert _approved(approver, register, address).url == address
    entry = register.entry("from-sin", 1, TODAY)
    assert (entry.state, entry.by, entry.reason) == (states.ACTIVE, APPROVER, "small by intent")
    assert [one.subject for one in entries("criterion.activated")] == ["criterion:from-sin/1"]
    assert "in force" in approver.get(address).content.decode()


def test_another_file_than_the_one_seen_is_not_approved(tried: Callable, approver: Client, register: Register) -> None:
    answer = _approved(approver, register, tried(), sha256="0" * 64)
    assert answer.status_code == 400
    assert "small by intent" in answer.content.decode()
    assert register.entry("from-sin", 1, TODAY).state == states.SHADOW


def test_a_version_is_retired_for_a_reason(tried: Callable, author: Client, register: Register) -> None:
    address = tried()
    assert author.post(f"{address}retire/", {"reason": " "}).status_code == 400
    assert author.post(f"{address}retire/", {"reason": "never right"}).url == address
    entry = register.entry("from-sin", 1, TODAY)
    assert (entry.state, entry.reason) == (states.RETIRED, "never right")
    assert author.post(f"{address}retire/", {"reason": "again"}).status_code == 400
    assert "retire/" not in author.get(address).content.decode()


def test_a_new_version_is_written_from_one(tried: Callable, author: Client) -> None:
    from gatehouse.screening.authoring.models import Draft

    tried()
    author.post("/criteria/drafts/new/", {"identifier": "from-sin", "version": "1"})
    text = Draft.objects.latest("pk").text
    assert "version = 2" in text
    assert "# A remark that has to stay." in text
    count = Draft.objects.count()
    author.post("/criteria/drafts/new/", {"identifier": "from-sin", "version": "7"})
    assert Draft.objects.count() == count


def test_a_version_that_is_not_there_is_not_found(author: Client) -> None:
    assert author.get("/criteria/nothing/1/").status_code == 404
    assert author.get("/criteria/nothing/1/disparity.svg").status_code == 404
    assert author.post("/criteria/nothing/1/approve/").status_code == 404
