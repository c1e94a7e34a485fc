"""What the checks of criteria hold to, from `thresholds.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

THRESHOLDS_FILE = Path(__file__).with_name("thresholds.toml")


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Days, numbers of cases and travellers, and what is flagged; each is explained in the file."""

    review_days_max: int
    sunset_days_max: int
    report_age_days_max: int
    yes_min: int
    no_min: int
    travellers_min: int
    hits_min: int
    known_min: int
    strength_min: float
    p_value_max: float
    ratio_min: float
    pooled_below: int
    age_bands: tuple[int, ...]


@lru_cache(maxsize=1)
def thresholds() -> Thresholds:
    """The thresholds of the file. Raises `TypeError` when one is missing or unknown: the file is part of the code."""
    with THRESHOLDS_FILE.open("rb") as stream:
        sections = tomllib.load(stream)
    values = {name: value for section in sections.values() for name, value in section.items()}
    return Thresholds(**values | {"age_bands": tuple(values["age_bands"])})
