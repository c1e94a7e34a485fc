"""The tokens of a list, and the ones that a token of a traveller may be another spelling of.

Every token is filed under a few keys: its letters, its fold and its bones, each also with any one left out, so that two
spellings one edit apart meet in a key without comparing with the whole vocabulary. What meets there is then measured
by `distance.likeness`; a key finds, it never decides.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA, Levenshtein
from rapidfuzz.process import cdist

from gatehouse.names.distance import CUT_LETTERS_MIN, likeness
from gatehouse.names.lexicon import members
from gatehouse.names.name import Manner, Token
from gatehouse.names.name import token as token_of
from gatehouse.names.parts import GLUED_ARTICLE, SERVANT
from gatehouse.screening.matching.alignment import PAIRED_MIN

FOUND_MAX = 4000
"""Tokens measured for one token; beyond it the keys are too common to tell names apart."""
SIMILAR_MAX = 200
"""Most similar tokens kept for one token."""
BONES_CUT_MIN = 4
"""Consonants needed before one of them may be left out."""
CUT_RANGE_MAX = 200
"""Tokens taken that begin with a token which may be cut short."""


def _one_left_out(key: str) -> set[str]:
    return {key[:place] + key[place + 1 :] for place in range(len(key))}


def _spelling_keys(token: Token) -> set[str]:
    keys = {token.fold, token.text}
    for whole in (token.fold, token.text):
        if len(whole) > 2:
            keys |= _one_left_out(whole)
    return keys


def _bones_keys(consonants: str) -> set[str]:
    if len(consonants) < 2:
        return set()
    return {consonants} | (_one_left_out(consonants) if len(consonants) >= BONES_CUT_MIN else set())


def _loan_keys(token: Token) -> set[str]:
    return _bones_keys(token.loan.replace("a", "").replace("i", "").replace("o", ""))


class Vocabulary:
    """The distinct tokens of a list. `find` gives the ids of those that a token may stand for."""

    def __init__(self, tokens: Iterable[Token]) -> None:
        # In order of first appearance, unlike a set, so that ids are the same on every run.
        self.tokens = list(dict.fromkeys(tokens))
        self._weighed = [token.weighed for token in self.tokens]
        self._texts = [token.text for token in self.tokens]
        self._by_spelling: dict[str, list[int]] = defaultdict(list)
        self._by_bones: dict[str, list[int]] = defaultdict(list)
        self._by_loan: dict[str, list[int]] = defaultdict(list)
        self._exact: dict[str, list[int]] = defaultdict(list)
        for number, token in enumerate(self.tokens):
            self._file(number, token)
        self._sorted = sorted((text, number) for number, text in enumerate(self._texts))

    def _file(self, number: int, token: Token) -> None:
        if token.is_initial:
            return
        self._exact[token.fold].append(number)
        if token.second_fold:
            self._exact[token.second_fold].append(number)
        for bare in {GLUED_ARTICLE.sub("", token.text), token.text.removeprefix(SERVANT)} - {token.text, ""}:
            self._exact[token_of(bare, token.script).fold].append(number)
        for key in _spelling_keys(token):
            self._by_spelling[key].append(number)
        for key in _bones_keys(token.bones):
            self._by_bones[key].append(number)
        if token.manner is Manner.BORROWED:
            for key in _loan_keys(token):
                self._by_loan[key].append(number)

    @cached_property
    def _all_by_loan(self) -> dict[str, list[int]]:
        filed: dict[str, list[int]] = defaultdict(list)
        for number, token in enumerate(self.tokens):
            for key in _loan_keys(token):
                filed[key].append(number)
        return filed

    def same_fold(self, folded: str) -> list[int]:
        """The ids of the tokens whose fold is `folded`, or is once a run-on article is taken off."""
        return self._exact.get(folded, [])

    def _certain(self, token: Token) -> set[int]:
        found = {*self.same_fold(token.fold), *self.same_fold(token.second_fold)}
        for bare in token.bare - {token.text}:
            found.update(self.same_fold(token_of(bare, token.script).fold))
        for family in token.families:
            for name in members()[family]:
                found.update(self.same_fold(token_of(name).fold))
        return found

    def _beginning_with(self, text: str) -> set[int]:
        if len(text) < CUT_LETTERS_MIN or text == SERVANT:
            return set()
        first = bisect_left(self._sorted, (text, -1))
        # The tilde sorts behind every letter.
        last = bisect_left(self._sorted, (text + "~", -1))
        return {number for _, number in self._sorted[first : min(last, first + CUT_RANGE_MAX)]}

    def _possible(self, token: Token) -> list[int]:
        found: set[int] = set()
        for key in _spelling_keys(token):
            found.update(self._by_spelling.get(key, ()))
        for key in _bones_keys(token.bones):
            found.update(self._by_bones.get(key, ()))
        loans = self._all_by_loan if token.manner is Manner.BORROWED else self._by_loan
        if loans:
            for key in _loan_keys(token):
                found.update(loans.get(key, ()))
        # Sorted before it is cut, or which tokens are measured would depend on the hashes of the run.
        return sorted(found)[:FOUND_MAX]

    def _promising(self, token: Token, numbers: list[int]) -> list[int]:
        """Of `numbers`, those worth measuring one by one: near in sound or letters, or of another script."""
        if not numbers:
            return []
        texts, weighed = [self._texts[n] for n in numbers], [self._weighed[n] for n in numbers]
        sounds = cdist([token.weighed], weighed, scorer=Levenshtein.normalized_similarity, dtype=np.float32)[0]
        letters = cdist([token.text], texts, scorer=OSA.normalized_similarity, dtype=np.float32)[0]
        near: NDArray[np.float32] = np.maximum(sounds, letters)
        return [
            n
            for n, value in zip(numbers, near.tolist(), strict=True)
            # Letters of two scripts are far apart however alike they sound: those are measured in any case.
            if value >= PAIRED_MIN or self.tokens[n].script != token.script
        ]

    def find(self, token: Token) -> list[tuple[int, float]]:
        """The ids of similar tokens with their likeness, best first, at most SIMILAR_MAX. An initial finds nothing."""
        if token.is_initial:
            return []
        numbers = self._certain(token) | self._beginning_with(token.text)
        numbers.update(self._promising(token, self._possible(token)))
        measured = [(number, likeness(token, self.tokens[number]).score) for number in numbers]
        kept = sorted((m for m in measured if m[1] >= PAIRED_MIN), key=lambda m: -m[1])
        return kept[:SIMILAR_MAX]
