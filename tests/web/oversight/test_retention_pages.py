"""Runs of the clocks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from gatehouse.retention.models import Run
from gatehouse.safeguards.vocabulary import Role
from stored_day import store_day


def test_runs_of_the_clocks_are_shown_and_a_certificate_that_is_not_there_is_none(reader: Client) -> None:
    Run.objects.create(as_of=dt.date(2026, 11, 30), law="0" * 64, mode="demo")
    assert "not ended" in reader.get("/oversight/retention/").content.decode()
    assert reader.get("/oversight/retention/4711/").status_code == 404


@pytest.mark.usefixtures("database")
def test_what_is_due_is_counted_for_whoever_supervises(browser: Callable[..., Client], tmp_path: Path) -> None:
    store_day(tmp_path)
    page = browser(Role.DATA_PROTECTION_OFFICER).get("/oversight/retention/due/")
    assert [sum(counts) for _act, counts in page.context["rows"]] == [2, 2, 2]
    assert browser(Role.SENIOR_ANALYST).get("/oversight/retention/due/").status_code == 403
