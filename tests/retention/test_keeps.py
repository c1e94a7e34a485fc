"""What each room declares of itself: that the fullest places are masked, and the log has no person to mask."""

from __future__ import annotations

from gatehouse.audit import keeps as of_log
from gatehouse.retention.inventory import rooms
from gatehouse.screening.hits import keeps as of_hits
from gatehouse.terms.keep import Masking


def test_every_json_column_about_people_says_what_each_member_is() -> None:
    found = {
        f"{keep.model}.{name}"
        for room in rooms()
        for keep in room.KEEPS
        for name, column in keep.columns.items()
        if column.masking is Masking.MEMBERS and column.members
    }
    assert found >= {
        "travellers.TravellerRecord.payload",
        "travellers.BookingVersion.payload",
        "hits.Hit.explanation",
        "hits.HitVersion.explanation",
    }


def test_the_log_is_masked_by_nobody() -> None:
    assert {column.masking for keep in of_log.KEEPS for column in keep.columns.values()} == {Masking.STAYS}


def test_an_explanation_keeps_the_listed_side_only() -> None:
    assert {name for name, element in of_hits.REASONS.items() if element} == {"traveller", "how"}
