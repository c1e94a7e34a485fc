"""The operating point: the measured table, and an operator's file."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.matching.operating import (
    AS_SHIPPED,
    FILE_BYTES_MAX,
    OperatingError,
    OperatingPoint,
    Thresholds,
    operating_points,
    reporting_floor,
    thresholds_from,
    toml_of,
)
from gatehouse.screening.matching.pair import THRESHOLD
from gatehouse.screening.matching.screener import REPORTING_FLOOR
from gatehouse.screening.matching.weights import log_odds, logistic


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


def test_the_shipped_threshold_has_the_shipped_floor():
    assert AS_SHIPPED.default == THRESHOLD
    assert logistic(reporting_floor(THRESHOLD)) == pytest.approx(REPORTING_FLOOR)


@given(st.floats(0.5, 0.999999))
def test_a_raised_threshold_takes_the_floor_with_it(threshold):
    below = log_odds(threshold) - reporting_floor(threshold)
    assert below == pytest.approx(log_odds(THRESHOLD) - log_odds(REPORTING_FLOOR))


@given(st.floats(1e-9, 1.0))
def test_a_floor_is_never_above_its_threshold(threshold):
    assert reporting_floor(threshold) <= log_odds(threshold)


@pytest.mark.parametrize(("threshold", "floor"), [(0.45, REPORTING_FLOOR), (0.4, REPORTING_FLOOR), (0.2, 0.2)])
def test_a_lowered_threshold_lowers_the_floor_only_when_it_is_below_it(threshold, floor):
    assert logistic(reporting_floor(threshold)) == pytest.approx(floor)


def test_the_lowest_floor_is_that_of_the_lists_present():
    chosen = Thresholds(0.5, {"A": 0.9, "B": 0.8, "C": 0.1})
    assert chosen.lowest_floor({"A", "B"}) == reporting_floor(0.8)
    assert chosen.lowest_floor({"A", "OTHER"}) == reporting_floor(0.5)
    assert chosen.lowest_floor() == reporting_floor(0.1)
    assert chosen.lowest_floor(()) == reporting_floor(0.5)


def test_thresholds_in_words():
    assert Thresholds(0.6, {"UN-SC": 0.5, "A": 0.75}).in_words() == "0.6; A 0.75; UN-SC 0.5"


NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(st.floats(0.0, 1.0, exclude_min=True), st.dictionaries(NAMES, st.floats(0.0, 1.0, exclude_min=True), max_size=4))
def test_what_is_suggested_can_be_read_back(tmp_path_factory, default, lists):
    file = tmp_path_factory.getbasetemp() / "written.toml"
    file.write_text(toml_of(Thresholds(default, lists)), encoding="utf-8")
    assert thresholds_from(file) == Thresholds(default, lists)


REFUSED = [
    ("no-toml", "default ="),
    ("not-a-number", "default = nan"),
    ("too-deep", "x = " + "[" * 3000),
    ("too-long", "#" * (FILE_BYTES_MAX + 1)),
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
    with pytest.raises(OperatingError) as refusal:
        thresholds_from(file)
    assert str(file) in str(refusal.value)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(OperatingError):
        thresholds_from(tmp_path / "none.toml")
