"""One entry of the log, and its one encoding.

An entry refers to people and things and never describes them: every text in it is a reference of a closed shape, a
code, or a member of a closed list, and details are counts or references under names that the act allows. The encoding
is JSON in the canonical form of RFC 8785 (members in order of their names, no space), held to ASCII and whole numbers
so that every such encoder agrees on it; `v` is its version.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

import orjson

from gatehouse.audit.acts import act_of
from gatehouse.audit.errors import EntryError
from gatehouse.audit.references import kind_of

VERSION = 1
ENTRY_BYTES_MAX = 2048
COUNT_MAX = (1 << 53) - 1
"""The greatest whole number on which all JSON readers agree (RFC 7493 §2.2)."""
_CODE = re.compile(r"[a-z][a-z0-9-]{0,39}", re.ASCII)
_REASON = re.compile(r"[a-z0-9][a-z0-9./-]{0,63}", re.ASCII)
_MEMBERS = frozenset(
    {"act", "actor", "at", "decision", "details", "purpose", "reason", "role", "subject", "v"},
)


class Decision(StrEnum):
    """What was decided about the act before it was done, or not done."""

    ALLOWED = "allowed"
    REFUSED = "refused"
    SECOND_PERSON = "second-person"
    """It waits for another person."""
    DUE = "due"
    """A step that the machine takes by rule and asks nobody for."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Who (`actor`, in `role`) did `act` to `subject` for `purpose`; decided how, for which reason; when (UTC).

    `purpose` and `role` are codes of the law profile, `reason` the code of a provision or rule (`annex-9/9.34`).
    Making one raises `EntryError` for whatever is not of its closed shape; the error never repeats what was given.
    """

    actor: str
    role: str
    act: str
    subject: str
    purpose: str
    decision: Decision
    reason: str
    at: dt.datetime
    details: Mapping[str, int | str] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        act = act_of(self.act)
        if kind_of(self.actor) not in act.actors or kind_of(self.subject) not in act.subjects:
            raise EntryError(f"{self.act}: not an act of this actor or upon this subject", "see its row in acts.csv")
        for name, shape in (("role", _CODE), ("purpose", _CODE), ("reason", _REASON)):
            if not shape.fullmatch(getattr(self, name)):
                raise EntryError(f"{self.act}: the {name} is no code", "give a short code of small letters, no text")
        if not isinstance(self.decision, Decision):
            raise EntryError(f"{self.act}: the decision is none", "give a member of Decision")
        if self.at.tzinfo is None or self.at.utcoffset():
            raise EntryError(f"{self.act}: the time is not in UTC", "give a time whose zone is UTC")
        self._check_details(act.details)
        # A copy that nobody else holds: an entry does not change after it was checked.
        object.__setattr__(self, "details", MappingProxyType(dict(self.details)))

    def _check_details(self, allowed: frozenset[str]) -> None:
        for name, value in self.details.items():
            if name not in allowed:
                raise EntryError(f"{self.act}: a detail has a name that the act has not", "see its row in acts.csv")
            if isinstance(value, str):
                kind_of(value)
            elif type(value) is not int or not 0 <= value <= COUNT_MAX:
                raise EntryError(f"{self.act}: the detail {name} is neither count nor reference", "give one of the two")

    def encoded(self) -> bytes:
        """The bytes of the leaf. Equal entries have equal bytes."""
        members = {
            "act": self.act,
            "actor": self.actor,
            "at": self.at.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z",
            "decision": self.decision.value,
            "details": dict(self.details),
            "purpose": self.purpose,
            "reason": self.reason,
            "role": self.role,
            "subject": self.subject,
            "v": VERSION,
        }
        return orjson.dumps(members, option=orjson.OPT_SORT_KEYS)


def decoded(leaf: bytes) -> Entry:
    """The entry whose one encoding these bytes are. Raises `EntryError` for anything else, other spellings included."""
    entry = _entry(_members(leaf))
    if entry.encoded() != leaf:
        raise EntryError("the entry is not written in its one encoding", "restore it from a backup or an export")
    return entry


def _members(leaf: bytes) -> dict[str, object]:
    remedy = "restore it from a backup or an export"
    if len(leaf) > ENTRY_BYTES_MAX:
        raise EntryError(f"an entry is longer than {ENTRY_BYTES_MAX} bytes", remedy)
    try:
        members = orjson.loads(leaf)
    except orjson.JSONDecodeError:
        raise EntryError("an entry is no JSON", remedy) from None
    if not isinstance(members, dict) or members.keys() != _MEMBERS:
        raise EntryError("an entry lacks a member or has one too many", remedy)
    if members["v"] != VERSION:
        raise EntryError("an entry is of another version", "use a Gatehouse that knows it")
    return members


def _entry(members: dict[str, object]) -> Entry:
    details = members.pop("details")
    del members["v"]
    texts = {name: value for name, value in members.items() if isinstance(value, str)}
    if texts.keys() != members.keys() or not isinstance(details, dict):
        raise EntryError("a member of an entry is of another type", "restore it from a backup or an export")
    try:
        at = dt.datetime.fromisoformat(texts.pop("at"))
        decision = Decision(texts.pop("decision"))
    except ValueError:
        raise EntryError("the time or the decision of an entry is none", "restore it from a backup") from None
    return Entry(**texts, at=at, decision=decision, details=details)
