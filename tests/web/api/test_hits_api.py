"""Hits by the API: what waits, one whole, and the same acts of people as on the pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.hits.models import Hit
from gatehouse.screening.review.models import Act, Review

pytestmark = pytest.mark.usefixtures("stored_day")


def _said(**more: Any) -> dict[str, Any]:
    review = Review.objects.get()
    return {"acts": review.version, "version": review.hit.version, **more}


@pytest.fixture
def hit() -> int:
    """The one hit."""
    return Hit.objects.get().pk


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("list=DEMO&state=open", True),
        ("list=OTHER", False),
        ("state=awaiting-second", False),
        ("score_min=1", False),
        ("due_before=2000-01-01T00:00:00Z", False),
        ("assignee=nobody", True),
        ("assignee=me", False),
    ],
)
def test_hits_are_narrowed(caller: Callable[..., Any], hit: int, query: str, found: bool) -> None:
    rows = caller(Role.ANALYST)("get", f"/hits?{query}").json()["hits"]
    assert [row["hit"] for row in rows] == ([hit] if found else [])


@pytest.mark.parametrize(
    "query", ["state=gone", "score_min=2", "due_before=2026-01-01T00:00:00", "assignee=you", "list=a b"]
)
def test_a_filter_that_is_none_is_told(caller: Callable[..., Any], query: str) -> None:
    answer = caller(Role.ANALYST)("get", f"/hits?{query}")
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")


def test_what_waits_and_one_of_it_whole(caller: Callable[..., Any], hit: int) -> None:
    analyst = caller(Role.ANALYST)
    page = analyst("get", "/hits").json()
    assert [row["hit"] for row in page["hits"]] == [hit]
    assert page["after"] is None
    assert "KARIM" not in str(page)
    assert analyst("get", f"/hits?after={hit}").json()["hits"] == []
    whole = analyst("get", f"/hits/{hit}").json()
    assert (whole["name"], whole["list"]) == ("YUSUF KARIM", "DEMO")
    assert whole["explanation"]
    assert analyst("get", "/hits/999").json()["code"] == "no-such"


def test_a_match_takes_two_persons(caller: Callable[..., Any], hit: int) -> None:
    first, other = caller(Role.ANALYST), caller(Role.SENIOR_ANALYST)
    said = _said(answer="same", reason="document", text="the same document")
    assert first("post", f"/hits/{hit}/decisions", data=said).status_code == 201
    mine = first("post", f"/hits/{hit}/seconds", data=_said(agrees=True))
    assert mine.status_code == 403
    agreed = other("post", f"/hits/{hit}/seconds", data=_said(agrees=True))
    assert (agreed.status_code, agreed.json()["state"]) == (201, "confirmed")


def test_what_has_moved_since_is_told_and_nothing_stored(caller: Callable[..., Any], hit: int) -> None:
    said = _said(answer="not-same", reason="birth-date", text="another year")
    stale = caller(Role.ANALYST)("post", f"/hits/{hit}/decisions", data=said | {"version": 7})
    assert (stale.status_code, stale.json()["code"]) == (409, "stale")
    assert not Act.objects.exists()


def test_a_program_decides_nothing(caller: Callable[..., Any], hit: int) -> None:
    said = _said(answer="not-same", reason="birth-date", text="another year")
    answer = caller(Role.ANALYST, person=False)("post", f"/hits/{hit}/decisions", data=said)
    assert answer.json()["code"] == "no-scope"
    assert not Act.objects.exists()


def test_a_program_of_another_unit_sees_and_decides_nothing(caller: Callable[..., Any], hit: int) -> None:
    Review.objects.update(unit="UNIT-2")
    here = caller(Role.ANALYST)
    assert here("get", "/hits").json()["hits"] == []
    seen = here("get", f"/hits/{hit}")
    assert (seen.status_code, seen.json()["code"]) == (403, "refused")
    assert "KARIM" not in seen.content.decode()
    said = _said(answer="not-same", reason="name-only", text="")
    assert here("post", f"/hits/{hit}/decisions", data=said).status_code == 403
    assert Act.objects.count() == 0
