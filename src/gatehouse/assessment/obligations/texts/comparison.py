"""Two texts, paragraph by paragraph: carried, amended, split, merged, new, lapsed.

Operative paragraphs are paired by what they share that others do not: runs of three characters, each weighing more the
fewer paragraphs have it. Pairs are made strongest first, each paragraph once. A paragraph left over that mostly stands
in one that is paired is a part of it (`split`, `merged`). `similarity` is rapidfuzz's share of equal characters, from 0
to 1, without punctuation. What a change means in law is for people: this shows where to look.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from gatehouse.assessment.obligations.texts.citations import years_stated
from gatehouse.assessment.obligations.texts.cleaning import shadow
from gatehouse.assessment.obligations.texts.paragraph import OPERATIVE, Paragraph, ResolutionText

CARRIED, AMENDED, NEW, SPLIT, MERGED, LAPSED = "carried", "amended", "new", "split", "merged", "lapsed"
CHANGES = (CARRIED, AMENDED, SPLIT, MERGED, NEW, LAPSED)
CARRIED_MIN = 0.97
"""Of the characters, so many are equal in a paragraph that is the same but for a term or two."""
PAIR_MIN = 0.11
"""Weaker than this, two paragraphs share no more than the genre does (`bench/texts.py` shows the gap)."""
PART_MIN = 0.5
"""A paragraph of which so much stands in another is a part of it."""
GRAM = 3
_MARKS = re.compile(r"[\W_]+")
_WORDS = re.compile(r"[A-Za-z0-9]+(?:['’-][A-Za-z0-9]+)*|\s+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Difference:
    """A run of words: the same in both (`same`), or what stood before and what stands now."""

    same: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one paragraph or several: `before` and `after` are numbers of operative paragraphs."""

    kind: str
    before: tuple[int, ...]
    after: tuple[int, ...]
    similarity: float | None
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """All changes, in the order of the later text, lapsed paragraphs last; and citations whose years disagree."""

    changes: tuple[Change, ...]
    years_differ: tuple[tuple[str, str, tuple[int, ...]], ...] = ()


def compared(before: ResolutionText, after: ResolutionText) -> Comparison:
    """What became of the operative paragraphs of `before` in `after`; both must be of one language to be alike."""
    old, new = before.of_kind(OPERATIVE), after.of_kind(OPERATIVE)
    weights = _Weights([_bare(p.text) for p in old], [_bare(p.text) for p in new])
    pairs = weights.pairs()
    changes = [_paired(old[i], new[j]) for i, j in pairs.items()]
    changes = _with_parts(changes, old, new, pairs, weights)
    changes.sort(key=lambda change: (change.after or (math.inf,), change.before))
    return Comparison(tuple(changes), tuple(_years(before, after)))


def _bare(text: str) -> str:
    return _MARKS.sub("", shadow(text).lower())


class _Weights:
    """How much two paragraphs share, weighed by how rare it is."""

    def __init__(self, old: list[str], new: list[str]) -> None:
        self.old = [_grams(text) for text in old]
        self.new = [_grams(text) for text in new]
        known = Counter(gram for grams in (*self.old, *self.new) for gram in grams)
        total = len(old) + len(new) + 1
        self._rarity = {gram: math.log(total / count) for gram, count in known.items()}

    def weight(self, grams: Counter[str]) -> float:
        """The weight of runs of characters together."""
        return sum(count * self._rarity[gram] for gram, count in grams.items())

    def share(self, i: int, j: int) -> float:
        """What old `i` and new `j` share of both, from 0 to 1."""
        whole = self.weight(self.old[i]) + self.weight(self.new[j])
        return 2 * self.weight(self.old[i] & self.new[j]) / whole if whole else 0.0

    def pairs(self) -> dict[int, int]:
        """Old → new, strongest first, each once."""
        ranked = sorted(
            ((self.share(i, j), -abs(i - j), i, j) for i in range(len(self.old)) for j in range(len(self.new))),
            reverse=True,
        )
        found: dict[int, int] = {}
        taken: set[int] = set()
        for share, _, i, j in ranked:
            if share >= PAIR_MIN and i not in found and j not in taken:
                found[i] = j
                taken.add(j)
        return found

    def part_of(self, part: Counter[str], wholes: list[Counter[str]], among: set[int]) -> int | None:
        """Which of the wholes holds most of a part, if one holds enough."""
        weight = self.weight(part)
        held = [(self.weight(part & wholes[i]) / weight, i) for i in sorted(among)] if weight else []
        best = max(held, default=(0.0, -1))
        return best[1] if best[0] >= PART_MIN else None


def _grams(text: str) -> Counter[str]:
    return Counter(text[at : at + GRAM] for at in range(max(1, len(text) - GRAM + 1)))


def _paired(old: Paragraph, new: Paragraph) -> Change:
    similarity = fuzz.ratio(_bare(old.text), _bare(new.text)) / 100
    kind = CARRIED if similarity >= CARRIED_MIN else AMENDED
    return Change(kind, (old.number,), (new.number,), round(similarity, 3), differences(old.text, new.text))


def _with_parts(
    changes: list[Change], old: list[Paragraph], new: list[Paragraph], pairs: dict[int, int], weights: _Weights
) -> list[Change]:
    """The changes, where parts that were left over join the pair that they belong to."""
    back = {j: i for i, j in pairs.items()}
    parts: dict[int, list[int]] = {}
    for j in set(range(len(new))) - set(back):
        whole = weights.part_of(weights.new[j], weights.old, set(pairs))
        if whole is None:
            changes.append(Change(NEW, (), (new[j].number,), None))
        else:
            parts.setdefault(whole, []).append(j)
    for i, more in parts.items():
        numbers = sorted({new[j].number for j in (pairs[i], *more)})
        changes = _joined(changes, Change(SPLIT, (old[i].number,), tuple(numbers), None))
    merged: dict[int, list[int]] = {}
    for i in set(range(len(old))) - set(pairs):
        whole = weights.part_of(weights.old[i], weights.new, set(back))
        if whole is None:
            changes.append(Change(LAPSED, (old[i].number,), (), None))
        else:
            merged.setdefault(whole, []).append(i)
    for j, more in merged.items():
        numbers = sorted({old[i].number for i in (back[j], *more)})
        changes = _joined(changes, Change(MERGED, tuple(numbers), (new[j].number,), None))
    return changes


def _joined(changes: list[Change], change: Change) -> list[Change]:
    """The changes with one in place of the pair that it holds; the pair's differences stay with it."""
    held = [c for c in changes if set(c.before) & set(change.before) and set(c.after) & set(change.after)]
    kept = [c for c in changes if c not in held]
    told = held[0] if held else change
    return [*kept, Change(change.kind, change.before, change.after, told.similarity, told.differences)]


def differences(before: str, after: str) -> tuple[Difference, ...]:
    """Runs of words that are the same, gone or come; a Han character is a word."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    found = []
    for step in Levenshtein.opcodes(old, new):
        gone, come = "".join(old[step.src_start : step.src_end]), "".join(new[step.dest_start : step.dest_end])
        found.append(Difference(same=gone) if step.tag == "equal" else Difference(before=gone, after=come))
    return tuple(found)


def _years(before: ResolutionText, after: ResolutionText) -> list[tuple[str, str, tuple[int, ...]]]:
    """Resolutions that the two texts cite with different years: a slip in one of them."""
    stated = years_stated(c for text in (before, after) for p in text.paragraphs for c in p.cites)
    return [(body, number, tuple(sorted(years))) for (body, number), years in sorted(stated.items()) if len(years) > 1]
