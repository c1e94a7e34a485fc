"""Days of many plans: the truth, the messages and the summary agree, and one dial turns one thing."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from gatehouse.simulation.day import CREW, simulate
from gatehouse.simulation.plan import Plan, PlanError, Summary
from gatehouse.simulation.truth import TruthRow, read_truth


def _truth(summary: Summary) -> list[TruthRow]:
    return list(read_truth(summary.out / "truth.csv"))


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


PLANS = [
    pytest.param(1, 0, 0, id="one-traveller"),
    pytest.param(2, 1, 1, id="one-of-two-planted"),
    pytest.param(11, 0, 0, id="about-a-crew"),
    pytest.param(60, 30, 40, id="half-planted"),
    pytest.param(120, 20, 3, id="more-planted-than-entries"),
]


@pytest.mark.parametrize(("travellers", "plant", "entries"), PLANS)
class TestEveryPlan:
    def _day(self, tmp_path: Path, travellers: int, plant: int, entries: int) -> Summary:
        return simulate(Plan(travellers, plant, 3, tmp_path, entries=entries, unreadable=False))

    def test_everybody_flies_once(self, tmp_path: Path, travellers: int, plant: int, entries: int) -> None:
        """As many persons as planned, and each on one flight only."""
        rows = _truth(self._day(tmp_path, travellers, plant, entries))
        flights: dict[str, set[str]] = {}
        for row in rows:
            flights.setdefault(row.person, set()).add(row.file.split("_")[1])
        flights.pop("", None)
        assert len(flights) == travellers
        assert all(len(one) == 1 for one in flights.values())

    def test_no_more_are_planted_than_asked(self, tmp_path: Path, travellers: int, plant: int, entries: int) -> None:
        summary = self._day(tmp_path, travellers, plant, entries)
        planted = {row.person for row in _truth(summary) if row.entry_id}
        assert len(planted) == summary.planted <= plant

    def test_the_truth_names_files_that_are_there(
        self, tmp_path: Path, travellers: int, plant: int, entries: int
    ) -> None:
        summary = self._day(tmp_path, travellers, plant, entries)
        written = {path.name for path in (tmp_path / "messages").iterdir()}
        assert {row.file for row in _truth(summary)} <= written
        assert len(written) == summary.files

    def test_rows_are_numbered_without_gaps(self, tmp_path: Path, travellers: int, plant: int, entries: int) -> None:
        """Place by place: a reader that counts finds the person whom the truth means."""
        places: dict[tuple[str, int], list[int]] = {}
        for row in _truth(self._day(tmp_path, travellers, plant, entries)):
            places.setdefault((row.file, row.message), []).append(row.traveller)
        assert all(found == list(range(len(found))) for found in places.values())


def _plan(out: Path) -> Plan:
    return Plan(80, 8, 4, out, entries=20, dirty=0.0, unreadable=False)


def test_a_longer_list_changes_no_flight(tmp_path: Path) -> None:
    """Separate dice: without anybody planted the traffic does not know how long the list is."""
    short = replace(_plan(tmp_path / "short"), plant=0)
    long = replace(short, entries=40, out=tmp_path / "long")
    simulate(short)
    simulate(long)
    assert _bytes(short.out / "messages") == _bytes(long.out / "messages")


def test_a_longer_list_begins_like_the_shorter(tmp_path: Path) -> None:
    short, long = _plan(tmp_path / "short"), replace(_plan(tmp_path / "long"), entries=40)
    simulate(short)
    simulate(long)
    beginning = (short.out / "list.csv").read_bytes()
    assert (long.out / "list.csv").read_bytes().startswith(beginning)


def test_more_planting_changes_no_list(tmp_path: Path) -> None:
    few, many = _plan(tmp_path / "few"), replace(_plan(tmp_path / "many"), plant=20)
    simulate(few)
    simulate(many)
    assert (few.out / "list.csv").read_bytes() == (many.out / "list.csv").read_bytes()


def test_unreadable_files_are_an_addition(tmp_path: Path) -> None:
    clean, spoiled = _plan(tmp_path / "clean"), replace(_plan(tmp_path / "spoiled"), unreadable=True)
    first, second = simulate(clean), simulate(spoiled)
    assert second.files - first.files == second.unreadable > 0
    assert _bytes(clean.out).items() <= _bytes(spoiled.out).items()


def test_a_second_run_over_the_first_leaves_the_same(tmp_path: Path) -> None:
    plan = _plan(tmp_path)
    simulate(plan)
    before = _bytes(tmp_path)
    simulate(plan)
    assert _bytes(tmp_path) == before


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("kept")
    simulate(_plan(tmp_path))
    assert (tmp_path / "notes.txt").read_text() == "kept"


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("")
    with pytest.raises(OSError, match="taken"):
        simulate(_plan(taken))


def test_flights_have_crews_of_the_size_that_is_stated(clean_day: Summary) -> None:
    crews = Counter(row.file for row in _truth(clean_day) if "_api_crew-list_" in row.file)
    assert crews
    # The last flight's crew may be cut so that the day ends with exactly the people asked for.
    assert sum(not CREW[0] <= count < CREW[1] for count in crews.values()) <= 1


def test_a_planted_person_is_told_under_one_name_in_clean_messages(clean_day: Summary) -> None:
    names: dict[str, set[tuple[str, str]]] = {}
    for row in _truth(clean_day):
        if row.entry_id:
            names.setdefault(row.person, set()).add((row.surname, row.given_names))
    assert all(len(found) == 1 for found in names.values())


def test_the_truth_is_plain_csv(clean_day: Summary) -> None:
    with (clean_day.out / "truth.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    assert tuple(rows[0]) == TruthRow._fields
    assert {len(row) for row in rows} == {len(TruthRow._fields)}


@pytest.mark.parametrize(
    ("travellers", "plant", "dirty"),
    [(1, 0, 0.0), (1, 0, 1.0), (2, 1, 0.5), (10, 5, 0.0)],
    ids=["least", "all-dirty", "half-of-two", "half-of-ten"],
)
def test_the_edges_of_a_plan_are_allowed(travellers: int, plant: int, dirty: float) -> None:
    assert Plan(travellers, plant, 1, Path("nowhere"), dirty=dirty).travellers == travellers


@pytest.mark.parametrize(
    ("travellers", "plant", "dirty"),
    [(0, 0, 0.0), (1, 1, 0.0), (11, 6, 0.0), (10, 0, -0.001), (10, 0, 1.001)],
    ids=["nobody", "half-of-one", "one-too-many", "below-none", "above-all"],
)
def test_just_beyond_the_edges_is_refused(travellers: int, plant: int, dirty: float) -> None:
    with pytest.raises(PlanError):
        Plan(travellers, plant, 1, Path("nowhere"), dirty=dirty)
