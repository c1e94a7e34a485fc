"""Finds spellings of one name that no rule of sound brings together: `python training/lexicon.py --data DIRECTORY`.

Two Latin tokens that share a native spelling in SCRIPTS_MIN scripts or more (`wd_*_dev.tsv`, CC0; met twice at least
each time), and whose learned likeness says the same loosely, become a pair of `names/kin.csv`. Reporting rows are left
out. Pairs that are already alike without it are not written.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from itertools import combinations
from pathlib import Path

from gatehouse.names.chances import chain_likeness
from gatehouse.names.costs import LATIN_TABLE, costs
from gatehouse.names.lexicon import KIN_FIRST, families
from gatehouse.names.packed import packed
from gatehouse.names.token import token
from sound_pairs import Row, rows_of

OUT = Path(__file__).parents[1] / "src" / "gatehouse" / "names" / "kin.csv"
SCRIPTS_MIN, COUNT_MIN, LETTERS_MIN = 2, 2, 4
SPELLINGS_MAX = 8
"""Latin spellings of one native word: beyond it the word is a wastebasket."""
FEMALE_ENDINGS = frozenset(("a", "e", "ne", "le", "te", "ette", "ia", "ie", "y"))
"""What makes a woman's name of a man's (Denis, Denise): another name, though it sounds the same abroad."""
LEAST, ENOUGH = 0.45, 0.84
"""Likeness that a pair must have, and that needs no help."""


def _shared(rows: list[Row]) -> dict[tuple[str, str], set[str]]:
    """The scripts in which two Latin tokens share a native spelling."""
    by_word: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        if row.count >= COUNT_MIN and len(row.latin) >= LETTERS_MIN and not row.reporting:
            by_word[row.script, row.written].add(row.latin)
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for (script, _), spellings in by_word.items():
        if len(spellings) <= SPELLINGS_MAX:
            for pair in combinations(sorted(spellings), 2):
                found[pair].add(script)
    return found


def _helped(one: str, other: str) -> bool:
    ours, theirs = token(one), token(other)
    if other.startswith(one) and other[len(one) :] in FEMALE_ENDINGS:
        return False
    # Only families by hand count here: what this command found before must not keep it from finding it again.
    reviewed = families(one, ours.fold) & families(other, theirs.fold)
    if ours.fold == theirs.fold or any(number < KIN_FIRST for number in reviewed):
        return False
    score = chain_likeness(packed(ours), packed(theirs), costs(), int(costs()[LATIN_TABLE]), 0)
    return LEAST <= score < ENOUGH


def main() -> None:
    """Writes the pairs in the order of the alphabet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    shared = _shared(rows_of(parser.parse_args().data))
    pairs = sorted(pair for pair, scripts in shared.items() if len(scripts) >= SCRIPTS_MIN and _helped(*pair))
    with OUT.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows([("one", "other"), *pairs])
    print(f"{len(pairs)} pairs in {OUT.name}")


if __name__ == "__main__":
    main()
