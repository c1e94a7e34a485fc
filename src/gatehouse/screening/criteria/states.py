"""The states of a criterion's version, and what moves it from one to the next, as a table.

A pair that the table does not name is refused: nothing is activated that was not tried, and nothing comes back from
retirement. `suspended` is not in force; a new version brings the criterion back. The docs' diagram is drawn from this.
"""

from __future__ import annotations

import datetime as dt

from gatehouse.screening.criteria.criterion import Criterion
from gatehouse.terms.saying import Saying

DRAFT, SHADOW, ACTIVE, SUSPENDED, RETIRED = "draft", "shadow", "active", "suspended", "retired"
TRIED, ACTIVATED, REPLACED, RETIRED_BY = "tried", "activated", "replaced", "retired-by-person"
REVIEW_LAPSED, SUNSET = "review-lapsed", "sunset"

SAID = {
    DRAFT: Saying("a draft"),
    SHADOW: Saying("in shadow"),
    ACTIVE: Saying("in force"),
    SUSPENDED: Saying("suspended"),
    RETIRED: Saying("retired"),
}
"""The states in words."""

Table = dict[tuple[str, str], str]
"""(state, event) to the next state."""

CRITERION: Table = {
    (DRAFT, TRIED): SHADOW,
    (SHADOW, TRIED): SHADOW,
    (ACTIVE, TRIED): ACTIVE,
    (SHADOW, ACTIVATED): ACTIVE,
    (ACTIVE, REPLACED): RETIRED,
    (SUSPENDED, REPLACED): RETIRED,
    (SHADOW, RETIRED_BY): RETIRED,
    (ACTIVE, RETIRED_BY): RETIRED,
    (SUSPENDED, RETIRED_BY): RETIRED,
    (ACTIVE, REVIEW_LAPSED): SUSPENDED,
    (SHADOW, SUNSET): RETIRED,
    (ACTIVE, SUNSET): RETIRED,
    (SUSPENDED, SUNSET): RETIRED,
}
"""`replaced` is the activation of a newer version; the last two events are the calendar's."""


def on_day(state: str, criterion: Criterion, today: dt.date) -> str:
    """The state after what the calendar does to it: a review or an end that has passed."""
    for passed, event in ((criterion.review_by < today, REVIEW_LAPSED), (criterion.sunset < today, SUNSET)):
        if passed:
            state = CRITERION.get((state, event), state)
    return state
