"""Words are found in what a reader may read, with the place where they stand; they stand in no address and no log."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from gatehouse.assessment.assistance.needs import state_need
from gatehouse.assessment.confidentiality.marks import keep
from gatehouse.assessment.findings.assessments import write_gate
from gatehouse.assessment.findings.models import Finding
from gatehouse.assessment.findings.store import Said, rewrite
from gatehouse.assessment.questions.answers import Place, give
from gatehouse.assessment.questions.bank import bank
from gatehouse.assessment.questions.given import Given
from gatehouse.assessment.questions.pieces import about_answer
from gatehouse.assessment.questions.questionnaire import questionnaire_of
from gatehouse.assessment.visits.visit_file import request_visit
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import Account
from signed_in import entries

PAGE = "/assessment/search/"


def test_what_is_found_is_what_one_may_read(
    scene: object, browser: Callable[..., Client], account: Callable[..., Account]
) -> None:
    focal = Actor("account:900", Role.STATE_FOCAL_POINT, state="X-AL")
    place = Place(scene.state, scene.cycle, questionnaire_of("self-assessment"))
    give(focal, place, bank()["strategy-adopted"], Given("yes", "The law.\n\nTwo posts are empty."), 0)
    sent = scene.focal.post(PAGE, {"words": "POSTS are", "state": "X-AL"})
    [(_kind, address, one)] = sent.context["found"]
    assert (address, one.text) == (scene.home, "Two posts are empty.")
    assert "posts" not in str([entry.details for entry in entries("material.searched")])
    keep(focal, about_answer(scene.state, scene.cycle, "strategy-adopted"), "security", "Two posts are empty.")
    assert scene.focal.post(PAGE, {"words": "POSTS are", "state": "X-AL"}).context["found"], "its own it finds"
    stranger = browser(of=account(Role.STATE_FOCAL_POINT, unit="X-BE"))
    refused = stranger.post(PAGE, {"words": "posts are", "state": "X-AL"})
    assert (refused.status_code, "posts are" in refused.content.decode()) == (400, True)
    assert browser(Role.DONOR).post(PAGE, {"words": "posts are", "state": "X-AL"}).status_code in (200, 400)


def test_too_few_letters_come_back_as_typed(scene: object) -> None:
    refused = scene.focal.post(PAGE, {"words": "ab", "state": "X-AL"})
    assert refused.status_code == 400
    assert 'value="ab"' in refused.content.decode()


def test_what_is_found_leads_to_its_place(desk: object, found: Finding) -> None:
    scene, lead = desk.scene, desk.actors["lead"]
    focal = Actor("account:900", Role.STATE_FOCAL_POINT, state="X-AL")
    need = state_need(focal, scene.state, "api", "NORTHERN readers.")
    write_gate(lead, found.assessment, "children", "NORTHERN children are heard first, and their parents are told why.")
    rewrite(lead, found, Said("NORTHERN arrivals only."), "a word more")
    shown = desk.clients["lead"].post(PAGE, {"words": "northern", "state": "X-AL"}).context["found"]
    addresses = {address for _kind, address, _one in shown}
    assert addresses == {f"/assistance/needs/{need.pk}/", scene.home, f"{desk.home}1/"}
    assert all(desk.clients["lead"].get(one).status_code == 200 for one in addresses)


def test_visits_are_searched_as_well(scene: object) -> None:
    from gatehouse.assessment.visits import planning

    lead = Actor("account:5", Role.TEAM_LEAD)
    focal = Actor("account:900", Role.STATE_FOCAL_POINT, state="X-AL")
    visit = planning.plan(lead, scene.state, scene.cycle, "focused", "the northern crossing")
    request_visit(focal, scene.state, "note")
    [(_kind, address, _one)] = scene.focal.post(PAGE, {"words": "northern", "state": "X-AL"}).context["found"]
    assert address == f"/visits/{visit.pk}/"
