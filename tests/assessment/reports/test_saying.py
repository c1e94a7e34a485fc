"""Sentences in English and Chinese, with the same values in both, and others in English until they are translated."""

from __future__ import annotations

import string
from pathlib import Path

import pytest

from gatehouse.assessment.reports.errors import ReportError
from gatehouse.assessment.reports.saying import LOCALE_VARIABLE, say, sentences, spoken


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_say_everything_with_the_same_values() -> None:
    for key, said in sentences().items():
        assert said["en"], key
        assert said["zh"], key
        assert _fields(said["en"]) == _fields(said["zh"]), key


def test_a_language_without_a_catalogue_is_said_in_english() -> None:
    assert say("fr", "kept") == say("en", "kept")
    assert say("zh", "kept") != say("en", "kept")


def test_reports_are_offered_in_languages_that_have_sentences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert spoken() == ("en", "zh")
    monkeypatch.setenv(LOCALE_VARIABLE, str(tmp_path))
    catalogue = tmp_path / "fr/LC_MESSAGES/assessment.mo"
    catalogue.parent.mkdir(parents=True)
    catalogue.touch()
    assert spoken() == ("en", "zh", "fr")


def test_what_cannot_be_said_is_refused() -> None:
    for language, key in (("xx", "kept"), ("en", "no-such"), ("en", "issued")):
        with pytest.raises(ReportError):
            say(language, key)
