"""Measures `operating.csv`: what each threshold finds and costs on a real list, by the product's own search.

    python training/operating.py --data ../shared/data --seed 1

Listed travellers: the UN's, each once with a typing error, once in another order, once with both; found when any
candidate reaches the threshold. Travellers on no list: the reporting half of the synthetic people; every candidate
counts.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from changes import shuffled, shuffled_typo, typo
from gatehouse.screening.matching.operating import TABLE, OperatingPoint
from gatehouse.screening.matching.screener import REPORTING_FLOOR, Screener
from gatehouse.screening.watchlists.reader import read_list
from gatehouse.terms.candidate import Subject
from gatehouse.terms.places import country_code
from pairs import half

LIST = "un_consolidated_2026-02-27.xml"
LISTED, UNLISTED = "un_travellers_untreated.csv", "people_us_not_listed.csv"
UNLISTED_MAX = 10_000
THRESHOLDS = (0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98)


def people(path: Path) -> list[Subject]:
    """The persons of a table as travellers."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    sexes = {"male": "M", "female": "F"}
    return [
        Subject(
            (row["full_name"],),
            birth_date=row["date_of_birth"] or None,
            sex=sexes.get(row["gender"]),
            nationalities=tuple(filter(None, (country_code(row["nationality"]),))),
            birth_place=row["place_of_birth"] or None,
        )
        for row in rows
    ]


def scores(screener: Screener, travellers: Iterable[Subject]) -> list[list[float]]:
    """The scores of each traveller's candidates."""
    return [[candidate.score for candidate in screener.screen(traveller)] for traveller in travellers]


def undated(travellers: Sequence[Subject]) -> list[Subject]:
    """The same without a birth date."""
    return [replace(traveller, birth_date=None) for traveller in travellers]


def _recall(found: list[list[float]], threshold: float) -> float:
    return sum(1 for one in found if one and max(one) >= threshold) / len(found)


def _false(found: list[list[float]], threshold: float) -> float:
    return 1000 * sum(score >= threshold for one in found for score in one) / len(found)


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    dice = Random(chosen.seed)
    screener = Screener(read_list(chosen.data / "lists" / LIST).entries)
    honest = people(chosen.data / "names" / LISTED)
    listed = [
        replace(one, names=(change(one.names[0], dice),))
        for change in (typo, shuffled, shuffled_typo)
        for one in honest
    ]
    others = [one for one in people(chosen.data / "names" / UNLISTED) if half(one.names[0])][:UNLISTED_MAX]
    sets = [scores(screener, group) for group in (listed, undated(listed), others, undated(others))]
    with TABLE.open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(OperatingPoint._fields)
        for threshold in THRESHOLDS:
            if threshold >= REPORTING_FLOOR:
                row = [_recall(group, threshold) for group in sets[:2]] + [
                    _false(group, threshold) for group in sets[2:]
                ]
                table.writerow([threshold, f"{row[0]:.4f}", f"{row[1]:.4f}", f"{row[2]:.2f}", f"{row[3]:.2f}"])
    print(f"{len(honest)} listed persons, {len(listed)} appearances; {len(others)} on no list")
    print(TABLE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
