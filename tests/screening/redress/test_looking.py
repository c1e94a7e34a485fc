"""An officer sees the request, its events, and the travellers who are the person."""

from __future__ import annotations

import datetime as dt

from gatehouse.screening.redress.looking import look, whole


def test_travellers_with_their_hits(stored, officer) -> None:
    [one] = look(officer(), stored.case)
    assert (one.traveller, one.flight) == (stored.hit.traveller_id, "ZZ123 CDG-LHR")
    assert [(hit.id, hit.list, hit.state) for hit in one.hits] == [(stored.hit.id, "DEMO", "open")]


def test_a_request_with_its_events(stored, officer) -> None:
    told = whole(officer(), stored.case, dt.date(2026, 11, 2))
    assert dict(told.about)["verified"] == "Yusuf Ali Karim 1991-03-02 X1234567 (UTO)"
    assert [(event, state) for _, event, state, _ in told.events] == [
        ("opened", "received"),
        ("identity-proved", "identified"),
    ]
