"""What is due when: counted, and nothing changed."""

from __future__ import annotations

import pytest

from gatehouse.retention.due import due
from gatehouse.screening.travellers.models import Traveller
from kept_people import AS_OF, flight, law_of, person

pytestmark = pytest.mark.usefixtures("database")


def test_what_is_due_is_counted_by_act_and_time_and_stays() -> None:
    profile = law_of()
    for day in ("2021-05-01", "2026-05-01", "2026-06-02", "2026-06-20", "2026-10-01"):
        person(flight(day), f"ROE{day}")
    found = {(one.act, one.within): one.travellers for one in due(profile, AS_OF)}
    assert found["mask", "now"] == 2
    assert found["mask", "in 7 days"] == 1
    assert found["mask", "in 30 days"] == 1
    assert found["mask", "later"] == 1
    assert found["erase all", "now"] == 1
    assert Traveller.objects.filter(surname=None).count() == 0
