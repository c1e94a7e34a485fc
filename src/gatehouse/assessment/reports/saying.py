"""Sentences in a language: English and Chinese from `sentences.csv`, others through gettext, English where there is
none.

A catalogue for another language is `LOCALE/<language>/LC_MESSAGES/assessment.mo` with the English sentences as its keys
(`GATEHOUSE_LOCALE` names the folder); what it does not translate is said in English.
"""

from __future__ import annotations

import csv
import gettext
import os
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

from gatehouse.assessment.reports.errors import ReportError
from gatehouse.terms.saying import Saying

LOCALE_VARIABLE = "GATEHOUSE_LOCALE"
DOMAIN = "assessment"
LANGUAGES = ("en", "zh", "fr", "es", "ru", "ar")


@lru_cache(maxsize=1)
def sentences() -> dict[str, dict[str, str]]:
    """Every sentence by its key, by language."""
    text = resources.files(__package__).joinpath("sentences.csv").read_text(encoding="utf-8")
    return {row["key"]: {"en": row["en"], "zh": row["zh"]} for row in csv.DictReader(text.splitlines())}


def say(language: str, key: str, values: Mapping[str, object] | None = None) -> str:
    """The sentence with the values in it. Raises `ReportError` for an unknown key, language or a value left out."""
    if language not in LANGUAGES:
        raise ReportError(
            Saying(
                "no language %(language)s; those there are: %(choices)s",
                language=language[:12],
                choices=", ".join(LANGUAGES),
            )
        )
    try:
        form = sentences()[key]
        said = form[language] if language in form else _translations(language).gettext(form["en"])
        return said.format_map({name: "" if value is None else value for name, value in (values or {}).items()})
    except KeyError as fault:
        raise ReportError(
            Saying("the sentence %(key)s cannot be said: %(fault)s is missing; see sentences.csv", key=key, fault=fault)
        ) from None


def spoken() -> tuple[str, ...]:
    """The languages in which there are sentences: those of `sentences.csv`, and those with a catalogue here."""
    folder = os.environ.get(LOCALE_VARIABLE)
    shipped = next(iter(sentences().values()))
    return tuple(one for one in LANGUAGES if one in shipped or (folder and gettext.find(DOMAIN, folder, [one])))


@lru_cache(maxsize=8)
def _translations(language: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, os.environ.get(LOCALE_VARIABLE), [language], fallback=True)
