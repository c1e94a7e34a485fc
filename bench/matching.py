"""How fast and how well a list of national size is searched, and peers on the same rows in the same run.

    python bench/matching.py [--sizes 10000,100000] [--travellers 6000] [--plant 1000] [--seed 1] [--full]
        [--peers-up-to ENTRIES] [--write]

For each size: seconds to build the list (generating it included), memory (proportional set size of this process and
its workers), full screens per second on one and on two processors with and without birth dates, the time of one
interactive query, the recall of planted travellers by variation and by what both sides state of the birth (a long list
lowers the score of who agrees by name alone), and false candidates for each 1,000 people on no list.
Each pace, of either threshold, is measured on travellers of its own and before recall is, so that none profits from
what another has read. Beside it: rapidfuzz Jaro-Winkler through every name, sparse_dot_topn on three-letter pieces,
nomenklatura's logic-v2 on single pairs; what cannot be loaded is told as missing, with the reason, in print and in the
figures (`pip install 'gatehouse[bench]'`). Peers need the names of the whole list, which are made again for them:
`--peers-up-to` leaves them out of longer lists, where their cost only grows in proportion. It prints, writes the
figures to bench/baselines/matching.json and the plot to docs/scale.svg when `--write` is given, and never asserts.

Lists and travellers are synthetic (`gatehouse.simulation.national_list`): recall here shows that scale costs none, and
says nothing about real names; bench/accuracy.py does.
"""

from __future__ import annotations

import argparse
import importlib
import json
import multiprocessing
import os
import platform
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from itertools import product
from pathlib import Path

import numpy as np
import psutil
from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.process import cdist

from gatehouse.screening.matching.index import layout
from gatehouse.screening.matching.operating import Thresholds
from gatehouse.screening.matching.pair import ENGINE, compare
from gatehouse.screening.matching.screener import Screener
from gatehouse.simulation.national_list import LIST_NAME, entries
from gatehouse.simulation.national_travellers import Traveller, planted, unlisted
from gatehouse.terms.candidate import Subject
from gatehouse.terms.entry import ListEntry
from scale_plot import svg

ROOT = Path(__file__).parents[1]
FIGURES, PLOT = ROOT / "bench" / "baselines" / "matching.json", ROOT / "docs" / "scale.svg"
SIZES, FULL_SIZES = (10_000, 100_000), (10_000, 100_000, 1_000_000, 2_000_000)
THRESHOLDS = (0.5, 0.9)
"""The shipped one, and one that suits lists of millions (`gatehouse lists operating-points --list`)."""
WANTED_PER_SECOND, WANTED_P99_MS = 5_000, 10.0
CHUNK = 500
"""Travellers given to the screener at a time, as a batch of messages would."""
INTERACTIVE = 1_000
DAY_LENGTH = len("1979-03-14")
PACES = 5
"""Shares of the travellers for each threshold, one for each pace: dated and not on one and two processors, and
interactive."""
UNDATED = " without birth date"
BRUTE_TRAVELLERS, PEER_PAIRS = 20, 4_000
"""Few: a peer's cost per screen does not depend on how many ask."""
PIECE_FLOOR, PIECE_BEST = 0.6, 10
MEGABYTE = 1 << 20


@dataclass
class Point:
    """What one threshold gave. Rates are screens each second; `recall` is by variation and by `birth_stated`."""

    rates: dict[str, float] = field(default_factory=dict)
    p50_ms: float = 0.0
    p99_ms: float = 0.0
    recall: dict[str, float] = field(default_factory=dict)
    recall_by_birth: dict[str, float] = field(default_factory=dict)
    recall_all: float = 0.0
    false_per_thousand: dict[str, float] = field(default_factory=dict)


@dataclass
class Figures:
    """What one size gave, by threshold; `peers_ms` are milliseconds a screen."""

    entries: int
    names: int = 0
    build_seconds: float = 0.0
    memory_mb: float = 0.0
    points: dict[str, Point] = field(default_factory=dict)
    peers_ms: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Asked:
    """The travellers of a run."""

    planted: list[Traveller]
    unlisted: list[Traveller]

    @property
    def subjects(self) -> list[Subject]:
        """Everybody's, planted ones spread among the others."""
        both = [one.subject for one in (*self.planted, *self.unlisted)]
        order = np.random.default_rng(0).permutation(len(both)).tolist()
        return [both[place] for place in order]


