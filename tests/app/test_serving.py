"""The workbench served by real processes."""

from __future__ import annotations

import json
import threading

import pytest

from gatehouse.app import serving
from gatehouse.web.warming import Warmed
from served import get


@pytest.fixture(scope="module")
def port(site: str) -> int:
    """The port of `gatehouse serve`, running."""
    return int(site.rpartition(":")[2])


def test_it_is_ready_and_shows_the_sign_in(port: int) -> None:
    status, _headers, body = get(port, "/ready/")
    assert (status, json.loads(body)["ready"]) == (200, True)
    status, headers, body = get(port, "/sign-in/")
    assert status == 200
    assert "content-security-policy" in headers


def test_a_process_is_warm_before_it_answers_even_where_the_lists_cannot_be_had(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[str] = []
    monkeypatch.setattr("gatehouse.web.warming.warmed", lambda: told.append("pages") or Warmed(98, 160, 6))
    monkeypatch.setattr("gatehouse.screening.enquiries.at_hand.warm", lambda: told.append("lists"))
    assert serving._warm() == "98 pages, 160 templates, 6 languages"
    assert sorted(told) == ["lists", "pages"]
    monkeypatch.setattr(serving, "LISTS_SECONDS_MAX", 0.01)
    waiting = threading.Event()
    monkeypatch.setattr("gatehouse.screening.enquiries.at_hand.warm", waiting.wait)
    assert serving._warm().endswith("6 languages, the lists not yet")
    waiting.set()


def test_files_carry_their_hash_and_are_kept_for_good(port: int) -> None:
    page = get(port, "/sign-in/")[2].decode()
    sheet = page.split('rel="stylesheet" href="')[1].split('"')[0]
    assert sheet != "/static/gatehouse/workbench.css"
    status, headers, body = get(port, sheet)
    assert status == 200
    assert "immutable" in headers["cache-control"]
    assert len(body) < 40_000


def test_an_unknown_host_is_not_answered(port: int) -> None:
    assert get(port, "/sign-in/", "elsewhere.example")[0] == 400
