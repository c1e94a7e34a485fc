"""The pairs that sounds are learned from, and pairs of different names to hold against them.

Read from `wd_*_dev.tsv` (Latin and native spelling of name tokens, CC0). One row in five, by a checksum of the Latin
spelling, is kept for reporting and never learned from.
"""

from __future__ import annotations

import random
import re
import zlib
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from anyascii import anyascii
from pypinyin.pinyin_dict import pinyin_dict

from gatehouse.names.cleaning import clean
from gatehouse.names.romanise import romanise
from gatehouse.names.script import LATIN

FILES = ("arabic", "hebrew", "russian", "chinese", "katakana", "japanese", "korean")
NOT_A_TO_Z = re.compile(r"[^a-z]")
REPORTING_SHARE = 5
SPELLINGS_MAX = 6
"""Latin spellings of one native word that are paired with one another: beyond it the word is a wastebasket."""
NEIGHBOURS_MAX = 3
WADE_GILES_PAIRS = 1500
WADE_GILES = (
    ("^zh", "ch"), ("^z(?!h)", "ts"), ("^c(?!h)", "ts"), ("^[qj]", "ch"), ("^x", "hs"), ("^b", "p"), ("^d", "t"),
    ("^g", "k"), ("^r", "j"), ("ong$", "ung"), ("ian$", "ien"), ("ie$", "ieh"), ("ue$", "ueh"), ("(?<=[kh])e$", "o"),
    ("^you$", "yu"), ("si$", "ssu"), ("(?<=ch|sh)i$", "ih"),
)  # fmt: skip
"""Pinyin syllables turned to Wade-Giles without its marks, as names are spelled."""
KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


class Row(NamedTuple):
    """A Latin and a native token, both in a–z; the native script and spelling; for reporting only; how often met."""

    latin: str
    native: str
    script: str
    written: str
    reporting: bool
    count: int


def read_word(word: str) -> tuple[str, str]:
    """A word in a–z and its script (ISO 15924); two empty texts where it cannot be read."""
    read = romanise(clean(word).replace("'", ""), False)
    return (read[0].text, read[0].script or LATIN) if read else ("", "")


def rows_of(data: Path) -> list[Row]:
    """Every pair of the files under `data` that can be read on both sides, in the order of FILES."""
    found = []
    for name in FILES:
        for line in (data / f"wd_{name}_dev.tsv").read_text(encoding="utf-8").splitlines():
            latin, native, count = line.split("\t")
            written = native.replace(" ", "")
            (text, ours), (other, theirs) = read_word(latin.casefold()), read_word(written)
            if text and other and ours == LATIN != theirs:
                # The two syllabaries write the same sounds.
                script = "Kana" if theirs == "Hira" else theirs
                reporting = zlib.crc32(latin.encode()) % REPORTING_SHARE == 0
                found.append(Row(text, other, script, written, reporting, int(count)))
    return found


def respelled(rows: list[Row]) -> list[tuple[str, str]]:
    """Latin spellings of one native word, in both orders."""
    by_word: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.script in ("Cyrl", "Arab", "Hebr") and row.count > 1:
            by_word[row.written].add(row.latin)
    pairs = []
    for _, spellings in sorted(by_word.items()):
        if 1 < len(spellings) <= SPELLINGS_MAX:
            for one, other in combinations(sorted(spellings), 2):
                pairs += [(one, other), (other, one)]
    return pairs


def wade_giles(seed: int) -> list[tuple[str, str]]:
    """Chinese given names of two syllables in Pinyin and in Wade-Giles, in both orders."""
    dice = random.Random(seed)
    syllables = sorted({bare for bare in map(_bare, pinyin_dict.values()) if bare})
    pairs = []
    for _ in range(WADE_GILES_PAIRS):
        chosen = dice.choice(syllables), dice.choice(syllables)
        turned = "".join(_wade_giles(syllable) for syllable in chosen)
        pairs += [("".join(chosen), turned), (turned, "".join(chosen))]
    return pairs


def _bare(readings: str) -> str:
    return NOT_A_TO_Z.sub("", anyascii(readings.split(",")[0]).lower())


def _wade_giles(syllable: str) -> str:
    for pattern, replacement in WADE_GILES:
        syllable = re.sub(pattern, replacement, syllable)
    return syllable


def across(rows: list[Row]) -> list[tuple[str, str]]:
    """Two native spellings, in different scripts, of one Latin token, in both orders."""
    by_latin: dict[str, dict[str, str]] = defaultdict(dict)
    for row in sorted(rows, key=lambda r: r.count):
        by_latin[row.latin][row.script] = row.native
    pairs = []
    for _, natives in sorted(by_latin.items()):
        for one, other in combinations(sorted(natives), 2):
            pairs += [(natives[one], natives[other]), (natives[other], natives[one])]
    return pairs


def _nearby_key(letter: str, dice: random.Random) -> str:
    for line in KEYBOARD:
        place = line.find(letter)
        if place >= 0:
            return line[max(0, min(len(line) - 1, place + dice.choice((-1, 1))))]
    return letter


def mistyped(word: str, dice: random.Random) -> str:
    """`word` with one typing error: a key beside, a letter dropped, doubled, or put in."""
    place, kind = dice.randrange(len(word)), dice.randrange(4)
    put = {
        0: _nearby_key(word[place], dice),
        1: "",
        2: word[place] * 2,
        3: word[place] + dice.choice("abcdefghijklmnopqrstuvwxyz"),
    }[kind]
    return word[:place] + put + word[place + 1 :] or word


def neighbours(words: list[str]) -> list[tuple[str, str]]:
    """Pairs of different words one letter apart (one letter put in, left out or changed), in both orders."""
    by_rest: dict[str, list[str]] = defaultdict(list)
    for word in sorted(set(words)):
        for rest in sorted({word[:k] + "-" + word[k + 1 :] for k in range(len(word))}):
            by_rest[rest].append(word)
        for place in range(len(word) + 1):
            by_rest[word[:place] + "-" + word[place:]].append(word)
    pairs: set[tuple[str, str]] = set()
    for _, near in sorted(by_rest.items()):
        for one, other in combinations(near[: NEIGHBOURS_MAX + 1], 2):
            if one != other:
                pairs |= {(one, other), (other, one)}
    return sorted(pairs)
