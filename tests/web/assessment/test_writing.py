"""Findings, stages and sections are written on pages; what is not sound or overtaken comes back as it was typed."""

from __future__ import annotations

import pytest

from gatehouse.assessment.evidence.store import Brought, add
from gatehouse.assessment.findings import assessments, store
from gatehouse.assessment.findings.models import CapabilityStage, Finding, FindingText, GateText

LONG = "Women lead three posts; two organisations of women were heard and ask for searches by women only. " * 2


def test_a_finding_is_written_on_named_evidence(desk: object) -> None:
    item = add(
        desk.actors["assessor"], desk.scene.state, desk.scene.cycle, Brought("observation", "Two posts", told="Seen.")
    )
    form = desk.clients["assessor"].get(f"{desk.home}new/").content.decode()
    assert "Two posts" in form
    assert "2396-11a" in form
    sent = {"obligation": "2396-11a", "text": "Posts <stand> empty.", "evidence": [str(item.pk)], "seen": ""}
    answer = desk.clients["assessor"].post(f"{desk.home}new/", sent)
    assert answer["Location"] == f"{desk.home}1/"
    text = FindingText.objects.get()
    assert (text.text, text.evidence, text.by) == ("Posts <stand> empty.", [item.pk], desk.actors["assessor"].id)
    page = desk.clients["second"].get(f"{desk.home}1/").content.decode()
    assert "Posts &lt;stand&gt; empty." in page
    assert f"#evidence-{item.pk}" in page


@pytest.mark.parametrize(
    "wrong",
    [
        {"obligation": "2396-99"},
        {"obligation": ""},
        {"text": " "},
        {"evidence": ["99999"]},
        {"evidence": ["1 OR 1=1"]},
        {"text": "x" * 50_001},
        {"seen": "-7"},
        {"seen": "many"},
    ],
)
def test_what_is_not_sound_comes_back_and_stays(desk: object, wrong: dict) -> None:
    add(desk.actors["assessor"], desk.scene.state, desk.scene.cycle, Brought("observation", "A", told="Seen."))
    client = desk.clients["assessor"]
    sent = {"obligation": "2396-11a", "text": "What I <typed> here.", "evidence": []} | wrong
    answer = client.post(f"{desk.home}new/", sent)
    assert answer.status_code == 400
    assert 'class="summary"' in answer.content.decode()
    assert Finding.objects.count() == 0
    if wrong.get("text") is None:
        for page in (answer, client.get(f"{desk.home}new/")):
            assert "What I &lt;typed&gt; here." in page.content.decode()
    assert "What I &lt;typed" not in desk.clients["colleague"].get(f"{desk.home}new/").content.decode()


def test_who_writes_against_the_same_obligation_is_told_and_loses_nothing(desk: object, found: Finding) -> None:
    sent = {"obligation": found.obligation, "text": "My own words of it."}
    answer = desk.clients["colleague"].post(f"{desk.home}new/", sent)
    assert answer.status_code == 400
    assert "finding 1 is against 2396-11a already" in answer.content.decode()
    assert "My own words of it." in desk.clients["colleague"].get(f"{desk.home}new/").content.decode()


def test_two_who_rewrite_at_once_see_both_and_lose_nothing(desk: object, found: Finding) -> None:
    address, seen = f"{desk.home}1/write/", str(store.newest_text(found).pk)
    theirs = {"text": "The lead's words.", "reason": "I was there", "seen": seen}
    assert desk.clients["lead"].post(address, theirs).status_code == 302
    mine = {"text": "The assessor's words.", "reason": "I read it", "seen": seen}
    overtaken = desk.clients["assessor"].post(address, mine)
    assert overtaken.status_code == 409
    told = overtaken.content.decode()
    assert "The lead&#x27;s words." in told
    assert "The assessor&#x27;s words." in told
    assert store.newest_text(found).text == "The lead's words."
    again = desk.clients["assessor"].get(address).content.decode()
    assert "The assessor&#x27;s words." in again
    now = str(store.newest_text(found).pk)
    assert f'name="seen" value="{now}"' in again
    assert desk.clients["assessor"].post(address, mine | {"seen": now}).status_code == 302
    assert [row.text for row in FindingText.objects.order_by("pk")][1:] == [
        "The lead's words.",
        "The assessor's words.",
    ]
    assert "The assessor" not in desk.clients["assessor"].get(address).content.decode().partition("<form")[0]


