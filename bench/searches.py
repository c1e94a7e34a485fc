"""A list searched by every method for the same travellers.

Ours searches with its own index, Jaro-Winkler compares with every listed name. nomenklatura has no index: it scores
the entries that the union of our search and the 20 best of Jaro-Winkler bring up, so a person neither brings up is
missed by it too.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence

import numpy as np
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.process import cdist

from figures import Floats
from gatehouse.screening.matching.screener import Screener
from gatehouse.terms.candidate import Candidate, Subject
from gatehouse.terms.entry import ListEntry
from peers import YEARS_APART_MAX, Scorer, both_orders, may_be, scorers, years

JARO_WINKLER_FLOOR = 0.80
"""Scores below are not kept for the baseline."""
PREFILTER_BEST = 20
"""Entries that the baseline brings up for the peers, for each traveller."""
CHUNK = 500
"""Travellers compared with the whole list at a time."""
PEER_FLOOR = 0.3
"""Scores of peers below are not kept."""

Found = dict[str, float]
"""Entry id → score, for one traveller."""


def admitted(candidate: Candidate) -> bool:
    """Whether the entry's handling lets it become a hit at all."""
    return all(reason.feature != "handling" for reason in candidate.explanation)


def told(what: str, done: int, total: int, began: float) -> None:
    """One line of progress on stderr, overwritten on a terminal; elsewhere only the last one is written."""
    if done < total and not sys.stderr.isatty():
        return
    rate = done / max(1e-9, time.perf_counter() - began)
    print(f"\r  {what}: {done}/{total}, {rate:,.0f}/s ", end="\n" if done == total else "", file=sys.stderr)


def our_search(entries: Sequence[ListEntry], subjects: Sequence[Subject]) -> list[Found]:
    """The product's candidates at or above its reporting floor."""
    screener = Screener(entries)
    began = time.perf_counter()
    found: list[Found] = []
    for begin in range(0, len(subjects), CHUNK):
        many = screener.screen_many(subjects[begin : begin + CHUNK])
        found += [{c.entry_id: c.score for c in candidates if admitted(c)} for candidates in many]
        told("gatehouse", len(found), len(subjects), began)
    return found


def _entry_scores(entries: Sequence[ListEntry], subjects: Sequence[Subject]) -> Iterator[Floats]:
    """For each chunk of subjects, the best Jaro-Winkler of their first name and each entry, float32[subject, entry]."""
    named = [both_orders(name.full) for entry in entries for name in entry.names]
    starts = np.cumsum([0, *(len(entry.names) for entry in entries)])[:-1]
    for begin in range(0, len(subjects), CHUNK):
        mine = [both_orders(s.names[0] if s.names else "") for s in subjects[begin : begin + CHUNK]]
        written, sorted_words = (
            cdist(
                [name[order] for name in mine],
                [name[order] for name in named],
                scorer=JaroWinkler.normalized_similarity,
                dtype=np.float32,
            )
            for order in (0, 1)
        )
        scores = np.maximum(written, sorted_words)
        yield np.maximum.reduceat(scores, starts, axis=1)


def brute_force(entries: Sequence[ListEntry], subjects: Sequence[Subject]) -> tuple[list[Found], list[list[int]]]:
    """The baseline's scores, and the entries it would bring up for others (whatever their birth dates)."""
    spans = [years(entry) for entry in entries]
    found: list[Found] = []
    brought: list[list[int]] = []
    began = time.perf_counter()
    for scores in _entry_scores(entries, subjects):
        best = np.argpartition(-scores, min(PREFILTER_BEST, scores.shape[1] - 1), axis=1)[:, :PREFILTER_BEST]
        brought += [sorted(row) for row in best.tolist()]
        for row in scores:
            birth = subjects[len(found)].birth_date
            above = np.flatnonzero(row >= JARO_WINKLER_FLOOR).tolist()
            kept = (i for i in above if may_be(birth, spans[i], YEARS_APART_MAX))
            found.append({entries[i].entry_id: float(row[i]) for i in kept})
        told("jaro-winkler", len(found), len(subjects), began)
    return found, brought


def _pair_by_pair(
    method: Scorer, entries: Sequence[ListEntry], subjects: Sequence[Subject], brought: Sequence[list[int]]
) -> list[Found]:
    assert method.score
    found: list[Found] = []
    began = time.perf_counter()
    for subject, numbers in zip(subjects, brought, strict=True):
        scores = {entries[i].entry_id: method.score(subject, entries[i]) for i in numbers}
        found.append({entry: score for entry, score in scores.items() if score >= PEER_FLOOR})
        if len(found) % CHUNK == 0 or len(found) == len(subjects):
            told(method.name, len(found), len(subjects), began)
    return found


def _searched_once(entries: Sequence[ListEntry], subjects: Sequence[Subject], peers: bool) -> dict[str, list[Found]]:
    found = {"gatehouse": our_search(entries, subjects)}
    baseline, brought = brute_force(entries, subjects)
    numbers = {entry.entry_id: i for i, entry in enumerate(entries)}
    for row, ours in zip(brought, found["gatehouse"], strict=True):
        row[:] = sorted({*row, *(numbers[entry] for entry in ours)})
    for method in scorers(with_peers=True)[1:-1] if peers else ():
        if method.score is not None:
            found[method.name] = _pair_by_pair(method, entries, subjects, brought)
    return {**found, "jaro-winkler": baseline}


def searched(entries: Sequence[ListEntry], subjects: Sequence[Subject], peers: bool) -> dict[str, list[Found]]:
    """What each method finds for each subject, by method; equal subjects are searched for once."""
    distinct = list(dict.fromkeys(subjects))
    places = {subject: i for i, subject in enumerate(distinct)}
    once = _searched_once(entries, distinct, peers)
    return {name: [rows[places[subject]] for subject in subjects] for name, rows in once.items()}


def thresholds() -> dict[str, float]:
    """Each method's own operating threshold."""
    return {method.name: method.threshold for method in scorers(with_peers=True)}
