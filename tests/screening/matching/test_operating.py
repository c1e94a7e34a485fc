"""The operating point: the measured table, and an operator's file."""

from itertools import pairwise

import pytest

from gatehouse.screening.matching.operating import OperatingError, OperatingPoint, operating_points, thresholds_from
from gatehouse.screening.matching.pair import THRESHOLD


def test_a_higher_threshold_never_finds_more():
    points = operating_points()
    assert len(points) > 3
    for lower, higher in pairwise(points):
        assert lower.threshold < higher.threshold
        assert all(a >= b for a, b in zip(lower[1:], higher[1:], strict=True))


def test_the_shipped_threshold_is_in_the_table():
    assert THRESHOLD in [point.threshold for point in operating_points()]


def test_hits_a_day_follow_the_traffic():
    point = OperatingPoint(0.6, 0.99, 0.95, 0.5, 2.0)
    assert point.hits_per_day(100_000) == pytest.approx(50)
    assert point.hits_per_day(100_000, undated_share=0.5) == pytest.approx(125)


def test_each_list_has_its_threshold(tmp_path):
    file = tmp_path / "operating.toml"
    file.write_text('default = 0.7\n[lists]\n"UN-SC" = 0.5\n', encoding="utf-8")
    chosen = thresholds_from(file)
    assert (chosen.of("UN-SC"), chosen.of("OFAC-SDN")) == (0.5, 0.7)


def test_without_a_default_the_shipped_one_holds(tmp_path):
    file = tmp_path / "operating.toml"
    file.write_text("", encoding="utf-8")
    assert thresholds_from(file).of("UN-SC") == THRESHOLD


REFUSED = [
    ("no-toml", "default ="),
    ("zero", "default = 0.0"),
    ("above-one", "default = 1.5"),
    ("text", 'default = "high"'),
    ("yes", "default = true"),
    ("unknown-key", "threshold = 0.5"),
    ("lists-no-table", "lists = 0.5"),
    ("list-out-of-range", '[lists]\n"UN-SC" = 2'),
]


@pytest.mark.parametrize("text", [pytest.param(row[1], id=row[0]) for row in REFUSED])
def test_a_file_that_cannot_be_followed_is_refused(tmp_path, text):
    file = tmp_path / "operating.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(OperatingError):
        thresholds_from(file)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(OperatingError):
        thresholds_from(tmp_path / "none.toml")
