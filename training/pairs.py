"""Pairs of names with the truth, from the development data: one person's two names, or two persons' names.

The reference population is what a search brings up: for each pair of names of one person (SAME_SHARES) one pair of two
persons whose names are alike (NEAR_SHARES) and five of two persons who share one name and differ in the rest
(STRANGER_SHARES). In it a score of 0.8 means four in five. Rows of the reporting half (crc32 of the
person or the pair) are drawn in the same way and never trained on.
"""

from __future__ import annotations

import csv
import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path
from random import Random
from typing import NamedTuple

import numpy as np
from rapidfuzz.fuzz import ratio, token_sort_ratio
from rapidfuzz.process import cdist

from changes import changed
from gatehouse.names.distance import likeness
from gatehouse.names.name import read_name
from gatehouse.screening.watchlists.reader import read_list
from gatehouse.terms.entry import NameQuality

SAME_SHARES = {"politicians": 0.39, "aliases": 0.06, "changes": 0.40, "labelled": 0.15}
NEAR_SHARES = {
    "nearest": 0.45, "replaced": 0.17, "near-name": 0.06, "namesakes": 0.03, "thin": 0.04, "random": 0.05,
    "labelled": 0.20,
}  # fmt: skip
STRANGER_SHARES = {"siblings": 2.5, "one-name": 2.5}
"""Mass of each source: pairs of one person, as many of two persons alike, and five times as many who share one name."""
OTHER_SHARES = NEAR_SHARES | STRANGER_SHARES
PAIRS_OF_PERSON_MAX = 4
NEAREST_OF_PERSON = 2
NAMESAKE_MOST_WEIGHT = 1.5
"""Names whose tokens together weigh at most this are common enough to be borne by two persons of the training data."""
NEAR_LETTERS_MIN = 4
SAME_NAME_MIN = 0.9
"""Likeness from which two words are spellings of one name and not two near names."""
NEAR_WORDS_MAX = 5_000
NEAR_CHOICES = 4
UN = "UN-SC"
LISTS = ("un_consolidated_2026-02-27.xml", "ofac_sdn.csv")


class Pair(NamedTuple):
    """Two names, whether they are one person's, and the source."""

    left: str
    right: str
    same: bool
    source: str


class Person(NamedTuple):
    """A person's names, the first the usual one."""

    id: str
    list: str
    names: tuple[str, ...]


def half(key: str) -> int:
    """0 for what may be trained on, 1 for what is only reported."""
    return zlib.crc32(key.encode()) % 2


def politicians(data: Path) -> list[Person]:
    """Members of parliaments under all their names, in many scripts."""
    lines = (data / "names" / "politicians_dev.jsonl").read_text(encoding="utf-8").splitlines()
    return [Person(row["id"], "", tuple(dict.fromkeys(row["names"]))) for row in map(json.loads, lines)]


def listed(data: Path) -> list[Person]:
    """Listed persons under their names that the list does not call weak."""
    found = []
    for file in LISTS:
        for entry in read_list(data / "lists" / file).entries:
            names = tuple(name.full for name in entry.names if name.quality is not NameQuality.WEAK)
            if names:
                found.append(Person(entry.entry_id, entry.list, tuple(dict.fromkeys(names))))
    return found


def unlisted(data: Path) -> list[tuple[str, str, str]]:
    """People on no list: full name, given name, surname."""
    with (data / "names" / "people_us_not_listed.csv").open(encoding="utf-8", newline="") as stream:
        return [(row["full_name"], row["first_name"], row["last_name"]) for row in csv.DictReader(stream)]


def labelled(data: Path) -> list[Pair]:
    """The labelled near-miss pairs of persons."""
    with (data / "names" / "name_bench_dev.csv").open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["schema"] == "Person"]
    return [Pair(row["name1"], row["name2"], row["is_match"].lower() == "true", "labelled") for row in rows]


def two_names(persons: Iterable[Person], source: str, dice: Random) -> list[Pair]:
    """Two names of one person, at most PAIRS_OF_PERSON_MAX of each."""
    found = []
    for person in persons:
        pairs = list(combinations(person.names, 2))
        chosen = dice.sample(pairs, min(len(pairs), PAIRS_OF_PERSON_MAX))
        found += [Pair(one, other, True, source) for one, other in chosen]
    return found


def changes(names: Iterable[str], dice: Random) -> list[Pair]:
    """A name and what a carrier makes of it."""
    found = [Pair(changed(name, dice), name, True, "changes") for name in names]
    return [pair for pair in found if pair.left.strip()]


def nearest(persons: Sequence[Person], dice: Random) -> list[Pair]:
    """Each person's name beside the most alike names of others: what a search brings up wrongly."""
    names = [next(filter(str.isascii, person.names), person.names[0]) for person in persons]
    read = [" ".join(token.fold for token in read_name(name).tokens) for name in names]
    alike = cdist(read, read, scorer=token_sort_ratio, dtype=np.uint8)
    np.fill_diagonal(alike, 0)
    found = []
    for place, row in enumerate(alike):
        for other in np.argsort(-row.astype(int), kind="stable")[:NEAREST_OF_PERSON]:
            # The very same tokens may be one person under two identifiers: nobody has labelled them.
            if read[place] and sorted(read[place].split()) != sorted(read[other].split()):
                # Any of their names, so that scripts meet as often as they do among the names of one person.
                shown = dice.choice(persons[place].names), dice.choice(persons[other].names)
                found.append(Pair(*shown, False, "nearest"))
    return found