@contextmanager
def opened(count: int, seed: int, figures: Figures) -> Iterator[Screener]:
    """The list of this size, built as a version of it would be, and opened."""
    with tempfile.TemporaryDirectory(prefix="gatehouse-bench-") as folder:
        began = time.perf_counter()
        place = layout.write(_counted(entries(count, seed), figures), Path(folder, "index"), {}, lambda _: None)
        figures.build_seconds = time.perf_counter() - began
        yield Screener.open(place)


def _counted(made: Iterator[ListEntry], figures: Figures) -> Iterator[ListEntry]:
    for entry in made:
        figures.names += len(entry.names)
        yield entry


def undated(subjects: Sequence[Subject]) -> list[Subject]:
    """The same without birth dates."""
    return [replace(subject, birth_date=None) for subject in subjects]


def screened(screener: Screener, subjects: Sequence[Subject]) -> list[set[str]]:
    """The entries above the threshold for each subject."""
    return [
        {one.entry_id for one in found if one.above_threshold}
        for begin in range(0, len(subjects), CHUNK)
        for found in screener.screen_many(subjects[begin : begin + CHUNK])
    ]


def rate(screener: Screener, subjects: Sequence[Subject], processes: int, figures: Figures) -> float:
    """Full screens each second, candidates with their explanations made, in forks that share the list."""
    if processes == 1:
        began = time.perf_counter()
        screened(screener, subjects)
        return len(subjects) / (time.perf_counter() - began)
    context = multiprocessing.get_context("fork")
    ready, go = context.Barrier(processes + 1), context.Barrier(processes + 1)
    shares = [subjects[number::processes] for number in range(processes)]
    workers = [context.Process(target=_work, args=(screener, share, ready, go)) for share in shares]
    for worker in workers:
        worker.start()
    ready.wait()
    began = time.perf_counter()
    go.wait()
    go.wait()
    seconds = time.perf_counter() - began
    figures.memory_mb = max(figures.memory_mb, memory([os.getpid(), *(worker.pid or 0 for worker in workers)]))
    ready.wait()
    for worker in workers:
        worker.join()
    return len(subjects) / seconds


def _work(screener: Screener, subjects: Sequence[Subject], ready: object, go: object) -> None:
    ready.wait()
    go.wait()
    screened(screener, subjects)
    go.wait()
    # Stays until its memory was looked at.
    ready.wait()


def memory(processes: Sequence[int]) -> float:
    """Megabytes that the processes hold together (proportional set size where the system tells it)."""
    found = [psutil.Process(pid).memory_full_info() for pid in processes]
    return sum(getattr(one, "pss", one.uss) for one in found) / MEGABYTE


def interactive(screener: Screener, subjects: Sequence[Subject]) -> tuple[float, float]:
    """Median and 99th percentile of one query at a time, in milliseconds."""
    took = []
    for subject in subjects:
        began = time.perf_counter()
        screener.screen(subject)
        took.append(1000 * (time.perf_counter() - began))
    return float(np.percentile(took, 50)), float(np.percentile(took, 99))


def birth_stated(one: Traveller, entry: ListEntry) -> str:
    """What there is to compare of the birth dates of a planted traveller and their entry."""
    if one.subject.birth_date is None:
        return "traveller states none"
    if not entry.birth_dates:
        return "entry states none"
    days = any(span.earliest == span.latest and len(span.earliest) == DAY_LENGTH for span in entry.birth_dates)
    return "entry states a day" if days else "entry states a year"


def shares(kinds: Sequence[str], hit: Sequence[bool]) -> dict[str, float]:
    """The share of each kind that was found."""
    all_of, found = Counter(kinds), Counter(kind for kind, yes in zip(kinds, hit, strict=True) if yes)
    return {kind: found[kind] / count for kind, count in all_of.items()}


def quality(screener: Screener, asked: Asked, point: Point) -> None:
    """Recall by variation, and candidates of people on no list with and without their birth date."""
    found = screened(screener, [one.subject for one in asked.planted])
    hit = [one.entry_id in ids for one, ids in zip(asked.planted, found, strict=True)]
    listed = screener.by_identifier
    point.recall = shares([one.variation for one in asked.planted], hit)
    point.recall_by_birth = shares([birth_stated(one, listed[LIST_NAME, one.entry_id]) for one in asked.planted], hit)
    point.recall_all = sum(hit) / max(1, len(hit))
    others = [one.subject for one in asked.unlisted]
    for name, people in (("with birth date", others), ("without", undated(others))):
        false = sum(map(len, screened(screener, people)))
        point.false_per_thousand[name] = 1000 * false / max(1, len(people))


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in anyascii(text).upper()).split())


