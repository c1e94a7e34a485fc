"""Stored journeys given to a trial: the machine counts, as the kernel lets it, and tells the log of which criteria."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from django.db import transaction
from django.utils import timezone

from gatehouse.audit import log
from gatehouse.audit.entry import Decision, Entry
from gatehouse.records import RefusedError, Visit
from gatehouse.records.law import law
from gatehouse.safeguards.decision import Actor, Allow, Subject
from gatehouse.safeguards.kernel import may
from gatehouse.safeguards.vocabulary import Act, PurposeClass, Role, SubjectClass
from gatehouse.screening.criteria.journey import Journey
from gatehouse.screening.criteria.stored_history import stored_history

MACHINE = Actor("machine:criteria", Role.MACHINE)
COUNTS = Subject(SubjectClass.COUNTS, "store:travellers")


def journeys(month: str, criteria: Sequence[tuple[str, int]]) -> Iterator[Journey]:
    """Every stored journey, or those of a month, for a trial of these criteria (identifier and version).

    Raises `RefusedError` where the law in force lets the machine count for no purpose of criteria. Who stops before the
    end leaves the same entries, with what was gone through until then.
    """
    purpose = next((one.code for one in law().profile.purposes if one.kind is PurposeClass.CRITERIA), "")
    now = timezone.now()
    answer = may(MACHINE, Act.COUNT, COUNTS, purpose, Visit(MACHINE, purpose).context(now))
    if not isinstance(answer, Allow):
        raise RefusedError(answer)
    seen = 0
    try:
        for journey in stored_history(month):
            seen += 1
            yield journey
    finally:
        told: dict[str, int | str] = {"travellers": seen}
        with transaction.atomic():
            log.record([_entry(criterion, purpose, answer.rule, told) for criterion in criteria])


def _entry(criterion: tuple[str, int], purpose: str, rule: str, told: Mapping[str, int | str]) -> Entry:
    identifier, version = criterion
    subject, now = f"criterion:{identifier}/{version}", timezone.now()
    return Entry(MACHINE.id, MACHINE.role, "criterion.tried", subject, purpose, Decision.DUE, rule, now, told)
