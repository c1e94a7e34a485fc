"""Series of parts: known when complete, never waited for."""

from __future__ import annotations

import pytest

from gatehouse.screening.intake.models import Series
from gatehouse.screening.intake.series import SeriesBook, base_of
from gatehouse.terms.flight import Flight, Leg
from gatehouse.terms.reading import Part, Reading

pytestmark = pytest.mark.usefixtures("database")


def _take(*parts: tuple[int, bool]) -> list[tuple[str, bool]]:
    """Each part in a batch of its own; the push and whether the series was complete then."""
    told = []
    for number, last in parts:
        book = SeriesBook(["B"], 1)
        step = book.take("B", number, last)
        book.save()
        told.append((step.push, step.is_complete))
    return told


@pytest.mark.parametrize("order", [(1, 2, 3), (3, 1, 2), (2, 3, 1)])
def test_a_series_is_complete_when_all_parts_came_in_any_order(order: tuple[int, ...]) -> None:
    told = _take(*((number, number == 3) for number in order))
    assert [complete for _, complete in told] == [False, False, True]
    assert len({push for push, _ in told}) == 1
    assert Series.objects.get().complete


def test_a_lost_part_leaves_the_series_open() -> None:
    _take((1, False), (3, True))
    assert not Series.objects.get().complete


def test_a_part_sent_again_is_told_from_the_first_one() -> None:
    told = _take((1, False), (1, False))
    assert told[0][0] != told[1][0]
    assert Series.objects.count() == 1


def test_the_same_base_after_a_complete_series_begins_anew() -> None:
    told = _take((1, False), (2, True), (1, False))
    assert told[2][0] != told[0][0]
    assert sorted(Series.objects.values_list("generation", flat=True)) == [1, 2]


def test_a_second_final_mark_begins_anew() -> None:
    _take((3, True), (2, True))
    assert Series.objects.count() == 2


@pytest.mark.parametrize(
    ("part", "alone"), [(None, True), (Part(1, True), True), (Part(1, False), False), (Part(2, True), False)]
)
def test_a_message_alone_is_no_series(part: Part | None, alone: bool) -> None:
    assert (base_of(Reading("PAXLST", part=part)) is None) is alone


def test_the_base_tells_lists_of_one_flight_apart() -> None:
    flights = (Flight("ZZ", "1", None, (Leg("CDG", "LHR", "2026-01-20"),)),)
    readings = [
        Reading("PAXLST", function_code=code, sender=sender, part=Part(1, False), flights=flights)
        for code in ("745", "250")
        for sender in ("A", "B")
    ]
    assert len({base_of(reading) for reading in readings}) == 4
