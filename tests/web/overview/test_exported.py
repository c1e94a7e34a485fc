"""The file is for machines: numbers as they are, days as ISO 8601."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from gatehouse.safeguards.vocabulary import Role


@pytest.mark.usefixtures("database")
def test_a_day_is_written_so_that_it_can_be_read(browser: Callable[..., Client]) -> None:
    rows = browser(Role.SENIOR_ANALYST).get("/overview/days.csv").content.decode().splitlines()
    assert dt.date.fromisoformat(rows[1].split(",")[0])
