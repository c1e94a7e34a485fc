"""Reports as JSON: whole, and their head read back."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable

import orjson
import pytest

from gatehouse.screening.criteria.report import report
from gatehouse.screening.criteria.report_json import head_from, report_from, to_json


def test_a_report_is_written_whole_and_its_head_comes_back(
    criterion_of: Callable, trial_of: Callable, today: dt.date
) -> None:
    made = report(trial_of(criterion_of(), [(90, "DEU", True), (50, "FRA", False)]), "made", today)
    content = to_json(made)
    assert head_from(content) == (made.sha256, today, made.flags)
    kept = orjson.loads(content)
    assert kept["hits"]["interval"] == {"low": made.hits.interval.low, "high": made.hits.interval.high}
    assert kept["disparity"][0]["group"] == made.disparity[0].group
    assert kept["k"] == 10


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"sha256":"a","made":"yesterday","flags":[]}'])
def test_what_is_no_report_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"no report|isoformat"):
        head_from(content)


def test_a_report_comes_back_whole(criterion_of: Callable, trial_of: Callable, today: dt.date) -> None:
    people = [(90, "DEU", True), (40, "DEU", False), (300, "FRA", False)]
    made = report(trial_of(criterion_of(), people), "made", today)
    assert report_from(to_json(made)) == made
    assert any(row.ratio and math.isinf(row.ratio.value) for row in made.disparity)


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"flags":[]}'])
def test_what_is_no_report_does_not_come_back(content: bytes) -> None:
    with pytest.raises(ValueError, match="no report"):
        report_from(content)
