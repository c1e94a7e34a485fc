"""A number that a running system measured, as it can be cited elsewhere: name, value, unit, as-of, source.

It is all that crosses from the screening of people to the assessment of States. Names and units are a closed list
(`live_numbers.csv`), the source is a room's code, and there is no text in it: it cannot hold a person.
"""

from __future__ import annotations

import csv
import datetime as dt
import math
import re
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

_SOURCE = re.compile(r"[a-z][a-z0-9-]{0,47}", re.ASCII)
_MEMBERS = {"name", "value", "unit", "as_of", "source"}
CASES_MIN = 10
"""A share of fewer cases than this is no measure, and could tell of somebody."""


class Measure(NamedTuple):
    """One row of the list."""

    name: str
    unit: str
    meaning: str


class LiveNumber(NamedTuple):
    """`value` in `unit` on the day `as_of`, as the room or system `source` measured it. Make it with `live_number`."""

    name: str
    value: float
    unit: str
    as_of: dt.date
    source: str

    def as_json(self) -> dict[str, str | float]:
        """Its members for JSON."""
        return {**self._asdict(), "as_of": self.as_of.isoformat()}


@lru_cache(maxsize=1)
def measures() -> dict[str, Measure]:
    """Every number that may be cited, by its name."""
    text = resources.files(__package__).joinpath("live_numbers.csv").read_text(encoding="utf-8")
    return {row["name"]: Measure(**row) for row in csv.DictReader(text.splitlines())}


def live_number(name: str, value: float, as_of: dt.date, source: str, cases: int) -> LiveNumber:
    """The number, checked. Raises `ValueError` for a name not in the list, too few cases, or a value that is none."""
    if cases < CASES_MIN:
        raise ValueError(f"a number of fewer than {CASES_MIN} cases is not cited; measure over a longer time")
    return _checked(name, value, as_of, source)


def _checked(name: str, value: float, as_of: dt.date, source: str) -> LiveNumber:
    measure = measures().get(name)
    if measure is None:
        raise ValueError("no such number can be cited; use a name of live_numbers.csv, or add it there")
    if not math.isfinite(value) or value < 0 or (measure.unit == "percent" and value > 100):
        raise ValueError(f"{name}: the value is not one in {measure.unit}")
    if not _SOURCE.fullmatch(source):
        raise ValueError(f"{name}: the source is a short code, never a name")
    return LiveNumber(name, float(value), measure.unit, as_of, source)


def live_number_from(told: Mapping[str, object]) -> LiveNumber:
    """The number that JSON tells of. Raises `ValueError` for anything else."""
    if set(told) != _MEMBERS:
        raise ValueError(f"a cited number has exactly {', '.join(sorted(_MEMBERS))}")
    value = told["value"]
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("the value of a cited number is a number")
    found = _checked(str(told["name"]), value, dt.date.fromisoformat(str(told["as_of"])), str(told["source"]))
    if told["unit"] != found.unit:
        raise ValueError(f"{found.name} is measured in {found.unit}")
    return found
