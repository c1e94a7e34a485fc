"""Names as PADIS carries them: titles run on to given names, blanks where lines were wrapped."""

from __future__ import annotations

import re

from rapidfuzz.distance import Indel

from gatehouse.screening.messages.name_words import GLUED_TITLES, TITLES

LETTERS_LEFT_MIN = 2
"""Cutting a glued title never leaves fewer letters, but for an initial that makes no name with it: `AMR` is one."""
SHARED_LETTERS_MIN = 2
"""Given names of which one begins the other agree from this many letters on."""
LIKENESS_MIN = 0.85
"""`ODA` and `ODDA` are one spelling apart (0.86); `ODA` and `IDA` (0.67), `MARIA` and `MARTA` (0.8) may be twins."""

_PASSENGER_TYPE = re.compile(r"\s*\((?:ADT|CHD|CNN|INF|INS|UNN|YTH)\b[^)]*\)?$")
_GLUED = re.compile(f"(.{{{LETTERS_LEFT_MIN},}}?|.(?=MRS|MSTR)|[^AEIOUY])({'|'.join(GLUED_TITLES)})$")
_NOT_LETTERS = {ord(c): None for c in " -'.,/`’0123456789()"}


def split_title(given: str) -> tuple[str | None, str | None]:
    """Given names without their title, and the title: `MI RANMR` gives (`MI RAN`, `MR`).

    A title is a last word of its own (several are joined), a first word when it is one that is also cut when glued,
    or glued to the last word. A glued MS is left alone: `ADAMS` is a name (see `split_ms`).
    """
    words = _PASSENGER_TYPE.sub("", given).split()
    found: list[str] = []
    while words and words[-1] in TITLES:
        found.insert(0, words.pop())
    # DR or SIR in front may be part of a name elsewhere; MR never is.
    if not found and len(words) > 1 and TITLES.get(words[0]) in ("always", "female"):
        found.append(words.pop(0))
    if not found and words and (glued := _GLUED.match(words[-1])):
        words[-1], title = glued.groups()
        found.append(title)
    return " ".join(words) or None, " ".join(found) or None


def split_ms(given: str | None) -> tuple[str | None, str | None]:
    """The same for a glued MS, for a woman whose document says so."""
    if given and given.endswith("MS") and len(given.split()[-1]) >= LETTERS_LEFT_MIN + 2:
        return given[:-2], "MS"
    return given, None


def key(text: str | None) -> str:
    """Letters only, upper case: what is left of a name when blanks, wraps and hyphens do not count."""
    return text.upper().translate(_NOT_LETTERS) if text else ""


def resembles(one: str | None, other: str | None) -> bool:
    """Whether two given names may be one infant's, spelt apart: a word in common, or nearly the same letters.

    Twins share surname and birth date, and often a rhyme; so this asks for more than a likeness.
    """
    if not one or not other:
        return True
    if set(one.upper().split()) & set(other.upper().split()):
        return True
    return Indel.normalized_similarity(key(one), key(other)) >= LIKENESS_MIN


def agree(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two (surname, given names) keys may name one person: same surname, one given name beginning the other.

    A surname and given names cut elsewhere (`LIND QVIST`, or one field holding both) agree when all letters do.
    """
    (surname, given), (other_surname, other_given) = one, other
    # Line wraps cut anywhere, so that the boundary between the fields may have moved.
    if surname != other_surname:
        return bool(surname or given) and surname + given == other_surname + other_given
    if given == other_given:
        return bool(surname or given)
    shorter, longer = sorted((given, other_given), key=len)
    return len(shorter) >= SHARED_LETTERS_MIN and longer.startswith(shorter)
