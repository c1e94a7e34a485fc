"""Outcomes of a criterion's hits: those of all its versions, by journey; of no other list, and of nothing undecided."""

from __future__ import annotations

import pytest
from django.utils import timezone

from gatehouse.screening.authoring.outcomes import outcomes_of
from gatehouse.screening.criteria.history import Outcome
from gatehouse.screening.criteria.stored_history import stored_history
from gatehouse.screening.hits.models import Hit
from gatehouse.screening.review.models import Review

pytestmark = pytest.mark.usefixtures("history")


def _decided(state: str, entry_id: str, list_name: str = "CRITERIA") -> None:
    hit = Hit.objects.order_by("id").last()
    review = Review.objects.get(hit=hit)
    Hit.objects.filter(pk=hit.pk).update(list=list_name, entry_id=entry_id)
    Review.objects.filter(pk=review.pk).update(state=state, since=timezone.now())


@pytest.mark.parametrize("state", list(Outcome))
def test_a_decided_hit_is_told_by_its_journey(state: Outcome) -> None:
    _decided(state, "from-sin/3")
    found = outcomes_of("from-sin")
    assert list(found.values()) == [state]
    assert set(found) <= {journey.key for journey in stored_history()}


@pytest.mark.parametrize(
    ("state", "entry_id", "list_name"),
    [
        ("confirmed", "from-sin-2/1", "CRITERIA"),
        ("confirmed", "from-sin/1", "DEMO"),
        ("assigned", "from-sin/1", "CRITERIA"),
    ],
)
def test_no_other_is_told(state: str, entry_id: str, list_name: str) -> None:
    _decided(state, entry_id, list_name)
    assert outcomes_of("from-sin") == {}
