"""The kinds of help (`themes.csv`), five of them with the priority that the resolution gives them."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Theme:
    """A kind of help. `priority` from 1; None where para 50 names none."""

    code: str
    priority: int | None
    en: str
    zh: str

    def words(self, language: str) -> str:
        """Its name in a language; English where there is none in it."""
        return self.zh if language.startswith("zh") else self.en


@lru_cache(maxsize=1)
def themes() -> dict[str, Theme]:
    """Every theme by its code."""
    text = resources.files(__package__).joinpath("themes.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {
        row["code"]: Theme(row["code"], int(row["priority"]) if row["priority"] else None, row["en"], row["zh"])
        for row in rows
    }
