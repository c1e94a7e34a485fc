"""The tables beside this code, read once: verbs, adverbs, addressees, organs, noise, characters. Reviewed data."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent
LANGUAGES = ("zh", "en")


@lru_cache(maxsize=32)
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `name`.csv, each a mapping of its columns; every cell is text, empty where nothing is said."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


def of_language(name: str, language: str) -> tuple[dict[str, str], ...]:
    """The rows of a table that has a column `language`, for one of them."""
    return tuple(row for row in rows(name) if row["language"] == language)
