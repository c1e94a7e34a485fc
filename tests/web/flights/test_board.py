"""The board opens through the door, and says which messages did not come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from accessible import violations
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.travellers.models import FlightLeg
from stored_day import store_day


@pytest.mark.usefixtures("database")
def test_a_day_of_flights(tmp_path: Path, browser: Callable[..., Client]) -> None:
    store_day(tmp_path)
    page = browser(Role.ANALYST).get("/flights/")
    (row, state, api, _pnr) = page.context["rows"][0]
    assert (page.status_code, row.travellers, row.missing, str(state)) == (200, 2, ("PNRGOV",), "Scheduled")
    assert [str(says) for _push, _name, _kind, says in api] == ["late"]
    assert b"KARIM" not in page.content.upper()


@pytest.mark.usefixtures("database")
def test_an_operator_has_no_flights(browser: Callable[..., Client]) -> None:
    assert browser(Role.OPERATOR).get("/flights/").status_code == 403


@pytest.mark.usefixtures("database")
def test_a_day_without_flights_says_so(browser: Callable[..., Client]) -> None:
    assert b"No flight of this day is known" in browser(Role.ANALYST).get("/flights/?day=1999-01-01").content


@pytest.mark.usefixtures("database")
def test_flights_with_messages_late_or_missing_stand_alone(tmp_path: Path, browser: Callable[..., Client]) -> None:
    store_day(tmp_path)
    client = browser(Role.ANALYST)
    asking = client.get("/flights/?show=asking")
    assert len(asking.context["rows"]) == 1
    assert "missing" in asking.content.decode()
    later = dt.datetime.now(dt.UTC).date() + dt.timedelta(days=5)
    FlightLeg.objects.update(departs=f"{later}T14:30")
    assert client.get(f"/flights/?show=asking&day={later}").context["rows"] == []
    calm = client.get(f"/flights/?day={later}").content.decode()
    assert "seen" in calm
    assert "passenger list" in calm


@pytest.mark.usefixtures("database")
def test_the_board_and_the_overview_are_accessible_and_nothing_is_clipped(
    tmp_path: Path, tab: Callable[..., Any]
) -> None:
    store_day(tmp_path)
    page = tab(Role.ANALYST)
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto("/flights/")
        assert page.eval_on_selector(".table-frame", "frame => frame.scrollWidth - frame.clientWidth") == 0, width
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.set_viewport_size({"width": 1280, "height": 800})
    for address in ("/flights/", "/overview/"):
        page.goto(address)
        assert violations(page) == [], address
