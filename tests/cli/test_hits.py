"""`gatehouse hits`: what waits, strongest first, with reasons; and its JSON contract."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.screening.hits.models import Hit

pytestmark = pytest.mark.usefixtures("database")
CONTRACT = Path(__file__).parents[2] / "docs" / "contracts" / "hits.md"


@pytest.fixture
def one_hit(run: Callable, incoming: Path) -> None:
    run("ingest", incoming)


@pytest.mark.usefixtures("one_hit")
def test_json_keeps_the_contract(run: Callable) -> None:
    (hit,) = run("hits", "--json").json()
    assert set(hit) == set(re.findall(r"^\| `(\w+)`", CONTRACT.read_text(encoding="utf-8"), re.MULTILINE))
    assert (hit["list"], hit["entry_id"], hit["state"]) == ("DEMO", "D-1", "open")
    assert hit["flight"] == "ZZ123 SIN-ICN"
    assert {reason["feature"] for reason in hit["explanation"]} >= {"name", "birth-date"}


@pytest.mark.usefixtures("one_hit")
def test_for_people_it_says_who_beside_whom_and_why(run: Callable) -> None:
    shown = run("hits").out
    assert "\\n" not in shown, "line breaks between the lines of a cell are line breaks"
    assert "YUSUF KARIM" in shown
    assert "Yousef al-Karim" in shown
    assert "birth-date" in shown
    assert "until a person decides" in shown


@pytest.mark.usefixtures("one_hit")
def test_what_the_search_left_out_is_shown(run: Callable) -> None:
    assert "search:" not in run("hits").out
    Hit.objects.update(left_out="narrowed cut")
    assert "search: narrowed, cut" in run("hits").out
    (hit,) = run("hits", "--json").json()
    assert hit["left_out"] == ["narrowed", "cut"]


def test_without_hits_it_says_so(run: Callable) -> None:
    assert "0 open hits" in run("hits").out
    assert run("hits", "--json").out == ""
