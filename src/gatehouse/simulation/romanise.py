"""Names in A to Z, as documents and carriers write them (ICAO Doc 9303-3 section 6, and older or local habits).

Tables live in `letters.csv` (Cyrillic and Greek, with what a document prints and what people also write) and
`respellings.csv` (regular habits: Wade-Giles for pinyin, popular Korean, vowels that clerks swap).
"""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from anyascii import anyascii
from pypinyin import lazy_pinyin

HERE = Path(__file__).parent
DIGRAPHS = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ñ": "n"}
"""Doc 9303-3 section 6.A where it differs from dropping the mark; the rest is the bare letter."""

_NOT_A_NAME = re.compile(r"[^A-Z ]+")
_TONOS = str.maketrans("άέήίόύώϊϋΐΰ", "αεηιουωιυιυ")


class Rule(NamedTuple):
    """One regular respelling."""

    pattern: re.Pattern[str]
    replacement: str


@lru_cache(maxsize=16)
def _letters(script: str, column: str) -> dict[str, str]:
    with (HERE / "letters.csv").open(encoding="utf-8", newline="") as rows:
        return {row["letters"]: row[column] for row in csv.DictReader(rows) if row["script"] == script}


@lru_cache(maxsize=16)
def _table(script: str, language: str, column: str) -> tuple[re.Pattern[str], dict[str, str]]:
    letters = _letters(script, column) | _letters(language, column)
    # A regular expression takes the first alternative that fits, so shch must be asked before s.
    longest_first = sorted(letters, key=lambda text: (-len(text), text))
    return re.compile("|".join(map(re.escape, longest_first))), letters


@lru_cache(maxsize=8)
def rules(name: str) -> tuple[Rule, ...]:
    """The respellings of one set of `respellings.csv`, in order."""
    with (HERE / "respellings.csv").open(encoding="utf-8", newline="") as rows:
        chosen = [row for row in csv.DictReader(rows) if row["set"] == name]
    return tuple(Rule(re.compile(row["pattern"]), row["replacement"]) for row in chosen)


def _by_table(native: str, script: str, language: str) -> tuple[str, ...]:
    text = native.lower().translate(_TONOS)
    spellings = []
    # Both columns are whole spellings: people rarely mix an old and a new romanisation in one name.
    for column in ("document", "other"):
        pattern, letters = _table(script, language, column)
        spellings.append(pattern.sub(lambda found, table=letters: table[found[0]], text).title())  # type: ignore[misc]
    return tuple(dict.fromkeys(spellings))


def _by_habit(latin: str, rule_set: str) -> tuple[str, ...]:
    text = latin.lower()
    for rule in rules(rule_set):
        text = rule.pattern.sub(rule.replacement, text)
    return tuple(dict.fromkeys((latin, text.title())))


def _syllables(parts: list[str], rule_set: str) -> tuple[str, ...]:
    """Spellings of a name of several syllables: joined, with the other habit, and apart."""
    # Habits work on syllables (zh at the start of each), so they are applied before the parts are joined.
    other = [_by_habit(part.title(), rule_set)[-1] for part in parts]
    spelled = ["".join(parts).title(), "-".join(other).title(), " ".join(parts).title(), "".join(other).title()]
    return tuple(dict.fromkeys(spelled))


def romanised(native: str, script: str, language: str) -> tuple[str, ...]:
    """Latin spellings of one name token, the document's own first; the token itself where it is Latin already.

    `script` is ISO 15924, `language` a Faker locale. Unvocalised scripts (Arab, Aran, Hebr) and Devanagari are not
    for rules: their spellings stand in `spellings.csv`.
    """
    if script == "Latn":
        return (native,)
    if script in ("Cyrl", "Grek"):
        return _by_table(native, script, language)
    if script in ("Hans", "Hant"):
        return _syllables(lazy_pinyin(native), "wade-giles")
    if script == "Hang":
        return _syllables([anyascii(syllable).lower() for syllable in native], "korean")
    return (anyascii(native).replace("'", "").title(),)


@lru_cache(maxsize=65536)
def document_form(text: str) -> str:
    """`text` as a machine-readable zone and a manifest spell it: A to Z and blanks.

    Ä becomes AE and so on, apostrophes go, a hyphen becomes a blank.
    """
    folded = "".join(DIGRAPHS.get(c, c) for c in text.lower().replace("-", " ").replace("’", "").replace("'", ""))
    return " ".join(_NOT_A_NAME.sub("", anyascii(folded).upper()).split())


def bare_form(text: str) -> str:
    """`text` in A to Z with each mark merely dropped: MULLER, where a document prints MUELLER."""
    plain = text.replace("ß", "ss").replace("-", " ").replace("'", "").replace("’", "")
    return " ".join(_NOT_A_NAME.sub("", anyascii(plain).upper()).split())


def vowel_variant(text: str, dice: Random) -> str | None:
    """One word of `text` (A to Z) with its vowels or doubled consonants written another usual way, or None."""
    words = text.lower().split()
    options = [
        (index, changed)
        for index, word in enumerate(words)
        for rule in rules("vowel")
        if len(word) > 3 and (changed := rule.pattern.sub(rule.replacement, word, count=1)) != word
    ]
    if not options:
        return None
    index, changed = dice.choice(options)
    return " ".join([*words[:index], changed, *words[index + 1 :]]).upper()
