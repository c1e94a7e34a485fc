"""Who is on a leg, by surname."""

from __future__ import annotations

import pytest

from gatehouse.records import RefusedError
from gatehouse.screening.review import on_board
from gatehouse.screening.review.errors import ReviewError
from gatehouse.screening.travellers.models import FlightLeg
from reviewing import ANALYST, ASKING, Screening


def test_who_is_on_a_leg_and_how_many_are_withheld(screening: Screening, monkeypatch: pytest.MonkeyPatch) -> None:
    screening.fly(screening.ann(), screening.person("DOE/JOE", "700101", reference="U0"))
    leg = FlightLeg.objects.get().id
    assert [one.surname for one in on_board.seen(ASKING, leg).people] == ["DOE", "ROE"]
    monkeypatch.setattr(on_board, "SHOWN_MAX", 1)
    assert on_board.seen(ASKING, leg).withheld == 1
    with pytest.raises(ReviewError):
        on_board.seen(ASKING, leg + 1)
    with pytest.raises(RefusedError):
        on_board.seen(ANALYST, leg)
