"""A thread shows where it stands and what became of it; two versions stand side by side."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from gatehouse.assessment.obligations.catalogue import catalogue
from gatehouse.safeguards.vocabulary import Role


def test_every_obligation_has_a_page(browser: Callable[..., Client]) -> None:
    client = browser(Role.COMMITTEE_MEMBER)
    page = client.get("/obligations/GCTS-19/").content.decode()
    assert "GCTS-2014" in page
    assert catalogue().obligation("GCTS-19").duty[:30] in page
    assert client.get("/obligations/2396-999/").status_code == 404


def test_two_versions_are_compared_and_the_changes_add_up(browser: Callable[..., Client]) -> None:
    client = browser(Role.DONOR)
    answer = client.get("/obligations/compare/")
    assert len(answer.context["changes"]) == sum(count for _kind, count in answer.context["counts"])
    new = client.get("/obligations/compare/?change=new").context["changes"]
    assert new
    assert {one["change"].kind for one in new} == {"new"}
    assert client.get("/obligations/compare/?pair=a+b").status_code == 200


def test_a_draft_is_said_to_be_one(browser: Callable[..., Client]) -> None:
    page = browser(Role.ANALYST).get("/obligations/instruments/").content.decode()
    assert page.count("tag-warn") == sum(version.status == "draft" for version in catalogue().versions)
