"""A part that never comes is told on the newest message of its series, once."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest
from django.utils import timezone

from gatehouse.screening.intake import late_series
from gatehouse.screening.intake.models import Series, StoredMessage, Transmission

pytestmark = pytest.mark.usefixtures("database")
LATER = dt.timedelta(minutes=late_series.INCOMPLETE_MINUTES_MAX + 1)


def _series(base: str, parts: list[int], last: int | None, *, complete: bool = False) -> Series:
    made = Series.objects.create(base=base, generation=1, parts=parts, last_part=last, complete=complete)
    for part in parts:
        _message(made, part)
    return made


def _message(series: Series, part: int) -> None:
    file, _ = Transmission.objects.get_or_create(sha256="0" * 64, defaults={"name": "n", "channel": "c", "size": 1})
    index = StoredMessage.objects.count()
    StoredMessage.objects.create(
        transmission=file, index=index, begin=0, end=1, sha256=str(index), state="screened", travellers=0,
        series=series, part=part, findings=[{"severity": "info", "code": "before", "segment": None, "text": ""}],
    )  # fmt: skip


def _codes() -> dict[tuple[str, int], list[str]]:
    return {(m.series.base, m.part): [f["code"] for f in m.findings] for m in StoredMessage.objects.order_by("id")}


def test_a_lost_part_is_told_once_and_only_when_it_is_late() -> None:
    _series("A", [1, 3], 3)
    _series("B", [1, 2], 2, complete=True)
    now = timezone.now()
    assert late_series.incomplete(now) == (1, 0)
    assert late_series.report_late(now) == 0
    assert late_series.incomplete(now + LATER) == (0, 1)
    assert late_series.report_late(now + LATER) == 1
    assert late_series.report_late(now + LATER) == 0
    assert _codes()["A", 3] == ["before", late_series.CODE]
    assert [codes for place, codes in _codes().items() if place != ("A", 3)] == [["before"]] * 3
    told = StoredMessage.objects.get(series__base="A", part=3).findings[-1]
    assert told["severity"] == "warning"
    assert told["text"].startswith("part 2 did not come")


def test_a_series_that_stays_incomplete_after_another_part_is_told_again_there() -> None:
    series = _series("A", [1, 4], 4)
    later = timezone.now() + LATER
    late_series.report_late(later)
    series.parts = [1, 4, 3]
    series.save()
    _message(series, 3)
    assert late_series.report_late(later) == 1
    assert _codes()["A", 3] == ["before", late_series.CODE]


@pytest.mark.parametrize(
    ("parts", "last", "told"),
    [
        ([1, 3], 3, "part 2"),
        ([4, 2], 4, "part 1, 3"),
        ([1, 2], None, "what follows part 2"),
        ([2], None, "part 1 and what follows part 2"),
    ],
)
def test_the_parts_that_are_missing_are_named(parts: list[int], last: int | None, told: str) -> None:
    assert late_series.missing(parts, last) == told


def test_a_hostile_part_number_names_only_so_many() -> None:
    assert late_series.missing([99], 99).count(",") == late_series.PARTS_NAMED_MAX


def test_the_code_is_in_the_table_of_findings() -> None:
    with Path(late_series.__file__).with_name("findings.csv").open(encoding="utf-8", newline="") as rows:
        assert {(row["code"], row["severity"], row["rule"]) for row in csv.DictReader(rows)} == {
            (late_series.CODE, "warning", "Q04")
        }
