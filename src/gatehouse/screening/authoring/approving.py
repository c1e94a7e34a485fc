"""Approving and retiring: by another account than the author's, on the very version that was looked at.

Approval puts in force at once: the register takes it only from a fresh report of these bytes, after an answer to what
that report flags. The register's event is written last inside the door: a refusal by the kernel leaves none. Should the
database be lost between that event and the commit, the register says more than the log does.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from gatehouse.records import Visit, opened
from gatehouse.safeguards.vocabulary import Act
from gatehouse.screening.authoring.errors import AuthoringError
from gatehouse.screening.authoring.trials import subject_of
from gatehouse.screening.criteria.activation import Asked
from gatehouse.screening.criteria.protected import Permitted
from gatehouse.screening.criteria.register import Entry, Register
from gatehouse.terms.saying import Saying


def approve(visit: Visit, register: Register, seen: Entry, permitted: Permitted, asked: Asked) -> None:
    """Approve the version that was seen, and put it in force. `visit.requester` is the author's account.

    Raises `RegisterError` with what stands against it, `AuthoringError` where the version is not the one seen, and
    `RefusedError` as the door does.
    """
    criterion = seen.criterion
    standing = register.entry(criterion.identifier, criterion.version, asked.today)
    if standing.criterion.sha256 != criterion.sha256:
        raise AuthoringError(
            Saying("%(name)s is not what you looked at", name=criterion.name), Saying("look at it again")
        )
    subject = replace(subject_of(criterion), tested_on_history=bool(standing.report))
    with opened(visit, Act.CRITERIA_APPROVE, subject) as opening:
        opening.also(Act.CRITERIA_ACTIVATE, replace(subject, approved_by=visit.actor.id))
        register.activate(criterion.identifier, criterion.version, permitted, asked)


def retire(visit: Visit, register: Register, entry: Entry, by: str, today: dt.date, reason: str) -> None:
    """Take a version out of use for good. Raises `RegisterError` for no reason, or one that is retired already."""
    criterion = entry.criterion
    with opened(visit, Act.CRITERIA_RETIRE, subject_of(criterion)):
        register.retire(criterion.identifier, criterion.version, Asked(by, today, reason))
