"""`gatehouse simulate-list` writes a list and travellers that belong together, and never over anything."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

from gatehouse.screening.watchlists.reader import read_list


def test_it_writes_a_list_and_travellers_of_it(run: Callable, tmp_path: Path) -> None:
    out = tmp_path / "national"
    result = run("simulate-list", "--entries", 200, "--travellers", 30, "--plant", 20, "--out", out)
    assert result.status == 0
    listed = {entry.entry_id for entry in read_list(out / "list.csv").entries}
    with (out / "travellers.csv").open(encoding="utf-8", newline="") as stream:
        truth = [row["entry_id"] for row in csv.DictReader(stream)]
    assert (len(listed), len(truth)) == (200, 50)
    assert {found for found in truth if found} <= listed
    assert sum(bool(found) for found in truth) == 20


def test_a_folder_with_something_in_it_is_refused(run: Callable, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep")
    assert run("simulate-list", "--out", tmp_path).status == 2
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
