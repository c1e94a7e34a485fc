"""Names in Han, Kana and Hangul: one written word or two, surname first, and read by the habit of a country.

Han characters have a Mandarin, a Cantonese, a Korean and often a Japanese reading, and nothing written tells which:
all are given. A word of two to four characters is surname and given name (`surnames.csv` holds the two-character
surnames and the characters read differently as a surname). Anything longer, and each part of a name cut by a dot as
foreign names are, is one word of a foreign name; those are only read by Mandarin, or by the letters of Hangul.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from pypinyin import lazy_pinyin

from gatehouse.names import cantonese, japanese, korean
from gatehouse.names.han import characters
from gatehouse.names.script import LATIN, scripts_of

FULL_NAME_SYLLABLES = range(2, 5)
"""Syllables of a written word that may be surname and given name together."""
GIVEN_SYLLABLES_MAX = 3
"""Syllables of a given name written apart from its surname."""
MANDARIN = "Han by Mandarin pinyin (pypinyin)"
CANTONESE = "Han by Cantonese, Hong Kong spelling"
KOREAN = "Han by Korean reading"
JAPANESE = "Han by Japanese reading, surname first"
CUSTOMARY = "Hangul as holders spell it"
PLAIN = "Hangul by McCune-Reischauer"
REVISED = "Hangul by Revised Romanization"
_SPELLINGS = {CUSTOMARY: korean.customary, PLAIN: korean.plain, REVISED: korean.revised}


class Romanised(NamedTuple):
    """A word in a–z. `syllables` are its written syllables where the script writes syllables; `how` is in words."""

    text: str
    script: str | None
    syllables: tuple[str, ...] = ()
    how: str = ""


class WholeName(NamedTuple):
    """One reading of a whole name: `way` in words, and its words."""

    way: str
    words: tuple[Romanised, ...]


@lru_cache(maxsize=1)
def _surnames() -> dict[str, str]:
    text = resources.files(__package__).joinpath("surnames.csv").read_text(encoding="utf-8")
    return {row["written"]: row["reading"] for row in csv.DictReader(text.splitlines())}


def _cut(word: str, alone: bool) -> tuple[str, ...]:
    if not alone or len(word) not in FULL_NAME_SYLLABLES:
        return (word,)
    surname_length = 2 if len(word) > 2 and word[:2] in _surnames() else 1
    # Four characters under a one-character surname are more often a foreign name in transcription.
    if len(word) == 4 and surname_length == 1:
        return (word,)
    return word[:surname_length], word[surname_length:]


def _pinyin(part: str, as_surname: bool) -> tuple[str, ...]:
    special = _surnames().get(part) if as_surname else None
    read = special.split() if special else lazy_pinyin(part, errors="ignore")
    # Pinyin of a dictionary has ü where keyboards have u; the A-to-Z alphabet of a passport has no ü either.
    return tuple(syllable.replace("ü", "u").lower() for syllable in read)


def han_words(word: str, alone: bool) -> tuple[Romanised, ...]:
    """The Mandarin reading of a Han word, surname apart from given name when it is a name `alone`."""
    parts = _cut(word, alone)
    read = (_pinyin(part, len(parts) > 1 and place == 0) for place, part in enumerate(parts))
    return tuple(Romanised("".join(syllables), "Hani", syllables, MANDARIN) for syllables in read if syllables)


def _hangul(part: str, way: str) -> Romanised:
    syllables = tuple(filter(None, map(_SPELLINGS[way], part)))
    return Romanised("".join(syllables), "Hang", syllables, way)


def hangul_words(word: str) -> tuple[Romanised, ...]:
    """One Hangul word of a name, letter by letter."""
    found = _hangul(word, CUSTOMARY)
    return (found,) if found.text else ()


def _pair(words: tuple[str, ...]) -> tuple[str, str] | None:
    """Surname and given name of a Han or Hangul name in one word or two; `None` when it is no such name."""
    if len(words) == 1:
        parts = _cut(words[0], True)
        return (parts[0], parts[1]) if len(parts) == 2 else None
    # Surname and given name apart, the surname first as in all these countries.
    fits = len(words) == 2 and len(words[0]) <= 2 and len(words[1]) <= GIVEN_SYLLABLES_MAX
    return (words[0], words[1]) if fits else None


def _korean(surname: str, given: str, script: str) -> list[WholeName]:
    spelling = korean.surnames().get(surname)
    if not spelling:
        return []
    found = []
    for way in (CUSTOMARY, REVISED, PLAIN):
        # A surname's usual spelling and its official one: both occur with every way of spelling the given name.
        first = _hangul(surname, way)._replace(syllables=()) if way == REVISED else Romanised(spelling, "Hang", (), way)
        words = (first, _hangul(given, way))
        if way == PLAIN and words[1].text == _hangul(given, CUSTOMARY).text:
            continue
        found.append(WholeName(way if script == "Hang" else KOREAN, words))
    return found


def _korean_of_han(surname: str, given: str) -> list[WholeName]:
    read = [[characters()[char].korean for char in part if char in characters()] for part in (surname, given)]
    if len(read[0]) != len(surname) or len(read[1]) != len(given):
        return []
    for syllables in read:
        syllables[0] = korean.at_the_beginning(syllables[0])
    # Revised Romanization is for what is written in Hangul.
    ways = _korean("".join(read[0]), "".join(read[1]), "Hani")
    return ways[:1] + ways[2:]


def _cantonese(surname: str, given: str) -> list[WholeName]:
    read = characters()
    if not all(char in read and read[char].cantonese for char in surname + given):
        return []
    spelled = [cantonese.hong_kong(read[char].cantonese) for char in surname + given]
    first = cantonese.surname(surname) or "".join(spelled[: len(surname)])
    parts = (first, "".join(spelled[len(surname) :]))
    # Read as spelled names: these spellings are what their bearers write, not a foreign sound in Han syllables.
    return [WholeName(CANTONESE, tuple(Romanised(part, LATIN, (), CANTONESE) for part in parts))]


def _two_surnames(word: str) -> list[WholeName]:
    """A married woman's name of Hong Kong or Taiwan: husband's surname, own surname, given name of two characters."""
    if len(word) != 4 or not cantonese.surname(word[0]) or not cantonese.surname(word[1]):
        return []
    found = _cantonese(word[1], word[2:])
    own = Romanised(cantonese.surname(word[0]) or "", LATIN, (), CANTONESE)
    mandarin = tuple(read for part in (word[0], word[1], word[2:]) for read in han_words(part, False))
    return [*(WholeName(CANTONESE, (own, *name.words)) for name in found), WholeName(MANDARIN, mandarin)]


def _japanese(found: japanese.JapaneseName | None) -> list[WholeName]:
    if not found:
        return []
    pairs = dict.fromkeys([(found.surname[0], found.given[0]), (found.surname[-1], found.given[-1])])
    return [WholeName(JAPANESE, tuple(Romanised(part, LATIN, (), JAPANESE) for part in pair)) for pair in pairs]


def _han(words: tuple[str, ...]) -> list[WholeName]:
    usual = [WholeName(MANDARIN, tuple(read for word in words for read in han_words(word, len(words) == 1)))]
    pair = _pair(words)
    known = japanese.read(words)
    ours = _japanese(known)
    korean_ways = _korean_of_han(*pair) if pair else []
    others = [*_cantonese(*pair), *korean_ways[:1]] if pair else _two_surnames("".join(words))
    found = [*ours, *usual, *others] if known and known.sure else [*usual, *others, *ours]
    # The North's spelling comes last, for few are left out by it and only so many readings are compared.
    found += korean_ways[1:]
    # Characters too rare for every table leave nothing here.
    return [name for name in found if name.words]


def whole_names(words: tuple[str, ...], dotted: bool) -> tuple[WholeName, ...]:
    """Every reading of a name all in Han, in Han with Kana, or in Hangul, the usual first; empty for other names.

    A `dotted` name is foreign: it has no reading but that of its single words.
    """
    scripts = set(scripts_of("".join(words)))
    if dotted or not scripts:
        return ()
    if scripts == {"Hani"}:
        return tuple(_han(words))
    if scripts == {"Hang"}:
        pair = _hangul_pair(words)
        return tuple(_korean(*pair, "Hang")) if pair else ()
    if "Hani" in scripts and scripts <= {"Hani", "Hira", "Kana"}:
        return tuple(_japanese(japanese.read(words)))
    return ()


def _hangul_pair(words: tuple[str, ...]) -> tuple[str, str] | None:
    if len(words) == 1:
        word = words[0]
        length = 2 if len(word) > 2 and word[:2] in korean.surnames() else 1
        return (word[:length], word[length:]) if length < len(word) <= length + GIVEN_SYLLABLES_MAX - 1 else None
    return _pair(words)
