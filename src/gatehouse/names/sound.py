"""What spellings of one name share when read aloud: the fold, the bones, and strings made for counting edits.

The fold keeps three vowels (a, i, o) and one letter per family of consonants; `sound.csv` holds its rules in order
(step 1), and those of a second reading (step 2).
The bones drop vowels and semivowels too, for comparing a spelled name with one of a script that does not write them.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Sequence
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
        # A word may be one line of many (`each`): where it begins and ends is the same alone and there.
        rules.setdefault(row["step"], []).append((re.compile(row["pattern"], re.MULTILINE), row["replacement"]))
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
    return _levelled_bones(_without_final_h(_without_vowels(fold(_without_semivowels(text)))))


def _without_semivowels(text: str) -> str:
    # w and y are vowels as often as consonants in unvocalised scripts: both sides lose them.
    return _SEMIVOWELS.sub("e", text)


def _without_vowels(text: str) -> str:
    return text.translate(_DROP_VOWELS)


def _without_final_h(consonants: str) -> str:
    # A final h is silent (Sarah) or ta marbuta, which one spelling has and the other has not.
    return consonants[:-1] if consonants.endswith("h") and len(consonants) > 1 else consonants


def _levelled_bones(consonants: str) -> str:
    return _DOUBLED.sub(r"\1", consonants.translate(_TO_BONES))


def loan(folded: str) -> str:
    """A fold with the confusions of borrowed names levelled: l and r, voiced and voiceless, f and h, m and n."""
    return _DOUBLED.sub(r"\1", folded.translate(_TO_LOAN))


def each(change: Callable[[str], str], words: Sequence[str]) -> list[str]:
    """`change` made to each word, all at once as the lines of one text: many words cost little more than a few.

    No word may hold a line break, and `change` must neither make, take nor look beyond one.
    """
    return change("\n".join(words)).split("\n") if words else []


def folds(texts: Sequence[str]) -> list[str]:
    """The `fold` of each text."""
    found = each(lambda lines: _apply("1", lines), texts)
    return [folded or text for folded, text in zip(found, texts, strict=True)]


def second_folds(texts: Sequence[str]) -> list[str]:
    """The `second_fold` of each text."""
    others = each(lambda lines: _apply("2", lines), texts)
    places = [place for place, other in enumerate(others) if other != texts[place]]
    found = [""] * len(texts)
    for place, folded in zip(places, folds([others[place] for place in places]), strict=True):
        found[place] = folded
    return found


def bones_of(texts: Sequence[str]) -> list[str]:
    """The `bones` of each text."""
    consonants = each(_without_vowels, folds(each(_without_semivowels, texts)))
    return each(_levelled_bones, [_without_final_h(word) for word in consonants])


def loans(folded: Sequence[str]) -> list[str]:
    """The `loan` of each fold."""
    return each(loan, folded)


def glue_key(folded: str) -> str:
    """What stays of a fold whether its tokens are written together or apart: no h, nothing doubled."""
    return _DOUBLED.sub(r"\1", folded.translate(_DROP_FOR_GLUE))


def weighed(folded: str) -> str:
    """`folded` with each consonant written twice, so that a changed vowel is half an edit of a changed consonant."""
    return "".join(letter if letter in VOWELS else letter + letter for letter in folded)
