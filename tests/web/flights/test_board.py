"""The board opens through the door, and says which messages did not come."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from gatehouse.safeguards.vocabulary import Role
from stored_day import store_day


@pytest.mark.usefixtures("database")
def test_a_day_of_flights(tmp_path: Path, browser: Callable[..., Client]) -> None:
    store_day(tmp_path)
    page = browser(Role.ANALYST).get("/flights/")
    (row, state) = page.context["rows"][0]
    assert (page.status_code, row.travellers, row.missing, str(state)) == (200, 2, ("PNRGOV",), "Scheduled")
    assert b"KARIM" not in page.content.upper()


@pytest.mark.usefixtures("database")
def test_an_operator_has_no_flights(browser: Callable[..., Client]) -> None:
    assert browser(Role.OPERATOR).get("/flights/").status_code == 403


@pytest.mark.usefixtures("database")
def test_a_day_without_flights_says_so(browser: Callable[..., Client]) -> None:
    assert b"No flight of this day is known" in browser(Role.ANALYST).get("/flights/?day=1999-01-01").content
