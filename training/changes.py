"""What carriers, clerks and systems make of a name: seeded changes that keep it the same person's name."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

LETTERS = "abcdefghijklmnopqrstuvwxyz"
TYPO_LETTERS_MIN = 4
"""A word is mistyped only from this length on; a shorter one would become another name."""
FIELD_LETTERS = (20, 30, 39)
"""Lengths at which systems cut a name; 39 is the name field of ICAO Doc 9303-4."""
TITLES = ("MR", "MRS", "MS", "DR", "MSTR", "MISS")


def typo(name: str, dice: Random) -> str:
    """One letter replaced, left out, doubled or put in, or two exchanged, anywhere in one longer word."""
    words = name.split()
    long = [place for place, word in enumerate(words) if len(word) >= TYPO_LETTERS_MIN]
    if not long:
        return name
    place = dice.choice(long)
    word = words[place]
    at = dice.randrange(len(word))
    kind = dice.randrange(4)
    if kind == 0:
        word = word[:at] + dice.choice(LETTERS) + word[at + 1 :]
    elif kind == 1:
        word = word[:at] + word[at + 1 :]
    elif kind == 2:
        word = word[:at] + dice.choice(LETTERS + word[at].lower() * 10) + word[at:]
    else:
        at = min(at, len(word) - 2)
        word = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    words[place] = word
    return " ".join(words)


def slip(name: str, dice: Random) -> str:
    """One character replaced, left out, put in or exchanged, anywhere but in the first place, spaces included."""
    at = dice.randrange(1, max(2, len(name)))
    letter = dice.choice(LETTERS)
    kinds = (
        name[:at] + letter + name[at + 1 :],
        name[:at] + name[at + 1 :],
        name[:at] + letter + name[at:],
        name[:at] + name[at : at + 2][::-1] + name[at + 2 :],
    )
    return dice.choice(kinds)


def two_slips(name: str, dice: Random) -> str:
    """Two slips anywhere."""
    return slip(slip(name, dice), dice)


def run_together(name: str, dice: Random) -> str:
    """All words run together, sometimes with a title or a slip."""
    whole = "".join(name.split()) + (dice.choice(TITLES) if dice.random() < 0.2 else "")
    return slip(whole, dice) if dice.random() < 0.2 else whole


def two_typos(name: str, dice: Random) -> str:
    """Two errors, which may fall into one word."""
    return typo(typo(name, dice), dice)


def shuffled(name: str, dice: Random) -> str:
    """The words in another order."""
    words = name.split()
    dice.shuffle(words)
    return " ".join(words)


def shuffled_typo(name: str, dice: Random) -> str:
    """Another order and one error."""
    return typo(shuffled(name, dice), dice)


def turned(name: str, _dice: Random) -> str:
    """The last word first, as registers write it."""
    words = name.split()
    return " ".join([*words[-1:], *words[:-1]])


def glued(name: str, dice: Random) -> str:
    """Two neighbouring words run together, sometimes with a title."""
    words = name.split()
    if len(words) < 2:
        return name
    at = dice.randrange(len(words) - 1)
    words[at : at + 2] = [words[at] + words[at + 1] + (dice.choice(TITLES) if dice.random() < 0.2 else "")]
    return " ".join(words)


def dropped(name: str, dice: Random) -> str:
    """One word left out where three or more are there."""
    words = name.split()
    if len(words) < 3:
        return name
    del words[dice.randrange(len(words))]
    return " ".join(words)


def initial(name: str, dice: Random) -> str:
    """One word but the last cut to its first letter."""
    words = name.split()
    if len(words) < 2:
        return name
    at = dice.randrange(len(words) - 1)
    words[at] = words[at][0]
    return " ".join(words)


def cut(name: str, dice: Random) -> str:
    """The name cut at the length of a field."""
    return name[: dice.choice(FIELD_LETTERS)].strip()


def unchanged(name: str, _dice: Random) -> str:
    """The name as it is, in capitals."""
    return name.upper()


CHANGES: tuple[tuple[Callable[[str, Random], str], int], ...] = (
    (unchanged, 2),
    (typo, 3),
    (slip, 3),
    (two_typos, 2),
    (two_slips, 1),
    (run_together, 2),
    (shuffled, 3),
    (shuffled_typo, 3),
    (turned, 3),
    (glued, 2),
    (dropped, 3),
    (initial, 1),
    (cut, 1),
)
"""Each change with its share."""


def changed(name: str, dice: Random) -> str:
    """`name` after one change drawn by share."""
    return dice.choices([change for change, _ in CHANGES], [share for _, share in CHANGES])[0](name, dice)
