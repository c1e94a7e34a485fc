"""A name as tokens: what every comparison works on.

Tokens are interned, so that the same word of two names is one object and comparisons can be remembered.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from gatehouse.names import parts, sound
from gatehouse.names.cleaning import clean, words_of
from gatehouse.names.lexicon import families
from gatehouse.names.parts import GLUED_ARTICLE, GLUED_TITLE, Kind
from gatehouse.names.romanise import Romanised, romanise
from gatehouse.names.script import BORROWING, LATIN, UNVOCALISED

TOKENS_MAX = 12
"""Tokens of a name that are compared; later ones are ignored."""
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


@dataclass(frozen=True, slots=True)
class Name:
    """A name's tokens in the order written. `raw` is what was read. Empty when nothing could be read."""

    raw: str
    tokens: tuple[Token, ...]


def _manner(script: str) -> Manner:
    if script in UNVOCALISED:
        return Manner.UNVOCALISED
    return Manner.BORROWED if script in BORROWING else Manner.SPELLED


@lru_cache(maxsize=1 << 19)
def token(text: str, script: str = LATIN, syllables: tuple[str, ...] = (), how: str = "") -> Token:
    """The token of a word in a–z, always the same object for the same arguments while it is remembered."""
    # Cut first: patterns and edit distances then cost no more for a hostile word than for a long honest one.
    text = parts.compound(text[:TOKEN_CHARS_MAX])
    folded = sound.fold(text)
    return Token(
        text=text,
        script=script,
        manner=_manner(script),
        fold=folded,
        second_fold=sound.second_fold(text),
        bones=sound.bones(text),
        loan=sound.loan(folded),
        weighed=sound.weighed(folded),
        syllables=syllables,
        families=families(text, folded),
        bare=frozenset(
            {text, text.removeprefix(parts.SERVANT) or text, GLUED_ARTICLE.sub("", text), GLUED_TITLE.sub("", text)}
        ),
        is_initial=len(text) == 1 and script == LATIN,
        how=how,
    )


@lru_cache(maxsize=1 << 18)
def _romanised(word: str, alone: bool) -> tuple[Romanised, ...]:
    return romanise(word, alone)


def _without(words: list[Romanised], ballast: Kind, enough: int) -> list[Romanised]:
    """`words` without those of one kind, when at least `enough` are left."""
    rest = [word for word in words if parts.kind_of(word.text) is not ballast]
    return rest if len(rest) >= enough else words


def _joined(words: list[Romanised]) -> list[Romanised]:
    """Joins Abd + X and X + al-Din, whose halves are written together or apart."""
    joined: list[Romanised] = []
    for word in words:
        before = joined[-1] if joined else None
        if before and (parts.joins_next(before.text) or parts.joins_previous(word.text)):
            joined[-1] = before._replace(text=before.text + word.text)
        else:
            joined.append(word)
    return joined


@lru_cache(maxsize=1 << 17)
def read_name(raw: str) -> Name:
    """The name written in `raw`, in any script. Never refuses; prefers the tokens that carry evidence.

    Text beyond the limits of `cleaning` and TOKENS_MAX is ignored.
    """
    written = words_of(clean(raw))
    words = [item for word in written for item in _romanised(word, len(written) == 1)]
    if len(words) > 1:
        # Titles and particles may be names after all (Prince, Ben, Van): they go only where two other words are left.
        words = _without(words, Kind.FILLER, 1)
        words = _without(words, Kind.TITLE, 2)
        # Articles go first, so that Abd and Rahman stand side by side in Abd al-Rahman.
        words = _joined(_without(words, Kind.ARTICLE, 1))
        words = _without(words, Kind.PARTICLE, 2)
    tokens = tuple(token(w.text, w.script or LATIN, w.syllables, w.how) for w in words[:TOKENS_MAX])
    return Name(raw, tokens)