def brute_force(names: list[str], asked: list[str]) -> float:
    """Milliseconds a screen of Jaro-Winkler through all names, one processor."""
    began = time.perf_counter()
    for one in asked[:BRUTE_TRAVELLERS]:
        cdist([one], names, scorer=JaroWinkler.normalized_similarity, dtype=np.float32, workers=1)
    return 1000 * (time.perf_counter() - began) / BRUTE_TRAVELLERS


def pieces(names: list[str], asked: list[str]) -> float:
    """Milliseconds a screen of cosine over three-letter pieces (sparse_dot_topn, one thread), index not counted."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sparse_dot_topn import sp_matmul_topn

    vectors = TfidfVectorizer(analyzer="char", ngram_range=(3, 3), dtype=np.float32)
    listed = vectors.fit_transform(names).T.tocsr()
    told = vectors.transform(asked)
    began = time.perf_counter()
    sp_matmul_topn(told, listed, top_n=PIECE_BEST, threshold=PIECE_FLOOR, n_threads=1)
    return 1000 * (time.perf_counter() - began) / len(asked)


def pairs_per_second(asked: Asked, listed: Sequence[ListEntry]) -> dict[str, float]:
    """Pairs each second, each traveller against an entry: ours with explanation, and the peer's logic-v2."""
    subjects = [one.subject for one in (*asked.planted, *asked.unlisted)]
    rows = [(subjects[i % len(subjects)], listed[i % len(listed)]) for i in range(PEER_PAIRS)]
    found = {"gatehouse": _pace(lambda: [compare(*row) for row in rows])}
    if not _why_not("nomenklatura", "followthemoney"):
        found["nomenklatura logic-v2"] = _logic_v2(rows)
    return found


def _logic_v2(rows: Sequence[tuple[Subject, ListEntry]]) -> float:
    from followthemoney import model
    from nomenklatura.matching import LogicV2, ScoringConfig

    def proxy(key: str, names: list[str], born: list[str]) -> object:
        # The peer keeps what it read of a name by the entity's identifier: every one is its own.
        return model.get_proxy(
            {"id": key, "schema": "Person", "properties": {"name": names, "birthDate": born}}, cleaned=False
        )

    sides = [
        (
            proxy(f"t{number}", list(subject.names), [subject.birth_date] if subject.birth_date else []),
            proxy(f"l{number}", [n.full for n in entry.names], [span.earliest for span in entry.birth_dates]),
        )
        for number, (subject, entry) in enumerate(rows)
    ]
    config = ScoringConfig.defaults()
    return _pace(lambda: [LogicV2.compare(one, other, config) for one, other in sides])


def _pace(act: Callable[[], list[object]]) -> float:
    began = time.perf_counter()
    return len(act()) / (time.perf_counter() - began)


def _why_not(*modules: str) -> str:
    """Why a peer that needs these modules cannot be measured; nothing when it can."""
    for name in modules:
        try:
            importlib.import_module(name)
        except ImportError as fault:
            return f"{name} cannot be loaded: {fault}"
    return ""


def peers_missing() -> dict[str, str]:
    """The peers that cannot be measured here, and why."""
    needs = {"sparse_dot_topn": ("sparse_dot_topn", "sklearn"), "nomenklatura": ("nomenklatura", "followthemoney")}
    return {peer: why for peer, modules in needs.items() if (why := _why_not(*modules))}


def paced(screener: Screener, subjects: Sequence[Subject], figures: Figures) -> Point:
    """The paces of one threshold, each with people that were not asked for before."""
    point = Point()
    for place, (cores, dated) in enumerate(product((1, 2), (True, False))):
        people = subjects[place::PACES]
        name = f"{cores} core{'s' * (cores > 1)}{'' if dated else UNDATED}"
        point.rates[name] = rate(screener, people if dated else undated(people), cores, figures)
    point.p50_ms, point.p99_ms = interactive(screener, subjects[PACES - 1 :: PACES][:INTERACTIVE])
    return point


def measure(count: int, seed: int, asked: Asked, with_peers: bool) -> Figures:
    """Everything for one size."""
    figures = Figures(count)
    subjects = asked.subjects
    with opened(count, seed, figures) as screener:
        # The first queries compile kernels and read pages in; that is a start and not a pace.
        screener.warm()
        screened(screener, subjects[:CHUNK])
        chosen = [screener.with_thresholds(Thresholds(threshold, {})) for threshold in THRESHOLDS]
        points = [paced(one, subjects[CHUNK + k :: len(chosen)], figures) for k, one in enumerate(chosen)]
        for threshold, one, point in zip(THRESHOLDS, chosen, points, strict=True):
            quality(one, asked, point)
            figures.points[str(threshold)] = point
    if with_peers:
        names = [_plain(name.full) for entry in entries(count, seed) for name in entry.names]
        told = [_plain(subject.names[0]) for subject in subjects]
        figures.peers_ms["rapidfuzz Jaro-Winkler, all names"] = brute_force(names, told)
        if not _why_not("sparse_dot_topn", "sklearn"):
            figures.peers_ms["sparse_dot_topn, 3 letters"] = pieces(names, told[:CHUNK])
    return figures


