"""The file is for machines: numbers as they are, days as ISO 8601."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from gatehouse.measures.proportion import Interval
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.overview.exported import _cell


@pytest.mark.usefixtures("database")
def test_a_day_is_written_so_that_it_can_be_read(browser: Callable[..., Client]) -> None:
    rows = browser(Role.SENIOR_ANALYST).get("/overview/days.csv").content.decode().splitlines()
    assert dt.date.fromisoformat(rows[1].split(",")[0])


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("name", ["days", "lists", "criteria", "lead-times"])
def test_every_table_is_a_file(browser: Callable[..., Client], name: str) -> None:
    client = browser(Role.OPERATOR)
    answer = client.get(f"/overview/{name}.csv?days=7")
    assert answer["Content-Type"].startswith("text/csv")
    assert answer.content.decode().splitlines()[0].count(",") >= 1
    assert client.get("/overview/nothing.csv").status_code == 404


def test_an_interval_is_written_as_its_ends_and_what_is_withheld_is_blank() -> None:
    assert [_cell(one) for one in (Interval(0.1, 0.25), None, 3)] == ["0.1000-0.2500", None, 3]
