"""A simulated day, read with the product's own readers and compared with its truth, by kind of variation.

Recall counts planted persons who get a candidate for their own entry in any of their messages. A false candidate is
a person on no list beside an entry, counted once however often the person appears.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import figures
from figures import percent
from gatehouse.edifact import EdifactError
from gatehouse.screening.matching.subject import subject_of
from gatehouse.screening.messages import read_messages
from gatehouse.screening.watchlists.reader import read_list
from gatehouse.simulation.day import simulate
from gatehouse.simulation.plan import Plan
from gatehouse.simulation.truth import TruthRow, read_truth
from gatehouse.terms.candidate import Subject
from gatehouse.terms.entry import ListEntry
from peers import NOT_INSTALLED, plain
from searches import JARO_WINKLER_FLOOR, Found, searched, thresholds

EXACT = "exact name"
FALSE = "false per 1,000"
OTHER_THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
Figures = dict[str, dict[str, float]]


class Appearance(NamedTuple):
    """One traveller of one message, and who they are."""

    truth: TruthRow
    subject: Subject


class Tally(NamedTuple):
    """Planted and found persons by kind of variation; persons on no list, and the entries they were put beside."""

    planted: Counter[str]
    found: Counter[str]
    unlisted: int
    false_candidates: int

    @property
    def recall(self) -> float:
        """Share of the planted persons who were found."""
        return self.found.total() / max(1, self.planted.total())

    @property
    def false_per_thousand(self) -> float:
        """False candidates for each 1,000 persons on no list."""
        return 1000 * self.false_candidates / max(1, self.unlisted)


def appearances(folder: Path) -> Iterator[Appearance]:
    """Every traveller that was read and is in the truth; says how many of the truth were not read."""
    truth = {(row.file, row.message, row.traveller): row for row in read_truth(folder / "truth.csv")}
    for path in sorted((folder / "messages").iterdir()):
        with path.open("rb") as stream:
            try:
                for message, reading in enumerate(read_messages(stream)):
                    for place, traveller in enumerate(reading.travellers):
                        row = truth.pop((path.name, message, place), None)
                        if row and row.person:
                            yield Appearance(row, subject_of(traveller))
            except EdifactError as refused:
                print(f"  refused {path.name}: {refused.cause}", file=sys.stderr)
    lost = sum(1 for row in truth.values() if row.person)
    print(f"  travellers of the truth that were not read: {lost}")


def tally(seen: Sequence[Appearance], found: Sequence[Found], threshold: float) -> Tally:
    """Recall and false candidates at one threshold."""
    kinds: dict[str, str] = {}
    hit: set[str] = set()
    unlisted: set[str] = set()
    false: set[tuple[str, str]] = set()
    for (truth, _), scores in zip(seen, found, strict=True):
        above = [entry for entry, score in scores.items() if score >= threshold]
        if not truth.entry_id:
            unlisted.add(truth.person)
            false.update((truth.person, entry) for entry in above)
            continue
        kinds[truth.person] = truth.variation
        if truth.entry_id in above:
            hit.add(truth.person)
    return Tally(Counter(kinds.values()), Counter(kinds[person] for person in hit), len(unlisted), len(false))


def exact(entries: Sequence[ListEntry], subjects: Sequence[Subject]) -> list[Found]:
    """The baseline of an equal name in ASCII and an equal year of birth where both sides have one."""
    holders: dict[str, list[ListEntry]] = {}
    for entry in entries:
        for name in entry.names:
            holders.setdefault(plain(name.full), []).append(entry)
    return [
        {entry.entry_id: 1.0 for entry in holders.get(plain(s.names[0]), ()) if _same_year(s, entry)} if s.names else {}
        for s in subjects
    ]


def _same_year(subject: Subject, entry: ListEntry) -> bool:
    dates = [(span.earliest[:4], span.latest[:4]) for span in entry.birth_dates]
    born = (subject.birth_date or "")[:4]
    return not born or not dates or any(first <= born <= last for first, last in dates)


def show_kinds(tallies: dict[str, Tally]) -> None:
    """Recall by kind of variation, one column for each method at its own threshold."""
    first = tallies["gatehouse"]
    rows: list[tuple[object, ...]] = [
        (kind, planted, *(percent(one.found[kind] / planted) for one in tallies.values()))
        for kind, planted in sorted(first.planted.items())
    ]
    rows.append(("all", first.planted.total(), *(percent(one.recall) for one in tallies.values())))
    rows.append((FALSE, first.unlisted, *(f"{one.false_per_thousand:.2f}" for one in tallies.values())))
    figures.show("Recall % by kind of variation, each at its own threshold", ("kind", "persons", *tallies), rows)


def show_thresholds(seen: Sequence[Appearance], found: dict[str, list[Found]]) -> None:
    """Recall and false candidates of each method at several thresholds; a star marks its own."""
    rows = []
    for method, results in found.items():
        own = thresholds().get(method, 1.0)
        floor = JARO_WINKLER_FLOOR if method == "jaro-winkler" else 0.0
        others = [] if method == EXACT else [one for one in OTHER_THRESHOLDS if one >= floor]
        for threshold in sorted({own, *others}):
            one = tally(seen, results, threshold)
            mark = "*" if threshold == own else ""
            rows.append((method, f"{threshold:.2f}{mark}", percent(one.recall), f"{one.false_per_thousand:.2f}"))
    figures.show("Simulated day at other thresholds", ("method", "threshold", "recall", FALSE), rows)


def _by_kind(one: Tally) -> Figures:
    kinds = {kind: {"rows": n, "recall": one.found[kind] / n} for kind, n in sorted(one.planted.items())}
    return kinds | {"all": {"recall": one.recall, FALSE: one.false_per_thousand}}


def _measured(plan: Plan, peers: bool) -> dict[str, Figures]:
    summary = simulate(plan)
    print(f"{summary.travellers} travellers, {summary.planted} planted, {summary.messages} messages, seed {plan.seed}")
    seen = list(appearances(plan.out))
    entries = read_list(plan.out / "list.csv").entries
    subjects = [one.subject for one in seen]
    found = {**searched(entries, subjects, peers), EXACT: exact(entries, subjects)}
    tallies = {name: tally(seen, results, thresholds().get(name, 1.0)) for name, results in found.items()}
    show_kinds(tallies)
    if peers and len(found) == len(("gatehouse", "jaro-winkler", EXACT)):
        print(f"nomenklatura: {NOT_INSTALLED}")
    show_thresholds(seen, found)
    return {name: _by_kind(one) for name, one in tallies.items()}


def measure(travellers: int, plant: int, seed: int, entries: int, peers: bool) -> dict[str, Figures]:
    """Simulate, read, search with every method, print; the figures by method and kind."""
    with tempfile.TemporaryDirectory(prefix="gatehouse-accuracy-") as folder:
        return _measured(Plan(travellers, plant, seed, Path(folder), entries=entries), peers)