def relatives(people: Sequence[tuple[str, str, str]], dice: Random) -> list[Pair]:
    """Persons with one surname and other given names, and the reverse."""
    found = []
    for part, source in ((2, "siblings"), (1, "one-name")):
        groups = defaultdict(list)
        for person in people:
            groups[person[part]].append(person)
        for key, group in groups.items():
            if not key or len(group) < 2:
                continue
            for _ in range(min(len(group) // 2, 3)):
                one, other = dice.sample(group, 2)
                if one[3 - part] != other[3 - part]:
                    found.append(Pair(one[0], other[0], False, source))
    return found


def replaced(names: Sequence[str], dice: Random) -> list[Pair]:
    """A name with one word changed for a word of somebody else: a brother, a cousin, another man's son."""
    found = []
    for name in names:
        words, others = name.split(), dice.choice(names).split()
        if len(words) > 1 and len(others) > 1:
            place = dice.randrange(len(words))
            words[place] = others[min(place, len(others) - 1)]
            found.append(Pair(name, " ".join(words), False, "replaced"))
    return [pair for pair in found if pair.left != pair.right and _sounds(pair.left) != _sounds(pair.right)]


def _sounds(name: str) -> list[str]:
    return sorted(token.fold for token in read_name(name).tokens)


def near_names(names: Sequence[str], dice: Random) -> list[Pair]:
    """A name with one word changed for the most alike other word that people bear (Nathan for Natasha)."""
    words = sorted(
        {word for name in names for word in name.split() if word.isalpha() and len(word) >= NEAR_LETTERS_MIN}
    )
    words = dice.sample(words, min(len(words), NEAR_WORDS_MAX))
    alike = cdist(words, words, scorer=ratio, processor=str.casefold, dtype=np.uint8)
    near = {
        word: np.argsort(-row.astype(int), kind="stable")[1:NEAR_CHOICES]
        for word, row in zip(words, alike, strict=True)
    }
    found = []
    for name in names:
        parts = name.split()
        places = [place for place, part in enumerate(parts) if part in near]
        if len(parts) > 1 and places:
            place = dice.choice(places)
            parts[place] = words[int(dice.choice(near[parts[place]]))]
            found.append(Pair(name, " ".join(parts), False, "near-name"))
    return [pair for pair in found if _other_sound(pair)]


def _other_sound(pair: Pair) -> bool:
    """Whether no known variant or sound makes the changed word the word it was before."""
    left, right = read_name(pair.left).tokens, read_name(pair.right).tokens
    return any(max((likeness(one, other).score for other in right), default=0.0) < SAME_NAME_MIN for one in left)


def thin(names: Sequence[str], dice: Random) -> list[Pair]:
    """One word of a name beside the full name of somebody else who bears it."""
    chosen = [name.split() for name in names]
    return [Pair(dice.choice(words), " ".join(words), False, "thin") for words in chosen if len(words) > 1]


def namesakes(names: Iterable[str]) -> list[Pair]:
    """Two persons who bear one common name."""
    from gatehouse.names.commonness import weight

    found = []
    for name in names:
        tokens = read_name(name).tokens
        if len(tokens) > 1 and sum(map(weight, tokens)) <= NAMESAKE_MOST_WEIGHT:
            found.append(Pair(name, name.upper(), False, "namesakes"))
    return found


def strangers(names: Sequence[str], count: int, dice: Random) -> list[Pair]:
    """Any two persons."""
    return [Pair(*dice.sample(names, 2), False, "random") for _ in range(count)]


def pairs(data: Path, which: int, seed: int) -> list[Pair]:
    """All pairs of one half: 0 to train on, 1 to report on."""
    dice = Random(f"{seed}-{which}")
    members = [person for person in politicians(data) if half(person.id) == which]
    entries = [person for person in listed(data) if half(person.id) == which]
    people = [person for person in unlisted(data) if half(person[0]) == which]
    entry_names = [name for person in entries for name in person.names[:2]]
    people_names = [person[0] for person in people]
    found = two_names(members, "politicians", dice) + two_names(entries, "aliases", dice)
    found += changes([*entry_names, *dice.sample(people_names, 4000)], dice)
    found += nearest(members, dice) + nearest([person for person in entries if person.list == UN], dice)
    found += nearest([Person(name, "", (name,)) for name in dice.sample(people_names, 4000)], dice)
    found += relatives(people, dice)
    some = [*dice.sample(people_names, 4000), *entry_names]
    found += replaced(some, dice) + near_names(some, dice)
    found += thin(dice.sample(some, 2000), dice)
    found += namesakes([*people_names, *entry_names])
    found += strangers([*people_names[:4000], *entry_names], 4000, dice)
    return found + [pair for pair in labelled(data) if half(pair.left + pair.right) == which]


def shares(chosen: Sequence[Pair]) -> np.ndarray:
    """The weight of each pair, so that sources have their shares of the reference population, summing to one."""
    counts: dict[tuple[bool, str], int] = defaultdict(int)
    for pair in chosen:
        counts[pair.same, pair.source] += 1
    share = [(SAME_SHARES if pair.same else OTHER_SHARES)[pair.source] for pair in chosen]
    mass = np.array([s / counts[pair.same, pair.source] for s, pair in zip(share, chosen, strict=True)])
    return np.asarray(mass / mass.sum())
