"""The one seam between the assessment's stores and who may do what: every store function goes through `acting`.

An actor's identifier is the audit log's own reference (`account:12`, `operator:1000`, `machine:assessment`), so that
the entry can be written without asking anybody who that is. The entry says what was done to what; it never holds an
answer, a rating or a word of text. The act and its entry commit together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone

from gatehouse.audit import log
from gatehouse.audit.entry import Decision, Entry
from gatehouse.safeguards.decision import Actor

PURPOSE = "assessment"
RULE = "assessment/open"
"""The reason given while no rule of access decides: the act is one of an assessment, by somebody known."""


class Acted:
    """What an act leaves in the log: its subject once it is known, and its details."""

    def __init__(self, subject: str) -> None:
        self.subject = subject
        self.details: dict[str, int | str] = {}
        self.silent = False
        """Set where it turned out that nothing was done."""


@contextmanager
def acting(actor: Actor, act: str, subject: str, details: Mapping[str, int | str] | None = None) -> Iterator[Acted]:
    """Do the block as one transaction with its entry in the log. An exception undoes both."""
    with transaction.atomic():
        acted = Acted(subject)
        acted.details.update(details or {})
        yield acted
        if not acted.silent:
            log.record([_entry(actor, act, acted)])


def _entry(actor: Actor, act: str, acted: Acted) -> Entry:
    decided = Decision.DUE if actor.id.startswith("machine:") else Decision.ALLOWED
    role, now = actor.role.value, timezone.now()
    return Entry(actor.id, role, act, acted.subject, PURPOSE, decided, RULE, now, acted.details)
