"""A machine-readable zone read: the format by its shape, the fields by its layout, every check digit recomputed.

What a scanner confuses is put right where one reading is left (`repairs`), and each such repair is told.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from gatehouse.mrz.digits import FILLER, VALUES, agrees
from gatehouse.mrz.errors import MrzError
from gatehouse.mrz.layout import SHAPES, VISAS, Field, layouts
from gatehouse.mrz.repairs import repaired as put_right
from gatehouse.terms.dates import PartialDate, birth_yymmdd, expiry_yymmdd
from gatehouse.terms.saying import Saying

TEXT_CHARS_MAX = 400
"""A zone has at most 90 signs; ten times the room for spaces and line breaks is left."""
LOOKALIKES = str.maketrans("«‹＜", "<<<")
SEX = {"M": "M", "F": "F", "<": None, "X": "X"}
NAMES_APART = "<<"


@dataclass(frozen=True, slots=True)
class Check:
    """One check digit: the field it is over, and whether it agrees."""

    field: str
    agrees: bool


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone's fields. `number` is whole, also where it is longer than its field (TD1, TD2).

    `issuer` and `nationality` are alpha-3 or the standard's own codes (`D` is Germany). `names_cut`: the field is full
    to its last place, so that the name may go on. `repaired` are fields in which a look-alike sign was put right.
    """

    format: str
    code: str
    issuer: str
    number: str
    surname: str
    given_names: str
    nationality: str
    birth_date: PartialDate | None
    sex: str | None
    expires_on: PartialDate | None
    checks: tuple[Check, ...]
    names_cut: bool = False
    repaired: tuple[str, ...] = ()

    @property
    def failed(self) -> tuple[str, ...]:
        """The fields whose check digit does not agree."""
        return tuple(check.field for check in self.checks if not check.agrees)

    def is_expired(self, today: dt.date) -> bool:
        """Whether the document has expired before `today`; false where the date cannot be read."""
        return self.expires_on is not None and self.expires_on < today.isoformat()[: len(self.expires_on)]


def read_zone(text: str, today: dt.date) -> Zone:
    """The zone that `text` holds, in lines or run together. `today` settles the century of two-digit years.

    Raises `MrzError` for text of another shape, or with signs that no zone holds.
    """
    lines, format_name = _lines(text)
    fields = layouts()[format_name]
    lines, repaired = put_right(lines, fields)
    said = {field.name: field.place.of(lines) for field in fields}
    number, checks = _number(said, lines, fields)
    surname, given_names = _names(said["names"])
    return Zone(
        format=format_name,
        code=said["code"].strip(FILLER),
        issuer=said["issuer"].strip(FILLER),
        number=number,
        surname=surname,
        given_names=given_names,
        nationality=said["nationality"].strip(FILLER),
        birth_date=birth_yymmdd(said["birth"], today.year),
        sex=SEX.get(said["sex"]),
        expires_on=expiry_yymmdd(said["expiry"], today.year),
        checks=checks,
        names_cut=not said["names"].endswith(FILLER),
        repaired=repaired,
    )


def _lines(text: str) -> tuple[list[str], str]:
    if len(text) > TEXT_CHARS_MAX:
        raise MrzError(Saying("the text is longer than any machine-readable zone: give the zone alone"))
    signs = re.sub(r"[^\S\n]", "", text.translate(LOOKALIKES).upper())
    lines = [line for line in signs.split("\n") if line]
    if len(lines) == 1:
        lines = _parted(lines[0])
    format_name = SHAPES.get((len(lines), len(lines[0]))) if lines else None
    if format_name is None or any(len(line) != len(lines[0]) for line in lines):
        lengths = " + ".join(str(len(line)) for line in lines) or "0"
        raise MrzError(
            Saying("lines of %(lengths)s signs are no zone: it has 3 of 30, 2 of 36 or 2 of 44", lengths=lengths)
        )
    if not set("".join(lines)) <= VALUES.keys():
        raise MrzError(Saying("a zone holds the letters A to Z, digits and < only: scan it again, or type it"))
    return lines, VISAS[format_name] if lines[0][0] == "V" and format_name in VISAS else format_name


def _parted(signs: str) -> list[str]:
    for count, length in SHAPES:
        if len(signs) == count * length:
            return [signs[place : place + length] for place in range(0, len(signs), length)]
    return [signs]


def _number(said: dict[str, str], lines: list[str], fields: Sequence[Field]) -> tuple[str, tuple[Check, ...]]:
    """The whole document number, and all checks. A filler for its digit says that it goes on in the optional field.

    ICAO Doc 9303-5 §4.2.2 and 9303-6 §4.2.2: the rest, its check digit, then a filler.
    """
    checks = []
    number = said["number"].rstrip(FILLER)
    for field in fields:
        if field.check is None:
            continue
        digit = field.check.of(lines)
        over = "".join(part.of(lines) for part in field.over)
        if field.name == "number" and digit == FILLER and said["optional"].strip(FILLER):
            rest = said["optional"].split(FILLER)[0]
            number, over, digit = said["number"] + rest[:-1], said["number"] + rest[:-1], rest[-1:]
        checks.append(Check(field.name, agrees(over, digit)))
    return number, tuple(checks)


def _names(field: str) -> tuple[str, str]:
    """Primary and secondary identifier, their parts with spaces between them."""
    primary, _, secondary = field.strip(FILLER).partition(NAMES_APART)
    return _spaced(primary), _spaced(secondary)


def _spaced(parts: str) -> str:
    return " ".join(part for part in parts.split(FILLER) if part)
