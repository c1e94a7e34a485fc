"""The labelled names measured here: which rows, of which script, and which half is for tuning and which for reporting.

Persons of `politicians_dev.jsonl` are halved by CRC-32 of their id, pairs of `name_bench_dev.csv` by CRC-32 of both
names: even rows are for tuning, odd rows only for reporting. Nobody looks at the misses of the reporting half.
"""

from __future__ import annotations

import csv
import json
import random
import unicodedata
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

SHARED = Path(__file__).parents[2] / "shared" / "data"
POLITICIANS = SHARED / "names" / "politicians_dev.jsonl"
NAME_BENCH = SHARED / "names" / "name_bench_dev.csv"
SEED = 20261121
HALVES = ("tune", "report", "all")
LATIN, OTHER = "Latn", "other"
SCRIPTS = {
    "LATIN": LATIN,
    "CYRILLIC": "Cyrl",
    "ARABIC": "Arab",
    "HEBREW": "Hebr",
    "GREEK": "Grek",
    "CJK": "Hani",
    "HIRAGANA": "Kana",
    "KATAKANA": "Kana",
    "HANGUL": "Hang",
    "GEORGIAN": "Geor",
    "ARMENIAN": "Armn",
    "DEVANAGARI": "Deva",
    "TAMIL": "Taml",
    "THAI": "Thai",
}
"""First word of a letter's Unicode name → ISO 15924. The classes stay the same whatever the product's tables say."""
CLASSES = (*dict.fromkeys(SCRIPTS.values()), OTHER)
STRANGERS = 2_000
"""Pairs of different persons drawn for each class."""
NEIGHBOURS = 1_000
"""The same of persons of one country."""


class NamePair(NamedTuple):
    """Two names, each with its person's id."""

    left: str
    right: str
    left_id: str
    right_id: str


class ScriptClass(NamedTuple):
    """The pairs of one class: of one person, of different persons, and of different persons of one country."""

    same: list[NamePair]
    strangers: list[NamePair]
    neighbours: list[NamePair]


class Politician(NamedTuple):
    """One person with their names in any script."""

    person: str
    country: str
    names: tuple[str, ...]


def in_half(key: str, half: str) -> bool:
    """Whether a row is in the half asked for."""
    return half == "all" or (zlib.crc32(key.encode()) % 2 == 0) == (half == "tune")


@cache
def script_class(name: str) -> str:
    """The class of a name: its most frequent script, and Kana wherever a kana letter stands."""
    found = Counter(SCRIPTS.get(unicodedata.name(c, "?").split()[0].split("-")[0], OTHER) for c in name if c.isalpha())
    if not found:
        return OTHER
    return "Kana" if found["Kana"] else found.most_common(1)[0][0]


def politicians(half: str) -> list[Politician]:
    """The persons of one half, in the file's order."""
    with POLITICIANS.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Politician(r["id"], r["country"], tuple(r["names"])) for r in rows if in_half(r["id"], half)]


def _pairs_of(person: Politician) -> Iterator[tuple[str, NamePair]]:
    latin = [name for name in person.names if script_class(name) == LATIN]
    for one, other in combinations(latin, 2):
        yield LATIN, NamePair(one, other, person.person, person.person)
    for name in person.names:
        if script_class(name) != LATIN:
            for other in latin:
                yield script_class(name), NamePair(name, other, person.person, person.person)


def _drawn(dice: random.Random, lefts: list[Politician], pools: list[list[Politician]], script: str) -> NamePair | None:
    """One name of a person of the class, beside a Latin name of somebody else of their pool."""
    place = dice.randrange(len(lefts))
    person, other = lefts[place], dice.choice(pools[place])
    mine = [name for name in person.names if script_class(name) == script]
    theirs = [name for name in other.names if script_class(name) == LATIN]
    if person.person == other.person or not theirs:
        return None
    return NamePair(dice.choice(mine), dice.choice(theirs), person.person, other.person)


def _different(dice: random.Random, people: list[Politician], script: str, wanted: int, near: str) -> list[NamePair]:
    """Pairs of different persons; `near` is "country" or nothing. Fewer than wanted where there are not enough."""
    by_country: dict[str, list[Politician]] = defaultdict(list)
    for one in people:
        by_country[one.country].append(one)
    lefts = [one for one in people if any(script_class(name) == script for name in one.names)]
    pools = [by_country[one.country] if near else people for one in lefts]
    found: dict[NamePair, None] = {}
    for _ in range(20 * wanted if lefts else 0):
        pair = _drawn(dice, lefts, pools, script)
        if pair:
            found[pair] = None
        if len(found) == wanted:
            break
    return list(found)


def script_classes(half: str, wanted: tuple[str, ...] = CLASSES, limit: int | None = None) -> dict[str, ScriptClass]:
    """The pairs of each class, unfiltered; negatives drawn with SEED, both persons of the same half.

    `limit` keeps as many of each kind, drawn with the same seed.
    """
    people = politicians(half)
    same: dict[str, list[NamePair]] = defaultdict(list)
    for person in people:
        for script, pair in _pairs_of(person):
            same[script].append(pair)
    made = {}
    for script in wanted:
        dice = random.Random(f"{SEED} {script}")
        strangers = _different(dice, people, script, STRANGERS, "")
        neighbours = _different(dice, people, script, NEIGHBOURS, "country")
        kept = same[script]
        if limit is not None and len(kept) > limit:
            kept = dice.sample(kept, limit)
        made[script] = ScriptClass(kept, strangers[:limit], neighbours[:limit])
    return made


def labelled_pairs(half: str) -> list[tuple[NamePair, bool]]:
    """The Person rows of name_bench: near misses and true pairs."""
    with NAME_BENCH.open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["schema"] == "Person"]
    return [
        (NamePair(row["name1"], row["name2"], "", ""), row["is_match"].lower() == "true")
        for row in rows
        if in_half(row["name1"] + row["name2"], half)
    ]