def show(one: Figures) -> None:
    """One size's figures."""
    print(f"\n{one.entries:,} entries, {one.names:,} names")
    print(f"  built in {one.build_seconds:.1f} s; {one.memory_mb:,.0f} MB with two workers")
    for threshold, point in one.points.items():
        print(f"  threshold {threshold}")
        for name, pace in point.rates.items():
            print(f"    {name:28}{pace:10,.0f} screens/s")
        print(f"    one query: p50 {point.p50_ms:.2f} ms, p99 {point.p99_ms:.2f} ms (wanted {WANTED_P99_MS:g})")
        for kind, share in (*sorted(point.recall.items()), *sorted(point.recall_by_birth.items())):
            print(f"    recall, {kind:20}{100 * share:10.1f} %")
        print(f"    recall, all planted         {100 * point.recall_all:10.1f} %")
        for name, false in point.false_per_thousand.items():
            print(f"    false per 1,000, {name:13}{false:8.2f}")
    for name, took in one.peers_ms.items():
        print(f"  {name:36}{1000 / took:10,.1f} screens/s on one core, names only")


def write(found: Sequence[Figures], pairs: dict[str, float]) -> None:
    """Keep the figures and draw the plot."""
    FIGURES.parent.mkdir(exist_ok=True)
    made_with = {"engine": ENGINE, "python": platform.python_version()}
    held = {**made_with, "peers_missing": peers_missing(), "pairs_per_second": pairs}
    FIGURES.write_text(json.dumps({**held, "sizes": [asdict(one) for one in found]}, indent=1) + "\n", encoding="utf-8")
    lines = {
        f"Gatehouse at {threshold}{name}": [
            (one.entries, 1000 / one.points[threshold].rates[f"1 core{name}"]) for one in found
        ]
        for threshold in map(str, THRESHOLDS)
        for name in ("", UNDATED)
    }
    for peer in found[0].peers_ms:
        lines[peer] = [(one.entries, one.peers_ms[peer]) for one in found if peer in one.peers_ms]
    PLOT.write_text(svg(lines, "One full screen on one core (peers: names only)"), encoding="utf-8")
    print(f"\nwritten: {FIGURES.relative_to(ROOT)}, {PLOT.relative_to(ROOT)}")


def main() -> None:
    """Parse the options, measure each size, print, and keep what was asked to be kept."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="list entries, by commas")
    parser.add_argument("--travellers", type=int, default=6_000, help="people on no list")
    parser.add_argument("--plant", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--peers-up-to", type=int, default=max(FULL_SIZES), metavar="ENTRIES")
    parser.add_argument("--full", action="store_true", help="all sizes up to 2,000,000 entries")
    parser.add_argument("--write", action="store_true", help="keep the figures and the plot in the repository")
    chosen = parser.parse_args()
    sizes = FULL_SIZES if chosen.full else tuple(int(size) for size in chosen.sizes.split(","))
    print(f"engine {ENGINE}, Python {platform.python_version()}, {os.cpu_count()} processors, seed {chosen.seed}")
    for peer, why in peers_missing().items():
        print(f"  missing: {peer}, because {why}")
    others = list(unlisted(chosen.travellers, chosen.seed))
    found = []
    for size in sizes:
        asked = Asked(list(planted(chosen.plant, size, chosen.seed)), others)
        found.append(measure(size, chosen.seed, asked, size <= chosen.peers_up_to))
        show(found[-1])
        sys.stdout.flush()
    print(f"\nwanted at 2,000,000: {WANTED_PER_SECOND:,} screens/s on 2 cores")
    asked = Asked(list(planted(chosen.plant, sizes[0], chosen.seed)), others)
    pairs = pairs_per_second(asked, list(entries(sizes[0], chosen.seed)))
    for name, pace in pairs.items():
        print(f"single pairs, {name:24}{pace:10,.0f} /s on one core")
    if chosen.write:
        write(found, pairs)


if __name__ == "__main__":
    main()
