"""Redress numbers and case numbers: short texts that people type, with a sign that finds a slip.

A redress number is ten signs of Crockford's base 32 (no I, L, O, U): nine drawn by chance and a check sign, by the
algorithm of Luhn for an alphabet of 32, which finds every single wrong sign and nearly every exchange of neighbours.
It says nothing of the person. It fits into the number of an SSR DOCO of kind R, where carriers send redress numbers.
"""

from __future__ import annotations

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
DRAWN = 9
"""Signs by chance: 45 bits. Guessing one that stands opens nothing by itself (`clearing`)."""
_READ_AS = str.maketrans("ILO", "110")


def new_number() -> str:
    """A redress number that nobody has yet, as far as chance goes; the store sees to the rest."""
    drawn = "".join(secrets.choice(ALPHABET) for _ in range(DRAWN))
    return drawn + check_sign(drawn)


def check_sign(text: str) -> str:
    """The check sign of `text`, whose signs are all of the alphabet."""
    total, factor = 0, 2
    for sign in reversed(text):
        addend = factor * ALPHABET.index(sign)
        total += addend // 32 + addend % 32
        factor = 3 - factor
    return ALPHABET[-total % 32]


def read_number(text: str | None) -> str | None:
    """The redress number that was meant: capitals, no blanks or hyphens, I and L read as 1, O as 0; else None."""
    plain = (text or "")[:40].upper().replace(" ", "").replace("-", "").translate(_READ_AS)
    if len(plain) != DRAWN + 1 or any(sign not in ALPHABET for sign in plain):
        return None
    return plain if check_sign(plain[:-1]) == plain[-1] else None


def shown(number: str) -> str:
    """A redress number as it is printed, in two groups."""
    return f"{number[:5]}-{number[5:]}"


def case_number(year: int, identifier: int) -> str:
    """The number of a request, on every letter about it."""
    return f"RR-{year}-{identifier:06d}"
