"""Supervisors see counts, as a table, a picture and CSV, and nobody in particular."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.http import QueryDict
from django.test import Client

from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.overview.overview import DAYS, span_of

pytestmark = pytest.mark.usefixtures("database")


@pytest.mark.parametrize(("asked", "days"), [("", DAYS), ("days=31", 31), ("days=5", DAYS), ("days=x", DAYS)])
def test_the_address_names_the_span(asked: str, days: int) -> None:
    span = span_of(QueryDict(asked))
    assert (span.end - span.first).days == days


def test_every_signed_in_role_may_look(browser: Callable[..., Client]) -> None:
    for role in (Role.SENIOR_ANALYST, Role.OVERSIGHT_READER, Role.OPERATOR):
        page = browser(role).get("/overview/?days=31")
        assert page.status_code == 200
        assert b"Time before departure" in page.content


def test_the_days_are_a_file_too(browser: Callable[..., Client]) -> None:
    answer = browser(Role.SENIOR_ANALYST).get("/overview/days.csv?days=7")
    lines = answer.content.decode().splitlines()
    assert (lines[0], len(lines)) == ("day,messages,travellers,repeats,cleared,confirmed", 8)
