"""The furniture is whole in every language."""

from __future__ import annotations

from datetime import date

import pytest

from gatehouse.printing.errors import DocumentFaultError
from gatehouse.printing.words import languages, runs_from_the_right, words, written


@pytest.mark.parametrize("language", languages())
def test_every_language_has_every_word_with_the_same_places(language: str) -> None:
    table = words(language)
    assert set(table) == set(words("en"))
    assert all(table.values())
    assert "{page}" in table["page"]
    assert "{pages}" in table["page"]
    assert all("{number}" in table[key] for key in ("table", "figure", "section"))
    assert "2026" in written(date(2026, 11, 30), language)


def test_days_are_written_as_the_language_does() -> None:
    assert written(date(2026, 11, 30), "en") == "30 November 2026"
    assert written(date(2026, 11, 30), "zh") == "2026年11月30日"


def test_direction_and_refusal() -> None:
    assert runs_from_the_right("ar-SD")
    assert not runs_from_the_right("zh-Hans")
    with pytest.raises(DocumentFaultError, match=r"words\.csv"):
        words("tlh")
