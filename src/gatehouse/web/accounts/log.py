"""What this room writes to the audit log: who came in, as whom, who was turned away, and who was let in at all."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from gatehouse.audit.entry import Decision, Entry
from gatehouse.audit.log import record
from gatehouse.records.entries import entry_of
from gatehouse.safeguards.decision import Actor, NeedsSecondPerson, Refuse
from gatehouse.safeguards.vocabulary import Role

MACHINE = Actor("machine:web", Role.MACHINE)
KEEPING_ACCOUNTS = "upkeep"
"""The purpose stated where nobody has chosen one yet: at the sign-in, and on the host."""


def write(
    act: str,
    actor: Actor,
    subject: str,
    reason: str,
    purpose: str = "",
    details: dict[str, int | str] | None = None,
) -> None:
    """One entry of what was done, in the transaction that is open, else in one of its own."""
    stated = purpose or KEEPING_ACCOUNTS
    now = timezone.now()
    entry = Entry(actor.id, actor.role, act, subject, stated, _decision(act), reason, now, details or {})
    with transaction.atomic():
        record([entry])


def _decision(act: str) -> Decision:
    return Decision.REFUSED if act == "account.rejected" else Decision.ALLOWED


def write_refusal(answer: Refuse | NeedsSecondPerson) -> None:
    """The kernel did not let somebody do something on a page: the door's own entry of it (`records`)."""
    with transaction.atomic():
        record([entry_of(answer, timezone.now(), {})])
