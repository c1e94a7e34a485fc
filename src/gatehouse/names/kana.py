"""Katakana and Hiragana to Latin letters by modified Hepburn, as Japanese passports write it: long vowels unmarked.

`kana.csv` holds the syllables, those of borrowed names (ヴィ, ティ, フェ) included.
"""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from importlib import resources

LONG = "ー"
DOUBLING = "ッ"
_TO_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
_DOUBLED = re.compile(f"{DOUBLING}+([a-z]?)")


@lru_cache(maxsize=1)
def _syllables() -> tuple[re.Pattern[str], dict[str, str]]:
    text = resources.files(__package__).joinpath("kana.csv").read_text(encoding="utf-8")
    table = {row["kana"]: row["latin"] for row in csv.DictReader(text.splitlines())}
    # the two-letter syllables first, or their small second letter would be read alone
    return re.compile("|".join(sorted(table, key=len, reverse=True))), table


def _double(match: re.Match[str]) -> str:
    # Hepburn writes a doubled ch as tch
    return {"c": "tc"}.get(match[1], match[1] * 2)


def hepburn(text: str) -> str:
    """Kana `text` in a–z; what is no kana stays as it is."""
    pattern, table = _syllables()
    latin = pattern.sub(lambda match: table[match[0]], text.translate(_TO_KATAKANA).replace(LONG, ""))
    return _DOUBLED.sub(_double, latin)
