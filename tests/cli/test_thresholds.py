"""Thresholds on the command line: of single lists, refused in one line, kept with the hit, and told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.screening.hits.models import Hit, HitVersion, ThresholdsUsed


@pytest.fixture
def strict(tmp_path: Path) -> Path:
    """Nobody on DEMO is above it, and everybody on any other list."""
    path = tmp_path / "strict.toml"
    path.write_text('default = 0.01\n[lists]\n"DEMO" = 0.9999999\n', encoding="utf-8")
    return path


def test_a_single_list_is_screened_with_its_own(run: Callable, strict: Path, tmp_path: Path, list_csv: str) -> None:
    listed, other, table = tmp_path / "l.csv", tmp_path / "o.csv", tmp_path / "t.csv"
    listed.write_text(list_csv)
    other.write_text(list_csv.replace("DEMO,", "OTHER,"))
    table.write_text("full_name,birth_date,document_number,document_issuer\nBoris Fiktivov,1960,99887766,RU\n")
    result = run("screen", "--list", listed, "--list", other, "--thresholds", strict, table, "--json")
    (line,) = result.json()
    marked = {(c["list"], c["above_threshold"], c["threshold"]) for c in line["candidates"] if c["entry_id"] == "D-2"}
    assert marked == {("DEMO", True, 0.9999999), ("OTHER", True, 0.01)}
    table.write_text("full_name,birth_date\nBoris Fiktivov,1960\n")
    (line,) = run("screen", "--list", listed, "--list", other, "--thresholds", strict, table, "--json").json()
    assert {c["list"] for c in line["candidates"]} == {"OTHER"}, "what is far below its own threshold is not reported"
    assert f"screening with thresholds 0.01; DEMO 0.9999999, from {strict}" in " ".join(result.err.split())


@pytest.mark.parametrize(
    ("content", "says"),
    [("default = 2", "default is not a number"), ("floor = 0.1", "unknown key floor"), ("x", "is not TOML")],
)
@pytest.mark.parametrize("command", ["screen", "ingest", "work"])
def test_a_wrong_file_is_refused_in_one_line(
    run: Callable, tmp_path: Path, paxlst: str, list_csv: str, command: str, content: str, says: str
) -> None:
    wrong, listed, message = tmp_path / "wrong.toml", tmp_path / "l.csv", tmp_path / "m.edi"
    for path, text in ((wrong, content), (listed, list_csv), (message, paxlst)):
        path.write_text(text)
    asked = {"screen": ("--list", listed, message), "ingest": (message,), "work": ("--once",)}[command]
    result = run(command, *asked, "--thresholds", wrong)
    assert result.status == 2
    refusals = [line for line in result.err.splitlines() if "demo mode" not in line]
    assert (result.out, len(refusals)) == ("", 1)
    assert str(wrong) in result.err
    assert says in result.err


def test_a_hit_keeps_the_threshold_it_was_made_with(run: Callable, strict: Path, incoming: Path) -> None:
    run("ingest", incoming, "--threshold", "0.6")
    assert [(hit.threshold, hit.state) for hit in Hit.objects.all()] == [(0.6, "open")]
    (shown,) = run("hits", "--json").json()
    assert (shown["threshold"], shown["left_out"]) == (0.6, [])
    again = run("ingest", incoming, "--thresholds", strict)
    assert "thresholds changed: were 0.6, are 0.01; DEMO 0.9999999" in " ".join(again.err.split())
    assert Hit.objects.get().threshold == 0.6, "nothing new was told of the traveller"
    assert HitVersion.objects.get().threshold == 0.6
    assert ThresholdsUsed.objects.count() == 3, "lists add, and twice ingest"


def test_nobody_becomes_a_hit_below_the_threshold_of_the_list(run: Callable, strict: Path, incoming: Path) -> None:
    assert run("ingest", incoming, "--thresholds", strict).status == 0
    assert not Hit.objects.exists()


def test_the_workers_screen_with_them_too(run: Callable, strict: Path, incoming: Path) -> None:
    run("receive", incoming)
    assert run("work", "--once", "--workers", 1, "--thresholds", strict).status == 0
    assert not Hit.objects.exists()


def test_so_are_stored_travellers_when_a_list_changes(run: Callable, strict: Path, incoming: Path) -> None:
    listed = incoming.parent / "l.csv"
    run("ingest", incoming, "--thresholds", strict)
    listed.write_text(listed.read_text().replace("Yousef al-Karim", "Yusuf al-Karim"))
    assert "0 new hits" in run("lists", "add", listed, "--thresholds", strict).out
    listed.write_text(listed.read_text().replace("Yusuf al-Karim", "Yusuf Karim"))
    assert "1 new hits" in run("lists", "add", listed).out
    assert Hit.objects.get().threshold == 0.5
