"""A case as values: what kind it is, how it ended, and what is shown of it."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a case is about. Words of the deployment's own go with the authority that acts, not here."""

    BORDER = "border"
    """The person is to be met at the border."""
    INVESTIGATION = "investigation"
    """Another authority takes it up."""
    PROTECTION = "protection"
    """The person is to be protected: a child, a victim."""


class Outcome(StrEnum):
    """How a case ended."""

    ACTED_ON = "acted-on"
    HANDED_OVER = "handed-over"
    NO_GROUND = "no-ground"
    NOT_THE_PERSON = "not-the-person"


class Row(NamedTuple):
    """A case in the register: nothing of a person. `hits` is how many it still refers to; 0 once it was erased."""

    number: int
    kind: Kind
    unit: str | None
    opened_at: dt.datetime
    closed_at: dt.datetime | None
    outcome: Outcome | None
    erased_at: dt.datetime | None
    hits: int
