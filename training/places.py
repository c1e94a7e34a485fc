"""Proper names in scripts that the name tokens lack: cities, countries and languages as Unicode's CLDR spells them.

CLDR (Unicode-3.0 licence, shipped with Babel) tells in each language the cities that time zones are named after, the
countries, the languages and the scripts. Most are English or local proper names written by sound, as persons' names
are; those that are translated instead look like strangers, and the training leaves them out.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from babel import Locale

from sound_pairs import REPORTING_SHARE, Row, read_word

LANGUAGES = {
    "Thai": ("th",), "Taml": ("ta",), "Deva": ("hi", "mr", "ne"), "Beng": ("bn", "as"), "Telu": ("te",),
    "Knda": ("kn",), "Mlym": ("ml",), "Gujr": ("gu",), "Guru": ("pa",), "Orya": ("or",), "Sinh": ("si",),
    "Khmr": ("km",), "Laoo": ("lo",), "Mymr": ("my",), "Ethi": ("am",),
}  # fmt: skip
"""Languages of each script; a script has a table of its own."""
LETTERS_MIN = 3


def _cities(locale: Locale) -> Iterator[tuple[str, str]]:
    for zone, told in locale.time_zones.items():
        if "city" in told:
            yield zone.rpartition("/")[2].replace("_", " "), told["city"]


def _names(locale: Locale) -> Iterator[tuple[str, str]]:
    yield from _cities(locale)
    english = Locale("en")
    for ours, theirs in (
        (english.territories, locale.territories),
        (english.languages, locale.languages),
        (english.scripts, locale.scripts),
    ):
        for code in sorted(theirs):
            if code in ours:
                yield ours[code], theirs[code]


def place_rows() -> list[Row]:
    """Every proper name of one word in English and in a language of LANGUAGES, in the order of scripts."""
    found: dict[Row, None] = {}
    for script, languages in LANGUAGES.items():
        for language in languages:
            for latin, native in _names(Locale(language)):
                written = native.replace("\u200c", "").replace("\u200d", "")
                if " " in latin or " " in written or "(" in latin:
                    continue
                (text, _), (other, read_as) = read_word(latin.casefold()), read_word(written)
                if len(text) >= LETTERS_MIN and other and read_as == script:
                    reporting = zlib.crc32(latin.encode()) % REPORTING_SHARE == 0
                    found[Row(text, other, script, written, reporting, 1)] = None
    return list(found)
