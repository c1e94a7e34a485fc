"""What is asked of the kernel, and its three answers.

An answer is matched by its type and never by its truth: `if may(...)` raises, since it would let a refusal pass.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import NoReturn

from gatehouse.safeguards.profile import Profile
from gatehouse.safeguards.standing import Level
from gatehouse.safeguards.vocabulary import Act, Role, SubjectClass


class KeptTo(StrEnum):
    """To whom the assessed State keeps a paragraph, an answer or a file (S/RES/2395 (2017), para 13)."""

    TEAM = "team"
    """The State itself and the team that assesses it."""
    COMMITTEE = "committee"
    """These and the members of the committee that adopts."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: an identifier that is never a name, the one role in which they act, their unit; the State they speak
    for, where they speak for one.

    ValueError for an empty identifier: nobody is nobody.
    """

    id: str
    role: Role
    unit: str | None = None
    state: str | None = None

    def __post_init__(self) -> None:
        if not self.id.strip():
            raise ValueError("an actor has an identifier")


@dataclass(frozen=True, slots=True)
class Subject:
    """What is acted on, and the recorded facts about it that conditions look at. What is not known is unfavourable.

    `ref` is the record's identifier. `person` is the staff identifier of the person it is about, where that is one.
    `unit` is the unit it is assigned to; None: to nobody yet, or to everybody. `feared_states` are States that the
    person has sought protection from.

    Of what a State told, or was found about it: `state` is its code, `team` who assesses it (identifiers),
    `with_the_state` says that it was put before the State, `before_the_committee` that it waits for its adoption,
    `adopted`, `shareable` (with those who help) and `published` how far it has come, `kept_to` what the State keeps
    confidential and `hidden_from` who must not see it yet, because they are to judge by themselves.
    """

    kind: SubjectClass
    ref: str = ""
    person: str | None = None
    unit: str | None = None
    confirmed_by: str | None = None
    approved_by: str | None = None
    on_hold: bool = False
    clock_has_run_out: bool = False
    is_child: bool = False
    best_interests_ref: str | None = None
    feared_states: frozenset[str] = frozenset()
    tested_on_history: bool = False
    identity_checked: bool = False
    state: str | None = None
    team: frozenset[str] = frozenset()
    with_the_state: bool = False
    before_the_committee: bool = False
    adopted: bool = False
    shareable: bool = False
    published: bool = False
    kept_to: KeptTo | None = None
    hidden_from: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Grant:
    """An approval of unmasking: who may see which record, until when."""

    actor: str
    ref: str
    approved_by: str
    from_: dt.datetime
    until: dt.datetime


@dataclass(frozen=True, slots=True)
class Context:
    """Under which law, when, and with what in hand. `now` has a time zone.

    `standing` is that of the profile today. `reference` is the case or request that the act serves. `requester` is
    who asked for what is to be approved. `clears` says that the decision is in favour of the person. `recipient` is
    the code of one in the profile.
    """

    profile: Profile
    now: dt.datetime
    standing: Level
    reference: str | None = None
    requester: str | None = None
    second: Actor | None = None
    grant: Grant | None = None
    recipient: str | None = None
    clears: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """The question: kept in every answer, so that an answer cannot be shown for another question."""

    actor: Actor
    act: Act
    subject: Subject
    purpose: str


@dataclass(frozen=True, slots=True)
class _Answer:
    """The question, the rule that decided, its reason in words, and the provision of the deployment's law."""

    asked: Asked
    rule: str
    reason: str
    provision: str

    def __bool__(self) -> NoReturn:
        raise TypeError(
            "an answer of the kernel is matched by its type (`isinstance(answer, Allow)`), not by its truth"
        )


@dataclass(frozen=True, slots=True)
class Allow(_Answer):
    """It may be done. `second` is the identifier of the second person, where one was needed."""

    second: str | None = None

    __bool__ = _Answer.__bool__


@dataclass(frozen=True, slots=True)
class Refuse(_Answer):
    """It may not be done."""

    __bool__ = _Answer.__bool__


@dataclass(frozen=True, slots=True)
class NeedsSecondPerson(_Answer):
    """It may be done together with another person in one of `roles`; ask again with that person in the context."""

    roles: frozenset[Role]

    __bool__ = _Answer.__bool__


Decision = Allow | Refuse | NeedsSecondPerson
