"""Sentences and words for codes in a language: English and Chinese stand in tables, the others in catalogues.

`catalogues/<language>.po` has the English texts as its keys and says whether a native reader has reviewed it. A
deployment's own catalogue, `LOCALE/<language>/LC_MESSAGES/assessment.mo` (`GATEHOUSE_LOCALE` names the folder), goes
before ours. What neither translates is said in English.
"""

from __future__ import annotations

import csv
import gettext
import io
import os
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from gatehouse.assessment.reports.errors import ReportError
from gatehouse.terms.saying import Saying

LOCALE_VARIABLE = "GATEHOUSE_LOCALE"
DOMAIN = "assessment"
IN_TABLES = ("en", "zh")
LANGUAGES = (*IN_TABLES, "fr", "es", "ru", "ar")
"""In which a report can be written."""
LEFT_TO_RIGHT = "\u200e"


@lru_cache(maxsize=1)
def sentences() -> dict[str, dict[str, str]]:
    """Every sentence by its key, in the languages of the table."""
    text = resources.files(__package__).joinpath("sentences.csv").read_text(encoding="utf-8")
    return {row["key"]: {"en": row["en"], "zh": row["zh"]} for row in csv.DictReader(text.splitlines())}


def say(language: str, key: str, values: Mapping[str, object] | None = None) -> str:
    """The sentence with the values in it. Raises `ReportError` for an unknown key, language or a value left out."""
    try:
        form = sentences()[key]
        said = told(language, form["en"], form["zh"])
        return said.format_map({name: _placed(language, value) for name, value in (values or {}).items()})
    except KeyError as fault:
        raise ReportError(
            Saying("the sentence %(key)s cannot be said: %(fault)s is missing; see sentences.csv", key=key, fault=fault)
        ) from None


def _placed(language: str, value: object) -> object:
    """A value in its place. After an Arabic letter the parts of `2026-2027` and `2396-11a` would change places: a mark
    before them keeps their order.
    """
    if language == "ar" and isinstance(value, str) and value[:1].isascii() and value[:1].isalnum():
        return f"{LEFT_TO_RIGHT}{value}"
    return "" if value is None else value


def told(language: str, english: str, chinese: str) -> str:
    """Words that stand in both languages of the tables, in this one. Raises `ReportError` for none of `LANGUAGES`."""
    if language not in LANGUAGES:
        raise ReportError(
            Saying(
                "no language %(language)s; those there are: %(choices)s",
                language=language[:12],
                choices=", ".join(LANGUAGES),
            )
        )
    if language in IN_TABLES:
        return chinese if language == "zh" else english
    return _translations(language, os.environ.get(LOCALE_VARIABLE)).gettext(english)


@lru_cache(maxsize=8)
def _translations(language: str, folder: str | None) -> gettext.NullTranslations:
    ours = shipped(language)
    own = gettext.find(DOMAIN, folder, [language]) if folder else None
    if own is None:
        return ours
    with open(own, "rb") as stream:
        theirs = gettext.GNUTranslations(stream)
    theirs.add_fallback(ours)
    return theirs


def shipped(language: str) -> gettext.GNUTranslations:
    """The catalogue that comes with this version, compiled."""
    text = resources.files(__package__).joinpath("catalogues", f"{language}.po").read_bytes()
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(text), locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
