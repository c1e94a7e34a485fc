"""The published weights of the score, read from `weights.toml` beside this module."""

from __future__ import annotations

import hashlib
import math
import tomllib
from functools import lru_cache
from importlib import resources
from pathlib import Path

import numpy as np

from gatehouse.screening.matching.name_kernel import FEATURES, Floats

WEIGHTS_FILE = Path(__file__).with_name("weights.toml")


@lru_cache(maxsize=1)
def weights() -> dict[str, dict[str, float]]:
    """Section → observation → weight in log-odds."""
    loaded = tomllib.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
    return {section: {name: float(value) for name, value in table.items()} for section, table in loaded.items()}


@lru_cache(maxsize=1)
def name_weights() -> Floats:
    """The starting point and then the weight of each of `name_kernel.FEATURES`: float32, read-only."""
    table = weights()["name"]
    row = np.array([table["starting_point"], *(table[feature] for feature in FEATURES)], dtype=np.float32)
    row.setflags(write=False)
    return row


@lru_cache(maxsize=1)
def knowledge_hash() -> str:
    """The hash of all that a score depends on beside the code: the weights, and every table of names."""
    found = hashlib.sha256(WEIGHTS_FILE.read_bytes())
    for file in sorted(resources.files("gatehouse.names").iterdir(), key=lambda item: item.name):
        if file.name.endswith(".csv"):
            found.update(file.name.encode() + b"\0" + file.read_bytes())
    return found.hexdigest()


@lru_cache(maxsize=1)
def model_hash() -> str:
    """SHA-256 of the model file: the version of the weights. `weights.lock` holds the reviewed one."""
    return hashlib.sha256(WEIGHTS_FILE.read_bytes()).hexdigest()


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
