"""What spellings of one name share when read aloud: the fold, the bones, and strings made for counting edits.

The fold keeps three vowels (a, i, o) and one letter per family of consonants; `sound.csv` holds its rules in order
(step 1), and those of a second reading (step 2).
The bones drop vowels and semivowels too, for comparing a spelled name with one of a script that does not write them.
"""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from importlib import resources

VOWELS = "aio"
_DROP_VOWELS = str.maketrans("", "", VOWELS)
_DROP_FOR_GLUE = str.maketrans("", "", "h")
_SEMIVOWELS = re.compile(r"[wy]")
_TO_BONES = str.maketrans({"p": "b", "f": "b", "v": "b", "g": "k", "j": "k", "C": "s"})
_TO_LOAN = str.maketrans("rpvgdjCfm", "lbbktsshn")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=1)
def _rules() -> dict[str, list[tuple[re.Pattern[str], str]]]:
    text = resources.files(__package__).joinpath("sound.csv").read_text(encoding="utf-8")
    rules: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    for row in csv.DictReader(text.splitlines()):
        rules.setdefault(row["step"], []).append((re.compile(row["pattern"]), row["replacement"]))
    return rules


def _apply(step: str, text: str) -> str:
    for pattern, replacement in _rules()[step]:
        text = pattern.sub(replacement, text)
    return text


def fold(text: str) -> str:
    """`text` (a–z) reduced to what its spellings share; may be empty only when `text` is."""
    return _apply("1", text) or text


def second_fold(text: str) -> str:
    """The fold of the other reading that some letters have (`c` as ts, `ch` as kh); empty when there is none."""
    other = _apply("2", text)
    return "" if other == text else fold(other)


def bones(text: str) -> str:
    """The consonants of `text` (a–z) that survive an unvocalised script, one letter per family; may be empty."""
    # w and y are vowels as often as consonants in unvocalised scripts: both sides lose them.
    consonants = fold(_SEMIVOWELS.sub("e", text)).translate(_DROP_VOWELS)
    # A final h is silent (Sarah) or ta marbuta, which one spelling has and the other has not.
    if consonants.endswith("h") and len(consonants) > 1:
        consonants = consonants[:-1]
    return _DOUBLED.sub(r"\1", consonants.translate(_TO_BONES))


def loan(folded: str) -> str:
    """A fold with the confusions of borrowed names levelled: l and r, voiced and voiceless, f and h, m and n."""
    return _DOUBLED.sub(r"\1", folded.translate(_TO_LOAN))


def glue_key(folded: str) -> str:
    """What stays of a fold whether its tokens are written together or apart: no h, nothing doubled."""
    return _DOUBLED.sub(r"\1", folded.translate(_DROP_FOR_GLUE))


def weighed(folded: str) -> str:
    """`folded` with each consonant written twice, so that a changed vowel is half an edit of a changed consonant."""
    return "".join(letter if letter in VOWELS else letter + letter for letter in folded)
