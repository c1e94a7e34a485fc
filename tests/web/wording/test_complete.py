"""Every string that pages mark has its words in every language: Chinese checked, the others marked as not reviewed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po

from gatehouse.web.wording.compiling import areas, merged
from gatehouse.web.wording.extracting import Words, marked
from gatehouse.web.wording.languages import TRANSLATED, Language

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")
LETTERS = {"ar": r"[\u0621-\u064a]", "ru": r"[А-Яа-яё]", "zh_Hans": r"[\u4e00-\u9fff]"}
"""The script that a language is written in, where it is not the one of the source."""
THE_SAME_EVERYWHERE = {"API", "PNR"}


def _name(words: Words) -> str:
    return words if isinstance(words, str) else words[0]


def _forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


@pytest.fixture(params=TRANSLATED, ids=lambda one: one.code)
def language(request: pytest.FixtureRequest) -> Language:
    return request.param


def test_no_string_of_any_area_is_without_its_words(language: Language) -> None:
    known = merged(language)
    lacking = sorted(_name(words) for found in marked().values() for words in found if not known.get(_name(words)))
    assert not lacking, f"{len(lacking)} strings; `python -m gatehouse.web.wording missing` lists them"


def test_placeholders_and_plural_forms_are_those_of_the_source(language: Language) -> None:
    for message in merged(language):
        if not message.id:
            continue
        source = (message.id,) if isinstance(message.id, str) else tuple(message.id)
        asked = {frozenset(PLACEHOLDER.findall(text)) for text in source}
        assert {frozenset(PLACEHOLDER.findall(form)) for form in _forms(message)} == asked, source[0]
        plurals = get_plural(language.locale).num_plurals
        assert len(_forms(message)) == (1 if len(source) == 1 else plurals), source[0]


def test_words_are_in_the_script_of_their_language(language: Language) -> None:
    """A string that was only copied from English, or put into another language's column, is no translation."""
    script = re.compile(LETTERS.get(language.locale, r"[A-Za-z]"))
    for message in merged(language):
        if message.id and message.id not in THE_SAME_EVERYWHERE:
            assert all(script.search(PLACEHOLDER.sub("", form)) for form in _forms(message)), message.id


def test_no_file_is_fuzzy_and_each_says_whether_it_was_reviewed(language: Language) -> None:
    for path in areas(language):
        _marked(path, language)


def _marked(path: Path, language: Language) -> None:
    with path.open("rb") as stream:
        assert not any(message.fuzzy for message in read_po(stream, locale=language.locale) if message.id), path.name
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert ("NOT REVIEWED" in first) == (not language.is_reviewed), path.name


def test_chinese_is_checked_and_the_others_say_that_they_are_not() -> None:
    assert [one.code for one in TRANSLATED if one.is_reviewed] == ["zh-hans"]
