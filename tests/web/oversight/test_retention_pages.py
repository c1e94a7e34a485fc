"""Runs of the clocks."""

from __future__ import annotations

import datetime as dt

from django.test import Client

from gatehouse.retention.models import Run


def test_runs_of_the_clocks_are_shown_and_a_certificate_that_is_not_there_is_none(reader: Client) -> None:
    Run.objects.create(as_of=dt.date(2026, 11, 30), law="0" * 64, mode="demo")
    assert "not ended" in reader.get("/oversight/retention/").content.decode()
    assert reader.get("/oversight/retention/4711/").status_code == 404
