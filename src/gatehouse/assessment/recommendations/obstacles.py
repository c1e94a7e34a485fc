"""Why something is not done: a closed list (`obstacles.csv`), so that reasons can be counted and help be matched."""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib import resources

HELP_PENDING = "help-pending"


@lru_cache(maxsize=1)
def obstacles() -> dict[str, dict[str, str]]:
    """Every obstacle by its code, in words by language."""
    text = resources.files(__package__).joinpath("obstacles.csv").read_text(encoding="utf-8")
    return {row["code"]: {"en": row["en"], "zh": row["zh"]} for row in csv.DictReader(text.splitlines())}
