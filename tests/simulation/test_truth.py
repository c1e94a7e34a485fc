"""The truth is written once and read back the same."""

from pathlib import Path

from gatehouse.simulation.plan import Summary
from gatehouse.simulation.truth import TruthRow, read_truth, write_truth


def test_rows_come_back_as_they_were(tmp_path: Path) -> None:
    rows = [
        TruthRow("a.edi", 0, 0, "MUELLER", "ANNA", "1", "", ""),
        TruthRow("a.edi", 0, 1, 'O"NEIL, JR', "", "2", "SIM-000001", "typo-deletion"),
        TruthRow("b.edi", 3, 0, "TOUR ABC", "", "", "", ""),
    ]
    assert write_truth(rows, tmp_path / "truth.csv") == 3
    assert list(read_truth(tmp_path / "truth.csv")) == rows


def test_a_day_s_truth_tells_of_every_traveller(clean_day: Summary) -> None:
    summary, out = clean_day, clean_day.out
    rows = list(read_truth(out / "truth.csv"))
    assert len(rows) == summary.appearances
    assert len({row.person for row in rows if row.person}) == summary.travellers
    planted = {row.person for row in rows if row.entry_id}
    assert len(planted) == summary.planted
    assert all(bool(row.entry_id) == bool(row.variation) for row in rows)


def test_a_person_has_one_entry_and_one_variation(clean_day: Summary) -> None:
    said: dict[str, set[tuple[str, str]]] = {}
    for row in read_truth(clean_day.out / "truth.csv"):
        said.setdefault(row.person, set()).add((row.entry_id, row.variation))
    assert all(len(pairs) == 1 for pairs in said.values())
