"""References: the only way in which an entry names anybody or anything, `kind:identifier`.

The kinds and the shape of each one's identifier are `references.csv`. No shape admits a space or a sentence, and
those that stand for people are numbers; short names of lists and criteria are chosen by whoever keeps them, and must
not be a person's.
"""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from importlib import resources

from gatehouse.audit.errors import EntryError

REFERENCE_CHARS_MAX = 96


@lru_cache(maxsize=1)
def kinds() -> dict[str, re.Pattern[str]]:
    """The shape of the identifier of each kind."""
    text = resources.files(__package__).joinpath("references.csv").read_text(encoding="utf-8")
    return {row["kind"]: re.compile(row["pattern"], re.ASCII) for row in csv.DictReader(text.splitlines())}


def kind_of(reference: str) -> str:
    """The kind of a reference. Raises `EntryError`, without repeating the text, when it is of no known shape."""
    kind, colon, identifier = reference.partition(":")
    pattern = kinds().get(kind) if colon and len(reference) <= REFERENCE_CHARS_MAX else None
    if pattern is None:
        raise EntryError("a reference is of no known kind", "write kind:identifier, with a kind of references.csv")
    if not pattern.fullmatch(identifier):
        raise EntryError(f"a reference to a {kind} has no identifier of its shape", f"see {kind} in references.csv")
    return kind
