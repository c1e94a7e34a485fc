"""Recall of the own entry by kind of damage, at each method's threshold and where 1 in 1,000 unlisted persons passes.

    python bench/list_search.py --only un --unlisted 10000 --peers

False candidates are counted for each 1,000 persons on no list; rows without a birth date are held against the same
persons without theirs. It prints and never asserts.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import figures
import list_rows
from figures import percent
from gatehouse.terms.candidate import Subject
from gatehouse.terms.entry import ListEntry
from list_rows import WITHHELD, Row
from name_rows import POLITICIANS, SEED
from peers import NOT_INSTALLED, engines, scorers
from searches import Found, searched, thresholds

FALSE_PER_THOUSAND = 1.0
WITHHELD_SHARE = 5
"""Of the unlisted persons, one in so many is screened without birth date too."""
Figures = dict[str, dict[str, float]]


class Choice(NamedTuple):
    """What to measure on."""

    unlisted: int
    half: str
    peers: bool


def false_per_thousand(found: Sequence[Found], threshold: float) -> float:
    """Candidates at or above the threshold for each 1,000 persons, all of them false."""
    return 1000 * sum(score >= threshold for row in found for score in row.values()) / max(1, len(found))


def threshold_at(found: Sequence[Found], false: float) -> float:
    """The score above which at most `false` candidates stand for each 1,000 persons."""
    scores = sorted((score for row in found for score in row.values()), reverse=True)
    allowed = int(false * len(found) / 1000)
    return scores[allowed] if allowed < len(scores) else 0.0


def _recalls(rows: Sequence[Row], found: Sequence[Found], threshold: float, strict: float) -> dict[str, float]:
    """Share whose own entry is at or above the threshold, and share above the strict score."""
    own = figures.as_array([scores.get(row.own, -1.0) for row, scores in zip(rows, found, strict=True)])
    return {"recall": figures.passing(own, threshold), "recall at 1 per 1,000": float((own > strict).mean())}


def _side(
    rows: Sequence[Row], found: dict[str, list[Found]], nobody: dict[str, list[Found]], named: str
) -> dict[str, Figures]:
    """The figures of one side (with or without birth dates): method → kind → figures."""
    kinds: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        kinds[row.kind].append(place)
    measured: dict[str, Figures] = {}
    for method, results in found.items():
        at, strict = thresholds()[method], threshold_at(nobody[method], FALSE_PER_THOUSAND)
        measured[method] = {
            kind: {"rows": len(places)} | _recalls([rows[i] for i in places], [results[i] for i in places], at, strict)
            for kind, places in kinds.items()
        }
        measured[method][named] = {
            "rows": len(nobody[method]),
            "false per 1,000": false_per_thousand(nobody[method], at),
            "score at 1 per 1,000": strict,
        }
    return measured


def _shown(one: dict[str, float] | None) -> tuple[str, str]:
    if one is None:
        return "-", "-"
    if "recall" in one:
        return percent(one["recall"]), percent(one["recall at 1 per 1,000"])
    return f"{one['false per 1,000']:.2f}", f"({one['score at 1 per 1,000']:.3f})"


def _show(title: str, measured: dict[str, Figures], names: Sequence[str]) -> None:
    first = measured["gatehouse"]
    rows = [
        (kind, int(one["rows"]), *(cell for name in names for cell in _shown(measured.get(name, {}).get(kind))))
        for kind, one in first.items()
    ]
    short = [name if name in measured else f"{name} ({NOT_INSTALLED})" for name in names]
    head = ("kind", "rows", *(cell for name in short for cell in (name, "at 1/1000")))
    figures.show(title, head, rows)


def _both_sides(entries: Sequence[ListEntry], rows: Sequence[Row], choice: Choice, title: str) -> dict[str, Figures]:
    """Search for the rows and the unlisted persons, with and without birth dates, print and give the figures."""
    strangers = list_rows.unlisted(choice.unlisted)
    nameless = [replace(person, birth_date=None) for person in strangers[::WITHHELD_SHARE]]
    names = [s.name for s in scorers(with_peers=True) if choice.peers or s.name in ("gatehouse", "jaro-winkler")]
    merged: dict[str, Figures] = defaultdict(dict)
    for withheld, nobody in ((False, strangers), (True, nameless)):
        mine = [row for row in rows if row.kind.startswith(WITHHELD) == withheld]
        if not mine:
            continue
        subjects: list[Subject] = [*(row.subject for row in mine), *nobody]
        found = searched(entries, subjects, choice.peers)
        own = {name: results[: len(mine)] for name, results in found.items()}
        others = {name: results[len(mine) :] for name, results in found.items()}
        named = ("no birth date: " if withheld else "") + "false per 1,000"
        measured = _side(mine, own, others, named)
        side = "no birth date on the traveller" if withheld else "with birth date"
        _show(f"{title}, {side}: recall % at own threshold | where 1 in 1,000 passes", measured, names)
        for name, figures_found in measured.items():
            merged[name].update(figures_found)
    return dict(merged)


def un(choice: Choice) -> dict[str, Figures]:
    """The UN list and the travellers made from it."""
    entries = list_rows.list_entries(list_rows.UN_LIST)
    rows, lost = list_rows.un_rows(entries)
    print(f"\n{list_rows.UN_LIST.name}: {len(entries)} entries; {lost} travellers without one certain entry left out")
    return _both_sides(entries, rows, choice, "UN")


def ofac(choice: Choice) -> dict[str, Figures]:
    """The OFAC list, one alias of an entry searching for its other names."""
    entries, rows = list_rows.ofac_rows(list_rows.list_entries(list_rows.OFAC_LIST))
    print(f"\n{list_rows.OFAC_LIST.name}: {len(entries)} persons")
    return _both_sides(entries, rows, choice, "OFAC")


def politicians(choice: Choice) -> dict[str, Figures]:
    """Politicians as a list, one name searching for the person's others, by script of that name."""
    entries, rows = list_rows.politician_rows(choice.half)
    print(f"\n{POLITICIANS.name}: {len(entries)} entries; searched for: half={choice.half}")
    return _both_sides(entries, rows, choice, "Politicians")


LISTS: dict[str, tuple[Callable[[Choice], dict[str, Figures]], Path]] = {
    "un": (un, list_rows.UN_LIST),
    "ofac": (ofac, list_rows.OFAC_LIST),
    "politicians": (politicians, POLITICIANS),
}


def main() -> None:
    """Parse the options and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default=",".join(LISTS))
    parser.add_argument("--unlisted", type=int, default=51_000)
    parser.add_argument("--half", choices=("tune", "report", "all"), default="tune")
    parser.add_argument("--peers", action="store_true")
    chosen = parser.parse_args()
    print(f"seed {SEED}, {engines()}")
    for name in chosen.only.split(","):
        measure, needed = LISTS[name]
        if needed.exists():
            measure(Choice(chosen.unlisted, chosen.half, chosen.peers))
        else:
            print(f"skipped: {needed.name} is not beside the project")


if __name__ == "__main__":
    main()
