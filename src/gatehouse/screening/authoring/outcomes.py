"""What people made of hits of a criterion's earlier versions, by journey: a trial counts them, nobody is named."""

from __future__ import annotations

from django.db import connection

from gatehouse.screening.criteria.history import OUTCOMES_MAX, Outcome
from gatehouse.screening.criteria.stored_history import SOURCE
from gatehouse.screening.criteria_in_force import LIST

DECIDED = """
SELECT h.leg_id, h.traveller_id, r.state FROM hits_hit h JOIN review_review r ON r.hit_id = h.id
WHERE h.list = %s AND starts_with(h.entry_id, %s) AND r.state IN ('confirmed', 'cleared') ORDER BY h.id LIMIT %s
"""


def outcomes_of(identifier: str) -> dict[str, Outcome]:
    """Decided hits of every version of the criterion, by the journey's key; a later decision stands for an earlier."""
    with connection.cursor() as cursor:
        cursor.execute(DECIDED, [LIST, f"{identifier}/", OUTCOMES_MAX])
        return {f"{SOURCE} {leg}#{person}": Outcome(state) for leg, person, state in cursor.fetchall()}
