"""Codes of States: ISO 3166-1 alpha-3, or two letters after `X-` for a State of a fictitious region.

ISO never assigns a hyphen, so that the two cannot be mixed up. The short names in English and Chinese are the Unicode
CLDR's (by Babel), which are meant for display and are no statement on anybody's status.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import pycountry
from babel import Locale

from gatehouse.assessment.states.errors import StatesError
from gatehouse.terms.saying import Saying

FICTITIOUS = re.compile(r"X-[A-Z]{2}", re.ASCII)
CODE_CHARS_MAX = 4


class Names(NamedTuple):
    """A State's short names."""

    en: str
    zh: str


def is_fictitious(code: str) -> bool:
    """Whether this is the code of a State that does not exist."""
    return FICTITIOUS.fullmatch(code) is not None


def checked_code(code: str) -> str:
    """The code, where it is one. Raises `StatesError` for what is neither assigned by ISO nor of the other shape."""
    if is_fictitious(code) or (len(code) == 3 and code.isupper() and pycountry.countries.get(alpha_3=code)):
        return code
    raise StatesError(
        Saying("no such code of a State; give ISO 3166-1 alpha-3 (`KEN`), or `X-AL` for a fictitious one")
    )


def usual_names(code: str) -> Names | None:
    """The short names of the State with this ISO code; None for a fictitious one, which has to be named."""
    country = pycountry.countries.get(alpha_3=code)
    if country is None:
        return None
    en, zh = (Locale(language).territories.get(country.alpha_2) for language in ("en", "zh"))
    return Names(en or country.name, zh or country.name)
