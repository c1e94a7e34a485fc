"""Scales and units, as data (`scales.csv`, `units.csv`): which codes an answer may have, and what they are called."""

from __future__ import annotations

import csv
from decimal import Decimal
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from gatehouse.assessment.questions.errors import QuestionnaireError
from gatehouse.terms.saying import Saying

STAGES = "capability-stage"
"""The scale of stages (2396/48). It stands beside the ratings and is never one."""


class Option(NamedTuple):
    """One code of a scale. `rank` orders it among the others; None for one outside the order (does not apply)."""

    code: str
    rank: int | None
    en: str
    zh: str


class Unit(NamedTuple):
    """What a number counts, and between which values it can lie."""

    code: str
    least: Decimal
    most: Decimal
    en: str
    zh: str


def rows_of(name: str) -> list[dict[str, str]]:
    """The rows of a table of this room."""
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@lru_cache(maxsize=1)
def scales() -> dict[str, dict[str, Option]]:
    """Every scale, its options in their order."""
    found: dict[str, dict[str, Option]] = {}
    for row in rows_of("scales.csv"):
        option = Option(row["code"], int(row["rank"]) if row["rank"] else None, row["en"], row["zh"])
        found.setdefault(row["scale"], {})[option.code] = option
    return found


@lru_cache(maxsize=1)
def units() -> dict[str, Unit]:
    """Every unit by its code."""
    return {
        row["unit"]: Unit(row["unit"], Decimal(row["least"]), Decimal(row["most"]), row["en"], row["zh"])
        for row in rows_of("units.csv")
    }


def scale_of(name: str) -> dict[str, Option]:
    """The options of a scale. Raises `QuestionnaireError` for one that is not in the table."""
    try:
        return scales()[name]
    except KeyError:
        raise QuestionnaireError(
            Saying("no scale %(name)s; use one of scales.csv, or add it there", name=repr(name))
        ) from None
