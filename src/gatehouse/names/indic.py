"""Scripts of Brahmi's family (Devanagari to Khmer) to Latin letters, by the names Unicode gives their characters.

The name of a consonant ends in the vowel it is spoken with (`DEVANAGARI LETTER KA`), which a vowel sign replaces and a
virama takes away: one rule reads ten scripts. `indic.csv` turns the names' spellings into letters that names use
(TTA → t). The unwritten vowel falls silent at the end of a word, and in northern scripts also between syllables.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import lru_cache
from importlib import resources

from anyascii import anyascii

INDIC = frozenset(("Deva", "Beng", "Guru", "Gujr", "Orya", "Taml", "Telu", "Knda", "Mlym", "Sinh", "Khmr", "Mymr"))
ENDS_SILENT = frozenset(("Deva", "Beng", "Guru", "Gujr", "Khmr", "Mymr"))
"""Scripts that leave a word's last unwritten vowel unspoken."""
SYNCOPATING = frozenset(("Deva", "Guru", "Gujr"))

SINHALA_CONSONANTS = range(0x0D9A, 0x0DC7)
"""Their names describe them (ALPAPRAANA KAYANNA) and do not spell them, so anyascii's letters are taken."""
SINHALA_SIGNS = range(0x0DCF, 0x0DE0)

_UNWRITTEN = "@"
_KILLERS = ("VIRAMA", "AL-LAKUNA", "COENG", "ASAT", "PULLI")
_NUKTA = {"ph": "f", "j": "z", "k": "q", "d": "r", "dh": "rh", "s": "sh"}
_SYNCOPE = re.compile(r"(?<=[aeiou@][b-df-hj-np-tv-z])@(?=[b-df-hj-np-tv-z]h?[aeiou])")


@lru_cache(maxsize=1)
def _spellings() -> dict[str, str]:
    text = resources.files(__package__).joinpath("indic.csv").read_text(encoding="utf-8")
    return {row["name"]: row["latin"] for row in csv.DictReader(text.splitlines())}


def _consonant(sound: str) -> str | None:
    """The letters of a consonant by its Unicode name without the vowel; `None` for the name of a vowel."""
    spelled = _spellings()
    if sound in spelled or sound[-1:] not in ("A", "O"):
        return None
    bare = sound[:-1]
    return spelled.get("consonant " + bare, bare.lower())


def _sinhala(char: str) -> str:
    if ord(char) in SINHALA_CONSONANTS:
        return "consonant"
    return "sign" if ord(char) in SINHALA_SIGNS else "vowel"


@lru_cache(maxsize=4096)
def _read(char: str) -> tuple[str, str]:
    """What a character is (`consonant`, `medial`, `vowel`, `sign`, `killer`, `nukta`, `mark`) and its letters."""
    name = unicodedata.name(char, "")
    if name.endswith(_KILLERS):
        return "killer", ""
    if name.startswith("SINHALA"):
        return _sinhala(char), anyascii(char).lower()
    if name.endswith("NUKTA"):
        return "nukta", ""
    _, _, sound = name.partition(" LETTER ")
    if sound:
        letters = _consonant(sound)
        return ("consonant", letters) if letters is not None else ("vowel", _spellings().get(sound, ""))
    _, _, sound = name.partition(" VOWEL SIGN ")
    if sound or name.endswith("AU LENGTH MARK"):
        return "sign", _spellings().get(sound, sound[:1].lower() or "au")
    sign = name.partition(" SIGN ")[2] or name.rpartition(" ")[2]
    return "medial" if sign.startswith("MEDIAL ") else "mark", _spellings().get(sign, "")


def letters_of(word: str, script: str) -> str:
    """`word` of an Indic `script` in a–z."""
    out: list[str] = []
    for char in word:
        kind, letters = _read(char)
        if kind in ("killer", "sign", "medial") and out and out[-1] == _UNWRITTEN:
            out.pop()
        if kind == "nukta" and len(out) > 1:
            out[-2] = _NUKTA.get(out[-2], out[-2])
        out += [letter for letter in (letters, _UNWRITTEN if kind in ("consonant", "medial") else "") if letter]
    text = "".join(out)
    if script in ENDS_SILENT and len(text) > 2:
        text = text.removesuffix(_UNWRITTEN)
    if script in SYNCOPATING:
        text = _SYNCOPE.sub("", text)
    return text.replace(_UNWRITTEN, "a")
