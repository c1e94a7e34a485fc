"""Which segments are free text (`fields.csv`): names, documents and addresses are not, and are never looked at."""

from __future__ import annotations

import csv
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

FIELDS_FILE = Path(__file__).with_name("fields.csv")


class How(StrEnum):
    """How a segment is looked at.

    `names`: not at all, nor is what a stray apostrophe cut off it. `codes`: not at all. `parts`: each component, which
    alone is filled. `text`: whole, and filled behind the elements that are kept. `service`: an SSR. `rest`: a piece
    that belongs to no segment that is known.
    """

    NAMES = "names"
    CODES = "codes"
    PARTS = "parts"
    TEXT = "text"
    SERVICE = "service"
    REST = "rest"


class Field(NamedTuple):
    """How one segment is looked at, and how many of its elements stay when its text goes."""

    how: How
    keep: int = 0


UNKNOWN = Field(How.TEXT)
"""A segment that the table does not have: all of it may be text."""
REST = Field(How.REST)


@lru_cache(maxsize=1)
def fields() -> dict[str, Field]:
    """The rows of `fields.csv`: by tag, or by tag and SSR code (`SSR DOCS`) or IFT qualifier (`IFT 43`)."""
    with FIELDS_FILE.open(encoding="utf-8", newline="") as rows:
        return {row["field"]: Field(How(row["how"]), int(row["keep"])) for row in csv.DictReader(rows)}


@lru_cache(maxsize=1)
def named_services() -> frozenset[str]:
    """The SSR codes whose text is a name, a document, an address or a number."""
    return frozenset(key.partition(" ")[2] for key in fields() if key.startswith("SSR "))


def not_looked_at(how: tuple[How, ...] = (How.NAMES, How.CODES)) -> frozenset[str]:
    """The tags of segments that are looked at in no such way."""
    return frozenset(tag for tag, field in fields().items() if field.how in how and " " not in tag)
