"""Whom a border check was about: as it is kept, and as a message would state them. Pure."""

from __future__ import annotations

from typing import Any

from gatehouse.terms.candidate import Subject
from gatehouse.terms.traveller import Document, Role, Traveller

PAIRS = frozenset({"documents"})
"""Members that are lists of pairs."""


def written(subject: Subject) -> dict[str, object]:
    """What is kept of whom was asked about: what was said of them, and nothing else."""
    return {name: getattr(subject, name) for name in Subject.__dataclass_fields__ if getattr(subject, name)}


def read(kept: dict[str, Any]) -> Subject:
    """The same out of what is kept."""
    return Subject(**{name: _frozen(name, value) for name, value in kept.items()})


def _frozen(name: str, value: Any) -> Any:
    if not isinstance(value, list):
        return value
    return tuple(tuple(one) for one in value) if name in PAIRS else tuple(value)


def traveller_of(subject: Subject) -> Traveller:
    """The person in front of the officer, as a message would state them: what a decision is remembered by."""
    documents = tuple(Document(None, number, issuer) for number, issuer in subject.documents)
    return Traveller(
        Role.PASSENGER,
        surname=subject.surname or " ".join(subject.names),
        given_names=subject.given_names,
        sex=subject.sex,
        birth_date=subject.birth_date,
        nationalities=subject.nationalities,
        documents=documents,
    )
