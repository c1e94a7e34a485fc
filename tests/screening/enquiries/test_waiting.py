"""Checks wait in the order in which people stand at the border."""

from __future__ import annotations

import pytest

from gatehouse.records import Visit
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.enquiries import border, waiting


@pytest.mark.usefixtures("stored_day")
def test_who_came_first_is_looked_at_first() -> None:
    officer = Visit(Actor("account:1", Role.BORDER_OFFICER), "screening")
    analyst = Visit(Actor("account:2", Role.ANALYST), "screening", reference="B")
    asked = [border.check_person(officer, "Yousef al-Karim", "1976-05-17").reference for _ in range(3)]
    assert [one.reference for one in waiting.waiting(analyst, 9)] == asked
    assert [one.reference for one in waiting.waiting(analyst, 1)] == asked[:1]
