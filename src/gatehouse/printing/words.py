"""The words that the furniture of a page needs, in each language (`words.csv`), and dates as that language writes
them.
"""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from importlib import resources

from babel.dates import format_date

from gatehouse.printing.errors import DocumentFaultError

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "ku", "dv", "yi"})
"""First subtags of languages that are written from the right."""

_LOCALES = {"en": "en_GB"}
"""Day before month, as the United Nations write."""


@cache
def _table() -> dict[str, dict[str, str]]:
    text = (resources.files("gatehouse.printing") / "words.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    return {language: {row["key"]: row[language] for row in rows} for language in rows[0] if language != "key"}


def languages() -> tuple[str, ...]:
    """Codes of the languages that documents can be in."""
    return tuple(_table())


def words(language: str) -> dict[str, str]:
    """The furniture of one language. Raises `DocumentFaultError` for a language without a column in words.csv."""
    if language not in _table():
        raise DocumentFaultError("language", f"not one of {', '.join(languages())}; add a column to printing/words.csv")
    return _table()[language]


def written(day: date, language: str) -> str:
    """The day in full, as `language` writes it."""
    return format_date(day, format="long", locale=_LOCALES.get(language, language))


def runs_from_the_right(language: str) -> bool:
    """Whether a language, by its code (BCP 47), is written from right to left."""
    return language.split("-")[0].lower() in RIGHT_TO_LEFT
