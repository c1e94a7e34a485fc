"""Evidence is brought with its hash and chain, checked, handed over and opened; what is refused comes back as typed."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable

import orjson
import pytest
from django.test import Client

from gatehouse.assessment.access.teams import name_member
from gatehouse.assessment.evidence.limits import FILE_BYTES_MAX
from gatehouse.assessment.evidence.models import Item
from gatehouse.assessment.evidence.store import chain_of
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import Account
from signed_in import entries

OPERATOR = Actor("operator:1000", Role.OPERATOR)


def _file(content: bytes, name: str = "law.pdf") -> io.BytesIO:
    file = io.BytesIO(content)
    file.name = name
    return file


@pytest.fixture
def team(scene: object, account: Callable[..., Account]) -> list[Account]:
    """An assessor and a team lead of Altona."""
    made = [account(Role.ASSESSOR), account(Role.TEAM_LEAD)]
    for one, role in zip(made, (Role.ASSESSOR, Role.TEAM_LEAD), strict=True):
        name_member(OPERATOR, scene.state, scene.cycle, Actor(f"account:{one.pk}", role))
    return made


def test_a_document_is_taken_in_handed_over_checked_and_opened(
    scene: object, team: list[Account], browser: Callable[..., Client]
) -> None:
    assessor, lead = (browser(of=one) for one in team)
    home = f"{scene.home}evidence/"
    said = {"kind": "document", "title": "Border Act", "obligations": "2396-2, 2396-11a", "file": _file(b"%PDF-1 act")}
    assert scene.focal.post(f"{home}bring/", said).status_code == 302
    item = Item.objects.get()
    assert item.sha256 == hashlib.sha256(b"%PDF-1 act").hexdigest()
    assert (item.obligations, item.from_the_state) == (["2396-2", "2396-11a"], True)
    assert [entry.details["evidence"] for entry in entries("evidence.added")] == [f"evidence:{item.pk}"]

    told = assessor.get(home)
    assert [(one.item.pk, one.broken, hand) for one, _kind, hand in told.context["items"]] == [(item.pk, (), None)]
    got = assessor.get(f"{home}{item.pk}/file/")
    assert (got.content, got.headers["Content-Type"]) == (b"%PDF-1 act", "application/octet-stream")
    assert got.headers["Content-Disposition"] == f'attachment; filename="evidence-{item.pk}.pdf"'
    assert assessor.post(f"{home}{item.pk}/check/").status_code == 400, "the State still holds it"

    to = f"account:{team[0].pk}"
    assert scene.focal.post(f"{home}{item.pk}/hand-over/", {"to": "account:999"}).status_code == 400
    assert scene.focal.post(f"{home}{item.pk}/hand-over/", {"to": to}).status_code == 302
    assert assessor.post(f"{home}{item.pk}/check/").status_code == 302
    assert [str(event.deed) for event in chain_of(item)] == ["received", "handed-over", "checked"]
    assert lead.get(home).context["items"][0][0].broken == ()


def test_every_other_kind_is_recorded(scene: object, team: list[Account], browser: Callable[..., Client]) -> None:
    assessor, home = browser(of=team[0]), f"{scene.home}evidence/"
    number = {"name": "api-coverage", "value": 92.5, "unit": "percent", "as_of": "2026-06-30", "source": "screening"}
    for more in (
        {"kind": "interview", "told": "Posts are empty.", "source": "Border police"},
        {"kind": "observation", "told": "Posts are empty."},
        {"kind": "other-body", "told": "Rated low.", "source": "A body", "reference": "A/1"},
        {"kind": "measure", "number": _file(orjson.dumps(number), "n.json")},
    ):
        assert assessor.post(f"{home}bring/", {"title": "Posts", **more}).status_code == 302, more
    kinds = ["interview", "observation", "other-body", "measure"]
    assert list(Item.objects.order_by("pk").values_list("kind", flat=True)) == kinds
    assert scene.focal.get(home).context["items"] == [], "a State sees what it brought itself"


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"kind": "document", "title": "No file"}, "file"),
        ({"kind": "interview", "title": "No office", "told": "x"}, "source"),
        ({"kind": "measure", "title": "No number"}, "number"),
        ({"kind": "measure", "title": "T", "number": b"{}"}, "exactly"),
        ({"kind": "observation", "title": "T", "told": "x", "obligations": "2396-999"}, "no obligation"),
        ({"kind": "gossip", "title": "T", "told": "x"}, "gossip"),
        ({"kind": "observation", "title": "x" * 201, "told": "x"}, "200"),
        ({"kind": "observation", "title": "T", "told": "x\x00y"}, "Null"),
    ],
)
def test_what_is_not_whole_comes_back_as_typed(scene: object, said: dict, wrong: str) -> None:
    sent = {name: _file(value, "n.json") if isinstance(value, bytes) else value for name, value in said.items()}
    refused = scene.focal.post(f"{scene.home}evidence/bring/", {"reference": "as <typed>", **sent})
    assert (refused.status_code, Item.objects.count()) == (400, 0)
    assert wrong in str(refused.context["form"].errors)
    assert "as &lt;typed&gt;" in refused.content.decode()


def test_a_file_over_the_limit_is_refused(scene: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gatehouse.web.assessment.evidence_forms.FILE_BYTES_MAX", 10)
    said = {"kind": "document", "title": "T", "file": _file(b"x" * 11)}
    assert scene.focal.post(f"{scene.home}evidence/bring/", said).status_code == 400
    assert FILE_BYTES_MAX == 25 << 20


def test_others_do_not_come_in(scene: object, browser: Callable[..., Client], account: Callable[..., Account]) -> None:
    for client in (
        browser(of=account(Role.STATE_FOCAL_POINT, unit="X-BE")),
        browser(Role.ASSESSOR),
        browser(Role.DONOR),
    ):
        assert client.get(f"{scene.home}evidence/").status_code == 403
        assert client.post(f"{scene.home}evidence/bring/", {"kind": "observation"}).status_code == 403