def test_a_draft_written_on_an_older_version_says_so_when_it_is_opened(desk: object, found: Finding) -> None:
    address, seen = f"{desk.home}1/write/", str(store.newest_text(found).pk)
    desk.clients["assessor"].post(address, {"text": "Half a thought", "seen": seen, "keep": "draft"})
    store.rewrite(desk.actors["lead"], found, store.Said("The lead was quicker."), "why")
    page = desk.clients["assessor"].get(address).content.decode()
    assert "Somebody else wrote meanwhile" in page
    assert "The lead was quicker." in page
    assert "Half a thought" in page


@pytest.mark.usefixtures("found")
def test_a_stage_with_its_roadmap(desk: object) -> None:
    address = f"{desk.home}1/stage/"
    sent = {"stage": "planned", "resources": "six people", "seen": "0", "by_0": "", "what_0": "a tender"}
    wrong = desk.clients["assessor"].post(address, sent)
    assert wrong.status_code == 400
    assert "Say by which day." in wrong.content.decode()
    for bad in ({"by_0": "31.12.2026"}, {"stage": "finished"}, {"what_0": "", "by_0": ""}):
        assert desk.clients["assessor"].post(address, sent | {"by_0": "2027-03-01"} | bad).status_code == 400
    assert CapabilityStage.objects.count() == 0
    assert desk.clients["assessor"].post(address, sent | {"by_0": "2027-03-01"}).status_code == 302
    row = CapabilityStage.objects.get()
    assert (row.stage, row.roadmap) == ("planned", [{"by": "2027-03-01", "what": "a tender"}])
    page = desk.clients["lead"].get(address).content.decode()
    assert 'value="2027-03-01"' in page
    assert 'name="what_3"' in page, "three empty rows follow"
    assert desk.clients["lead"].post(address, sent | {"by_0": "2028-01-01"}).status_code == 409
    assert "a tender" in desk.clients["lead"].get(f"{desk.home}1/").content.decode()


def test_a_section_is_written_in_versions(desk: object, found: Finding) -> None:
    address = f"{desk.scene.home}sections/gender/"
    assert desk.clients["assessor"].post(address, {"text": LONG, "seen": "0"}).status_code == 302
    assert desk.clients["lead"].post(address, {"text": "The lead's section.", "seen": "0"}).status_code == 409
    stands = GateText.objects.get()
    assert assessments.gate_texts(found.assessment)["gender"] == stands.text
    desk.clients["lead"].post(address, {"text": "The lead's section.", "seen": str(stands.pk)})
    assert GateText.objects.count() == 2
    assert desk.clients["lead"].get(f"{desk.scene.home}sections/weather/").status_code == 404


def test_nobody_else_writes(desk: object, found: Finding) -> None:
    for who in ("second", "focal", "member", "donor"):
        for address in (f"{desk.home}new/", f"{desk.home}1/write/", f"{desk.home}1/stage/"):
            assert desk.clients[who].post(address, {"text": "x", "reason": "x", "stage": "none"}).status_code == 403
    assert (Finding.objects.count(), FindingText.objects.count(), CapabilityStage.objects.count()) == (1, 1, 0)
    assert found.number == 1
    assert desk.clients["lead"].get(f"{desk.home}7/").status_code == 404


def test_what_is_with_the_state_is_not_changed(desk: object, ready: Finding) -> None:
    assessments.put_before_the_state(desk.actors["lead"], ready.assessment, assessments.today())
    seen = str(store.newest_text(ready).pk)
    sent = {"text": "Too late", "reason": "x", "seen": seen}
    answer = desk.clients["assessor"].post(f"{desk.home}1/write/", sent)
    assert answer.status_code == 400
    assert "Too late" in desk.clients["assessor"].get(f"{desk.home}1/write/").content.decode()
    assert FindingText.objects.count() == 1
