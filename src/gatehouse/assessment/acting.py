"""The one seam between the assessment's stores and who may do what: every store function goes through `acting`.

with acting(actor, "answer.given", answer_subject, given=Given(reference="cycle:3")) as acted:
    ...                                    # write here; the act and its entry in the log commit together

`acts.csv` says of which act of the kernel each entry of the log tells, and on which classes of things; a code without a
row is refused, so that nothing is done that nobody may be asked about. The subject is the kernel's, with the recorded
facts (whose State, which team, how far it has come, what is kept confidential); a bare reference has no facts, and what
is not known opens nothing. An actor's identifier is the log's own reference (`account:12`, `operator:1000`). The entry
says what was done to what; it never holds an answer, a rating or a word of text.

A refusal is in the log before it is raised, unless the caller has a transaction open already: then it goes with it.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import NoReturn, TypeVar

from django.db import transaction
from django.utils import timezone

from gatehouse.assessment.errors import ActingError, NotAllowedError, SecondPersonNeededError
from gatehouse.audit import log
from gatehouse.audit.entry import Decision, Entry
from gatehouse.records.law import law
from gatehouse.safeguards.decision import Actor, Allow, Asked, Context, NeedsSecondPerson, Refuse, Subject
from gatehouse.safeguards.decision import Decision as Answer
from gatehouse.safeguards.kernel import may
from gatehouse.safeguards.profile import Profile
from gatehouse.safeguards.vocabulary import Act, PurposeClass, Role, SubjectClass
from gatehouse.terms.saying import Saying

BY_RULE = "assessment/by-rule"
"""The reason given where the machine takes a step by rule and asks nobody, as a reminder on its day."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the act rests on (`safeguards.decision.Context`): a reference or reason, a second person, who asked.

    `begins`: what is done now is a first person's part of an act of two, which waits for the second.
    """

    reference: str | None = None
    second: Actor | None = None
    requester: str | None = None
    begins: bool = False


NOTHING = Given()
_READ: ContextVar[dict[Hashable, object] | None] = ContextVar("read_within_act", default=None)
DECIDED: dict[type, Decision] = {
    Allow: Decision.ALLOWED,
    Refuse: Decision.REFUSED,
    NeedsSecondPerson: Decision.SECOND_PERSON,
    type(None): Decision.DUE,
}


Known = TypeVar("Known")


class Acted:
    """What an act leaves in the log: its subject once it is known, and its details."""

    def __init__(self, subject: str) -> None:
        self.subject = subject
        self.details: dict[str, int | str] = {}
        self.silent = False
        """Set where it turned out that nothing was done."""


@contextmanager
def acting(
    actor: Actor,
    told: str,
    subject: Subject | str,
    details: Mapping[str, int | str] | None = None,
    given: Given = NOTHING,
) -> Iterator[Acted]:
    """Do the block as one transaction with its entry `told` in the log, where the kernel allows the act.

    Raises `NotAllowedError` or `SecondPersonNeededError` with the reason; an exception of the block undoes the entry.
    """
    act, kinds = _row(told)
    on = subject if isinstance(subject, Subject) else Subject(kinds[0], subject)
    if on.kind not in kinds:
        raise ActingError(Saying("%(told)s is not told of a %(kind)s; see acts.csv", told=told, kind=on.kind))
    answer = None if actor.role is Role.MACHINE else _asked(actor, act, on, given)
    waits = given.begins and isinstance(answer, NeedsSecondPerson)
    if answer is not None and not isinstance(answer, Allow) and not waits:
        _refuse(answer, told)
    with _reading_once(), transaction.atomic():
        acted = Acted(on.ref)
        acted.details.update(details or {})
        yield acted
        if not acted.silent:
            log.record([_entry(actor, told, acted, answer)])


def once_in_act(key: Hashable, read: Callable[[], Known]) -> Known:
    """What `read` reads, read once within an act: lists ask for the same facts of every piece. Anew outside of one."""
    known = _READ.get()
    if known is None:
        return read()
    if key not in known:
        known[key] = read()
    return known[key]  # type: ignore[return-value]


def forget_read() -> None:
    """Read anew from now on: what was read within this act has been changed by it."""
    known = _READ.get()
    if known is not None:
        known.clear()


@contextmanager
def _reading_once() -> Iterator[None]:
    """An act within an act keeps what the outer one has read."""
    token = _READ.set({}) if _READ.get() is None else None
    try:
        yield
    finally:
        if token is not None:
            _READ.reset(token)


def may_see(actor: Actor, subject: Subject) -> bool:
    """Whether one thing of several may be shown on a page whose opening is in the log already."""
    return isinstance(_asked(actor, Act.VIEW, subject, NOTHING), Allow)


def may_do(actor: Actor, told: str, subject: Subject, given: Given = NOTHING) -> bool:
    """Whether an act would be allowed: for showing a way to it, never in place of asking where it is done."""
    answer = _asked(actor, _row(told)[0], subject, given)
    return isinstance(answer, Allow) or (given.begins and isinstance(answer, NeedsSecondPerson))


def _asked(actor: Actor, act: Act, subject: Subject, given: Given) -> Answer:
    in_force = law()
    purpose = _purpose(in_force.profile)
    context = Context(
        in_force.profile,
        timezone.now(),
        in_force.standing().level,
        reference=given.reference,
        requester=given.requester,
        second=given.second,
    )
    return may(actor, act, subject, purpose, context)


def tell_refusal(fault: NotAllowedError, told: str) -> None:
    """Write a refusal to the log whose entry went with the transaction in which it was raised."""
    asked: Asked = fault.answer.asked
    with transaction.atomic():
        log.record([_entry(asked.actor, told, Acted(asked.subject.ref), fault.answer)])


def _refuse(answer: Refuse | NeedsSecondPerson, told: str) -> NoReturn:
    """Write the refusal to the log, and raise it."""
    fault = (SecondPersonNeededError if isinstance(answer, NeedsSecondPerson) else NotAllowedError)(answer)
    tell_refusal(fault, told)
    raise fault


def _entry(actor: Actor, told: str, acted: Acted, answer: Answer | None) -> Entry:
    details = dict(acted.details)
    if isinstance(answer, Allow) and answer.second:
        details["second"] = answer.second
    decided = DECIDED[type(answer)]
    reason = answer.rule if answer is not None else BY_RULE
    purpose = answer.asked.purpose if answer is not None else PurposeClass.ASSESSMENT.value
    return Entry(actor.id, actor.role.value, told, acted.subject, purpose, decided, reason, timezone.now(), details)


def _purpose(profile: Profile) -> str:
    """The code of the profile's purpose of the kind `assessment`; a code of no purpose where it has none."""
    return next((one.code for one in profile.purposes if one.kind is PurposeClass.ASSESSMENT), "none")


def _row(told: str) -> tuple[Act, tuple[SubjectClass, ...]]:
    try:
        return acts_told()[told]
    except KeyError:
        raise ActingError(
            Saying("%(told)s: no row of assessment/acts.csv says which act that is; add one", told=told)
        ) from None


@lru_cache(maxsize=1)
def acts_told() -> dict[str, tuple[Act, tuple[SubjectClass, ...]]]:
    """For each entry of the log that this side writes: the act of the kernel, and the classes it is told of."""
    text = resources.files(__package__).joinpath("acts.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {row["entry"]: (Act(row["act"]), tuple(map(SubjectClass, row["subjects"].split()))) for row in rows}
