"""What a supervisor asks about together: topics and their acts (`topics.csv`)."""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from gatehouse.oversight.errors import OversightError
from gatehouse.terms.saying import Saying


class Topic(NamedTuple):
    """A topic: its acts (audit/acts.csv) and what it is in words."""

    code: str
    acts: tuple[str, ...]
    says: str


@lru_cache(maxsize=1)
def topics() -> dict[str, Topic]:
    """Every topic, by its code."""
    text = (resources.files(__package__) / "topics.csv").read_text(encoding="utf-8")
    return {
        row["topic"]: Topic(row["topic"], tuple(row["acts"].split()), row["says"])
        for row in csv.DictReader(text.splitlines())
    }


def topic_of(code: str) -> Topic:
    """The topic of this code. Raises `OversightError` for none."""
    try:
        return topics()[code]
    except KeyError:
        raise OversightError(
            Saying("there is no such topic"), Saying("take one of %(names)s", names=", ".join(topics()))
        ) from None
