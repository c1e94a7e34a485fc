"""The files of the catalogue → values, once. A broken file stops the program: it is ours, and tests read it."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

from gatehouse.assessment.obligations.catalogue.thread import (
    Catalogue,
    Change,
    Obligation,
    Placing,
    State,
    Tier,
    Version,
)

FOLDER = Path(__file__).parent


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """The catalogue that is shipped."""
    placings: dict[str, list[Placing]] = {}
    for row in _rows("placings.csv"):
        placings.setdefault(row["obligation"], []).append(Placing(row["version"], row["paragraph"]))
    chinese = {row["code"]: row["zh"] for row in _rows("duties.csv")}
    return Catalogue(
        tuple(_version(row) for row in _rows("instruments.csv")),
        tuple(_obligation(row, placings.get(row["code"], []), chinese) for row in _rows("obligations.csv")),
        tuple(_change(row) for row in _rows("changes.csv")),
    )


def obligation(code: str) -> Obligation:
    """The obligation of a code (`2396-11a`) or number (`R031`). Raises `UnknownObligation`."""
    return catalogue().obligation(code)


def _version(row: dict[str, str]) -> Version:
    return Version(
        row["version"],
        row["instrument"],
        row["title"],
        row["organ"],
        row["symbol"] or None,
        row["date"] or None,
        row["status"],
        row["chapter_vii"] == "yes",
        int(row["operative"]),
        int(row["preambular"]),
        row["remark"],
    )


def _obligation(row: dict[str, str], placings: list[Placing], chinese: dict[str, str]) -> Obligation:
    return Obligation(
        code=row["code"],
        numbers=tuple(row["numbers"].split()),
        duty=row["duty"],
        duty_zh=chinese.get(row["code"]),
        addressees=tuple(row["addressees"].split("; ")),
        force=row["force"],
        deadlines=tuple(row["deadline"].split()),
        tier=Tier(row["tier"]),
        area=tuple(row["area"].split()),
        function=row["function"],
        done_when=row["done_when"],
        question=row["question"] or None,
        state=State(row["state"]),
        evidence=row["evidence"] or None,
        missing=row["missing"] or None,
        placings=tuple(placings),
    )


def _change(row: dict[str, str]) -> Change:
    return Change(
        row["before"],
        tuple(row["before_paragraphs"].split()),
        row["after"],
        tuple(row["after_paragraphs"].split()),
        row["change"],
        row["what"],
    )
