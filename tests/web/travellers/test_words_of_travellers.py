"""Every state, role, reason and seat has words."""

from __future__ import annotations

from gatehouse.screening.review.cabin import Taken
from gatehouse.screening.review.co_travellers import Because
from gatehouse.screening.travellers import states
from gatehouse.terms.traveller import Role
from gatehouse.web.travellers import words


def test_nothing_is_shown_as_a_code() -> None:
    reached = {after for table in (states.LEG, states.BOOKING, states.TRAVELLER) for after in table.values()}
    assert reached <= set(words.STATES)
    assert set(words.ROLES) == set(Role)
    assert set(words.BECAUSE) == set(Because)
    assert set(words.TAKEN) == set(Taken)
