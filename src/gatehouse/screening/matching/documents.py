"""Document numbers: the same, or the same to an eye or a reader that takes O for 0.

A number is compared without spaces, dashes and case; then, when that fails, with one side's ICAO check digit taken off;
then with look-alike characters levelled and leading zeros gone. Numbers shorter than NUMBER_CHARS_MIN identify nobody
and are ignored.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import cycle
from operator import mul
from string import ascii_uppercase, digits

from gatehouse.screening.matching.weights import weights
from gatehouse.terms.candidate import Reason
from gatehouse.terms.entry import ListedDocument

NUMBER_CHARS_MIN = 5
NUMBER_CHARS_MAX = 40
CHECK_WEIGHTS = (7, 3, 1)
_VALUES = {char: int(char, 36) for char in digits + ascii_uppercase}
_NOISE = re.compile(r"[^0-9A-Z]+")
_LOOK_ALIKES = str.maketrans("OQDILSBZG", "000115826")


@lru_cache(maxsize=1 << 16)
def normalised(number: str) -> str | None:
    """`number` in capitals without separators, `None` when too short to identify a document."""
    # Cut before cleaning, with room for as many separators as characters: a hostile number costs no more.
    plain = _NOISE.sub("", number[: 2 * NUMBER_CHARS_MAX].upper())[:NUMBER_CHARS_MAX]
    return plain if len(plain) >= NUMBER_CHARS_MIN and any(map(str.isdigit, plain)) else None


@lru_cache(maxsize=1 << 16)
def levelled(number: str) -> str | None:
    """`number` with look-alike characters made one and leading zeros gone, `None` when too short for that."""
    plain = normalised(number)
    level = plain.translate(_LOOK_ALIKES).lstrip("0") if plain else ""
    return level if len(level) >= NUMBER_CHARS_MIN else None


def check_digit(number: str) -> str:
    """The check digit of a normalised number: weights 7 3 1, A counts 10 (ICAO Doc 9303-3 section 4.9)."""
    return str(sum(map(mul, map(_VALUES.__getitem__, number), cycle(CHECK_WEIGHTS))) % 10)


def with_check_digit(number: str) -> tuple[str, ...]:
    """The other forms of a normalised number: with its check digit, and without a last digit that is one.

    Fillers between number and check digit are separators here, and count nothing in it.
    """
    appended = (number + check_digit(number),)
    stripped = len(number) > NUMBER_CHARS_MIN and number[-1] == check_digit(number[:-1])
    return (*appended, number[:-1]) if stripped else appended


def _with_check_digit(one: str, other: str | None) -> bool:
    shorter, longer = sorted((one, other or ""), key=len)
    return len(longer) == len(shorter) + 1 and longer == shorter + check_digit(shorter)


def _observe(number: str, issuer: str | None, listed: ListedDocument) -> str | None:
    same = normalised(number)
    if same is None:
        return None
    if issuer and listed.issuer and issuer != listed.issuer:
        # Look-alikes are not tried across issuers: short numbers of two States resemble each other by chance.
        return "other_issuer" if same == normalised(listed.number) else None
    if same == normalised(listed.number):
        return "same" if issuer and listed.issuer else "number"
    if _with_check_digit(same, normalised(listed.number)):
        return "check_digit"
    level = levelled(number)
    return "resembling" if level and level == levelled(listed.number) else None


_WORDS = {
    "same": "number and issuer agree",
    "number": "number agrees; an issuer is not stated",
    "check_digit": "number agrees but for its ICAO check digit, which one side leaves out",
    "resembling": "number agrees after levelling O/0 I/1 S/5 B/8 Z/2 G/6, separators and leading zeros",
    "other_issuer": "number agrees, the issuers differ",
}


def _text(number: str, issuer: str | None) -> str:
    return f"{number} ({issuer})" if issuer else number


def document_reason(ours: tuple[tuple[str, str | None], ...], theirs: tuple[ListedDocument, ...]) -> Reason | None:
    """The reason of the documents that agree best; `None` when none do, since people hold several."""
    table = weights()["document"]
    best: Reason | None = None
    for number, issuer in ours:
        for listed in theirs:
            found = _observe(number, issuer, listed)
            if found and (best is None or table[found] > best.weight):
                shown = _text(number, issuer), _text(listed.number, listed.issuer)
                best = Reason("document", *shown, found.replace("_", " "), table[found], _WORDS[found])
    return best
