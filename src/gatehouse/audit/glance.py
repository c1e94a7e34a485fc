"""Usual entries known at a glance: their one encoding matched as bytes, and their time, with no entry made of them.

What matches is an entry that `entry.decoded` takes, and says the same time; what does not match may still be one, and
is for `decoded` to judge. Verifying a long log spends most of its time on entries, and nearly all of them are usual.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import NamedTuple

from gatehouse.audit.acts import acts
from gatehouse.audit.entry import VERSION, Decision
from gatehouse.audit.references import kinds

NUMBERED = r"\d{1,19}"
"""The pattern of kinds that are a number in the database, as most are."""
DIGITS_MAX = 19
ENTRY = (
    rb'\{"act":"(?P<act>[a-z]+\.[a-z]+)","actor":"(?P<actor>[a-z]+):(?P<who>[A-Za-z0-9./-]{1,90})",'
    rb'"at":"(?P<at>\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6})Z","decision":"(?:%(decisions)s)",'
    rb'"details":\{(?:"(?P<detail>[a-z]+)":(?:0|[1-9]\d{0,14}))?\},'
    rb'"purpose":"[a-z][a-z0-9-]{0,39}","reason":"[a-z0-9][a-z0-9./-]{0,63}","role":"[a-z][a-z0-9-]{0,39}",'
    rb'"subject":"(?P<subject>[a-z]+):(?P<what>[A-Za-z0-9./-]{1,80})","v":%(version)d\}'
)


class _Known(NamedTuple):
    """The shape, and what may stand in it: (act, kind of actor, kind of subject), (act, name of a detail), and the
    pattern of each kind that is no number.
    """

    shape: re.Pattern[bytes]
    acts: frozenset[tuple[bytes, bytes, bytes]]
    details: frozenset[tuple[bytes, bytes]]
    patterns: dict[bytes, re.Pattern[str]]


@lru_cache(maxsize=1)
def _known() -> _Known:
    decisions = "|".join(one.value for one in Decision).encode()
    shape = ENTRY % {b"decisions": decisions, b"version": VERSION}
    allowed = {
        (act.code.encode(), actor.encode(), subject.encode())
        for act in acts().values()
        for actor in act.actors
        for subject in act.subjects
    }
    details = {(act.code.encode(), name.encode()) for act in acts().values() for name in act.details}
    patterns = {name.encode(): one for name, one in kinds().items() if one.pattern != NUMBERED}
    return _Known(re.compile(shape), frozenset(allowed), frozenset(details), patterns)


def time_of(leaf: bytes) -> dt.datetime | None:
    """When the entry was made, where these bytes are a usual one; None where `decoded` has to judge."""
    known = _known()
    found = known.shape.fullmatch(leaf)
    if found is None:
        return None
    act, actor, who, at, detail, subject, what = found.groups()
    if (act, actor, subject) not in known.acts or (detail is not None and (act, detail) not in known.details):
        return None
    if not (_names(actor, who, known.patterns) and _names(subject, what, known.patterns)):
        return None
    try:
        return dt.datetime.fromisoformat(f"{at.decode()}+00:00")
    except ValueError:
        return None


def _names(kind: bytes, identifier: bytes, patterns: dict[bytes, re.Pattern[str]]) -> bool:
    """Whether an identifier is of the shape of its kind, which is known."""
    pattern = patterns.get(kind)
    if pattern is None:
        return identifier.isdigit() and len(identifier) <= DIGITS_MAX
    return pattern.fullmatch(identifier.decode()) is not None
