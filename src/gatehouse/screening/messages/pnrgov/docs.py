"""The grammars of SSR DOCS, DOCO and DOCA: pure functions of text (IATA AIRIMP; facts §4.4, A.4).

Fields are parted by `/`, a leading `/` makes an empty first one. Carriers leave a field out now and then; a text whose
dates and sex stand one place off is read from there, and says so. What has another shape altogether gives None.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from gatehouse.terms.dates import EXPIRY_YEARS_AHEAD_MAX, PartialDate, ddmmmyy

SEXES = {"M": "M", "F": "F", "X": "X", "U": None, "MI": "M", "FI": "F", "XI": "X", "UI": None}
"""SSR DOCS sex; a second letter I says that an infant holds the document. U is undisclosed, so nothing is stated."""
BIRTH = 4
"""Where the birth date stands; sex and expiry date follow, then surname and given names."""

_DATE = re.compile(r"\d{1,2}[A-Z]{3}\d{2}(?:\d{2})?$")
_ASSOCIATION = re.compile(r"-\d{1,2}([A-Z][^/\d]*)/([^/]+)$")
_TYPE = re.compile(r"[A-Z]{1,2}$")
_OTHER_KINDS = ("V", "R", "K")
"""SSR DOCO: visa, redress number, known-traveller number."""


class Docs(NamedTuple):
    """What one DOCS states. Countries as printed; `faults` names fields that are not what they should be."""

    type: str | None
    issuer: str | None
    number: str | None
    nationality: str | None
    birth_date: PartialDate | None
    sex: str | None
    infant: bool
    expires: PartialDate | None
    surname: str | None
    given_names: str | None
    primary: bool
    association: tuple[str, str] | None
    realigned: bool
    faults: tuple[str, ...]

    @property
    def is_document(self) -> bool:
        """Whether a document is meant at all: the Secure Flight form states only a person."""
        return bool(self.number or self.type or self.issuer or self.expires)


class Doco(NamedTuple):
    """What one DOCO states: a visa (V), redress (R) or known-traveller number (K)."""

    birth_place: str | None
    type: str
    number: str | None
    place_of_issue: str | None
    issued: PartialDate | None
    country: str | None
    infant: bool


class Doca(NamedTuple):
    """What one DOCA states: an address of residence (R), destination (D) or business (B)."""

    type: str
    country: str | None
    address: str | None
    infant: bool


def read_docs(text: str, year: int) -> Docs | None:
    """The fields of a DOCS, None when dates, sex and names are nowhere to be found.

    Birth dates fall no later than `year`; expiry dates may. A date that is none is a fault, not a guess.
    """
    text, association = _cut_association(text)
    fields = _fields(text)
    shift = _shift(fields)
    if shift is None:
        return None
    fields = _realigned(fields, shift)
    # A DOCS may end early; what is not there is not stated.
    fields += [""] * (BIRTH + 5 - len(fields))
    given = [part for part in fields[8:] if part]
    primary = len(given) > 1 and given[-1] == "H"
    faults = _faults(fields, year)
    return Docs(
        type=fields[0] or None,
        issuer=fields[1] or None,
        number=fields[2] or None,
        nationality=fields[3] or None,
        birth_date=ddmmmyy(fields[4], year),
        sex=SEXES.get(fields[5]),
        infant=fields[5].endswith("I"),
        expires=ddmmmyy(fields[6], year + EXPIRY_YEARS_AHEAD_MAX),
        surname=fields[7] or None,
        given_names=" ".join(given[:-1] if primary else given) or None,
        primary=primary,
        association=association,
        realigned=shift != 0,
        faults=faults,
    )


def _cut_association(text: str) -> tuple[str, tuple[str, str] | None]:
    """The text without a trailing `-1SURNAME/GIVEN`, and that name."""
    if "-" not in text:
        return text, None
    found = _ASSOCIATION.search(text)
    return (text[: found.start()], (found[1], found[2])) if found else (text, None)


def _fields(text: str) -> list[str]:
    # Some hosts pass on the line as an agent types it, parted by hyphens.
    if "/" not in text and text.count("-") > BIRTH:
        text = text.replace("-", "/")
    fields = text.strip().upper().split("/")
    # Only one leading slash is part of the form; a second one stands for an empty field.
    if not fields[0] and len(fields) > 1:
        del fields[0]
    return [field.strip() for field in fields]


def _shift(fields: list[str]) -> int | None:
    """How many places after its own the birth date stands: 0, or -1 or 1 where a field is missing or too many."""
    if len(fields) > BIRTH + 1 and _DATE.match(fields[BIRTH]) and fields[BIRTH + 1] in SEXES:
        return 0
    # Its own place first, so that a sound DOCS is never moved.
    for shift in (0, -1, 1):
        place = BIRTH + shift
        birth, sex, expires = (fields[i] if i < len(fields) else "" for i in (place, place + 1, place + 2))
        dated = [field for field in (birth, expires) if field]
        fits = (sex in SEXES or not sex) and all(_DATE.match(field) for field in dated)
        if fits and (dated or sex):
            return shift
    # One field is spoilt. A date in its place still tells how the others stand; the fault stays with that field.
    for shift in (0, -1, 1):
        if any(_DATE.match(field) for field in fields[BIRTH + shift : BIRTH + shift + 3 : 2]):
            return shift
    # Neither dates nor sex: only the names and the document can be told apart, and only at their own places.
    blank = not any(fields[BIRTH : BIRTH + 3])
    return 0 if blank and any(fields) and len(fields) >= BIRTH - 1 else None


def _realigned(fields: list[str], shift: int) -> list[str]:
    """The fields with the missing one put back empty, or the superfluous one taken out."""
    if shift == -1:
        # A two-letter or longer first field followed by digits is a country whose document type was left out.
        type_missing = len(fields[0]) > 1 and not _TYPE.match(fields[1]) and not _TYPE_LIKE.match(fields[0])
        place = 0 if type_missing else 1
        return [*fields[:place], "", *fields[place:]]
    if shift == 1:
        # The field too many is an empty one wherever it was seen.
        superfluous = next((i for i, field in enumerate(fields[: BIRTH + 1]) if not field), 0)
        return fields[:superfluous] + fields[superfluous + 1 :]
    return fields


_TYPE_LIKE = re.compile(r"(?:[PIAC][A-Z]?|V|IP|AC|T|F|N|M)$")


def _faults(fields: list[str], year: int) -> tuple[str, ...]:
    faults = []
    if fields[4] and not ddmmmyy(fields[4], year):
        faults.append("birth date")
    if fields[6] and not ddmmmyy(fields[6], year + EXPIRY_YEARS_AHEAD_MAX):
        faults.append("expiry date")
    if fields[5] and fields[5] not in SEXES:
        faults.append("sex")
    return tuple(faults)


def read_doco(text: str, year: int) -> Doco | None:
    """The fields of a DOCO (`/birth place/V/number/place of issue/date/country applicable/I`), None without a kind."""
    fields = _fields(_cut_association(text)[0])
    if fields[0] in _OTHER_KINDS and (len(fields) < 2 or fields[1] not in _OTHER_KINDS):
        fields.insert(0, "")
    if len(fields) < 3 or fields[1] not in _OTHER_KINDS:
        return None
    fields += [""] * (7 - len(fields))
    return Doco(
        birth_place=fields[0] or None,
        type=fields[1],
        number=fields[2] or None,
        place_of_issue=fields[3] or None,
        issued=ddmmmyy(fields[4], year),
        country=fields[5] or None,
        infant=fields[6] == "I",
    )


def read_doca(text: str) -> Doca | None:
    """The fields of a DOCA (`/R/country/address/city/state/postcode/I`), None without a kind."""
    fields = _fields(_cut_association(text)[0])
    if fields[0] not in ("D", "R", "B"):
        return None
    infant = len(fields) > 6 and fields[-1] == "I"
    country = fields[1] if len(fields) > 1 else ""
    address = ", ".join(part for part in (*fields[2:6], country) if part)
    return Doca(fields[0], country or None, address or None, infant)


class Infant(NamedTuple):
    """What one INFT states. Whatever is missing is None."""

    surname: str | None
    given_names: str | None
    birth_date: PartialDate | None


_BIRTH = re.compile(r"\b(\d{1,2}[A-Z]{3}\d{2}(?:\d{2})?)\b")


def read_infant(text: str, year: int) -> Infant:
    """The infant of an INFT: `SURNAME/GIVEN 10AUG24`, the date after a blank, dot or `/`, a number before the name.

    What follows the date (`OCCUPYING SEAT`) is no part of the name.
    """
    text = _cut_association(text.strip().upper())[0].lstrip("/0123456789 .")
    birth = None
    found = _BIRTH.search(text)
    if found:
        birth = ddmmmyy(found[1], year)
        text = text[: found.start()].rstrip(" /.")
    surname, _, given = text.partition("/")
    given = given.replace("/", " ").strip()
    return Infant(surname.strip() or None, given or None, birth)
