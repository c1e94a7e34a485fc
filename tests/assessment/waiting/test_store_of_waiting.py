"""An act of two waits for the second, is done once by both, or is declined; the kernel is asked of both when it is."""

from __future__ import annotations

import pytest

from gatehouse.assessment.errors import NotAllowedError
from gatehouse.assessment.recommendations import store as recommendations
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.waiting.errors import WaitingError
from gatehouse.assessment.waiting.models import Begun
from gatehouse.assessment.waiting.store import begin, decline, finishing, may_agree, open_waiting
from gatehouse.audit.entry import Decision
from gatehouse.safeguards.decision import Actor
from signed_in import entries

SHARE = "recommendation.shared"


@pytest.fixture
def waits(adopted: Recommendation, member: Actor) -> Begun:
    return begin(member, SHARE, recommendations.subject_of(adopted), "decision 9")


def test_it_is_begun_in_the_log_and_once(waits: Begun, adopted: Recommendation, member: Actor, focal: Actor) -> None:
    about = recommendations.subject_of(adopted)
    assert entries(SHARE)[-1].decision is Decision.SECOND_PERSON
    with pytest.raises(WaitingError, match="already"):
        begin(member, SHARE, about, "again")
    with pytest.raises(NotAllowedError):
        begin(focal, "recommendation.adopted", about)
    assert [row.pk for row in open_waiting(member, about)] == [waits.pk]


def test_both_do_it_and_the_end_is_part_of_the_act(
    waits: Begun, adopted: Recommendation, member: Actor, other_member: Actor
) -> None:
    with pytest.raises(ZeroDivisionError), finishing(other_member, waits):
        raise ZeroDivisionError
    assert Begun.objects.get().ended_at is None
    with pytest.raises(NotAllowedError), finishing(member, waits) as first:
        recommendations.share(first, member, adopted, waits.words)
    assert (Begun.objects.get().ended_at, entries(SHARE)[-1].decision) == (None, Decision.REFUSED)
    with finishing(other_member, waits) as first:
        recommendations.share(first, other_member, adopted, waits.words)
    done = Begun.objects.get()
    assert (first, done.agreed, done.ended_by) == (member, True, other_member.id)
    with pytest.raises(WaitingError, match="no longer"), finishing(other_member, waits):
        pass


def test_it_is_declined_by_a_second_or_taken_back(
    waits: Begun, adopted: Recommendation, member: Actor, other_member: Actor, donor: Actor
) -> None:
    about = recommendations.subject_of(adopted)
    assert may_agree(other_member, waits, about)
    assert not may_agree(member, waits, about)
    assert not may_agree(donor, waits, about)
    with pytest.raises(WaitingError, match="leave it"):
        decline(donor, waits, about)
    decline(other_member, waits, about)
    assert (Begun.objects.get().agreed, len(entries("second.declined"))) == (False, 1)
    again = begin(member, SHARE, about, "decision 10")
    decline(member, again, about)
    assert open_waiting(member, about) == []
