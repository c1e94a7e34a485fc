"""Answers: what is sound is stored, what is not comes back as typed and stays, and what was overtaken is kept."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from gatehouse.assessment.questions.answers import answers_of
from gatehouse.assessment.questions.question import Kind
from gatehouse.assessment.questions.questionnaire import questionnaire_of
from gatehouse.safeguards.vocabulary import Role

ASKED = questionnaire_of("self-assessment")
PART = next(s for s in ASKED.sections if any(q.kind is Kind.NUMBER and not q.conditions for q in s.questions))
CODED = next(q for s in ASKED.sections for q in s.questions if q.is_coded and not q.conditions)


def test_nothing_typed_is_lost(scene: object) -> None:
    number = next(q for q in PART.questions if q.kind is Kind.NUMBER and not q.conditions)
    address = f"{scene.home}answers/self-assessment/{PART.code}/"
    answer = scene.focal.post(address, {f"value-{number.id}": "many", f"remarks-{number.id}": "we <think>"})
    assert answer.status_code == 400
    for page in (answer.content.decode(), scene.focal.get(address).content.decode()):
        assert 'value="many"' in page
        assert "we &lt;think&gt;" in page
    assert answers_of(scene.state, scene.cycle) == {}
    assert scene.focal.post(address, {f"value-{number.id}": "7"}).status_code == 302
    assert answers_of(scene.state, scene.cycle)[number.id].given.value["value"] == "7"
    assert 'value="many"' not in scene.focal.get(address).content.decode()


def test_two_editors_are_shown_both_answers_and_settle_with_a_reason(scene: object) -> None:
    address = f"{scene.home}answers/self-assessment/{ASKED.section_of(CODED.id).code}/"
    first, second = list(CODED.options)[:2]
    for code in (first, second):
        scene.focal.post(address, {f"value-{CODED.id}": code, f"seen-{CODED.id}": "0"})
    assert answers_of(scene.state, scene.cycle)[CODED.id].given.value == first
    (pair,) = scene.focal.get(f"{scene.home}contested/").context["pairs"]
    settle = f"{scene.home}contested/{pair['number']}/settle/"
    refused = scene.focal.post(settle, {"take": "mine", "reason": " "})
    assert refused.status_code == 400
    assert scene.focal.post(settle, {"take": "mine", "reason": "the newer law"}).status_code == 302
    assert answers_of(scene.state, scene.cycle)[CODED.id].given.value == second


def test_last_cycles_answer_is_offered_and_confirmed(scene: object) -> None:
    part = ASKED.section_of(CODED.id).code
    before = f"/assessment/X-AL/{scene.before.pk}/answers/self-assessment/{part}/"
    scene.focal.post(before, {f"value-{CODED.id}": next(iter(CODED.options))})
    now = f"{scene.home}answers/self-assessment/{part}/"
    assert "It is still so" in scene.focal.get(now).content.decode()
    scene.focal.post(now, {"carry": CODED.id})
    assert answers_of(scene.state, scene.cycle)[CODED.id].origin == "carried"


def test_nobody_else_answers(scene: object, browser: Callable[..., Client]) -> None:
    address = f"{scene.home}answers/self-assessment/{ASKED.section_of(CODED.id).code}/"
    for role in (Role.ASSESSOR, Role.DONOR, Role.ANALYST):
        assert browser(role).post(address, {f"value-{CODED.id}": "yes"}).status_code == 403
    assert answers_of(scene.state, scene.cycle) == {}
