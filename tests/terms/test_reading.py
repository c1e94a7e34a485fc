"""A reading of which nothing is known but its type holds nothing."""

from __future__ import annotations

from gatehouse.terms.reading import Part, Reading, StatusReply


def test_nothing_stated_is_nothing_held() -> None:
    reading = Reading("PAXLST")
    assert reading.travellers == reading.bookings == reading.flights == reading.findings == ()
    assert reading.on_board is None
    assert reading.part is None
    assert reading.test is False


def test_readings_compare_by_what_they_say() -> None:
    assert Reading("CUSRES", replies=(StatusReply("person", ("0Z",)),)) == Reading(
        "CUSRES", replies=(StatusReply("person", ("0Z",)),)
    )
    assert Reading("PAXLST", part=Part(1, last=False)) != Reading("PAXLST", part=Part(1, last=True))
