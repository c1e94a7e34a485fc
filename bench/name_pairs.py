"""Names alone, pair by pair: how often one person's names are told from different persons', by script.

    python bench/name_pairs.py --half tune --classes Hani,Hang --misses 20
    python bench/name_pairs.py --half report --peers

For each class of script beside Latin (Latn is Latin beside Latin): recall at the score that 1 % of that class's
different persons exceed, recall and share of false pairs at the shipped threshold, and the area under the curve. It
prints and never asserts. `--misses` shows names and therefore only those of the tuning half.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

import figures
import name_rows
from figures import Floats, percent
from gatehouse.terms.candidate import Subject
from gatehouse.terms.entry import ListedName, ListEntry
from name_rows import CLASSES, NamePair, ScriptClass
from peers import NOT_INSTALLED, Scorer, engines, scorers

ALERTED = 0.01
"""Share of different persons that may pass."""
Figures = dict[str, float]


class Scores(NamedTuple):
    """The scores of one class by one scorer."""

    same: Floats
    strangers: Floats
    neighbours: Floats


def score_pairs(scorer: Scorer, pairs: Iterable[NamePair]) -> Floats:
    """The score of each pair, names only."""
    assert scorer.score
    return figures.as_array(
        [scorer.score(Subject((p.left,)), ListEntry("pair", "1", (ListedName(p.right),))) for p in pairs]
    )


def score_class(scorer: Scorer, pairs: ScriptClass) -> Scores:
    """Every pair of one class."""
    return Scores(*(score_pairs(scorer, kind) for kind in pairs))


def class_figures(scores: Scores, threshold: float) -> Figures:
    """The figures of one class, by name."""
    return {
        "recall at 1%": figures.recall_at_share(scores.same, scores.strangers, ALERTED),
        "at 1% of country": figures.recall_at_share(scores.same, scores.neighbours, ALERTED),
        "recall": figures.passing(scores.same, threshold),
        "false": figures.passing(scores.strangers, threshold),
        "false of country": figures.passing(scores.neighbours, threshold),
        "auc": figures.area(scores.same, scores.strangers),
    }


def by_script(chosen: dict[str, ScriptClass], method: Scorer) -> dict[str, Figures]:
    """The figures of each class, and of all together (one threshold for all classes)."""
    if method.score is None:
        return {}
    scored = {}
    for script, pairs in chosen.items():
        began = time.perf_counter()
        scored[script] = score_class(method, pairs)
        done = sum(map(len, pairs))
        rate = done / (time.perf_counter() - began)
        print(f"  {method.name} {script}: {done} pairs, {rate:,.0f}/s", file=sys.stderr)
    scored["all"] = Scores(*(np.concatenate(kind) for kind in zip(*scored.values(), strict=True)))
    return {script: class_figures(scores, method.threshold) for script, scores in scored.items()}


def show_scripts(chosen: dict[str, ScriptClass], measured: dict[str, dict[str, Figures]]) -> None:
    """Ours in full, then each method's recall where 1 % of different persons pass."""
    counts = {script: tuple(map(len, pairs)) for script, pairs in chosen.items()}
    counts["all"] = tuple(sum(kind) for kind in zip(*counts.values(), strict=True))
    columns = ("recall at 1%", "at 1% of country", "recall", "false", "false of country")
    for name, found in measured.items():
        rows = [
            (script, counts[script][0], counts[script][1], *(percent(one[c]) for c in columns), f"{one['auc']:.4f}")
            for script, one in found.items()
        ]
        head = ("class", "same", "different", "recall@1%", "@1% of country", "recall", "false", "false country", "AUC")
        figures.show(f"{name}, names only" if found else f"{name}: {NOT_INSTALLED}", head, rows)
    if len(measured) > 1:
        rows = [
            (script, *(percent(found[script]["recall at 1%"]) if found else "-" for found in measured.values()))
            for script in counts
        ]
        figures.show("Recall where 1 % of different persons pass", ("class", *measured), rows)


