"""The method of assessment as data: the codes of both axes, grounds, gates, and the days of the State's reply."""

from __future__ import annotations

import csv
import tomllib
from enum import StrEnum
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from gatehouse.assessment.findings.errors import FindingsError
from gatehouse.terms.saying import Saying


class Axis(StrEnum):
    """What is rated. There is no third axis that would be both, and no number over the two."""

    COMPLIANCE = "compliance"
    EFFECTIVENESS = "effectiveness"


AXES = {Axis.COMPLIANCE: Saying("Technical compliance"), Axis.EFFECTIVENESS: Saying("Effectiveness")}
"""What each axis is called."""


def axis_named(name: str) -> Axis:
    """The axis of this name. Raises `FindingsError` for another one."""
    if name not in Axis.__members__.values():
        raise FindingsError(Saying("an axis is %(choices)s; there is none over both", choices=" or ".join(Axis)))
    return Axis(name)


class Code(NamedTuple):
    """A rating that can be given; `rank` is its place among the others, None outside the order."""

    code: str
    rank: int | None
    en: str
    zh: str


class Ground(NamedTuple):
    """Why a rating is below the highest. `counts` is False where it must not be the only reason (2396/48)."""

    ground: str
    counts: bool
    en: str
    zh: str


class Gate(NamedTuple):
    """A section without which nothing is adopted."""

    gate: str
    obligation: str
    cites: str
    en: str
    zh: str


class Method(NamedTuple):
    """Parameters of the method in force."""

    version: int
    reply_days: int
    gate_chars_min: int
    confidences: tuple[str, ...]


def _rows(name: str) -> list[dict[str, str]]:
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@lru_cache(maxsize=1)
def codes() -> dict[Axis, dict[str, Code]]:
    """The ratings of each axis, lowest first."""
    found: dict[Axis, dict[str, Code]] = {axis: {} for axis in Axis}
    for row in _rows("ratings.csv"):
        rank = int(row["rank"]) if row["rank"] else None
        found[Axis(row["axis"])][row["code"]] = Code(row["code"], rank, row["en"], row["zh"])
    return found


@lru_cache(maxsize=1)
def grounds() -> dict[str, Ground]:
    """The grounds by their codes."""
    return {
        row["ground"]: Ground(row["ground"], row["counts"] == "yes", row["en"], row["zh"])
        for row in _rows("grounds.csv")
    }


@lru_cache(maxsize=1)
def gates() -> dict[str, Gate]:
    """The gates by their codes."""
    return {row["gate"]: Gate(**row) for row in _rows("gates.csv")}


@lru_cache(maxsize=1)
def method() -> Method:
    """The method in force."""
    told = tomllib.loads(resources.files(__package__).joinpath("method.toml").read_text(encoding="utf-8"))
    return Method(**told | {"confidences": tuple(told["confidences"])})
