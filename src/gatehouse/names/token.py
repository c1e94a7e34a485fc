"""One token of a name: what every comparison works on.

Tokens are interned, so that the same word of two names is one object and comparisons can be remembered.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from gatehouse.names import parts, sound
from gatehouse.names.lexicon import families
from gatehouse.names.parts import GLUED_ARTICLE, GLUED_TITLE
from gatehouse.names.script import BORROWING, LATIN, UNVOCALISED

TOKEN_CHARS_MAX = 40
"""Letters of a token that are compared: one more than an MRZ name field holds (ICAO Doc 9303-4)."""


class Manner(StrEnum):
    """How much of the sound a token's script writes down."""

    SPELLED = "spelled"
    UNVOCALISED = "unvocalised"
    BORROWED = "borrowed"


@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """One part of a name. `text` is a–z, `fold`, `bones` and `loan` as `sound` makes them, `script` ISO 15924.

    `second_fold` is the fold of another reading of the letters, or empty. `bare` are the text itself and what is left
    of it without Abd, an article or a title run on to it. `is_initial` tells of a letter that stands for a name.
    """

    text: str
    script: str
    manner: Manner
    fold: str
    second_fold: str
    bones: str
    loan: str
    weighed: str
    syllables: tuple[str, ...]
    families: frozenset[int]
    bare: frozenset[str]
    is_initial: bool
    how: str


def manner_of(script: str) -> Manner:
    """How much of the sound a script (ISO 15924) writes down."""
    if script in UNVOCALISED:
        return Manner.UNVOCALISED
    return Manner.BORROWED if script in BORROWING else Manner.SPELLED


def token_text(text: str, script: str) -> str:
    """The text of the token of a word in a–z: cut, and a compound brought to its one form."""
    # Cut first: patterns and edit distances then cost no more for a hostile word than for a long honest one.
    # Syllables of Han, Kana and Hangul end in -ula and -din by accident.
    return text[:TOKEN_CHARS_MAX] if script in BORROWING else parts.compound(text[:TOKEN_CHARS_MAX])


def bare_of(text: str) -> frozenset[str]:
    """A token's text, and what is left of it without Abd, an article or a title run on to it."""
    return frozenset(
        {text, text.removeprefix(parts.SERVANT) or text, GLUED_ARTICLE.sub("", text), GLUED_TITLE.sub("", text)}
    )


@lru_cache(maxsize=1 << 19)
def token(text: str, script: str = LATIN, syllables: tuple[str, ...] = (), how: str = "") -> Token:
    """The token of a word in a–z, always the same object for the same arguments while it is remembered."""
    text = token_text(text, script)
    folded = sound.fold(text)
    return Token(
        text=text,
        script=script,
        manner=manner_of(script),
        fold=folded,
        second_fold=sound.second_fold(text),
        bones=sound.bones(text),
        loan=sound.loan(folded),
        weighed=sound.weighed(folded),
        syllables=syllables,
        families=families(text, folded),
        bare=bare_of(text),
        is_initial=len(text) == 1 and script == LATIN,
        how=how,
    )
