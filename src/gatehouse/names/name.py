"""A name as tokens, in every way it may be read.

`read_names` gives every reading a script allows (Han by Chinese, Japanese and Korean habit, a name in two scripts by
each of them), the usual one first; `read_name` gives the first. What was wrong with the text is said in `remarks`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from gatehouse.names import parts, together
from gatehouse.names.cleaning import NAME_CHARS_MAX, Cleaned, cleaned, is_dotted, words_of
from gatehouse.names.east import Romanised, whole_names
from gatehouse.names.homoglyphs import as_latin, unmasked
from gatehouse.names.parts import Kind
from gatehouse.names.romanise import other_romanisation, romanise
from gatehouse.names.script import LATIN, UNVOCALISED, script_of
from gatehouse.names.token import Token, token

TOKENS_MAX = 12
"""Tokens of a name that are compared; later ones are ignored."""
READINGS_MAX = 5
"""Readings of one name that are compared."""
RUN_AND_TITLES_MAX = 3
"""Runs of characters of a name that may be one run of words and titles."""
OWN_NAME_WORDS_MIN = 2
"""Words that each script of a name in two scripts must have to be a name by itself."""

LOOK_ALIKES = "letters of another script read as the letters they look like"
SECOND_LETTERS = "second reading of the letters"
RUN_TOGETHER = "words run together, parted where known names meet"
WORDS_IGNORED = f"words beyond {TOKENS_MAX} ignored"

_PLAIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ſƏəƠơƯưȘ-țḀ-ỿ' .,</-]+")
_PLAIN_WORDS = str.maketrans(dict.fromkeys(".,</-", " ") | {"'": None})


@dataclass(frozen=True, slots=True)
class Name:
    """A name's tokens in the order written. `raw` is what was read. Empty when nothing could be read.

    `reading` tells in words which of several readings this is, `remarks` what was found wrong with the text.
    """

    raw: str
    tokens: tuple[Token, ...]
    reading: str = ""
    remarks: tuple[str, ...] = ()


class Reading(NamedTuple):
    """One reading of a name before its tokens are made: its words in a–z, and what a `Name` says of it."""

    words: tuple[Romanised, ...]
    how: str = ""
    remarks: tuple[str, ...] = ()


class _Part(NamedTuple):
    """One word and what it is for. `plain` words are no business of any rule about their neighbours."""

    word: Romanised
    kind: Kind
    plain: bool


@lru_cache(maxsize=1 << 18)
def _romanised(word: str, alone: bool) -> tuple[Romanised, ...]:
    return romanise(word, alone)


@lru_cache(maxsize=1 << 19)
def _part(word: Romanised, kind: Kind | None = None) -> _Part:
    # Consonants of an unvocalised word look like a short word of another language (عمر is Umar and not Mr).
    if kind is None:
        kind = Kind.WORD if word.script in UNVOCALISED else parts.kind_of(word.text)
    return _Part(word if word.script else word._replace(script=LATIN), kind, _is_plain(word.text, kind))


def _is_plain(text: str, kind: Kind) -> bool:
    return kind is Kind.WORD and not parts.joins_next(text) and not parts.joins_previous(text)


@lru_cache(maxsize=1 << 19)
def _latin_part(word: str) -> _Part:
    return _part(_romanised(word, False)[0])


def _without(words: list[_Part], ballast: Kind, enough: int) -> list[_Part]:
    """`words` without those of one kind, when at least `enough` are left."""
    rest = [word for word in words if word.kind is not ballast]
    return rest if len(rest) >= enough else words


def _joined(words: list[_Part]) -> list[_Part]:
    """Joins Abd + X and X + al-Din, whose halves are written together or apart."""
    joined: list[_Part] = []
    for part in words:
        before = joined[-1].word if joined else None
        if before and len(part.word.text) == 1 and parts.joins_next(before.text):
            # Abdul K.: the initial stands for Abd + K…, and Abd alone for nothing.
            joined[-1] = part
        elif before and (parts.joins_next(before.text) or parts.joins_previous(part.word.text)):
            joined[-1] = _part(before._replace(text=before.text + part.word.text), Kind.WORD)
        else:
            joined.append(part)
    return joined


def _compared(words: list[_Part]) -> tuple[Romanised, ...]:
    """The words that are compared: joined where they belong together, without those that say nothing."""
    if len(words) > 1 and not all(word.plain for word in words):
        # Titles and particles may be names after all (Prince, Ben, Van): they go only where two other words are left.
        words = _without(words, Kind.FILLER, 1)
        words = _without(words, Kind.TITLE, 2)
        # Articles go first, so that Abd and Rahman stand side by side in Abd al-Rahman.
        words = _joined(_without(words, Kind.ARTICLE, 1))
        words = _without(words, Kind.PARTICLE, 2)
    return tuple([word.word for word in words[:TOKENS_MAX]])


def _tokens(words: tuple[Romanised, ...]) -> tuple[Token, ...]:
    return tuple([token(word.text, word.script or LATIN, word.syllables, word.how) for word in words])


def _word_by_word(written: list[str]) -> list[_Part]:
    return [
        _part(item, parts.kind_as_written(word)) for word in written for item in _romanised(word, len(written) == 1)
    ]


def _second(written: list[str]) -> list[_Part]:
    """The parts by the second reading that some scripts have of their letters."""
    if all(map(str.isascii, written)):
        return []
    found = []
    for word in written:
        for item in _romanised(word, len(written) == 1):
            found.append(_part(other_romanisation(item, word), parts.kind_as_written(word)))
    return found


def _unmask(written: list[str]) -> list[str]:
    """`written` with look-alike letters read as what they pretend to be."""
    found = [unmasked(word) for word in written]
    if not any(script_of(word) == LATIN for word in found):
        return found
    # A whole word of look-alikes among Latin ones is a disguise too: nobody writes one word of a name in Cyrillic.
    return [word if word.isascii() else as_latin(word) or word for word in found]


def _by_script(written: list[str]) -> list[list[str]]:
    """The words of each script, where a name is written out in two; empty otherwise."""
    latin = [word for word in written if script_of(word) == LATIN]
    others = [word for word in written if script_of(word) not in (LATIN, None)]
    if not others or len(latin) < OWN_NAME_WORDS_MIN:
        return []
    # Han and Hangul write a whole name in one word.
    alone = script_of(others[0]) in ("Hani", "Hang") and len(others[0]) > 1
    return [latin, others] if alone or len(others) >= OWN_NAME_WORDS_MIN else []


def _readings(written: list[str], dotted: bool) -> Iterable[tuple[str, list[_Part]]]:
    """Every reading of these words: how they were read, and the parts."""
    apart = _by_script(written)
    if apart:
        for words in apart:
            yield from _readings(words, dotted)
        return
    whole = whole_names(tuple(written), dotted)
    for name in whole:
        yield name.way, [_part(word) for word in name.words]
    if not whole:
        usual = _word_by_word(written)
        yield usual[0].word.how if usual else "", usual
        yield SECOND_LETTERS, _second(written)
        disguised = [as_latin(word) for word in written]
        if written and script_of(written[0]) != LATIN and None not in disguised:
            yield LOOK_ALIKES, _word_by_word([word for word in disguised if word])


def _run_together(raw: str, written: list[str]) -> Iterable[tuple[str, list[_Part]]]:
    """Readings of a name that is written without spaces, a title aside: its long words parted."""
    if not _is_one_run(raw) or any(script_of(word) != LATIN for word in written):
        return
    if together.has_capital_inside(raw):
        apart = [piece for word in written for piece in together.at_capitals(word)]
        yield RUN_TOGETHER, _word_by_word(apart)
    texts = [_romanised(word, False)[0].text for word in written if _romanised(word, False)]
    if len(texts) > 1:
        yield RUN_TOGETHER, _word_by_word(["".join(texts)])
    ways = [together.parted(text) or ((text,),) for text in texts]
    for way in range(max(map(len, ways), default=0)):
        pieces = [piece for each in ways for piece in each[min(way, len(each) - 1)]]
        if len(pieces) > len(texts):
            yield RUN_TOGETHER, _word_by_word(pieces)


def _is_one_run(raw: str) -> bool:
    """Whether all words of a name but titles stand in one run of characters without spaces."""
    runs = raw.split()
    return len(runs) == 1 or (
        len(runs) <= RUN_AND_TITLES_MAX and sum(parts.kind_of(run.lower()) is Kind.WORD for run in runs) == 1
    )


def _may_be_run_together(raw: str) -> bool:
    """Whether `_run_together` may have readings of a name in Latin letters."""
    return _is_one_run(raw) and (
        max(map(len, words_of(raw)), default=0) >= together.LETTERS_MIN or together.has_capital_inside(raw)
    )


def _general(raw: str) -> tuple[Reading, ...]:
    text: Cleaned = cleaned(raw)
    words = words_of(text.text)
    written = words if text.text.isascii() else _unmask(words)
    remarks = text.remarks if written == words else (*text.remarks, LOOK_ALIKES)
    if len(words) > TOKENS_MAX:
        remarks = (*remarks, WORDS_IGNORED)
    found: dict[tuple[Romanised, ...], Reading] = {}
    for how, items in (*_readings(written, is_dotted(text.text)), *_run_together(text.text, written)):
        compared = _compared(items)
        if compared and len(found) < READINGS_MAX:
            found.setdefault(compared, Reading(compared, how, remarks))
    return tuple(found.values()) or (Reading((), "", remarks),)


def short_words(raw: str) -> list[str]:
    """The words of a name in composed Latin letters and the usual separators, in small letters; of others none.

    The short way of nearly every listed name. Words beyond a limit, or run together, make a name no such one.
    """
    if len(raw) > NAME_CHARS_MAX or not _PLAIN.fullmatch(raw) or _may_be_run_together(raw):
        return []
    words = raw.lower().translate(_PLAIN_WORDS).split()
    return words if len(words) <= TOKENS_MAX else []


def plain_word(word: str) -> Romanised | None:
    """One of the `short_words` in a–z, if it is read the same whatever its neighbours are; else None."""
    found = Romanised(word, LATIN) if word.isascii() else romanise(word, False)[0]
    return found if _is_plain(found.text, parts.kind_of(found.text)) else None


def readings_of(raw: str) -> tuple[Reading, ...]:
    """What `read_names` makes its tokens of, for whoever reads many names and makes tokens once for all of them."""
    words = short_words(raw)
    return (Reading(_compared([_latin_part(word) for word in words])),) if words else _general(raw)


@lru_cache(maxsize=1 << 16)
def read_names(raw: str) -> tuple[Name, ...]:
    """Every reading of the name written in `raw`, the usual one first, at least one and at most READINGS_MAX.

    Never refuses; prefers the tokens that carry evidence. Text beyond the limits of `cleaning` and TOKENS_MAX is
    ignored and remarked on. Only the one reading of a text without letters is empty.
    """
    return tuple([Name(raw, _tokens(read.words), read.how, read.remarks) for read in readings_of(raw)])


def may_be_one(one: Name, other: Name) -> bool:
    """Whether two readings are worth comparing.

    Words parted where only a guess says so are held against several words that somebody wrote, never against one word
    or another guess: one rare word that agrees with itself must not count as two.
    """
    guessed = one.reading == RUN_TOGETHER, other.reading == RUN_TOGETHER
    if not any(guessed):
        return True
    return not all(guessed) and len((other if guessed[0] else one).tokens) > 1


def read_name(raw: str) -> Name:
    """The usual reading of the name written in `raw`, in any script."""
    return read_names(raw)[0]
