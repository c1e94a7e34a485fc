"""Series: the parts of one list or push (UNH S010), and whether all of them came.

Nothing waits for a part. A series knows which parts it has; `late_series.py` reports those that stayed incomplete.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import orjson
from django.utils import timezone

from gatehouse.screening.bulk import copy_rows, fresh_ids, update_rows
from gatehouse.screening.intake.models import Series
from gatehouse.screening.stored_text import storable
from gatehouse.terms.reading import Reading


class SeriesStep(NamedTuple):
    """What one part did: its series' row, the name that its statements are known by, and whether all parts are here."""

    id: int
    push: str
    is_complete: bool


@dataclass(slots=True)
class HeldSeries:
    """A series' row while a batch is stored."""

    id: int
    base: str
    generation: int
    parts: list[int] = field(default_factory=list)
    last_part: int | None = None
    is_new: bool = False
    is_changed: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether the part with the final mark came, and all before it."""
        return self.last_part is not None and set(range(1, self.last_part + 1)) <= set(self.parts)


def base_of(reading: Reading) -> str | None:
    """What the parts of one series share, or nothing for a message that stands alone (`01:F` or no S010)."""
    part = reading.part
    if part is None or (part.number == 1 and part.last):
        return None
    about = reading.common_reference
    if not about:
        flight = reading.flights[0] if reading.flights else None
        departs = flight.legs[0].departs if flight and flight.legs else None
        about = f"{flight.designator if flight else '?'}/{departs or '?'}"
    return storable("|".join((reading.sender or "?", reading.type or "?", reading.function_code or "?", about)))


class SeriesBook:
    """The series of one batch: the newest generation of each base."""

    def __init__(self, bases: Iterable[str], new_at_most: int) -> None:
        self._held: dict[str, HeldSeries] = {}
        rows = Series.objects.filter(base__in=set(bases)).order_by("generation")
        for id_, base, generation, parts, last in rows.values_list("id", "base", "generation", "parts", "last_part"):
            self._held[base] = HeldSeries(id_, base, generation, parts, last)
        self._touched: dict[int, HeldSeries] = {}
        self._ids: Iterator[int] = fresh_ids(Series, new_at_most)

    def take(self, base: str, number: int, is_last: bool) -> SeriesStep:
        """A part came. After a complete series, or where the final mark contradicts, a new generation begins."""
        held = self._held.get(base)
        contradicts = held is not None and is_last and held.last_part not in (None, number)
        if held is None or held.is_complete or contradicts:
            generation = held.generation + 1 if held else 1
            held = HeldSeries(next(self._ids), base, generation, is_new=True)
            self._held[base] = held
        push = f"s{held.id}"
        if number in held.parts:
            push = f"{push}r{number}"
        else:
            held.parts.append(number)
        if is_last:
            held.last_part = number
        held.is_changed = True
        self._touched[held.id] = held
        return SeriesStep(held.id, push, held.is_complete)

    def save(self) -> None:
        """Write the series that this batch touched."""
        touched = list(self._touched.values())
        copy_rows(
            Series,
            ("id", "base", "generation", "parts", "last_part", "complete", "first_received_at"),
            [(*_row(held), timezone.now().isoformat()) for held in touched if held.is_new],
        )
        update_rows(
            Series,
            {"id": "bigint", "parts": "jsonb", "last_part": "integer", "complete": "boolean"},
            [(s.id, *_row(s)[3:]) for s in touched if not s.is_new],
        )


def _row(held: HeldSeries) -> tuple[int, str, int, str, int | None, bool]:
    parts = orjson.dumps(held.parts).decode()
    return held.id, held.base, held.generation, parts, held.last_part, held.is_complete
