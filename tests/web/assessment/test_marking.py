"""A State keeps paragraphs confidential on a page and releases them; its team reads the marks, nobody else does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from gatehouse.assessment.access.teams import name_member
from gatehouse.assessment.confidentiality.models import Mark
from gatehouse.assessment.questions.answers import Place, give, readable
from gatehouse.assessment.questions.bank import bank
from gatehouse.assessment.questions.given import Given
from gatehouse.assessment.questions.questionnaire import questionnaire_of
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import Account
from signed_in import entries

PIECE = "marks/answer/strategy-adopted/"


@pytest.fixture
def answered(scene: object) -> object:
    focal = Actor("account:77", Role.STATE_FOCAL_POINT, state="X-AL")
    place = Place(scene.state, scene.cycle, questionnaire_of("self-assessment"))
    give(focal, place, bank()["strategy-adopted"], Given("yes", "The law is in force.\n\nTwo posts are empty."), 0)
    return scene


def test_a_paragraph_is_kept_and_released_with_reasons(answered: object) -> None:
    scene = answered
    assert scene.focal.get(f"{scene.home}marks/").context["groups"][0][1][0][0].name == "strategy-adopted"
    assert scene.focal.get(f"{scene.home}marks/").context["groups"][0][1][0][1] == bank()["strategy-adopted"].en
    form = scene.focal.get(scene.home + PIECE).context["form"]
    part = next(code for code, words in form.fields["parts"].choices if "posts" in words)
    said = {"parts": [part], "to": "team", "reason": "security of posts"}
    assert scene.focal.post(f"{scene.home}{PIECE}keep/", said).status_code == 302
    [mark] = Mark.objects.all()
    assert (mark.excerpt, mark.kept_to, mark.reason) == ("Two posts are empty.", "team", "security of posts")
    member = Actor("account:20", Role.COMMITTEE_MEMBER)
    assert "posts" not in str(readable(member, scene.state, scene.cycle))
    assert [entry.subject for entry in entries("mark.set")] == [mark.ref]

    release = f"{scene.home}marks/{mark.pk}/release/"
    empty = scene.focal.post(release, {"reason": " "})
    assert (empty.status_code, Mark.objects.get().released_at) == (400, None)
    assert scene.focal.post(release, {"reason": "the posts are staffed"}).status_code == 302
    assert Mark.objects.get().release_reason == "the posts are staffed"
    assert [entry.details for entry in entries("mark.released")] == [{"mark": f"mark:{mark.pk}"}]
    again = scene.focal.post(release, {"reason": "once more"})
    assert again.status_code == 400
    assert "once more" in again.content.decode()


def test_what_was_typed_comes_back(answered: object) -> None:
    scene = answered
    refused = scene.focal.post(f"{scene.home}{PIECE}keep/", {"to": "team", "reason": "because of <b>posts</b>"})
    assert refused.status_code == 400
    assert refused.context["form"]["to"].value() == "team"
    assert "because of &lt;b&gt;posts&lt;/b&gt;" in refused.content.decode()
    changed = scene.focal.post(f"{scene.home}{PIECE}keep/", {"parts": ["0" * 32], "to": "team", "reason": "r"})
    assert (changed.status_code, Mark.objects.count()) == (400, 0)


def test_the_team_reads_marks_and_sets_none(
    answered: object, account: Callable[..., Account], browser: Callable[..., Client]
) -> None:
    scene = answered
    assessor = account(Role.ASSESSOR)
    who = Actor(f"account:{assessor.pk}", Role.ASSESSOR)
    name_member(Actor("operator:1000", Role.OPERATOR), scene.state, scene.cycle, who)
    client = browser(of=assessor)
    shown = client.get(scene.home + PIECE)
    assert (shown.status_code, shown.context["may_mark"]) == (200, False)
    said = {"whole": "on", "to": "team", "reason": "r"}
    assert client.post(f"{scene.home}{PIECE}keep/", said).status_code == 403
    stranger = browser(of=account(Role.STATE_FOCAL_POINT, unit="X-BE"))
    for address in ("marks/", PIECE):
        assert stranger.get(scene.home + address).status_code == 403
    assert stranger.post(f"{scene.home}{PIECE}keep/", said).status_code == 403
    assert Mark.objects.count() == 0
    assert scene.focal.get(f"{scene.home}marks/answer/nothing/").status_code == 404
    assert scene.focal.get(f"{scene.home}marks/finding/1/").status_code == 404
