"""Parts in any order, in one batch or many: a series is complete when all are here, and not before."""

from __future__ import annotations

from itertools import permutations

import pytest

from gatehouse.screening.intake.models import Series
from gatehouse.screening.intake.series import SeriesBook, base_of
from gatehouse.terms.flight import Flight, Leg
from gatehouse.terms.reading import Part, Reading

pytestmark = pytest.mark.usefixtures("database")
FLIGHTS = (Flight("ZZ", "1", None, (Leg("CDG", "LHR", "2026-01-20"),)),)


@pytest.mark.parametrize("order", list(permutations((1, 2, 3))), ids=str)
@pytest.mark.parametrize("together", [True, False], ids=["one-batch", "batch-each"])
def test_three_parts_in_any_order_are_one_series(order: tuple[int, ...], together: bool) -> None:
    """How parts are batched depends on the load of the day, so it must not matter."""
    steps = []
    book = SeriesBook(["B"], 3)
    for number in order:
        if not together:
            book = SeriesBook(["B"], 1)
        steps.append(book.take("B", number, number == 3))
        if not together:
            book.save()
    if together:
        book.save()
    assert [step.is_complete for step in steps] == [False, False, True]
    assert len({step.push for step in steps}) == len({step.id for step in steps}) == 1
    held = Series.objects.get()
    assert (sorted(held.parts), held.last_part, held.complete) == ([1, 2, 3], 3, True)


@pytest.mark.parametrize("missing", [1, 2, 3, 4])
def test_any_missing_part_keeps_a_series_open(missing: int) -> None:
    book = SeriesBook(["B"], 4)
    steps = [book.take("B", number, number == 4) for number in range(1, 5) if number != missing]
    book.save()
    assert not any(step.is_complete for step in steps)
    assert not Series.objects.get().complete


def test_series_of_two_flights_do_not_mix() -> None:
    book = SeriesBook(["A", "B"], 4)
    first = [book.take("A", 1, False), book.take("A", 2, True)]
    other = [book.take("B", 1, False)]
    book.save()
    assert first[-1].is_complete
    assert not other[-1].is_complete
    assert {step.push for step in first} & {step.push for step in other} == set()
    assert Series.objects.count() == 2


def test_what_was_saved_is_what_the_next_batch_goes_on_with() -> None:
    first = SeriesBook(["B"], 1)
    began = first.take("B", 1, False)
    first.save()
    second = SeriesBook(["B"], 1)
    ended = second.take("B", 2, True)
    second.save()
    assert (ended.id, ended.push, ended.is_complete) == (began.id, began.push, True)


def test_a_batch_that_is_given_up_leaves_nothing() -> None:
    SeriesBook(["B"], 1).take("B", 1, False)
    assert Series.objects.count() == 0


def _reading(**more: object) -> Reading:
    stated = {"function_code": "745", "sender": "ZZAIR", "part": Part(1, False), "flights": FLIGHTS, **more}
    return Reading("PAXLST", **stated)


APART = [
    ("another-function", {"function_code": "250"}),
    ("another-sender", {"sender": "QQAIR"}),
    ("another-flight", {"flights": (Flight("ZZ", "2", None, FLIGHTS[0].legs),)}),
    ("another-day", {"flights": (Flight("ZZ", "1", None, (Leg("CDG", "LHR", "2026-01-21"),)),)}),
]


@pytest.mark.parametrize("change", [row[1] for row in APART], ids=[row[0] for row in APART])
def test_parts_of_different_lists_have_different_bases(change: dict[str, object]) -> None:
    assert base_of(_reading()) != base_of(_reading(**change))


@pytest.mark.parametrize("number", [1, 2, 3, 99])
def test_all_parts_of_one_list_have_one_base(number: int) -> None:
    assert base_of(_reading(part=Part(number, False))) == base_of(_reading())


@pytest.mark.parametrize("sender", [None, "", "S" * 400, "Z\x00Z", "شركة"])
def test_any_sender_makes_a_base_that_can_be_stored(sender: str | None) -> None:
    base = base_of(_reading(sender=sender))
    assert base
    assert "\x00" not in base
    book = SeriesBook([base], 1)
    book.take(base, 1, False)
    book.save()
    assert Series.objects.get().base == base
