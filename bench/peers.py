"""Who is measured beside us, on the same rows: nomenklatura's logic-v2 and name-based matchers, and Jaro-Winkler.

nomenklatura (MIT) is the `bench` extra and needs ICU's headers to install; its data is not used. Without it, its
columns say so. It remembers names by the entity's id, so every distinct person here gets an id of their own. It scores
pairs and has no index: a search needs candidates from elsewhere.

Jaro-Winkler is rapidfuzz's, on names in ASCII, the better of the names as written and with their words sorted.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from itertools import count
from typing import NamedTuple

from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler

from gatehouse.screening.matching.pair import ENGINE, THRESHOLD, compare
from gatehouse.terms.candidate import Subject
from gatehouse.terms.entry import ListEntry

try:
    from followthemoney import EntityProxy, model
    from nomenklatura.matching import get_algorithm

    INSTALLED = True
except ImportError:
    INSTALLED = False

LOGIC_THRESHOLD = 0.70
"""The default of the products that use these matchers."""
JARO_WINKLER_THRESHOLD = 0.92
YEARS_APART_MAX = 1
"""The baseline excludes birth years further apart."""
NOT_INSTALLED = "not installed"
PEERS = ("logic-v2", "name-based")
SEXES = {"M": "male", "F": "female"}
_IDS = count()
"""Of the whole process: the peer's memory outlives every scorer, so a second scorer must not begin again at one."""


class Scorer(NamedTuple):
    """A way to compare one traveller with one entry; `score` is None where it is not installed."""

    name: str
    threshold: float
    score: Callable[[Subject, ListEntry], float] | None


def plain(text: str) -> str:
    """A name in ASCII capitals, words divided by one space."""
    return " ".join("".join(c if c.isalnum() else " " for c in anyascii(text).upper()).split())


_plain_of: dict[str, tuple[str, str]] = {}


def both_orders(text: str) -> tuple[str, str]:
    """`plain`, as written and with its words sorted; remembered."""
    if text not in _plain_of:
        written = plain(text)
        _plain_of[text] = written, " ".join(sorted(written.split()))
    return _plain_of[text]


def years(entry: ListEntry) -> tuple[int, int] | None:
    """First and last year of birth that the entry gives."""
    if not entry.birth_dates:
        return None
    return min(int(s.earliest[:4]) for s in entry.birth_dates), max(int(s.latest[:4]) for s in entry.birth_dates)


def may_be(birth_date: str | None, span: tuple[int, int] | None, slack: int) -> bool:
    """Whether the years of birth are at most `slack` apart, or one is not stated."""
    return not birth_date or span is None or span[0] - slack <= int(birth_date[:4]) <= span[1] + slack


def jaro_winkler(subject: Subject, entry: ListEntry) -> float:
    """The baseline's score."""
    if not may_be(subject.birth_date, years(entry), YEARS_APART_MAX):
        return 0.0
    return max(
        JaroWinkler.normalized_similarity(a, b)
        for mine in subject.names
        for listed in entry.names
        for a, b in zip(both_orders(mine), both_orders(listed.full), strict=True)
    )


def ours(subject: Subject, entry: ListEntry) -> float:
    """The product's score."""
    return compare(subject, entry).score


class _People:
    """Subjects and entries as the peer's Person entities, made once each, every one with an id of its own."""

    def __init__(self) -> None:
        self._made: dict[object, EntityProxy] = {}

    def _person(self, properties: dict[str, list[str]]) -> EntityProxy:
        data = {"id": f"p{next(_IDS)}", "schema": "Person", "properties": properties}
        return model.get_proxy(data, cleaned=False)

    def of_subject(self, subject: Subject) -> EntityProxy:
        """A traveller as the peer's users would state one."""
        if subject not in self._made:
            self._made[subject] = self._person(
                {
                    "name": list(subject.names),
                    "birthDate": [subject.birth_date] if subject.birth_date else [],
                    "nationality": list(subject.nationalities),
                    "gender": [SEXES[subject.sex]] if subject.sex in SEXES else [],
                }
            )
        return self._made[subject]

    def of_entry(self, entry: ListEntry) -> EntityProxy:
        """A list entry as the peer's users would state one: spans of years become their first and last."""
        key = (entry.list, entry.entry_id, entry.names)
        if key not in self._made:
            dates = {date for span in entry.birth_dates for date in (span.earliest, span.latest)}
            self._made[key] = self._person(
                {
                    "name": [name.full for name in entry.names],
                    "birthDate": sorted(dates),
                    "nationality": list(entry.nationalities),
                    "gender": [SEXES[entry.sex]] if entry.sex in SEXES else [],
                }
            )
        return self._made[key]


def _peer(name: str, people: _People) -> Scorer:
    if not INSTALLED:
        return Scorer(name, LOGIC_THRESHOLD, None)
    matcher = get_algorithm(name)
    assert matcher
    config = matcher.default_config()
    return Scorer(
        name,
        LOGIC_THRESHOLD,
        lambda subject, entry: matcher.compare(people.of_subject(subject), people.of_entry(entry), config).score,
    )


def scorers(with_peers: bool) -> list[Scorer]:
    """Ours first; with peers, all of them."""
    if not with_peers:
        return [Scorer("gatehouse", THRESHOLD, ours)]
    people = _People()
    peers = [_peer(name, people) for name in PEERS]
    return [
        Scorer("gatehouse", THRESHOLD, ours),
        *peers,
        Scorer("jaro-winkler", JARO_WINKLER_THRESHOLD, jaro_winkler),
    ]


def engines() -> dict[str, str]:
    """Which versions were measured."""
    if not INSTALLED:
        return {"gatehouse": ENGINE, "nomenklatura": NOT_INSTALLED}
    return {"gatehouse": ENGINE, "nomenklatura": version("nomenklatura")}
