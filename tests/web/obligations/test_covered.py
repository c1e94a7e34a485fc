"""The coverage page shows every operative paragraph once, and its picture the same counts."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from gatehouse.assessment.obligations.catalogue import catalogue
from gatehouse.safeguards.vocabulary import Role


def test_every_operative_paragraph_is_shown(browser: Callable[..., Client]) -> None:
    client = browser(Role.ASSESSOR)
    answer = client.get("/obligations/coverage/")
    assert len(answer.context["paragraphs"]) == sum(version.operative for version in catalogue().versions) == 199
    for row in answer.context["counts"]:
        assert sum(row["of"]) == row["version"].operative
    one = client.get("/obligations/coverage/?version=2395-2017&state=not-yet").context["paragraphs"]
    assert {(row.version.code, row.state.value) for row, _tag, _word in one} == {("2395-2017", "not-yet")}
    picture = client.get("/obligations/coverage.svg")
    assert picture["Content-Type"] == "image/svg+xml"
    assert b"<script" not in picture.content
