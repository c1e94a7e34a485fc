"""What the machine's steps in redress write to the audit log, beside what the one door does."""

from __future__ import annotations

from django.utils import timezone

from gatehouse.audit import log
from gatehouse.audit.entry import Decision, Entry
from gatehouse.records.law import law
from gatehouse.safeguards.vocabulary import PurposeClass

ACTOR = "machine:redress"


def vault_searched(request: str, rule: str) -> None:
    """What is masked was gone through for the person of a request, by a rule of the kernel; nobody else was shown."""
    purpose = next(one.code for one in law().profile.purposes if one.kind is PurposeClass.RIGHTS)
    told = (ACTOR, "machine", "vault.searched", request, purpose, Decision.DUE, rule)
    log.record([Entry(*told, timezone.now())])
