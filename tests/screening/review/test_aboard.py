"""Everybody on a leg, with all their current statements."""

from __future__ import annotations

from gatehouse.screening.review.aboard import aboard
from gatehouse.screening.travellers.models import FlightLeg
from reviewing import Screening


def test_each_traveller_once_with_a_name(screening: Screening) -> None:
    screening.fly(screening.ann(), screening.person("DOE/JOE", "700101", reference="U0"))
    screening.fly(screening.ann(passport="P999"))
    assert [(one.name, len(one.statements)) for one in aboard(FlightLeg.objects.get().id)] == [
        ("JOE DOE", 1),
        ("ANN ROE", 1),
    ]
    assert aboard(404) == []
