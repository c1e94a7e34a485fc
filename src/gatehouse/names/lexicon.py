"""Names that are the same name and no rule of sound shows it: exonyms, nicknames, surnames with several spellings.

`variants.csv` has one family per line, written by hand from general knowledge; a name may stand in several. `kin.csv`
has pairs found by `training/lexicon.py` in Wikidata tokens (CC0), which count for less. Both hold name parts only,
never persons.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib import resources

from gatehouse.names.sound import fold

NO_FAMILY: frozenset[int] = frozenset()
KIN_FIRST = 100_000
"""Number of the first pair found by machine; families by hand are below."""


def _lines(name: str) -> list[dict[str, str]]:
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@lru_cache(maxsize=1)
def _families() -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for number, row in enumerate(_lines("variants.csv")):
        for name in row["names"].split():
            # The tilde keeps folds apart from letters in one table: it is in neither.
            for key in (name, "~" + fold(name)):
                found[key] = found.get(key, NO_FAMILY) | {number}
    return found


@lru_cache(maxsize=1)
def _kin() -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for number, row in enumerate(_lines("kin.csv"), KIN_FIRST):
        for name in (row["one"], row["other"]):
            found[name] = found.get(name, NO_FAMILY) | {number}
    return found


def families(text: str, folded: str) -> frozenset[int]:
    """The families that a name in a–z belongs to: by its letters, else, when long enough, by its fold."""
    by_letters, kin = _families().get(text), _kin().get(text, NO_FAMILY)
    # Three letters of a fold are shared by names that have nothing to do with one another.
    if by_letters or len(folded) < 4:
        return (by_letters or NO_FAMILY) | kin
    return _families().get("~" + folded, NO_FAMILY) | kin


@lru_cache(maxsize=1)
def members() -> dict[int, tuple[str, ...]]:
    """The names of each family, in a–z."""
    gathered: dict[int, list[str]] = {}
    for table in (_families(), _kin()):
        for key, numbers in table.items():
            if not key.startswith("~"):
                for number in sorted(numbers):
                    gathered.setdefault(number, []).append(key)
    return {number: tuple(names) for number, names in gathered.items()}
