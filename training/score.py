"""Trains the weights of the score and writes them, their hash and the reliability diagram.

    python training/score.py --data ../shared/data --seed 1

Names: logistic regression on `name_kernel.FEATURES` over the tuning half of the pairs (`pairs.py`). Birth dates: the
logarithm of m/u of simulated statements (`births.py`). Other sections of `weights.toml` are set by hand and kept as
they are. Repeatable: the same data, code and seed give the same file. It prints what the reporting half says and
never asserts.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from births import birth_weights, outcomes
from gatehouse.screening.matching.name_kernel import FEATURES
from gatehouse.screening.matching.weights import WEIGHTS_FILE, name_weights, weights
from model import Numbers, calibration_error, f1, features, fit, probability, reliability
from pairs import OTHER_SHARES, STRANGER_SHARES, Pair, pairs, shares
from reliability import diagram

DIAGRAM = Path(__file__).parents[1] / "docs" / "reliability.svg"
LOCK_FILE = WEIGHTS_FILE.with_name("weights.lock")
FALSE_SHARE = 0.01
ORDINARY = tuple(source for source in OTHER_SHARES if source not in ("namesakes", "labelled", "thin", "near-name"))
"""Sources of two persons by which recall at FALSE_SHARE is told: without those made to be mistaken."""


class Seen:
    """The pairs of one half that have a token in common, with their observations, truth and share."""

    def __init__(self, chosen: list[Pair]) -> None:
        rows = np.array([features(pair, name_weights()) for pair in chosen], dtype=np.float64)
        # Pairs without any token in common are outside the reference population.
        kept = rows[:, FEATURES.index("nothing")] == 0
        self.pairs = [pair for pair, keep in zip(chosen, kept, strict=True) if keep]
        self.rows: Numbers = rows[kept]
        self.same: Numbers = np.array([pair.same for pair in self.pairs], dtype=np.float64)
        self.share: Numbers = shares(self.pairs)
        self.source = np.array([pair.source for pair in self.pairs])

    def report(self, found: Numbers) -> None:
        """Print calibration, F1 of the labelled pairs, and recall by source."""
        score = probability(self.rows, found)
        print(f"  calibration error {calibration_error(reliability(score, self.same, self.share)):.4f}", end="")
        near = ~np.isin(self.source, list(STRANGER_SHARES))
        error = calibration_error(reliability(score[near], self.same[near], self.share[near]))
        print(f"; {error:.4f} without strangers who share one name")
        hand = self.source == "labelled"
        for threshold in (0.4, 0.5, 0.6, 0.7, 0.8):
            told = f1(score[hand], self.same[hand], threshold)
            print(f"  labelled pairs at {threshold}: F1 {told[0]:.3f} (P {told[1]:.3f}, R {told[2]:.3f})")
        line = np.quantile(score[(self.same == 0) & np.isin(self.source, ORDINARY)], 1 - FALSE_SHARE)
        limit = weights()["operating"]["threshold"]
        for source in sorted(set(self.source)):
            for same in (1.0, 0.0):
                mine = score[(self.source == source) & (self.same == same)]
                if len(mine):
                    what = "one person " if same else "two persons"
                    print(f"  {source:12}{what} {len(mine):>6}  above {limit}: {(mine >= limit).mean():.3f}", end="")
                    print(f"  above the {FALSE_SHARE:.0%} line: {(mine >= line).mean():.3f}")


def written(text: str, section: str, values: Mapping[str, float]) -> str:
    """`text` of a TOML file with the values of one section replaced; comments stay. KeyError for a lacking key."""
    head, found, rest = text.partition(f"[{section}]\n")
    body, gap, after = rest.partition("\n[")
    for key, value in values.items():
        body, count = re.subn(rf"(?m)^{key} = \S+", f"{key} = {value + 0.0:.3f}", body)
        if not found or count != 1:
            raise KeyError(f"{section}.{key}")
    return head + found + body + gap + after


def main() -> None:
    """Train, write and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--dry", action="store_true", help="print and write nothing")
    chosen = parser.parse_args()
    tuning = Seen(pairs(chosen.data, 0, chosen.seed))
    found = fit(tuning.rows, tuning.same, tuning.share)
    births = birth_weights(outcomes(chosen.seed, weights()["birth_date"]))
    for name, weight in zip(("starting_point", *FEATURES), found, strict=True):
        print(f"  {name:16}{weight:8.3f}")
    for name, (m, u, weight) in births.items():
        print(f"  {name:22} m {m:.4f}  u {u:.4f}  {weight:7.3f}")
    text = WEIGHTS_FILE.read_text(encoding="utf-8")
    text = written(text, "name", dict(zip(("starting_point", *FEATURES), found, strict=True)))
    text = written(text, "birth_date", {name: weight for name, (_, _, weight) in births.items()})
    print("tuning half")
    tuning.report(found)
    print("reporting half")
    held = Seen(pairs(chosen.data, 1, chosen.seed))
    held.report(found)
    if not chosen.dry:
        WEIGHTS_FILE.write_text(text, encoding="utf-8")
        LOCK_FILE.write_text(hashlib.sha256(text.encode()).hexdigest() + "\n", encoding="utf-8")
        rows = reliability(probability(held.rows, found), held.same, held.share)
        DIAGRAM.write_text(diagram(rows, calibration_error(rows), len(held.pairs)), encoding="utf-8")


if __name__ == "__main__":
    main()
