"""As many different name tokens as a large country's list holds: those of the pools, and others coined from them.

The pools know some 27,000 tokens; a list of two million persons has several hundred thousand. The others are coined
by putting the beginning of one name before the end of another of the same culture and part, so that they look and
are pronounced alike. Closed sets (Chinese, Korean and Vietnamese surnames) stay as they are. Real names first, so that
the frequent ones are real; draws follow Zipf's law. The coined ones resemble each other more than real rare names do,
which makes the search harder and not easier.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product

import numpy as np
from numpy.typing import NDArray
from pypinyin import lazy_pinyin

from gatehouse.simulation.pools import Culture, NameToken, Ranked, cultures, pool
from gatehouse.simulation.romanise import HERE

FAMILY_NAMES_PER_WEIGHT = 2_200
GIVEN_NAMES_PER_WEIGHT = 250
"""Tokens wanted for each unit of a culture's weight on lists; together they make the vocabulary's size."""

ZIPF_EXPONENTS = {"given": 1.3, "family": 0.87}
ZIPF_SHIFT = 4
LETTERS_MIN, LETTERS_MAX = 4, 13
CLOSED_FAMILIES = frozenset({"chinese", "korean", "vietnamese"})
PATRONYMICS = {"male": ("ovich", "ович"), "female": ("ovna", "овна")}
HAN = frozenset({"Hans", "Hant"})
OWN_LETTERS = {"Cyrl": "Cyrl", "Arab": "Arab", "Aran": "Arab"}
SEED = 2396

_CUT = re.compile(r"(?<=[aeiouy])(?=[bcdfghjklmnpqrstvwxz])")

Ints = NDArray[np.int32]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Part:
    """One pool of tokens: they stand from `first` on in the vocabulary; `drawn` are cumulated shares up to 1."""

    first: int
    drawn: Floats

    def draw(self, uniform: Floats) -> Ints:
        """Numbers of tokens, one for each uniform draw in [0, 1)."""
        return (self.first + np.searchsorted(self.drawn, uniform, side="right")).astype(np.int32)


@dataclass(frozen=True, slots=True)
class CultureParts:
    """The pools of one culture by sex, in the order (male, female); `fathers` are what a father's name becomes."""

    culture: Culture
    given: tuple[Part, Part]
    family: tuple[Part, Part]
    fathers: tuple[Part, Part]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every token by its number."""

    tokens: list[NameToken]
    cultures: tuple[CultureParts, ...]


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The tokens of all cultures; the same on every call and machine with the same Faker."""
    tokens: list[NameToken] = []
    return Vocabulary(tokens, tuple(_of_culture(culture, tokens) for culture in cultures()))


def _of_culture(culture: Culture, tokens: list[NameToken]) -> CultureParts:
    names = pool(culture)
    given = _part(names.given("M"), culture, "given", tokens), _part(names.given("F"), culture, "given", tokens)
    family = _part(names.family("M"), culture, "family", tokens)
    theirs = names.family("F")
    women = family if theirs.tokens == names.family("M").tokens else _part(theirs, culture, "family", tokens)
    fathers = (given[0], given[0])
    if culture.shape == "slavic":
        fathers = _patronymics(given[0], "male", tokens), _patronymics(given[0], "female", tokens)
    return CultureParts(culture, given, (family, women), fathers)


def _part(known: Ranked, culture: Culture, part: str, tokens: list[NameToken]) -> Part:
    per_weight = FAMILY_NAMES_PER_WEIGHT if part == "family" else GIVEN_NAMES_PER_WEIGHT
    wanted = int(per_weight * culture.list_weight) - len(known.tokens)
    coined: Iterable[NameToken] = ()
    if wanted > 0 and not (part == "family" and culture.shape in CLOSED_FAMILIES):
        coined = _coined(known.tokens, culture, wanted)
    return _filed((*known.tokens, *coined), part, tokens)


