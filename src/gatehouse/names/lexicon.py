"""Names that are the same name and no rule of sound shows it: exonyms, nicknames, surnames with several spellings.

`variants.csv` has one family per line; a name may stand in several. The families are written by hand from general
knowledge and hold name parts only, never persons.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib import resources

from gatehouse.names.sound import fold

NO_FAMILY: frozenset[int] = frozenset()


@lru_cache(maxsize=1)
def _families() -> dict[str, frozenset[int]]:
    text = resources.files(__package__).joinpath("variants.csv").read_text(encoding="utf-8")
    found: dict[str, frozenset[int]] = {}
    for number, row in enumerate(csv.DictReader(text.splitlines())):
        for name in row["names"].split():
            # The tilde keeps folds apart from letters in one table: it is in neither.
            for key in (name, "~" + fold(name)):
                found[key] = found.get(key, NO_FAMILY) | {number}
    return found


def families(text: str, folded: str) -> frozenset[int]:
    """The families that a name in a–z belongs to: by its letters, else, when long enough, by its fold."""
    by_letters = _families().get(text)
    # Three letters of a fold are shared by names that have nothing to do with one another.
    if by_letters or len(folded) < 4:
        return by_letters or NO_FAMILY
    return _families().get("~" + folded, NO_FAMILY)


@lru_cache(maxsize=1)
def members() -> dict[int, tuple[str, ...]]:
    """The names of each family, in a–z."""
    gathered: dict[int, list[str]] = {}
    for key, numbers in _families().items():
        if not key.startswith("~"):
            for number in numbers:
                gathered.setdefault(number, []).append(key)
    return {number: tuple(names) for number, names in gathered.items()}
