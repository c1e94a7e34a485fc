"""The log is searched by what the address says, and each search is an entry."""

from __future__ import annotations

import pytest
from django.test import Client

from signed_in import entries


def test_the_log_is_searched_by_what_the_address_says(reader: Client) -> None:
    found = reader.get("/oversight/log/?topic=refusals").context["rows"]
    assert {row["entry"].act for row in found} == {"act.refused"}
    assert reader.get("/oversight/log/?actor=account:4711").context["rows"] == []
    assert reader.get("/oversight/log/?until=2001-01-01").context["rows"] == []
    assert entries("log.searched")[-1].details == {"shown": 0}


@pytest.mark.parametrize("query", ["actor=%27;DROP", "act=none", "since=32.13.2020", "subject=" + "a" * 500, "topic=x"])
def test_what_is_no_question_is_said_beside_the_field(reader: Client, query: str) -> None:
    page = reader.get(f"/oversight/log/?{query}")
    assert page.status_code == 400
    assert page.context["filters"].errors
