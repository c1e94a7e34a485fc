"""Hits that were silent because of a decision come back when that decision no longer stands."""

from __future__ import annotations

from collections.abc import Sequence

from gatehouse.screening.review import states
from gatehouse.screening.review.models import Act, Review


def loud_again(ended: Sequence[int], because: Act) -> int:
    """Put the hits that the ended acts silenced before a person again; how many. Each keeps an act that says why."""
    silent = Review.objects.select_for_update().filter(earlier_id__in=list(ended), state=states.SILENT)
    returned = list(silent.order_by("hit_id"))
    acts = []
    for review in returned:
        review.state = states.TABLE[review.state, states.CHANGE]
        review.waiting, review.version, review.earlier = True, review.version + 1, None
        acts.append(_act(review, because))
    Review.objects.bulk_update(returned, ["state", "waiting", "version", "earlier"])
    Act.objects.bulk_create(acts)
    return len(returned)


def _act(review: Review, because: Act) -> Act:
    return Act(
        review=review,
        number=review.version,
        event=states.CHANGE,
        state=review.state,
        at=because.at,
        actor="machine:review",
        role="machine",
        purpose=because.purpose,
        answers=because,
    )
