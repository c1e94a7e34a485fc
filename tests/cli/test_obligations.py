"""`gatehouse obligations` for people and machines."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path


def test_a_list_of_what_binds(run: Callable) -> None:
    shown = run("obligations", "list", "--force", "binding", "--json")
    codes = {obligation["code"] for obligation in shown.json()}
    assert {"2396-11a", "2396-12a", "2396-13a", "2396-15a"} <= codes
    assert not [code for code in codes if not code.startswith("2396-")]


def test_one_obligation(run: Callable) -> None:
    shown = run("obligations", "show", "GCTS-19").out
    assert "GCTS-2014 12" in shown
    assert "amended" in shown
    assert "no question yet" in run("obligations", "show", "R205").out
    assert "strategy-adopted" in run("obligations", "show", "R162").out
    assert json.loads(run("obligations", "show", "GCTS-19", "--json").out)["force"] == "urge"


def test_what_is_unknown_is_refused(run: Callable) -> None:
    assert run("obligations", "show", "nothing").status == 2
    assert run("obligations", "list", "--version", "nothing").status == 2
    assert run("obligations", "coverage", "--version", "nothing").status == 2


def test_coverage_in_three_forms(run: Callable, tmp_path: Path) -> None:
    assert "2396-draft: 51 paragraphs" in run("obligations", "coverage").out
    written = json.loads(run("obligations", "coverage", "--version", "2396-draft", "--json").out)
    assert len(written["paragraphs"]) == 51
    page = tmp_path / "coverage.html"
    assert run("obligations", "coverage", "--html", page).status == 0
    assert page.read_bytes().startswith(b"<!DOCTYPE html>")
