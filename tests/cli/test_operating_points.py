"""`gatehouse lists operating-points`: the measured table at an operator's traffic."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.screening.matching.measuring import THRESHOLDS
from gatehouse.screening.matching.operating import operating_points, thresholds_from
from gatehouse.screening.matching.pair import THRESHOLD


def test_every_point_is_shown_and_the_shipped_one_marked(run: Callable) -> None:
    told = run("lists", "operating-points").out
    assert [f"{point.threshold:.2f}" in told for point in operating_points()] == [True] * len(operating_points())
    assert told.count("*") == 1
    assert f"{THRESHOLD:.2f} *" in told


def test_hits_follow_the_traffic(run: Callable) -> None:
    shipped = next(point for point in operating_points() if point.threshold == THRESHOLD)
    told = run("lists", "operating-points", "--travellers-per-day", "1000000").out
    line = next(line for line in told.splitlines() if "*" in line)
    assert line.strip("│ ").split()[-1] == f"{shipped.hits_per_day(1_000_000):.0f}"


@pytest.fixture
def listed(tmp_path: Path, list_csv: str) -> Path:
    path = tmp_path / "l.csv"
    path.write_text(list_csv)
    return path


def test_ones_own_list_is_measured(run: Callable, listed: Path) -> None:
    (told,) = run("lists", "operating-points", "--list", listed, "--travellers", 20, "--json").json()
    assert (told["list"], told["persons"], told["appearances"], told["travellers"]) == ("DEMO", 2, 6, 20)
    assert [point["threshold"] for point in told["points"]] == list(THRESHOLDS)
    assert told["points"][0]["recall"] == 1.0
    assert "synthetic" in told["not_known"]


def test_what_is_suggested_is_a_file_for_screening(run: Callable, listed: Path, tmp_path: Path) -> None:
    result = run("lists", "operating-points", "--list", listed, "--travellers", 20, "--false-per-thousand", 0)
    _, _, rest = result.out.partition("as thresholds.toml:")
    suggestion = tmp_path / "thresholds.toml"
    suggestion.write_text(rest.partition("A rate below")[0])
    assert set(thresholds_from(suggestion).lists) == {"DEMO"}
    assert "A rate below 1.5e+02 for 1,000 cannot be told from none" in rest


def test_a_compiled_list_is_measured_as_its_file_is(run: Callable, listed: Path, tmp_path: Path) -> None:
    run("lists", "build", "--list", listed, "--index", tmp_path / "compiled")
    asked = ("--travellers", 20, "--json")
    of_file, of_folder = (
        run("lists", "operating-points", "--list", path, *asked).json() for path in (listed, tmp_path / "compiled")
    )
    assert of_folder == of_file


@pytest.mark.parametrize("wrong", ["none.csv", "."])
def test_what_cannot_be_measured_is_refused(run: Callable, tmp_path: Path, wrong: str) -> None:
    result = run("lists", "operating-points", "--list", tmp_path / wrong)
    assert result.status == 2
    assert (result.out, result.err.count("\n")) == ("", 1)


def test_the_shipped_table_is_json_too(run: Callable) -> None:
    (told,) = run("lists", "operating-points", "--json").json()
    assert [point["threshold"] for point in told["points"]] == [point.threshold for point in operating_points()]


def test_less_than_nobody_is_refused(run: Callable) -> None:
    assert run("lists", "operating-points", "--travellers-per-day", "-1").status == 2
