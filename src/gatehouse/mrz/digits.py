"""Check digits: weights 7, 3, 1; digits count as they are, letters from 10, fillers 0; the sum modulo 10.

ICAO Doc 9303-3 §4.9.
"""

from __future__ import annotations

FILLER = "<"
WEIGHTS = (7, 3, 1)
VALUES = {FILLER: 0} | {sign: value for value, sign in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")}
"""Every sign that a zone may hold, and what it counts."""


def check_digit(text: str) -> str:
    """The check digit over `text`. KeyError for a sign that no zone holds."""
    return str(sum(VALUES[sign] * WEIGHTS[place % 3] for place, sign in enumerate(text)) % 10)


def agrees(text: str, digit: str) -> bool:
    """Whether `digit` is the check digit over `text`. Over fillers alone a filler is as good as 0."""
    if digit == FILLER:
        return not text.strip(FILLER)
    return check_digit(text) == digit
