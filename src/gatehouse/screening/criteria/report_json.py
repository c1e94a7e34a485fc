"""A report as JSON for the register's folder, and what activation needs of it back again."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any, NamedTuple

import orjson

from gatehouse.measures.proportion import Interval, Proportion
from gatehouse.measures.ratio import Ratio
from gatehouse.screening.criteria.report import GroupRow, Proxy, Report

PER = 10_000
"""Rates are shown for so many travellers."""


class ReportHead(NamedTuple):
    """What a stored report says of itself: of which file it is, when it was made, and what must be answered for."""

    sha256: str
    made: dt.date
    flags: tuple[str, ...]


def to_json(report: Report) -> bytes:
    """The report as indented JSON, with its flags in words."""
    kept = {name: getattr(report, name) for name in Report.__slots__}
    options = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
    return orjson.dumps({**kept, "flags": report.flags}, option=options, default=_plain)


def _plain(value: object) -> object:
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return value._asdict()
    raise TypeError(f"{type(value).__name__} has no JSON form")


def head_from(content: bytes) -> ReportHead:
    """The head of a stored report. Raises `ValueError` when it is no report."""
    try:
        kept = orjson.loads(content)
        return ReportHead(str(kept["sha256"]), dt.date.fromisoformat(kept["made"]), tuple(map(str, kept["flags"])))
    except (KeyError, TypeError, orjson.JSONDecodeError) as fault:
        raise ValueError("is no report of a trial") from fault


def report_from(content: bytes) -> Report:
    """The whole of a stored report. Raises `ValueError` when it is no report."""
    try:
        kept = orjson.loads(content)
        del kept["flags"]
        made = dt.date.fromisoformat(kept.pop("made"))
        hits, false_hits = (_proportion(kept.pop(name)) for name in ("hits", "false_hits"))
        groups = tuple(GroupRow(**{**row, "ratio": _ratio(row["ratio"])}) for row in kept.pop("disparity"))
        proxies = tuple(Proxy(**{**one, "groups_above": tuple(one["groups_above"])}) for one in kept.pop("proxies"))
        return Report(**kept, hits=hits, false_hits=false_hits, made=made, disparity=groups, proxies=proxies)
    except (KeyError, TypeError, orjson.JSONDecodeError) as fault:
        raise ValueError("is no report of a trial") from fault


def _proportion(kept: dict[str, Any]) -> Proportion:
    return Proportion(**{**kept, "interval": Interval(**kept["interval"])})


def _ratio(kept: dict[str, Any] | None) -> Ratio | None:
    """An infinite end has no JSON form and was kept as null."""
    if kept is None:
        return None
    ends = (kept["value"], *kept["interval"].values())
    value, low, high = (math.inf if end is None else end for end in ends)
    return Ratio(value, Interval(low, high))
