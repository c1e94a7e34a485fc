"""A synthetic national list of up to millions of entries, made in blocks with a fixed seed and little memory.

Any block can be made alone, so that a traveller's entry can be found again without keeping the list: entry n is in
block n // BLOCK. All persons are fictitious. Shares are in the constants below; names follow Zipf's law over several
hundred thousand tokens (`coined_names`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from gatehouse.simulation.coined_names import Vocabulary, in_own_script, vocabulary
from gatehouse.simulation.crowd import FAMILY, Crowd, crowd, latin_words
from gatehouse.simulation.listed import SCRIPTS_ON_LISTS
from gatehouse.simulation.romanise import rules
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedDocument, ListedName, ListEntry, NameQuality

LIST_NAME = "NATIONAL"
BLOCK = 10_000
NAMES_SHARES = (0.345, 0.25, 0.17, 0.11, 0.055, 0.035, 0.02, 0.015)
"""Share of entries with 1, 2, 3 … names; 2.5 in the mean."""

FULL_DATE, YEAR_ONLY, SEVERAL, CIRCA = 0.60, 0.15, 0.03, 0.02
"""Shares of entries by what they say of the birth; the others say nothing."""

WITH_SEX, WITH_NATIONALITY, WITH_DOCUMENT = 0.85, 0.85, 0.15
OWN_SCRIPT, RESPELLED, PARTIAL, REORDERED, OTHER = 0.20, 0.37, 0.15, 0.18, 0.10
"""Shares of aliases by kind. Own script only where it is Arabic, Cyrillic or Han (5 % of all names), elsewhere it is
spread over the next three kinds. The last is another given name with one's own family name, or a wholly other name."""

ORIGINAL_SCRIPTS = frozenset({"Cyrl", "Arab", "Aran", "Hans", "Hant"})
LIST_STREAM = 1
SPREAD = 7919.0
"""Makes the next draw from one: a prime, so that its fraction is as good as a fresh one here."""


@dataclass(frozen=True, slots=True)
class Block:
    """Entries `first` … with the persons they list, in order."""

    first: int
    people: Crowd
    entries: list[ListEntry]


@dataclass(frozen=True, slots=True)
class _Draws:
    """What a block's entries are made with; uniform draws in [0, 1) but for `names`, how many each has."""

    names: list[int]
    alias: list[list[float]]
    date: list[float]
    other_year: list[int]
    stated: list[list[float]]


def entry_id(number: int) -> str:
    """The identifier of entry `number`, from 0."""
    return f"N-{number:07}"


