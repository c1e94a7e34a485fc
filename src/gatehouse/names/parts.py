"""The parts of a name that carry little or no evidence, and the compounds that are written together or apart.

`parts.csv` lists articles (al-), particles (bin, van, de la), titles (Mr, Haji) and fillers (FNU), in a–z and as other
scripts write them. Compounds are brought to one form: Abd + X (`Abd al-Rahman`, `Abdurrahman` → `abdrahman`),
X + al-Din (`Saifuddin` → `saifdin`), X + Allah, and Abu + X, where the marker is dropped as it is when written apart.
So are a particle that is run on to its surname (`Delacruz`) and an article inside a word (`Zeinolabedin`).
"""

from __future__ import annotations

import csv
import re
from enum import StrEnum
from functools import lru_cache
from importlib import resources

SERVANT = "abd"
GLUED_TITLE = re.compile(r"(?<=\w{3})(mrs|mstr|miss|mr|ms|dr|chd|inf)$")
"""A title run on to a name as carriers send it; the three letters before keep short names whole."""
GLUED_ARTICLE = re.compile(r"^[ae]l(?=\w{3})")
_SERVANT = re.compile(r"^[ae]?bd(?:(?:ou|oo|[aeiou])[lrsndtz]|[aeiou])?(?=\w{3})")
_SERVANT_APART = frozenset(("abd", "abdul", "abdel", "abdal", "abdur", "abdol", "abdu", "abdi", "abdoul", "ebd", "bd"))
_FAITH = re.compile(r"(?<=\w\w)(?:[aeiou][ld]?)?d(?:in|een|ine|ene|yn)$")
_FAITH_APART = frozenset(("din", "deen", "dine", "uddin", "eddin", "eddine", "addin", "aldin", "ldyn", "dyn"))
_DIVINE = re.compile(r"(?<=\w\w)[aeou]l+ah?$")
_DIVINE_TAIL = re.compile(r"^l*ah?$")
_DIVINE_APART = frozenset(("allah", "ullah", "ollah", "llah", "llh"))
_KUNYA = re.compile(r"^(?:abo?u(?=\w{3})|[uo]mm?(?=k[aou]?l[st]h?[ou]))")
_ARTICLE_INSIDE = re.compile(r"^(nur|shams|badr|[sz][ae][iy][fn])[aeou]l(?=\w{3})")
"""The article in a name of two words that is written as one: ZEINOLABEDIN for Zayn al-Abidin."""
_PARTICLE_BEFORE = re.compile(
    r"^(?:dela(?=cru[zs]|ros|fuente|torre|vega|pe[nz]|cerda|fontaine|croix|porte|ru[ae]|riva|hoz|barr|paz|garza|mora)"
    r"|de?los(?=santos|reyes|rios|angeles|monte)|dos(?=santos|reis|anjos|passos|ramos)"
    r"|vande[nr](?=\w{3})(?!lei|son)|vant(?=hof|hoff|hul|riet|veer))"
)
"""A particle run on to the word behind it, where the two are a known surname: DELACRUZ, DOSSANTOS, VANDERBERG."""


class Kind(StrEnum):
    """What a word is for in a name."""

    WORD = "word"
    ARTICLE = "article"
    PARTICLE = "particle"
    TITLE = "title"
    FILLER = "filler"


@lru_cache(maxsize=1)
def _kinds() -> dict[str, Kind]:
    text = resources.files(__package__).joinpath("parts.csv").read_text(encoding="utf-8")
    return {row["word"]: Kind(row["kind"]) for row in csv.DictReader(text.splitlines())}


def kind_of(word: str) -> Kind:
    """The kind of a word in a–z; `WORD` for everything not listed."""
    return _kinds().get(word, Kind.WORD)


def kind_as_written(word: str) -> Kind | None:
    """The kind of a word in its own script, before any romanisation; `None` for everything not listed."""
    return None if word.isascii() else _kinds().get(word.casefold())


def joins_next(word: str) -> bool:
    """Whether `word` is the `Abd` of a compound whose second half is the next word."""
    return word in _SERVANT_APART


def joins_previous(word: str) -> bool:
    """Whether `word` is the `al-Din` or `Allah` of a compound whose first half is the word before."""
    return word in _FAITH_APART or word in _DIVINE_APART


@lru_cache(maxsize=1 << 17)
def compound(word: str) -> str:
    """`word` (a–z) with its compound brought to one form; unchanged when it is none."""
    # Abdi, Odin and Saud are names of their own, shorter than any compound.
    if len(word) < 5:
        return word
    servant = _SERVANT.match(word)
    if servant:
        return SERVANT + _DIVINE_TAIL.sub("lah", word[servant.end() :])
    # Abu goes, because written apart it is a particle and goes as well: both spellings must meet.
    word = _ARTICLE_INSIDE.sub(r"\1", _PARTICLE_BEFORE.sub("", _KUNYA.sub("", word)))
    return _DIVINE.sub("lah", _FAITH.sub("din", word))
