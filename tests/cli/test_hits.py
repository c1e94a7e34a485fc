"""`gatehouse hits`: what waits, strongest first, with reasons; and its JSON contract."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.usefixtures("database")
CONTRACT = Path(__file__).parents[2] / "docs" / "contracts" / "hits.md"


@pytest.fixture
def one_hit(database: Path, run: Callable, tmp_path: Path, paxlst: str, list_csv: str) -> None:
    del database  # it is emptied first
    listed, messages = tmp_path / "l.csv", tmp_path / "m.edi"
    listed.write_text(list_csv)
    messages.write_text(paxlst)
    run("lists", "add", listed)
    run("ingest", messages)


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


def test_without_hits_it_says_so(run: Callable) -> None:
    assert "0 open hits" in run("hits").out
    assert run("hits", "--json").out == ""
