"""Places: countries, the codes travel documents use for them, and airports.

Countries come from ISO 3166-1 (pycountry), widened by two reviewed files beside this module: `country_specials.csv`
(codes of ICAO Doc 9303-3 section 5 that ISO does not assign, and withdrawn ones with their successors) and
`country_aliases.csv` (usual English names). Airports come from airportsdata; of each only the country and the time
zone are kept. Everything is read once, on first use, and every look-up afterwards is a dictionary's.

A text that is not known gives `None`: nothing here chooses the nearest country.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import airportsdata
import pycountry

SPECIALS_FILE = Path(__file__).with_name("country_specials.csv")
ALIASES_FILE = Path(__file__).with_name("country_aliases.csv")
TEXTS_REMEMBERED_MAX = 16384
"""Distinct texts whose country is remembered; the rest are looked up again."""

_APOSTROPHES = re.compile(r"['’`]")
_NOT_A_WORD = re.compile(r"[\W_]+")


class SpecialCode(NamedTuple):
    """A code beyond ISO 3166-1: `state`, `organisation`, `person-status`, `obsolete`, `specimen` or `fantasy`.

    `successors` are the present codes of the same people or territory, if there are any.
    """

    code: str
    kind: str
    name: str
    successors: tuple[str, ...]


def name_key(text: str) -> str:
    """A country's name without case, accents, punctuation and a leading article, for comparing."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    words = _NOT_A_WORD.sub(" ", _APOSTROPHES.sub("", bare).casefold()).split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


@lru_cache(maxsize=1)
def special_codes() -> dict[str, SpecialCode]:
    """Every code of `country_specials.csv`, by code."""
    with SPECIALS_FILE.open(encoding="utf-8", newline="") as rows:
        return {
            row["code"]: SpecialCode(row["code"], row["kind"], row["name"], tuple(row["successors"].split()))
            for row in csv.DictReader(rows)
        }


@lru_cache(maxsize=1)
def _states() -> dict[str, str]:
    return {country.alpha_3: getattr(country, "common_name", country.name) for country in pycountry.countries}


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    table = {code: code for code in special_codes()}
    # A German document says D and a German carrier DEU; both are one country for whoever compares them.
    table["D"] = "DEU"
    for country in pycountry.countries:
        table[country.alpha_2] = table[country.alpha_3] = country.alpha_3
    return table


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Keys of every known name; the reviewed aliases have the last word."""
    table = {name_key(special.name): special.code for special in special_codes().values() if special.code != "D"}
    for country in pycountry.countries:
        for field in ("name", "official_name", "common_name"):
            if name := getattr(country, field, None):
                front, _, back = name.partition(", ")
                table[name_key(name)] = table[name_key(f"{back} {front}")] = country.alpha_3
    with ALIASES_FILE.open(encoding="utf-8", newline="") as rows:
        table |= {name_key(row["alias"]): row["code"] for row in csv.DictReader(rows)}
    return table


@lru_cache(maxsize=TEXTS_REMEMBERED_MAX)
def country_code(text: str) -> str | None:
    """The ISO alpha-3 or ICAO code that `text` names: an alpha-2 or alpha-3 code, `D`, or an English name.

    Fillers (`D<<`), case and the order of an inverted name (`Korea, North`) do not matter. Withdrawn codes stay as
    stated (see `present_codes`). Prefers a code to a name, and gives `None` for anything unknown.
    """
    code = text.strip().rstrip("<").upper()
    if known := _codes().get(code) or _names().get(name_key(text)):
        return known
    front, comma, back = text.partition(",")
    return _names().get(name_key(f"{back} {front}")) if comma else None


def country_name(code: str) -> str | None:
    """The English name of an alpha-3 or ICAO code, `None` when there is no such code."""
    special = special_codes().get(code)
    return special.name if special else _states().get(code)


def country_alpha_2(code: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of an alpha-3 code, `None` for any other code."""
    found = pycountry.countries.get(alpha_3=code)
    return found.alpha_2 if found else None


def country_kind(code: str) -> str | None:
    """What a code stands for: `state` for ISO 3166-1, else the kind in `country_specials.csv`, `None` when unknown."""
    special = special_codes().get(code)
    return special.kind if special else "state" if code in _states() else None


def present_codes(code: str) -> tuple[str, ...]:
    """The codes that stand today for what `code` stood for: its successors, else the code itself."""
    special = special_codes().get(code)
    return special.successors if special and special.successors else (code,)


@lru_cache(maxsize=1)
def _airports() -> dict[str, tuple[str | None, str | None]]:
    return {
        iata: (country_code(airport["country"]), airport["tz"] or None)
        for iata, airport in airportsdata.load("IATA").items()
    }


def is_airport(iata: str) -> bool:
    """Whether `iata` is the code of a known airport (three capital letters or digits)."""
    return iata in _airports()


def airport_country(iata: str) -> str | None:
    """The alpha-3 code of the country an airport lies in."""
    return _airports().get(iata, (None, None))[0]


def airport_timezone(iata: str) -> str | None:
    """The IANA name of an airport's time zone (`Asia/Singapore`)."""
    return _airports().get(iata, (None, None))[1]
