"""How well the screening finds listed persons, and how many others it holds up, with peers beside on the same rows.

    python bench/accuracy.py                         everything, without nomenklatura
    python bench/accuracy.py --peers --unlisted 10000
    python bench/accuracy.py --only pairs,un --baseline write --peers --unlisted 10000

Sections: `simulated` (a simulated day against its truth, by kind of variation), `pairs` (names alone by script, and
labelled near misses), `un` and `ofac` (the real lists: typing errors, order, cut names, wrong birth dates), and
`politicians` (one name searching for a person's others, by script). Beside ours: a Jaro-Winkler baseline (rapidfuzz),
and with `--peers` nomenklatura's logic-v2 and name-based matchers (`pip install -e .[bench]`). What lies in the
project's neighbour folder `shared/data` is skipped where it is absent. Only the reporting half of the labelled
persons is used unless `--half` says otherwise. It prints, beside `baselines/accuracy.json`, and never asserts.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import baseline
import list_rows
import list_search
import name_pairs
import name_rows
import simulated_day
from peers import engines

SECTIONS = ("simulated", "pairs", "un", "ofac", "politicians")
DATA = {
    "pairs": name_rows.POLITICIANS,
    "un": list_rows.UN_LIST,
    "ofac": list_rows.OFAC_LIST,
    "politicians": name_rows.POLITICIANS,
}
DATES = {"un": "2026-02-27", "ofac": "2021", "pairs": "2026-11", "politicians": "2026-11"}
"""When the data of a section was published or fetched."""


def _simulated(chosen: argparse.Namespace) -> baseline.Nested:
    return simulated_day.measure(chosen.travellers, chosen.plant, chosen.seed, chosen.entries, chosen.peers)


def _pairs(chosen: argparse.Namespace) -> baseline.Nested:
    return name_pairs.measure(chosen.half, name_rows.CLASSES, None, chosen.peers)


def _list_of(name: str) -> Callable[[argparse.Namespace], baseline.Nested]:
    measure, _ = list_search.LISTS[name]
    return lambda chosen: measure(list_search.Choice(chosen.unlisted, chosen.half, chosen.peers))


MEASURES: dict[str, Callable[[argparse.Namespace], baseline.Nested]] = {
    "simulated": _simulated,
    "pairs": _pairs,
    **{name: _list_of(name) for name in list_search.LISTS},
}


def section(name: str, chosen: argparse.Namespace) -> baseline.Nested | None:
    """One section's tables and figures; None, and a line that says so, where its data is not beside the project."""
    needed: Path | None = DATA.get(name)
    print(f"\n== {name} ==")
    if needed is not None and not needed.exists():
        print(f"skipped: {needed.name} is not beside the project")
        return None
    began = time.perf_counter()
    found = MEASURES[name](chosen)
    print(f"\n{name} took {time.perf_counter() - began:.0f} s")
    return found


def about(chosen: argparse.Namespace) -> baseline.Nested:
    """What a run was measured with: engines, dates of the data, seeds, halves, numbers of rows."""
    settings: baseline.Nested = {
        name: getattr(chosen, name) for name in ("half", "unlisted", "travellers", "plant", "seed", "entries")
    }
    return {**engines(), **settings, "error seed": name_rows.SEED, **{f"data of {k}": v for k, v in DATES.items()}}


def options() -> argparse.ArgumentParser:
    """The options of this bench."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default=",".join(SECTIONS), help="sections, by commas")
    parser.add_argument("--peers", action="store_true", help="nomenklatura too (slow: some hundred pairs a second)")
    parser.add_argument("--half", choices=name_rows.HALVES, default="report")
    parser.add_argument("--unlisted", type=int, default=10_000, help="persons on no list, at most 51,000")
    parser.add_argument("--baseline", choices=("compare", "write"), default="compare")
    parser.add_argument("--travellers", type=int, default=8_000)
    parser.add_argument("--plant", type=int, default=1_500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--entries", type=int, default=3_000)
    return parser


def main() -> None:
    """Parse the options, print every table, and the difference to the baseline or a new one."""
    parser = options()
    chosen = parser.parse_args()
    wanted = chosen.only.split(",")
    if not set(wanted) <= set(SECTIONS):
        parser.error(f"sections are {', '.join(SECTIONS)}")
    said = about(chosen)
    print(", ".join(f"{key} {value}" for key, value in said.items()))
    measured = {name: section(name, chosen) for name in wanted}
    found: baseline.Nested = {name: one for name, one in measured.items() if one is not None}
    if chosen.baseline == "write":
        baseline.write(said, found)
    else:
        baseline.compare(said, found)


if __name__ == "__main__":
    main()
