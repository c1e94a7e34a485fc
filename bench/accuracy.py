"""How well the screening finds listed travellers, and how many others it holds up: measured on simulated traffic.

    python bench/accuracy.py --travellers 8000 --plant 1500 --seed 1 --entries 3000

Simulates a day, reads its messages with the product's own readers, screens every traveller, and compares with
`truth.csv`. Beside it, on the same travellers and the same list: a Jaro-Winkler baseline (rapidfuzz, names in ASCII,
the better of both orders, birth years that differ by more than one excluded) and an exact-name baseline. Where the
project's neighbour folder `shared/data` is present, real lists and labelled pairs are measured too. It prints and
never asserts.

Recall counts planted persons who get a candidate for their own entry in any of their messages. A false candidate is
a person on no list beside an entry, counted once however often the person appears.
"""

from __future__ import annotations

import argparse
import csv
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.process import cdist

from gatehouse.edifact import EdifactError
from gatehouse.screening.matching.pair import THRESHOLD, compare
from gatehouse.screening.matching.screener import Screener
from gatehouse.screening.matching.subject import subject_of
from gatehouse.screening.messages import read_messages
from gatehouse.screening.watchlists.reader import read_list
from gatehouse.simulation.day import simulate
from gatehouse.simulation.plan import Plan
from gatehouse.simulation.truth import TruthRow, read_truth
from gatehouse.terms.candidate import Candidate, Subject
from gatehouse.terms.entry import ListedName, ListEntry
from gatehouse.terms.places import country_code

SHARED = Path(__file__).parents[2] / "shared" / "data"
UN_LIST = SHARED / "lists" / "un_consolidated_2026-02-27.xml"
BASELINE_THRESHOLD = 0.92
BASELINE_FLOOR = 0.85
CHUNK = 2_000
"""Travellers compared with the whole list at a time by the baseline."""

UNLISTED_PERSONS_MAX = 5_000


class Appearance(NamedTuple):
    """One traveller of one message, and who they are."""

    truth: TruthRow
    subject: Subject


Found = dict[str, float]
"""Entry → score, for one appearance."""


@dataclass(frozen=True)
class Method:
    """A way to screen, its scores for each appearance, its own threshold and others to show."""

    name: str
    found: Sequence[Found]
    threshold: float
    others: tuple[float, ...] = ()


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
    """Every traveller that was read and is in the truth; says on stderr how many of the truth were not read."""
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


def _admitted(candidate: Candidate) -> bool:
    """Whether the entry's handling lets it become a hit at all."""
    return all(reason.feature != "handling" for reason in candidate.explanation)


def screened(screener: Screener, subjects: Iterable[Subject]) -> Iterator[Found]:
    """The product's scores, each distinct subject screened once."""
    known: dict[Subject, Found] = {}
    for subject in subjects:
        if subject not in known:
            known[subject] = {c.entry_id: c.score for c in screener.screen(subject) if _admitted(c)}
        yield known[subject]


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in anyascii(text).upper()).split())


def _years(entry: ListEntry) -> tuple[int, int] | None:
    if not entry.birth_dates:
        return None
    return min(int(s.earliest[:4]) for s in entry.birth_dates), max(int(s.latest[:4]) for s in entry.birth_dates)


def _may_be(subject: Subject, years: tuple[int, int] | None, slack: int) -> bool:
    if not subject.birth_date or years is None:
        return True
    return years[0] - slack <= int(subject.birth_date[:4]) <= years[1] + slack


def jaro_winkler(entries: Sequence[ListEntry], subjects: Sequence[Subject]) -> list[Found]:
    """The baseline's scores: the first name of each subject against every listed name."""
    listed = [(entry, _plain(name.full)) for entry in entries for name in entry.names]
    years = {entry.entry_id: _years(entry) for entry in entries}
    found: list[Found] = []
    for begin in range(0, len(subjects), CHUNK):
        chunk = subjects[begin : begin + CHUNK]
        forward = [_plain(f"{s.given_names or ''} {s.surname or ''}") for s in chunk]
        reverse = [_plain(f"{s.surname or ''} {s.given_names or ''}") for s in chunk]
        names = [name for _, name in listed]
        kwargs = {"scorer": JaroWinkler.normalized_similarity, "score_cutoff": BASELINE_FLOOR, "dtype": np.float32}
        scores = np.maximum(cdist(forward, names, **kwargs), cdist(reverse, names, **kwargs))
        rows: list[Found] = [{} for _ in chunk]
        for i, j in np.argwhere(scores >= BASELINE_FLOOR):
            entry = listed[j][0].entry_id
            if _may_be(chunk[i], years[entry], 1):
                rows[i][entry] = max(rows[i].get(entry, 0.0), float(scores[i, j]))
        found += rows
    return found


def exact(entries: Sequence[ListEntry], subjects: Sequence[Subject]) -> list[Found]:
    """The baseline of an equal name in ASCII and an equal year of birth where both sides have one."""
    holders: dict[str, set[str]] = defaultdict(set)
    years = {entry.entry_id: _years(entry) for entry in entries}
    for entry in entries:
        for name in entry.names:
            holders[_plain(name.full)].add(entry.entry_id)
    return [
        {entry: 1.0 for entry in sorted(holders.get(_plain(s.names[0]), ())) if _may_be(s, years[entry], 0)}
        if s.names
        else {}
        for s in subjects
    ]


