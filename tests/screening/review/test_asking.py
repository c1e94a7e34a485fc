"""The kernel asked inside an opened door."""

from __future__ import annotations

import pytest
from django.db import transaction

from gatehouse.audit import log
from gatehouse.audit.entry import decoded
from gatehouse.records import RefusedError
from gatehouse.safeguards.decision import NeedsSecondPerson, Subject
from gatehouse.safeguards.vocabulary import Act, Role, SubjectClass
from gatehouse.screening.review.asking import allowed, tell
from reviewing import ANALYST, visitor

HIT = Subject(SubjectClass.HIT, "hit:1")


def test_what_needs_a_second_person_is_refused_unless_that_is_what_was_asked() -> None:
    with pytest.raises(RefusedError):
        allowed(ANALYST, Act.DECIDE, HIT)
    assert isinstance(allowed(ANALYST, Act.DECIDE, HIT, alone=False), NeedsSecondPerson)
    with pytest.raises(RefusedError):
        allowed(visitor(1, Role.OPERATOR), Act.DECIDE, HIT, alone=False)


@pytest.mark.usefixtures("database")
def test_the_log_is_told_in_the_transaction_that_is_open() -> None:
    with transaction.atomic():
        tell(ANALYST, "hit.proposed", 1, "confirm-a-hit", waits=True)
    ((_, leaf),) = log.leaves(0, log.size())
    entry = decoded(leaf)
    assert (entry.act, entry.subject, entry.decision.value) == ("hit.proposed", "hit:1", "second-person")
