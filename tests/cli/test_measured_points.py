"""Scores told apart by the list they are of."""

from __future__ import annotations

from gatehouse.cli.measured_points import by_list, measured
from gatehouse.screening.matching.screener import Score


def test_scores_are_counted_for_their_own_list() -> None:
    scores = [Score("A", "1", 0.9, True), Score("B", "1", 0.5, True), Score("A", "2", 0.6, True)]
    assert by_list(scores) == {"A": [0.9, 0.6], "B": [0.5]}
    assert by_list([]) == {}


def test_each_list_is_measured_beside_the_others(tmp_path, list_csv) -> None:
    one, other = tmp_path / "a.csv", tmp_path / "b.csv"
    one.write_text(list_csv)
    other.write_text(list_csv.replace("DEMO,", "OTHER,"))
    found = measured([one, other], 10)
    assert [(row.list, row.persons, row.appearances, row.travellers) for row in found] == [
        ("DEMO", 2, 6, 10),
        ("OTHER", 2, 6, 10),
    ]
    assert [row.points[0].recall for row in found] == [1.0, 1.0], "each by its own entry"
    assert measured([one, other], 10) == found
