"""What the machine's steps in redress write to the audit log, beside what the one door does."""

from __future__ import annotations

from django.utils import timezone

from gatehouse.audit import log
from gatehouse.audit.entry import Decision, Entry
from gatehouse.records.law import law
from gatehouse.safeguards.vocabulary import PurposeClass

ACTOR = "machine:redress"


def vault_searched(request: str) -> None:
    """What is masked was gone through for the person of a request; nothing of it was shown to anybody."""
    purpose = next(one.code for one in law().profile.purposes if one.kind is PurposeClass.RIGHTS)
    told = (ACTOR, "machine", "vault.searched", request, purpose, Decision.DUE, "erase-for-the-person")
    log.record([Entry(*told, timezone.now())])
