"""How rare it is that the names of a stranger reach a level of log-odds: the line of `weights.toml` [population].

    python training/strangers.py --seed 1

A synthetic list of ENTRIES is searched for travellers who are on no list and state nothing but their names. Of every
traveller and entry it is counted how often the names reach each of LEVELS; the logarithm of that share falls nearly on
a line, as the scores of chance alignments do (Karlin and Altschul 1990). It prints the line and what was counted, and
`--write` puts the line into `weights.toml`. No data is needed: the same seed and code give the same line.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from gatehouse.screening.matching.operating import Thresholds
from gatehouse.screening.matching.screener import Screener
from gatehouse.screening.matching.weights import WEIGHTS_FILE, log_odds
from gatehouse.simulation.national_list import entries
from gatehouse.simulation.national_travellers import unlisted
from gatehouse.terms.candidate import Subject
from gatehouse.terms.entry import ListEntry

ENTRIES, TRAVELLERS = 50_000, 2_000
LEVELS = np.arange(0.0, 4.01, 0.5)
"""Log-odds of the names; below 0 a search does not find everybody."""
THRESHOLD = 0.45
FEW = 5
"""Strangers below which a level says too little."""


def names_only(subject: Subject) -> Subject:
    """The traveller with nothing but names."""
    return Subject(names=subject.names, surname=subject.surname, given_names=subject.given_names)


def reached(listed: Iterable[ListEntry], travellers: Iterable[Subject]) -> np.ndarray:
    """How many pairs of traveller and entry reach each of LEVELS by their names."""
    bare = (replace(entry, sex=None, nationalities=(), documents=()) for entry in listed)
    # Of no length, so that nothing is taken off for it.
    screener = Screener(bare, populations={}).with_thresholds(Thresholds(THRESHOLD, {}))
    found = [log_odds(score.score) for scores in screener.search_many(travellers) for score in scores]
    return np.asarray((np.array(found)[:, None] >= LEVELS).sum(axis=0))


def line(counts: np.ndarray, pairs: int) -> tuple[float, float]:
    """How rare level 0 is, in log-odds, and how much rarer each level more; levels of many pairs count more."""
    some = counts >= FEW
    rare = -np.log(counts[some] / pairs)
    slope, start = np.polyfit(LEVELS[some], rare, 1, w=counts[some] ** 0.25)
    return float(start), float(slope)


def main() -> None:
    """Count, fit, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", action="store_true", help="put the line into weights.toml")
    chosen = parser.parse_args()
    people = [names_only(one.subject) for one in unlisted(TRAVELLERS, chosen.seed)]
    counts = reached(entries(ENTRIES, chosen.seed), people)
    start, slope = line(counts, ENTRIES * TRAVELLERS)
    for level, count in zip(LEVELS, counts, strict=True):
        told = -np.log(count / (ENTRIES * TRAVELLERS)) if count else float("inf")
        print(f"  {level:4.1f} {count:8} strangers, rare by {told:6.2f}; the line says {start + slope * level:6.2f}")
    print(f"strangers = {start:.2f}, falling = {slope:.2f}")
    if chosen.write:
        # Imported here: it asks for what only training needs.
        from score import LOCK_FILE, written

        text = written(WEIGHTS_FILE.read_text(encoding="utf-8"), "population", {"strangers": start, "falling": slope})
        WEIGHTS_FILE.write_text(text, encoding="utf-8")
        LOCK_FILE.write_text(hashlib.sha256(text.encode()).hexdigest() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