def _filed(added: tuple[NameToken, ...], part: str, tokens: list[NameToken]) -> Part:
    first = len(tokens)
    tokens.extend(added)
    shares = (np.arange(len(added)) + ZIPF_SHIFT) ** -ZIPF_EXPONENTS[part]
    drawn = np.cumsum(shares / shares.sum())
    # The last share is 1 exactly: a draw just below 1 must not fall behind the last token.
    drawn[-1] = 1.0
    return Part(first, drawn)


def _patronymics(given: Part, sex: str, tokens: list[NameToken]) -> Part:
    latin, native = PATRONYMICS[sex]
    fathers = tokens[given.first : given.first + len(given.drawn)]
    made = [NameToken(t.native.rstrip("йаяьоі") + native, (t.latin[0].rstrip("iaoy") + latin,)) for t in fathers]
    first = len(tokens)
    tokens.extend(made)
    return Part(first, given.drawn)


def _coined(known: tuple[NameToken, ...], culture: Culture, wanted: int) -> list[NameToken]:
    """Up to `wanted` tokens that are not among the known ones."""
    dice = np.random.default_rng([SEED, *culture.name.encode()])
    if culture.script in HAN:
        return _of_two_characters(known, wanted)
    heads, middles, tails = _pieces(known)
    held = {token.latin[0] for token in known}
    # Three parts where two would run out: a pool of fifty names has few beginnings.
    inner = [""] if len(heads) * len(tails) > 4 * wanted else ["", *middles]
    made: dict[str, None] = {}
    picks = dice.integers(0, (len(heads), len(inner), len(tails)), (2 * wanted, 3)).tolist()
    for head, middle, tail in picks if heads and tails else ():
        word = heads[head] + inner[middle] + tails[tail]
        if LETTERS_MIN <= len(word) <= LETTERS_MAX and word not in held:
            made[word] = None
            if len(made) == wanted:
                break
    own = OWN_LETTERS.get(culture.script)
    # Their own letters are made when asked for: most coined names are never written in them.
    return [NameToken("" if own else word, (word,)) for word in made]


def _pieces(known: tuple[NameToken, ...]) -> tuple[list[str], list[str], list[str]]:
    """Beginnings, middle syllables and ends of the names, each once and in their order."""
    heads: dict[str, None] = {}
    middles: dict[str, None] = {}
    tails: dict[str, None] = {}
    for token in known:
        word = token.latin[0]
        if not word.isalpha():
            continue
        cuts = [found.start() for found in _CUT.finditer(word.lower())]
        for cut in cuts:
            heads[word[:cut]] = None
            tails[word[cut:].lower()] = None
        for one, other in pairwise(cuts):
            middles[word[one:other].lower()] = None
    return list(heads), list(middles), list(tails)


def _of_two_characters(known: tuple[NameToken, ...], wanted: int) -> list[NameToken]:
    characters = list(dict.fromkeys("".join(token.native for token in known)))
    held = {token.native for token in known}
    pairs = [one + other for one, other in product(characters, repeat=2) if one + other not in held][:wanted]
    read = {character: lazy_pinyin(character)[0] for character in characters}
    return [NameToken(pair, ("".join(read[c] for c in pair).title(),)) for pair in pairs]


@lru_cache(maxsize=4)
def _own_letters(script: str) -> tuple[re.Pattern[str], dict[str, str]]:
    with (HERE / "native_letters.csv").open(encoding="utf-8", newline="") as rows:
        letters = {row["latin"]: row["native"] for row in csv.DictReader(rows) if row["script"] == script}
    longest_first = sorted(letters, key=lambda text: (-len(text), text))
    return re.compile("|".join(longest_first)), letters


def in_own_script(token: NameToken, script: str) -> str | None:
    """The token in `script` (of `cultures.csv`); None where it cannot be told.

    A coined one is written letter by letter, an Arabic one with an alif before a vowel that begins it.
    """
    if token.native:
        return token.native
    own = OWN_LETTERS.get(script)
    if own is None:
        return None
    pattern, letters = _own_letters(own)
    word = token.latin[0].lower()
    text = pattern.sub(lambda found: letters[found[0]], word)
    if own == "Arab":
        return "ا" + text if word[0] in "eiou" else text
    return text.title()