def name_bench(half: str, methods: list[Scorer]) -> dict[str, Figures]:
    """Precision, recall and F1 on the labelled near-miss pairs, printed and given back."""
    rows = name_rows.labelled_pairs(half)
    right, wrong = [p for p, same in rows if same], [p for p, same in rows if not same]
    found: dict[str, Figures] = {}
    for method in methods:
        if method.score is None:
            continue
        same, different = score_pairs(method, right), score_pairs(method, wrong)
        precision, recall, f1 = figures.f1(same, different, method.threshold)
        best, at = figures.best_f1(same, different)
        found[method.name] = {
            "precision": precision, "recall": recall, "f1": f1,
            "best f1": best, "best at": at, "auc": figures.area(same, different),
        }  # fmt: skip
    head = ("method", "precision", "recall", "F1", "best F1", "at", "AUC")
    shown = [(name, *(f"{value:.3f}" for value in one.values())) for name, one in found.items()]
    figures.show(f"name_bench, half={half}: {len(right)} true pairs, {len(wrong)} near misses", head, shown)
    return found


def show_misses(chosen: dict[str, ScriptClass], most: int) -> None:
    """The lowest of the true pairs and the highest of the others, for each class."""
    ours = scorers(with_peers=False)[0]
    for script, pairs in chosen.items():
        scores = score_class(ours, pairs)
        bar = figures.strictest(scores.strangers, ALERTED)
        print(f"\n{script}: missed where 1 % pass (score ≤ {bar:.3f})")
        missed = sorted((s, p) for s, p in zip(scores.same, pairs.same, strict=True) if s <= bar)
        for score, pair in missed[:most]:
            print(f"  {score:.3f}  {pair.left}  |  {pair.right}")
        print(f"{script}: highest of different persons")
        different = zip((*scores.strangers, *scores.neighbours), (*pairs.strangers, *pairs.neighbours), strict=True)
        for score, pair in sorted(different, reverse=True)[:most]:
            print(f"  {score:.3f}  {pair.left}  |  {pair.right}")


def measure(half: str, wanted: tuple[str, ...], limit: int | None, peers: bool) -> dict[str, dict[str, Figures]]:
    """Both tables of one half; the figures by section and method, for the baseline."""
    methods = scorers(with_peers=peers)
    print(f"half={half}, seed {name_rows.SEED}, {engines()}")
    chosen = name_rows.script_classes(half, wanted, limit)
    measured = {method.name: by_script(chosen, method) for method in methods}
    show_scripts(chosen, measured)
    bench = name_bench(half, methods)
    return {name: {**found, "name_bench": bench.get(name, {})} for name, found in measured.items()}


def options() -> argparse.ArgumentParser:
    """The options of this bench."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=name_rows.HALVES, default="tune")
    parser.add_argument("--classes", default=",".join(CLASSES), help="ISO 15924 codes and 'other', by commas")
    parser.add_argument("--limit", type=int, help="pairs of each kind and class")
    parser.add_argument("--misses", type=int, default=0, help="show as many missed pairs (tuning half only)")
    parser.add_argument("--peers", action="store_true")
    return parser


def main() -> None:
    """Parse the options and print the tables."""
    parser = options()
    chosen = parser.parse_args()
    wanted = tuple(chosen.classes.split(","))
    if not set(wanted) <= set(CLASSES):
        parser.error(f"classes are {', '.join(CLASSES)}")
    if chosen.misses and chosen.half != "tune":
        parser.error("misses are shown of the tuning half only (--half tune)")
    if not name_rows.POLITICIANS.exists():
        sys.exit(f"skipped: {name_rows.POLITICIANS.name} is not beside the project")
    measure(chosen.half, wanted, chosen.limit, chosen.peers)
    if chosen.misses:
        show_misses(name_rows.script_classes(chosen.half, wanted, chosen.limit), chosen.misses)


if __name__ == "__main__":
    main()
