"""The rules that `policy.csv` holds, read strictly: a word that nobody understands stops the whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from gatehouse.safeguards.acts import acts, rows_of
from gatehouse.safeguards.conditions import CONDITIONS
from gatehouse.safeguards.errors import PolicyError
from gatehouse.safeguards.vocabulary import ASSESSING, MATERIAL, PERSONAL, Act, PurposeClass, Role, SubjectClass, Topic

Word = TypeVar("Word", bound=StrEnum)
PEOPLE = {
    "@people": set(Role) - {Role.MACHINE},
    "@staff": set(Role) - {Role.MACHINE} - ASSESSING,
    "@assessing": set(ASSESSING),
}
THINGS = {"@personal": set(PERSONAL), "@material": set(MATERIAL)}
"""The groups that rows may name."""


class Effect(StrEnum):
    """What a rule does when it fits. `deny` is a default: it is what remains when nothing else fits."""

    PERMIT = "permit"
    FORBID = "forbid"
    DENY = "deny"


@dataclass(frozen=True, slots=True)
class Rule:
    """One row. `rank` is its place in the table, so that an answer never depends on the order it is looked at."""

    rank: int
    name: str
    effect: Effect
    roles: frozenset[Role]
    acts: frozenset[Act]
    subjects: frozenset[SubjectClass]
    purposes: frozenset[PurposeClass]
    conditions: tuple[str, ...]
    second: frozenset[Role]
    topic: Topic
    reason: str
    any_purpose: bool


@lru_cache(maxsize=1)
def policy() -> tuple[Rule, ...]:
    """The rules that come with Gatehouse."""
    return rules_from(rows_of("policy.csv"))


def rules_from(rows: Iterable[dict[str, str]]) -> tuple[Rule, ...]:
    """Rules from the rows of a table. PolicyError names the row and the word that is not understood."""
    read = []
    for rank, row in enumerate(rows, 1):
        try:
            read.append(_rule(rank, row))
        except (KeyError, ValueError, AttributeError) as fault:
            raise PolicyError(f"policy, row {rank} ({row.get('rule')}): not understood: {fault}") from fault
    names = [rule.name for rule in read]
    if len(set(names)) < len(names):
        raise PolicyError("policy: a rule's name stands twice; give each its own")
    return tuple(read)


def _rule(rank: int, row: dict[str, str]) -> Rule:
    rule = Rule(
        rank,
        row["rule"],
        Effect(row["effect"]),
        _words(row["roles"], Role, PEOPLE),
        _words(row["acts"], Act, {f"@{kind}": _of_kind(kind) for kind in {act.kind for act in acts().values()}}),
        _words(row["subjects"], SubjectClass, THINGS),
        _words(row["purposes"], PurposeClass, {}),
        tuple(row["conditions"].split()),
        frozenset(map(Role, row["second"].split())),
        Topic(row["topic"]),
        row["reason"],
        row["purposes"].strip() == "*",
    )
    if unknown := set(rule.conditions) - set(CONDITIONS):
        raise ValueError(f"no condition {', '.join(sorted(unknown))}")
    if not (rule.name and rule.reason and rule.roles and rule.acts and rule.subjects and rule.purposes):
        raise ValueError("a cell is empty")
    if rule.second and (rule.effect is not Effect.PERMIT or Role.MACHINE in rule.second):
        raise ValueError("a second person belongs to a permit, and is a person")
    if rule.effect is Effect.DENY and rule.conditions:
        raise ValueError("a default has no conditions")
    return rule


def _words(cell: str, closed: type[Word], groups: dict[str, set[Word]]) -> frozenset[Word]:
    """The members that a cell names; `*` is all of them, and `@name` a group."""
    if cell.strip() == "*":
        return frozenset(closed)
    found: set[Word] = set()
    for word in cell.split():
        found |= groups[word] if word.startswith("@") else {closed(word)}
    return frozenset(found)


def _of_kind(kind: str) -> set[Act]:
    return {act for act, row in acts().items() if row.kind == kind}