def show_kinds(seen: Sequence[Appearance], methods: Sequence[Method]) -> None:
    """Recall by kind of variation, one column for each method at its own threshold."""
    tallies = [tally(seen, method.found, method.threshold) for method in methods]
    print(f"\n{'kind of variation':26}{'planted':>8}" + "".join(f"{method.name:>16}" for method in methods))
    for kind, planted in sorted(tallies[0].planted.items()):
        shares = "".join(f"{100 * one.found[kind] / planted:15.1f}%" for one in tallies)
        print(f"{kind:26}{planted:>8}{shares}")
    total = tallies[0].planted.total()
    print(f"{'all':26}{total:>8}" + "".join(f"{100 * one.recall:15.1f}%" for one in tallies))
    unlisted = tallies[0].unlisted
    print(
        f"{'false per 1,000 unlisted':26}{unlisted:>8}" + "".join(f"{one.false_per_thousand:16.2f}" for one in tallies)
    )


def show_thresholds(seen: Sequence[Appearance], methods: Sequence[Method]) -> None:
    """Recall and false candidates of each method at several thresholds."""
    print(f"\n{'method':16}{'threshold':>10}{'recall':>9}{'false per 1,000':>17}")
    for method in methods:
        for threshold in sorted({method.threshold, *method.others}):
            one = tally(seen, method.found, threshold)
            mark = " *" if threshold == method.threshold else ""
            print(f"{method.name:16}{threshold:>10.2f}{100 * one.recall:>8.1f}%{one.false_per_thousand:>17.2f}{mark}")


def simulated(plan: Plan) -> None:
    """The whole measurement on simulated traffic."""
    summary = simulate(plan)
    print(f"{summary.travellers} travellers, {summary.planted} planted, {summary.messages} messages, seed {plan.seed}")
    seen = list(appearances(plan.out))
    entries = read_list(plan.out / "list.csv").entries
    subjects = [one.subject for one in seen]
    started = time.perf_counter()
    screener = Screener(entries)
    built = time.perf_counter()
    found = list(screened(screener, subjects))
    ended = time.perf_counter()
    print(f"  {len(entries)} entries indexed in {built - started:.1f} s; {len(set(subjects))} distinct subjects of")
    print(f"  {len(subjects)} appearances screened in {ended - built:.1f} s")
    methods = (
        Method("gatehouse", found, THRESHOLD, (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)),
        Method("jaro-winkler", jaro_winkler(entries, subjects), BASELINE_THRESHOLD, (0.86, 0.9, 0.95)),
        Method("exact name", exact(entries, subjects), 1.0),
    )
    show_kinds(seen, methods)
    show_thresholds(seen, methods)


def _people(path: Path, most: int | None = None) -> Iterator[Subject]:
    with path.open(encoding="utf-8", newline="") as stream:
        for count, row in enumerate(csv.DictReader(stream)):
            if most is not None and count >= most:
                return
            country = country_code(row["nationality"])
            yield Subject(
                (row["full_name"],),
                row["last_name"] or None,
                row["first_name"] or None,
                row["date_of_birth"] or None,
                {"male": "M", "female": "F"}.get(row["gender"]),
                (country,) if country else (),
                row["place_of_birth"] or None,
            )


def _share_above(screener: Screener, people: Iterable[Subject]) -> tuple[int, int, int]:
    """Persons, persons with any candidate above the threshold, and candidates above it."""
    counts = [sum(c.above_threshold for c in screener.screen(person)) for person in people]
    return len(counts), sum(1 for count in counts if count), sum(counts)


def real_list() -> None:
    """The UN list against travellers made from it and against people on no list."""
    screener = Screener(read_list(UN_LIST).entries)
    persons, reached, _ = _share_above(screener, _people(SHARED / "names" / "un_travellers_untreated.csv"))
    print(f"  made from the list: {reached} of {persons} have a candidate ({100 * reached / persons:.1f}%)")
    persons, _, false = _share_above(
        screener, _people(SHARED / "names" / "people_us_not_listed.csv", UNLISTED_PERSONS_MAX)
    )
    print(f"  on no list: {false} candidates for {persons} people ({1000 * false / persons:.2f} per 1,000)")


def labelled_pairs() -> None:
    """Precision, recall and F1 on labelled person-name pairs, names only."""
    counts: Counter[tuple[bool, bool]] = Counter()
    with (SHARED / "names" / "name_bench_dev.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["schema"] == "Person":
                entry = ListEntry("pair", "1", (ListedName(row["name2"]),))
                said = compare(Subject((row["name1"],)), entry).above_threshold
                counts[said, row["is_match"].lower() == "true"] += 1
    right, wrong, missed = counts[True, True], counts[True, False], counts[False, True]
    f1 = 2 * right / max(1, 2 * right + wrong + missed)
    print(f"  {counts.total()} pairs: precision {right / max(1, right + wrong):.3f}, ", end="")
    print(f"recall {right / max(1, right + missed):.3f}, F1 {f1:.3f}")


def beside(title: str, needed: Path, measure: Callable[[], None]) -> None:
    """Run a measurement on data kept beside the project, or say that it is skipped."""
    print(f"\n{title}")
    if needed.exists():
        measure()
    else:
        print(f"  skipped: {needed.name} is not beside the project")


def main() -> None:
    """Parse the options and print every table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--travellers", type=int, default=8_000)
    parser.add_argument("--plant", type=int, default=1_500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--entries", type=int, default=3_000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gatehouse-accuracy-") as folder:
        simulated(Plan(chosen.travellers, chosen.plant, chosen.seed, Path(folder), entries=chosen.entries))
    beside("UN consolidated list", UN_LIST, real_list)
    beside("Labelled name pairs", SHARED / "names" / "name_bench_dev.csv", labelled_pairs)


if __name__ == "__main__":
    main()
