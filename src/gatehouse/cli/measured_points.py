"""`gatehouse lists operating-points --list`: thresholds measured on one's own list, with synthetic travellers."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from rich.progress import Progress

from gatehouse.cli.console import Refused, progress, say_if_cold
from gatehouse.cli.list_files import entries_in_force
from gatehouse.screening.matching.index import layout
from gatehouse.screening.matching.measuring import (
    SEARCHED_WITH,
    Searched,
    hits_of,
    own_score,
    points_of,
)
from gatehouse.screening.matching.operating import OperatingPoint
from gatehouse.screening.matching.screener import Score, Screener
from gatehouse.simulation.appearances import Appearance, appearances, undated
from gatehouse.terms.candidate import Subject
from gatehouse.terms.entry import ListEntry

PERSONS_MAX = 500
"""Listed persons that travel: chosen by chance where the list has more."""
SEED = 1
"""The same list and number of travellers give the same table."""


class Measured(NamedTuple):
    """What was measured of one list. `appearances` of `persons` of it, beside `travellers` on no list."""

    list: str
    persons: int
    appearances: int
    travellers: int
    points: tuple[OperatingPoint, ...]


class _Found(NamedTuple):
    """What searches gave: of each appearance its own entry's score, of each unlisted traveller all scores."""

    own: list[float]
    others: list[list[Score]]


def measured(lists: list[Path], travellers: int) -> list[Measured]:
    """Measure each list in the files and compiled folders, searched together. Shows a progress bar."""
    # Imported here: the names of the synthetic travellers are slow to load.
    from gatehouse.simulation.national_travellers import unlisted

    screener = _screener(lists)
    persons = _persons(screener)
    if not persons:
        raise Refused("lists operating-points: the list names nobody; nothing can be measured on it")
    told = list(appearances(persons, SEED))
    say_if_cold()
    with progress() as bar:
        strangers = [one.subject for one in unlisted(travellers, SEED)]
        dated = _searched(screener, told, strangers, bar, "with birth dates")
        bare = [one._replace(subject=undated(one.subject)) for one in told]
        without = _searched(screener, bare, [undated(one) for one in strangers], bar, "without birth dates")
    return [_of_list(name, persons, told, dated, without) for name in sorted({person.list for person in persons})]


def _screener(lists: list[Path]) -> Screener:
    folders = [path for path in lists if path.is_dir()]
    if not folders:
        return Screener(entries_in_force(lists)).with_thresholds(SEARCHED_WITH)
    if len(lists) > 1:
        raise Refused("lists operating-points: a folder of compiled lists is measured alone; give it as the one --list")
    today = dt.datetime.now(dt.UTC).date().isoformat()
    try:
        opened = Screener.open(layout.in_use(folders[0]) or folders[0], today=today)
    except layout.IndexFolderError as fault:
        raise Refused(f"{fault}; `gatehouse lists build` makes it") from fault
    return opened.with_thresholds(SEARCHED_WITH)


def _persons(screener: Screener) -> list[ListEntry]:
    """Some persons of the list, by chance; of a large list only these are decoded."""
    (segment,) = screener.segments
    living = [number for number, dead in enumerate(segment.dead.tolist()) if not dead]
    return [segment.entries[number] for number in Random(SEED).sample(living, min(PERSONS_MAX, len(living)))]  # noqa: S311


def _searched(
    screener: Screener, told: Sequence[Appearance], strangers: Sequence[Subject], bar: Progress, how: str
) -> _Found:
    task = bar.add_task(f"screening {how}", total=len(told) + len(strangers))

    def scores(subjects: Iterable[Subject]) -> Iterator[list[Score]]:
        for found in screener.search_many(subjects):
            bar.advance(task)
            yield hits_of(found)

    listed = zip(told, scores(one.subject for one in told), strict=True)
    own = [own_score(found, one.list, one.entry_id) for one, found in listed]
    return _Found(own, list(scores(strangers)))


def _of_list(
    name: str, persons: Sequence[ListEntry], told: Sequence[Appearance], dated: _Found, without: _Found
) -> Measured:
    here = [one.list == name for one in told]

    def own(found: _Found) -> list[float]:
        return [score for score, is_here in zip(found.own, here, strict=True) if is_here]

    def others(found: _Found) -> list[list[float]]:
        return [by_list(scores).get(name, []) for scores in found.others]

    searched = Searched(own(dated), own(without), others(dated), others(without))
    count = sum(person.list == name for person in persons)
    return Measured(name, count, sum(here), len(dated.others), points_of(searched))


def by_list(scores: Iterable[Score]) -> dict[str, list[float]]:
    """The scores of each list."""
    found: defaultdict[str, list[float]] = defaultdict(list)
    for score in scores:
        found[score.list].append(score.score)
    return dict(found)
