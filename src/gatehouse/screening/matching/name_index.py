"""The names of a list as arrays: which names hold which token, and how much each name's tokens weigh together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gatehouse.names.commonness import weight
from gatehouse.names.name import Name, Token
from gatehouse.names.name import token as token_of
from gatehouse.names.sound import glue_key
from gatehouse.screening.matching.name_evidence import NOTHING_FOUND, credit, dissent
from gatehouse.screening.matching.vocabulary import Vocabulary
from gatehouse.screening.matching.weights import weights

TOKENS_REMEMBERED_MAX = 200_000
"""Tokens of travellers whose similar names are remembered; then the memory is emptied and fills again."""
GLUED_LETTERS_MIN = 6
SPELLING_IN_CONFLICTS = weights()["name"]["spelling"] * (1.0 - NOTHING_FOUND) / weights()["name"]["conflict"]
"""What uncredited weight costs by the spelling's published weight, in units of the conflict's."""

Ids = NDArray[np.intp]
Weights = NDArray[np.float32]


class Holders(NamedTuple):
    """Names that hold a token or a spelling of it: ascending ids, the weight credited to each, the conflict it settles.

    `settled` is in tokens (see `name_evidence.dissent`), less what the spelling costs by the published weights.
    """

    ids: Ids
    credited: Weights
    settled: Weights


NOBODY = Holders(np.empty(0, np.intp), np.empty(0, np.float32), np.empty(0, np.float32))


def _hashes_of_pairs(name: Name) -> list[int]:
    folds = [token.fold for token in name.tokens]
    pairs = pairwise(folds)
    return [hash(glue_key(glued)) for one, other in pairs for glued in (one + other, other + one)]


class NameIndex:
    """An index over a list's names: `totals[i]` is the weight of all tokens of name `i`, `dissents[i]` their dissent.

    It finds through `vocabulary` and through hashes of neighbouring tokens run together, in either order.
    """

    def __init__(self, names: Sequence[Name]) -> None:
        # 32 bits: what is searched here only sets names aside, and the score is made anew in full precision.
        self.totals: Weights = np.array([sum(map(weight, name.tokens)) for name in names], dtype=np.float32)
        self.dissents: Weights = np.array([dissent(name.tokens) for name in names], dtype=np.float32)
        self.vocabulary = Vocabulary(token for name in names for token in name.tokens)
        self._token_weights = [weight(token) for token in self.vocabulary.tokens]
        self._fill_postings(names)
        self._fill_glued(names)
        self._remembered: dict[Token, Holders] = {}

    def _fill_postings(self, names: Sequence[Name]) -> None:
        number_of = {token: number for number, token in enumerate(self.vocabulary.tokens)}
        token_ids = np.fromiter((number_of[t] for name in names for t in name.tokens), dtype=np.int32)
        counts = np.fromiter((len(name.tokens) for name in names), dtype=np.int32, count=len(names))
        name_ids = np.repeat(np.arange(len(names), dtype=np.intp), counts)
        order = np.argsort(token_ids, kind="stable")
        self._postings: Ids = name_ids[order]
        self._starts = np.searchsorted(token_ids[order], np.arange(len(number_of) + 1)).tolist()

    def _fill_glued(self, names: Sequence[Name]) -> None:
        found = [(key, number) for number, name in enumerate(names) for key in _hashes_of_pairs(name)]
        keys = np.array([key for key, _ in found], dtype=np.int64)
        order = np.argsort(keys, kind="stable")
        self._glued_keys: NDArray[np.int64] = keys[order]
        self._glued_names: Ids = np.array([number for _, number in found], dtype=np.intp)[order]

    def _holders_of(self, found: list[tuple[int, float]], own: float) -> Holders:
        """Merges the postings of several tokens; a name that holds two of them keeps the better credited."""
        ids = [self._postings[self._starts[n] : self._starts[n + 1]] for n, _ in found]
        if not ids:
            return NOBODY
        lengths = [len(part) for part in ids]
        worth = [(own + self._token_weights[n]) / 2 for n, _ in found]
        credits = [w * credit(score) for w, (_, score) in zip(worth, found, strict=True)]
        settles = [1.0 - SPELLING_IN_CONFLICTS * (w - c) for w, c in zip(worth, credits, strict=True)]
        together = np.concatenate(ids)
        credited = np.repeat(np.array(credits, np.float32), lengths)
        settled = np.repeat(np.array(settles, np.float32), lengths)
        # By name, then best credit first: the first of each name is then the spelling that counts.
        order = np.lexsort((-credited, together))
        together = together[order]
        first = np.ones(len(together), dtype=bool)
        first[1:] = together[1:] != together[:-1]
        return Holders(together[first], credited[order][first], settled[order][first])

    def holders(self, token: Token) -> Holders:
        """The names that hold `token` or a spelling of it."""
        known = self._remembered.get(token)
        if known is None:
            if len(self._remembered) >= TOKENS_REMEMBERED_MAX:
                # All at once: the usual names are back within a few flights, and no bookkeeping slows the hot path.
                self._remembered.clear()
            known = self._remembered[token] = self._holders_of(self.vocabulary.find(token), weight(token))
        return known

    def holders_of_pair(self, one: Token, other: Token) -> Holders:
        """The names that hold two neighbouring tokens written together, in either order."""
        same = self.vocabulary.same_fold
        numbers = [*same(one.fold + other.fold), *same(other.fold + one.fold)]
        if not numbers:
            return NOBODY
        ids, _, _ = self._holders_of([(number, 1.0) for number in numbers], 1.0)
        both = np.full(len(ids), weight(one) + weight(other), dtype=np.float32)
        return Holders(ids, both, np.full(len(ids), 2.0, dtype=np.float32))

    def holders_apart(self, token: Token) -> Holders:
        """The names that hold `token`, or what is left of it without a title, as two neighbours in either order."""
        if len(token.text) < GLUED_LETTERS_MIN or not len(self._glued_keys):
            return NOBODY
        keys = np.array([hash(glue_key(token_of(text, token.script).fold)) for text in token.bare], dtype=np.int64)
        first, last = np.searchsorted(self._glued_keys, keys), np.searchsorted(self._glued_keys, keys, side="right")
        if (first == last).all():
            return NOBODY
        parts = [self._glued_names[a:b] for a, b in zip(first.tolist(), last.tolist(), strict=True)]
        ids = np.unique(np.concatenate(parts))
        return Holders(ids, self.totals[ids], self.dissents[ids])
