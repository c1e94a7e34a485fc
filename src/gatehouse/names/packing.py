"""The rows of many words at once: what `packed` makes of the `token` of each, without making the tokens.

A list of two million persons has a million different words. Their sounds are found as the lines of one text, their
letters are numbered as one array, and only what few words have (compounds, families, syllables) is done word by word.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gatehouse.names import sound
from gatehouse.names.east import Romanised
from gatehouse.names.lexicon import families
from gatehouse.names.packed import (
    BONES,
    BONES_MAX,
    CODES,
    FOLD,
    FOLD_HASH,
    FOLD_MAX,
    INITIAL,
    LOAN,
    LOAN_MAX,
    MANNER,
    MANNERS,
    SCRIPT,
    SECOND,
    TEXT,
    TEXT_MAX,
    WIDTH,
    fold_hash,
    put_bare,
    put_families,
    put_syllables,
    script_code,
)
from gatehouse.names.script import LATIN
from gatehouse.names.token import Manner, bare_of, manner_of, token_text

Rows = NDArray[np.uint8]

_CODE_OF_BYTE = np.zeros(256, dtype=np.uint8)
for _letter, _code in CODES.items():
    _CODE_OF_BYTE[ord(_letter)] = _code


class Packed(NamedTuple):
    """The rows of words, and of each what `commonness` asks for: its text, its fold and its manner."""

    rows: Rows
    texts: list[str]
    folds: list[str]
    manners: list[Manner]


def packed_words(words: Sequence[Romanised]) -> Packed:
    """`packed(token(…))` of each word: uint8[words, WIDTH]."""
    scripts = [word.script or LATIN for word in words]
    texts = [token_text(word.text, script) for word, script in zip(words, scripts, strict=True)]
    folds, manners = sound.folds(texts), [manner_of(script) for script in scripts]
    rows = np.zeros((len(words), WIDTH), dtype=np.uint8)
    _put_letters(rows, TEXT, texts, TEXT_MAX)
    _put_letters(rows, FOLD, folds, FOLD_MAX)
    _put_letters(rows, BONES, sound.bones_of(texts), BONES_MAX)
    _put_letters(rows, LOAN, sound.loans(folds), LOAN_MAX)
    _put_hashes(rows, SECOND, sound.second_folds(texts))
    _put_hashes(rows, FOLD_HASH, folds)
    rows[:, MANNER] = [MANNERS.index(manner) for manner in manners]
    rows[:, SCRIPT] = [script_code(script) for script in scripts]
    rows[:, INITIAL] = [len(text) == 1 and script == LATIN for text, script in zip(texts, scripts, strict=True)]
    _put_what_few_have(rows, words, texts, folds)
    return Packed(rows, texts, folds, manners)


def _put_letters(rows: Rows, place: int, texts: list[str], most: int) -> None:
    # Longer ones are cut, shorter ones filled with zeros, by numpy.
    letters = np.array(texts, dtype=f"S{most}").view(np.uint8).reshape(-1, most)
    rows[:, place] = np.count_nonzero(letters, axis=1)
    rows[:, place + 1 : place + 1 + most] = _CODE_OF_BYTE[letters]


def _put_hashes(rows: Rows, place: int, folds: list[str]) -> None:
    hashes = np.array(list(map(fold_hash, folds)), dtype="<u4")
    rows[:, place : place + 4] = hashes.view(np.uint8).reshape(-1, 4)


def _put_what_few_have(rows: Rows, words: Sequence[Romanised], texts: list[str], folds: list[str]) -> None:
    for place, (word, text, folded) in enumerate(zip(words, texts, folds, strict=True)):
        known, bare = families(text, folded), bare_of(text)
        if known:
            put_families(rows[place], known)
        if len(bare) > 1:
            put_bare(rows[place], text, folded, bare)
        if word.syllables:
            put_syllables(rows[place], word.syllables)
