"""`gatehouse simulate` writes what it says, and never over anything."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path


def test_it_writes_messages_a_list_and_the_truth(run: Callable, tmp_path: Path) -> None:
    out = tmp_path / "day"
    result = run("simulate", "--travellers", 300, "--plant", 10, "--seed", 5, "--entries", 50, "--out", out)
    assert result.status == 0
    assert any((out / "messages").iterdir())
    with (out / "truth.csv").open(encoding="utf-8") as file:
        truth = list(csv.DictReader(file))
    assert len({row["entry_id"] for row in truth if row["entry_id"]}) >= 5
    screened = run("screen", "--list", out / "list.csv", *sorted((out / "messages").glob("*.edi"))[:2], "--json")
    assert screened.out


def test_the_same_seed_gives_the_same_bytes(run: Callable, tmp_path: Path) -> None:
    for name in ("a", "b"):
        run("simulate", "--travellers", 120, "--plant", 3, "--seed", 9, "--entries", 20, "--out", tmp_path / name)
    files = sorted(p.relative_to(tmp_path / "a") for p in (tmp_path / "a").rglob("*") if p.is_file())
    assert files
    assert all((tmp_path / "a" / f).read_bytes() == (tmp_path / "b" / f).read_bytes() for f in files)


def test_a_folder_with_something_in_it_is_refused(run: Callable, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep")
    result = run("simulate", "--out", tmp_path)
    assert result.status == 2
    assert (tmp_path / "mine.txt").read_text() == "keep"


def test_more_planted_than_travelling_is_refused(run: Callable, tmp_path: Path) -> None:
    assert run("simulate", "--travellers", 5, "--plant", 6, "--out", tmp_path / "x").status == 2
