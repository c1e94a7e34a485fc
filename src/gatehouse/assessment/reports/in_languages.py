"""Own words in contents with their approved translations, and which of them a report in a language shows.

Translations are frozen with the words (`text.zh` beside `text`), so that what is approved afterwards changes no report.
Which language somebody wrote in is not recorded. By its letters a text is taken to be in Chinese, Russian or Arabic,
and else in the working language, English.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import replace

from gatehouse.assessment.reports.contents import WORDS, Part, Sentence, Value, every_part
from gatehouse.assessment.translations.store import approved, hash_of

WORKING = "en"
SCRIPTS = {"CJK": "zh", "CYRILLIC": "ru", "ARABIC": "ar"}
"""By the first word of a letter's Unicode name: the official language that is written with it."""
Approved = Mapping[tuple[str, str], Mapping[str, str]]


def with_translations(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts, with every approved translation of the words in them, as it stands now."""
    pieces = {str(one.values["piece"]) for part in every_part(parts) for one in part.sentences if one.key == WORDS}
    found = approved(pieces)
    return tuple(_translated(part, found) for part in parts) if found else parts


def _translated(part: Part, found: Approved) -> Part:
    return replace(
        part,
        sentences=tuple(_told(one, found) for one in part.sentences),
        parts=tuple(_translated(one, found) for one in part.parts),
    )


def _told(sentence: Sentence, found: Approved) -> Sentence:
    if sentence.key != WORDS:
        return sentence
    into = found.get((str(sentence.values["piece"]), hash_of(str(sentence.values["text"]))), {})
    texts: dict[str, Value] = {f"text.{code.partition('-')[0]}": text for code, text in into.items()}
    return replace(sentence, values={**sentence.values, **texts})


def translation_in(sentence: Sentence, language: str, value: str = "text") -> str | None:
    """The approved translation that was frozen with own words; None where there is none."""
    found = sentence.values.get(f"{value}.{language}")
    return str(found) if found else None


def foreign(text: str, language: str) -> str | None:
    """The language that words are taken to be in, where it is another one and there are words at all; else None."""
    found = written_in(text)
    return found if found != language and any(char.isalpha() for char in text) else None


def written_in(text: str) -> str:
    """The language that words are taken to be in, by most of their letters."""
    letters = [unicodedata.name(char, "").partition(" ")[0] for char in text if char.isalpha()]
    for script, language in SCRIPTS.items():
        if 2 * sum(one == script for one in letters) > len(letters):
            return language
    return WORKING