def entries(count: int, seed: int) -> Iterator[ListEntry]:
    """The first `count` entries of the list of this seed; a longer list begins with the same ones."""
    for first in range(0, count, BLOCK):
        yield from block(first // BLOCK, seed).entries[: count - first]


def block(number: int, seed: int) -> Block:
    """The block of this number, always of BLOCK entries."""
    dice = np.random.default_rng([seed, LIST_STREAM, number])
    people = crowd(dice, BLOCK)
    others = crowd(dice, BLOCK)
    draws = _Draws(
        (np.searchsorted(np.cumsum(NAMES_SHARES), dice.random(BLOCK), side="right") + 1).tolist(),
        dice.random((BLOCK, len(NAMES_SHARES), 2)).reshape(BLOCK, -1).tolist(),
        dice.random(BLOCK).tolist(),
        dice.integers(-2, 3, BLOCK).tolist(),
        dice.random((BLOCK, 4)).tolist(),
    )
    first = number * BLOCK
    return Block(first, people, _entries(first, people, others, draws))


def _entries(first: int, people: Crowd, others: Crowd, draws: _Draws) -> list[ListEntry]:
    words = vocabulary()
    tokens, other_tokens = people.tokens.tolist(), others.tokens.tolist()
    born = np.datetime_as_string(people.born, unit="D").tolist()
    culture, woman = people.culture.tolist(), people.woman.tolist()
    made = []
    for row in range(len(people)):
        said = draws.stated[row]
        country = people.country[row]
        script = words.cultures[culture[row]].culture.script
        drawn = draws.alias[row][: 2 * (draws.names[row] - 1)]
        made.append(
            ListEntry(
                list=LIST_NAME,
                entry_id=entry_id(first + row),
                names=_names(words, script, tokens[row], other_tokens[row], drawn),
                birth_dates=_spans(born[row], draws.date[row], draws.other_year[row]),
                sex=("F" if woman[row] else "M") if said[0] < WITH_SEX else None,
                nationalities=(country,) if said[1] < WITH_NATIONALITY else (),
                documents=(_document(said[3], country),) if said[2] < WITH_DOCUMENT else (),
            )
        )
    return made


def _names(
    words: Vocabulary, script: str, tokens: list[int], other: list[int], drawn: list[float]
) -> tuple[ListedName, ...]:
    """The primary name and its aliases, each by two draws; one that is a name already there is replaced by another."""
    spelled = latin_words(words, tokens)
    full = " ".join(spelled)
    found = {full: ListedName(full)}
    for kind, pick in zip(drawn[::2], drawn[1::2], strict=True):
        listed = _alias(words, script, tokens, spelled, (kind, pick)) if kind < 1 - OTHER else None
        if listed is None or listed.full in found:
            listed = _other_name(words, tokens, other, pick)
        found.setdefault(listed.full, listed)
    return tuple(found.values())


def _alias(
    words: Vocabulary, script: str, tokens: list[int], spelled: list[str], draws: tuple[float, float]
) -> ListedName | None:
    kind, pick = draws
    if kind < OWN_SCRIPT and script in ORIGINAL_SCRIPTS:
        return _own_script(words, script, tokens)
    kind -= OWN_SCRIPT
    kind = kind if kind >= 0 else (kind + OWN_SCRIPT) * (RESPELLED + PARTIAL + REORDERED) / OWN_SCRIPT
    if kind < RESPELLED or len(spelled) < 2:
        return ListedName(otherwise(spelled, pick), NameQuality.STRONG)
    if kind < RESPELLED + PARTIAL and len(spelled) > 2:
        left_out = int(pick * (len(spelled) - 1))
        return ListedName(" ".join(spelled[:left_out] + spelled[left_out + 1 :]), NameQuality.WEAK)
    turned = [*spelled[1:], spelled[0]] if pick < 0.5 else [spelled[-1], *spelled[:-1]]
    return ListedName(" ".join(turned), NameQuality.STRONG)


def _own_script(words: Vocabulary, script: str, tokens: list[int]) -> ListedName | None:
    mine = [number for number in tokens if number >= 0]
    native = [in_own_script(words.tokens[number], script) for number in mine]
    if None in native:
        return None
    told = [text for text in native if text]
    listed_as = SCRIPTS_ON_LISTS.get(script, script)
    # Han names begin with the family name and have no blanks.
    full = "".join([told[-1], *told[:-1]]) if listed_as == "Hani" else " ".join(told)
    return ListedName(full, NameQuality.STRONG, listed_as)


def _other_name(words: Vocabulary, tokens: list[int], other: list[int], pick: float) -> ListedName:
    """Another given name with one's own family name, or another name altogether; a respelling of it as `pick` says."""
    mixed = [*other[:FAMILY], *tokens[FAMILY:]] if pick < 0.5 else other
    spelled = latin_words(words, mixed)
    return ListedName(otherwise(spelled, pick), NameQuality.STRONG)


def otherwise(spelled: list[str], pick: float) -> str:
    """The Latin tokens with about every second one, and at least one, in another usual spelling, as `pick` says."""
    chosen = int(pick * len(spelled))
    turned = []
    for place, word in enumerate(spelled):
        pick = (pick * SPREAD) % 1.0
        turned.append(_respelled(word, pick) if place == chosen or pick < 0.4 else word)
    return " ".join(turned)


def _respelled(word: str, pick: float) -> str:
    others = _spellings(word)
    return others[int(pick * len(others))]


@lru_cache(maxsize=1)
def _known_spellings() -> dict[str, tuple[str, ...]]:
    return {token.latin[0]: token.latin[1:] for token in vocabulary().tokens if len(token.latin) > 1}


@lru_cache(maxsize=200_000)
def _spellings(word: str) -> tuple[str, ...]:
    """Other usual spellings: those of the pools, else by vowel habits; the word itself where there is none."""
    known = _known_spellings().get(word)
    if known:
        return known
    text = word.lower()
    changed = (rule.pattern.sub(rule.replacement, text, count=1) for rule in rules("vowel"))
    return tuple(dict.fromkeys(one.title() for one in changed if one != text)) or (word,)


def _spans(born: str, kind: float, other_year: int) -> tuple[DateSpan, ...]:
    if kind < FULL_DATE:
        return (DateSpan(born, born),)
    kind -= FULL_DATE
    if kind < YEAR_ONLY:
        return (DateSpan(born[:4], born[:4]),)
    kind -= YEAR_ONLY
    year = str(int(born[:4]) + (other_year or 1))
    if kind < SEVERAL:
        day = born[4:] if born[4:] != "-02-29" else "-02-28"
        return tuple(sorted((DateSpan(born, born), DateSpan(year + day, year + day)), key=str))
    if kind < SEVERAL + CIRCA:
        return (DateSpan(year, year, circa=True),)
    return ()


def _document(pick: float, country: str) -> ListedDocument:
    return ListedDocument(f"{chr(65 + int(pick * 26))}{int(pick * 1e8) % 10_000_000:07}", "passport", country)
