"""Signs that a scanner confuses, put right where the standard leaves one reading.

A date holds digits and a check digit is one: a letter there is the digit it looks like, if the check then agrees. A
name, a State and the kind of document hold letters: a digit there is the letter it looks like. Behind a name's end
stand fillers only: what looks like one there is one (ICAO Doc 9303-3 §4.6). A document number may hold both kinds, and
its check digit lets one confusion in ten through: it is never changed, its failed check is told instead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gatehouse.mrz.digits import FILLER, agrees
from gatehouse.mrz.layout import Field, Range

TO_DIGITS = str.maketrans("OQDISBZG", "00015826")
TO_LETTERS = str.maketrans("015826", "OISBZG")
DIGIT_FIELDS = ("birth", "expiry")
LETTER_FIELDS = ("code", "issuer", "nationality", "names")
NAMES = "names"
_TAIL = re.compile("(<<<)([<KCL]+)$")
"""A name is over behind three fillers: K, C and L are what fillers are read as."""


def repaired(lines: Sequence[str], fields: Sequence[Field]) -> tuple[list[str], tuple[str, ...]]:
    """The lines put right, and the names of the fields in which something was, in the order of the layout."""
    held, changed = list(lines), []
    for field in fields:
        for put_right in (_date, _letters, _check):
            if put_right(held, field):
                changed.append(field.name)
    return held, tuple(dict.fromkeys(changed))


def _date(lines: list[str], field: Field) -> bool:
    if field.name not in DIGIT_FIELDS or field.check is None:
        return False
    digits, digit = field.place.of(lines).translate(TO_DIGITS), field.check.of(lines).translate(TO_DIGITS)
    if not agrees(digits, digit):
        return False
    changed = _set(lines, field.place, digits)
    return _set(lines, field.check, digit) or changed


def _letters(lines: list[str], field: Field) -> bool:
    if field.name not in LETTER_FIELDS:
        return False
    said = field.place.of(lines).translate(TO_LETTERS)
    return _set(lines, field.place, _TAIL.sub(_as_fillers, said) if field.name == NAMES else said)


def _as_fillers(found: re.Match[str]) -> str:
    return found[1] + FILLER * len(found[2])


def _check(lines: list[str], field: Field) -> bool:
    """A letter where a check digit belongs, and nothing else, is the digit it looks like."""
    if field.check is None or field.name in DIGIT_FIELDS:
        return False
    over, digit = "".join(part.of(lines) for part in field.over), field.check.of(lines).translate(TO_DIGITS)
    return agrees(over, digit) and _set(lines, field.check, digit)


def _set(lines: list[str], place: Range, signs: str) -> bool:
    """Write the signs there; whether they are others than stood there."""
    if place.of(lines) == signs:
        return False
    line = lines[place.line - 1]
    lines[place.line - 1] = line[: place.first - 1] + signs + line[place.last :]
    return True
