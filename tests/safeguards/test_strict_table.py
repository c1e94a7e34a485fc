"""Tables read into classes: what the kinds take, and that nothing is converted."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

import pytest

from gatehouse.safeguards.strict_table import ITEMS_MAX, PLACE_MAX, StrictTables, says


class Colour(StrEnum):
    """A closed list."""

    RED = "red"


@dataclass(frozen=True)
class Thing:
    """A table with one field of each kind."""

    text: Annotated[str, "a text"]
    count: int
    day: dt.date
    sure: bool
    colours: tuple[Colour, ...]
    note: str | None = None


WHOLE = {"text": "t", "count": 3, "day": dt.date(2026, 1, 1), "sure": False, "colours": ["red"]}


def test_a_table_with_everything_becomes_the_class() -> None:
    tables = StrictTables()
    read = tables.table(Thing, WHOLE, "thing")
    assert read == Thing("t", 3, dt.date(2026, 1, 1), False, (Colour.RED,))
    assert (tables.wrong, tables.missing) == ([], [])


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("text", 1),
        ("text", ["t"]),
        ("count", "3"),
        ("count", 3.0),
        ("count", True),
        ("count", 100_001),
        ("day", "2026-01-01"),
        ("day", dt.datetime(2026, 1, 1)),
        ("sure", 0),
        ("colours", "red"),
        ("colours", ["green"]),
        ("colours", [["red"]]),
        ("colours", ["red"] * (ITEMS_MAX + 1)),
        ("note", 1),
        ("other", "t"),
    ],
)
def test_nothing_is_converted_into_something_else(key: str, value: object) -> None:
    tables = StrictTables()
    read = tables.table(Thing, {**WHOLE, key: value}, "thing")
    assert [problem.place.partition("[")[0] for problem in tables.wrong] == [f"thing.{key}"]
    assert read is None or key == "other"


@pytest.mark.parametrize("key", ["text", "count", "day", "sure"])
@pytest.mark.parametrize("absent", [None, ""])
def test_what_is_absent_or_empty_is_missing_and_not_wrong(key: str, absent: object) -> None:
    tables = StrictTables()
    assert tables.table(Thing, {**WHOLE, key: absent}, "thing") is None
    assert [problem.place for problem in tables.missing] == [f"thing.{key}"]
    assert tables.wrong == []


def test_what_is_no_table_is_wrong() -> None:
    tables = StrictTables()
    assert tables.table(Thing, [1], "thing") is None
    assert tables.wrong[0].place == "thing"


def test_a_key_of_any_length_and_signs_is_told_in_a_short_line() -> None:
    tables = StrictTables()
    tables.table(Thing, {**WHOLE, "\x1b[31m" + "x" * 10_000: 1}, "thing")
    assert tables.wrong[0].place.isprintable()
    assert len(tables.wrong[0].place) < PLACE_MAX + 20


def test_what_is_said_of_a_field() -> None:
    assert says(Annotated[str, "a text"]) == "a text"
    assert says(str) == ""
