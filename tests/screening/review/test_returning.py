"""Silent hits come back, each with an act that says on which other act."""

from __future__ import annotations

from django.db import transaction

from gatehouse.screening.review import decisions, states
from gatehouse.screening.review.answers import Answer
from gatehouse.screening.review.models import Act, Review
from gatehouse.screening.review.returning import loud_again
from reviewing import ANALYST, NAME_ONLY, Screening, look


def test_only_what_the_act_silenced_comes_back(screening: Screening) -> None:
    screening.fly(screening.ann())
    cleared = decisions.decide(ANALYST, look(), Answer.NOT_SAME, NAME_ONLY)
    screening.fly(screening.ann(reference="U2"), flight="ZZ124")
    with transaction.atomic():
        assert loud_again([cleared.id + 100], cleared) == 0
        assert loud_again([cleared.id], cleared) == 1
    back = Review.objects.latest("hit_id")
    assert (back.state, back.waiting, back.earlier) == (states.CHANGED, True, None)
    act = Act.objects.latest("id")
    assert (act.review, act.number, act.answers, act.role) == (back, back.version, cleared, "machine")
