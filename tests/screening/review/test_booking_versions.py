"""Versions of a booking side by side."""

from __future__ import annotations

from gatehouse.screening import flow
from gatehouse.screening.review.aboard import aboard
from gatehouse.screening.review.booking_versions import Version, flat, side_by_side, versions_of
from gatehouse.screening.travellers.models import Booking, FlightLeg
from reviewing import Screening

PUSH = (
    "UNB+IATA:1+ZZ+GOV+260119:1{at}+P{at}'UNH+1+PNRGOV:15:1:IA'MSG+:22'ORG+ZZ'"
    "TVL+200126:0830:200126:0900+CDG+LHR+ZZ+123'EQN+1'SRC'RCI+ZZ:ABC123::010126:1000'{more}"
    "TIF+ROE+ANN MARIE:A:1'TVL+200126:0830:200126:0900+CDG+LHR+ZZ+123:Y'RPI+1+HK'UNT+11+1'UNZ+1+P{at}'"
)


def test_what_changed_is_marked_where_it_changed() -> None:
    first = Version(1, 1, None, "ZZ", False, {"locator": "A", "agency": "X"})
    second = Version(2, 2, None, "ZZ", False, {"locator": "A", "payments.1.kind": "CC"})
    lines = {line.field: line for line in side_by_side([first, second])}
    assert lines["locator"].changed == (False, False)
    assert (lines["agency"].values, lines["agency"].changed) == (("X", None), (False, True))
    assert lines["payments.1.kind"].values == (None, "CC")


def test_nested_values_have_paths_and_what_is_the_messages_is_left_out() -> None:
    assert dict(flat({"a": [{"b": 1, "segment": 9}], "evidence": ["x"], "n": None})) == {"a.1.b": "1"}


def test_each_push_is_a_version_and_all_of_a_booking_are_linked(screening: Screening, sent) -> None:
    for at, more in ((100, ""), (200, "ADD++700:1 MAIN STREET:PARIS::FR'")):
        content = PUSH.format(at=at, more=more).replace("UNT+11", f"UNT+{11 + bool(more)}").encode()
        flow.ingest([sent(f"{at}.edi", content)], lambda _: None, screening.lists())
    versions = versions_of(Booking.objects.get().id)
    assert len(versions) == 2
    assert versions[0].sent < versions[1].sent
    (ann,) = aboard(FlightLeg.objects.get().id)
    assert ann.bookings == {Booking.objects.get().id}
