"""What `acts.csv` and `roles.csv` say: of which kind an act is, to what it applies, and what each role is."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from gatehouse.safeguards.errors import PolicyError
from gatehouse.safeguards.vocabulary import Act, Role, SubjectClass

KINDS = frozenset({"sees", "decides", "changes", "system", "oversees"})


@dataclass(frozen=True, slots=True)
class ActRow:
    """An act's kind, what it applies to, and what it is in words."""

    kind: str
    subjects: frozenset[SubjectClass]
    says: str


def rows_of(name: str) -> list[dict[str, str]]:
    """The rows of a table beside this module; lines that begin with # are left out."""
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


@lru_cache(maxsize=1)
def acts() -> dict[Act, ActRow]:
    """Every act. PolicyError where the table and the closed list are not of one mind."""
    try:
        read = {
            Act(row["act"]): ActRow(row["kind"], frozenset(map(SubjectClass, row["subjects"].split())), row["says"])
            for row in rows_of("acts.csv")
        }
    except ValueError as fault:
        raise PolicyError(f"acts.csv: {fault}; name it in vocabulary.py first") from fault
    if set(read) != set(Act) or not {row.kind for row in read.values()} <= KINDS:
        raise PolicyError("acts.csv: does not name every act once, each with a known kind")
    return read


@lru_cache(maxsize=1)
def roles() -> dict[Role, str]:
    """Every role, in words. PolicyError where the table and the closed list are not of one mind."""
    try:
        read = {Role(row["role"]): row["says"] for row in rows_of("roles.csv")}
    except ValueError as fault:
        raise PolicyError(f"roles.csv: {fault}; name it in vocabulary.py first") from fault
    if set(read) != set(Role):
        raise PolicyError("roles.csv: does not name every role once")
    return read
