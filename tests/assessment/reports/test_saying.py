"""Sentences in English and Chinese, with the same values in both, and others in English until they are translated."""

from __future__ import annotations

import string

import pytest

from gatehouse.assessment.reports.errors import ReportError
from gatehouse.assessment.reports.saying import say, sentences


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


def test_what_cannot_be_said_is_refused() -> None:
    for language, key in (("xx", "kept"), ("en", "no-such"), ("en", "issued")):
        with pytest.raises(ReportError):
            say(language, key)
