"""The published weights of the score, read from `weights.toml` beside this module."""

from __future__ import annotations

import math
import tomllib
from functools import lru_cache
from pathlib import Path

WEIGHTS_FILE = Path(__file__).with_name("weights.toml")


@lru_cache(maxsize=1)
def weights() -> dict[str, dict[str, float]]:
    """Section → observation → weight in log-odds."""
    loaded = tomllib.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
    return {section: {name: float(value) for name, value in table.items()} for section, table in loaded.items()}


def logistic(log_odds: float) -> float:
    """The probability with these log-odds; safe for any finite value."""
    # Two forms of one function: each keeps the exponential from overflowing on its side of 0.
    if log_odds >= 0:
        return 1.0 / (1.0 + math.exp(-log_odds))
    grown = math.exp(log_odds)
    return grown / (1.0 + grown)


def log_odds(probability: float) -> float:
    """The log-odds of a probability; 0 and 1 give the infinities."""
    if not 0.0 < probability < 1.0:
        return math.copysign(math.inf, probability - 0.5)
    return math.log(probability / (1.0 - probability))
