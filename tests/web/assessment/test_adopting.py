"""A draft goes before the State, is replied to, and is adopted by two who are no authors of it; on pages."""

from __future__ import annotations

import datetime as dt

from gatehouse.assessment.findings import assessments
from gatehouse.assessment.findings.models import Assessment, Consent, Finding, GateText, Reply
from signed_in import entries


def stand() -> str:
    """Where the assessment stands."""
    return Assessment.objects.get().stand


def _put(desk: object) -> None:
    assert desk.clients["lead"].post(f"{desk.scene.home}put/").status_code == 302
    assert stand() == "with-the-state"


def _heard(desk: object) -> None:
    _put(desk)
    desk.clients["focal"].post(f"{desk.scene.home}reply/", {"text": "", "ends": "on"})
    assert stand() == "replied"


def test_while_a_gate_is_empty_the_way_is_shut(desk: object, ready: Finding) -> None:
    GateText.objects.create(assessment=ready.assessment, gate="children", text="", by=desk.actors["lead"].id)
    page = desk.clients["lead"].get(desk.home).content.decode()
    assert "sections that are empty: 1" in page
    assert f"{desk.scene.home}put/" not in page
    answer = desk.clients["lead"].post(f"{desk.scene.home}put/", follow=True)
    assert "children and their rights is empty" in answer.content.decode()
    assert stand() == "drafting"


def test_the_state_replies_in_its_own_time_and_is_seen(desk: object, ready: Finding) -> None:
    address = f"{desk.scene.home}reply/"
    assert desk.clients["focal"].get(desk.home).status_code == 403
    assert desk.clients["focal"].post(address, {"text": "early"}).status_code == 403
    _put(desk)
    page = desk.clients["focal"].get(desk.home).content.decode()
    assert address in page
    assert "Airlines supply data." in desk.clients["focal"].get(f"{desk.home}1/").content.decode()
    assert desk.clients["focal"].post(address, {"text": " "}).status_code == 400
    assert desk.clients["focal"].post(address, {"text": "x", "finding": "9"}).status_code == 400
    assert desk.clients["focal"].post(address, {"text": "Decree 7 <covers> it.", "finding": "1"}).status_code == 302
    for who in ("lead", "member", "donor", "second"):
        assert desk.clients[who].post(address, {"text": "not mine"}).status_code == 403
    assert Reply.objects.get().finding == ready
    desk.clients["focal"].post(address, {"text": "That is all.", "ends": "on"})
    assert stand() == "replied"
    assert desk.clients["focal"].post(address, {"text": "too late"}).status_code == 302
    assert Reply.objects.count() == 2
    page = desk.clients["member"].get(f"{desk.scene.home}adoption/").content.decode()
    assert "Decree 7 &lt;covers&gt; it." in page


def test_a_day_that_passed_lets_the_draft_go_on(desk: object, ready: Finding) -> None:
    _put(desk)
    answer = desk.clients["lead"].post(f"{desk.scene.home}lapse/", follow=True)
    assert "nothing lapses before" in answer.content.decode()
    Assessment.objects.update(reply_due=assessments.today() - dt.timedelta(days=1))
    assert f"{desk.scene.home}lapse/" in desk.clients["lead"].get(desk.home).content.decode()
    desk.clients["lead"].post(f"{desk.scene.home}lapse/")
    assert stand() == "unanswered"
    assert ready.assessment_id == Assessment.objects.get().pk


def test_two_adopt_and_the_first_consent_waits(desk: object, ready: Finding) -> None:
    address = f"{desk.scene.home}adoption/"
    assert desk.clients["member"].get(address).status_code == 403
    _heard(desk)
    for who in ("focal", "donor", "assessor", "second"):
        desk.clients[who].post(f"{address}consent/")
    assert (stand(), Consent.objects.count()) == ("replied", 0)
    answer = desk.clients["lead"].post(f"{address}consent/")
    assert answer.status_code == 403, "a team lead does not begin"
    desk.clients["member"].post(f"{address}consent/")
    assert (stand(), Consent.objects.get().by) == ("replied", desk.actors["member"].id)
    again = desk.clients["member"].post(f"{address}consent/", follow=True)
    assert "waiting for another" in again.content.decode()
    assert "waits for another person" in desk.clients["other_member"].get(address).content.decode()
    author = desk.clients["lead"].post(f"{address}consent/", follow=True)
    assert "does not adopt it" in author.content.decode()
    assert stand() == "replied"
    desk.clients["other_member"].post(f"{address}consent/")
    assert stand() == "adopted"
    (told,) = entries("assessment.adopted")
    assert {told.actor, told.details["second"]} == {desk.actors["member"].id, desk.actors["other_member"].id}
    assert "nothing in it changes any more" in desk.clients["member"].get(address).content.decode()
    assert ready.obligation in desk.clients["member"].get(address).content.decode()


def test_a_consent_is_taken_back_and_lapses_with_its_draft(desk: object, ready: Finding) -> None:
    address = f"{desk.scene.home}adoption/"
    _heard(desk)
    desk.clients["member"].post(f"{address}consent/")
    desk.clients["member"].post(f"{address}withdraw/")
    desk.clients["other_member"].post(f"{address}consent/")
    assert stand() == "replied"
    assert desk.clients["lead"].post(f"{desk.scene.home}revise/", {"reason": " "}).status_code == 400
    desk.clients["lead"].post(f"{desk.scene.home}revise/", {"reason": "a decree was not known"})
    assert stand() == "drafting"
    _heard(desk)
    desk.clients["member"].post(f"{address}consent/")
    assert stand() == "replied", "the consent of before was to another draft"
    assert ready.number == 1
