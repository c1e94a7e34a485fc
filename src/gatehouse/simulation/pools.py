"""Name pools: for each culture the given and family names to draw from, frequent ones first.

Most come from Faker's own lists, read once and without its slow formatting; names in scripts that rules cannot
romanise come from `spellings.csv`. Draws follow Zipf's law, as surnames do.
"""

from __future__ import annotations

import csv
import importlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from random import Random
from typing import NamedTuple

from faker import Generator

from gatehouse.simulation.romanise import HERE, romanised

ZIPF_EXPONENT = 0.85
ZIPF_SHIFT = 4
"""Flattens the head: the commonest surname of a large country is borne by a few in a hundred, not by half."""

DRAWN = 400
"""Names drawn through Faker's own call where a locale keeps no list."""

FEWEST = 8


class NameToken(NamedTuple):
    """One part of a name in its own script, and its Latin spellings, the usual one first."""

    native: str
    latin: tuple[str, ...]


class Culture(NamedTuple):
    """One row of `cultures.csv`: how people of some countries are named and how often they travel and are listed."""

    name: str
    source: str
    script: str
    shape: str
    countries: tuple[str, ...]
    traveller_weight: float
    list_weight: float


@dataclass(frozen=True)
class Ranked:
    """Tokens by falling frequency."""

    tokens: tuple[NameToken, ...]
    weights: tuple[float, ...]

    def draw(self, dice: Random) -> NameToken:
        """One token, by Zipf's law."""
        return dice.choices(self.tokens, cum_weights=self.weights)[0]


@dataclass(frozen=True)
class Pool:
    """The names of one culture. `male` and `female` are given names."""

    male: Ranked
    female: Ranked
    family_male: Ranked
    family_female: Ranked

    def given(self, sex: str) -> Ranked:
        """Given names for `M` or `F`."""
        return self.female if sex == "F" else self.male

    def family(self, sex: str) -> Ranked:
        """Family names in the form that `M` or `F` bears."""
        return self.family_female if sex == "F" else self.family_male


@lru_cache(maxsize=1)
def cultures() -> tuple[Culture, ...]:
    """Every culture, in the order of the file."""
    with (HERE / "cultures.csv").open(encoding="utf-8", newline="") as rows:
        return tuple(
            Culture(
                row["culture"],
                row["source"],
                row["script"],
                row["shape"],
                tuple(row["countries"].split()),
                float(row["traveller_weight"]),
                float(row["list_weight"]),
            )
            for row in csv.DictReader(rows)
        )


@lru_cache(maxsize=1)
def _spellings() -> dict[tuple[str, str], tuple[NameToken, ...]]:
    table: dict[tuple[str, str], tuple[NameToken, ...]] = {}
    with (HERE / "spellings.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            key = row["script"], row["part"]
            token = NameToken(row["native"], tuple(row["latin"].split(";")))
            table[key] = (*table.get(key, ()), token)
    return table


def ranked(tokens: Iterable[NameToken]) -> Ranked:
    """`tokens` in this order of frequency; doubles are dropped."""
    kept = tuple({token.native: token for token in tokens if token.latin[0]}.values())
    return Ranked(kept, tuple(accumulate((rank + ZIPF_SHIFT) ** -ZIPF_EXPONENT for rank in range(len(kept)))))


def _listed_by_faker(provider: object, attributes: Iterable[str], dice: Random) -> list[str]:
    """The first non-trivial name list of a Faker provider, commonest first (shuffled where Faker gives no weights)."""
    for attribute in attributes:
        names = getattr(provider, attribute, ())
        if len(names) < FEWEST:
            continue
        if isinstance(names, Mapping):
            return [str(name).strip() for name in sorted(names, key=lambda name: -float(names[name]))]
        # A set has no order of its own; sorted first, the shuffle is the same on every machine.
        found = sorted({str(name).strip() for name in names})
        dice.shuffle(found)
        return found
    return []


def _faker_names(culture: Culture, part: str, attributes: tuple[str, ...], call: str) -> tuple[NameToken, ...]:
    module = importlib.import_module(f"faker.providers.person.{culture.source}")
    generator = Generator()
    # Seeded by the culture alone: another day or plan must not change what people are called.
    generator.seed_instance(f"{culture.name}/{part}")
    provider = module.Provider(generator)
    names = _listed_by_faker(provider, attributes, Random(f"{culture.name}/{part}"))
    if not names:
        names = [str(getattr(provider, call)()) for _ in range(DRAWN)]
    # A surname such as 陈 is Chen, Chan or Tan by birthplace, which no rule derives: the table goes before rules.
    known = {token.native: token for token in _spellings().get((culture.script, part), ())}
    return tuple(known.get(name) or NameToken(name, romanised(name, culture.script, culture.source)) for name in names)


def _japanese(part: str) -> tuple[NameToken, ...]:
    """Faker's Japanese names come with their reading; the reading is what a passport prints."""
    provider = importlib.import_module("faker.providers.person.ja_JP").Provider
    attribute = {"m": "first_name_male_pairs", "f": "first_name_female_pairs", "family": "last_name_pairs"}[part]
    # Hepburn in passports writes no macron: Ono and Ohno are one name and two spellings.
    long_vowels = {"o": "oh", "u": "uu"}
    return tuple(
        NameToken(native, tuple(dict.fromkeys((latin, latin[:-1] + long_vowels.get(latin[-1], latin[-1])))))
        for native, _, latin in getattr(provider, attribute)
    )


@lru_cache(maxsize=64)
def pool(culture: Culture) -> Pool:
    """The names of a culture; the same on every call and every machine with the same Faker."""
    if culture.source == "table":
        table = _spellings()
        family = ranked(table[culture.script, "family"])
        return Pool(ranked(table[culture.script, "m"]), ranked(table[culture.script, "f"]), family, family)
    if culture.shape == "japanese":
        family = ranked(_japanese("family"))
        return Pool(ranked(_japanese("m")), ranked(_japanese("f")), family, family)
    return Pool(
        ranked(_faker_names(culture, "m", ("first_names_male", "first_names"), "first_name_male")),
        ranked(_faker_names(culture, "f", ("first_names_female", "first_names"), "first_name_female")),
        ranked(_faker_names(culture, "family", ("last_names_male", "last_names"), "last_name")),
        ranked(_faker_names(culture, "family", ("last_names_female", "last_names"), "last_name")),
    )
