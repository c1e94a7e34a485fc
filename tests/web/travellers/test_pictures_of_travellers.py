"""Where things stand in the pictures."""

from __future__ import annotations

from gatehouse.screening.review.cabin import Cabin, Place, Taken
from gatehouse.screening.review.co_travellers import Because, Link
from gatehouse.screening.review.itinerary import Hop
from gatehouse.web.travellers.pictures import DRAWN_MAX, route, seats, together

OUT = Hop("ZZ1", "CDG", "LHR", None, None, is_here=True)
WORDS = {one: one.value for one in Because}


def test_a_route_is_broken_where_a_hop_begins_elsewhere() -> None:
    drawn = route([OUT, Hop("ZZ2", "LGW", "JFK", None, None)])
    assert [stop.code for stop in drawn.stops] == ["CDG", "LHR", "LGW", "JFK"]
    assert [way.is_gap for way in drawn.ways] == [False, True, False]
    assert drawn.width > drawn.stops[-1].x
    assert route([]).stops == ()


def test_only_rows_in_use_are_drawn_and_what_was_left_out_is_marked() -> None:
    drawn = seats(Cabin((4, 12), ("A", "B"), (Place(4, "A", Taken.OWN), Place(12, "B", Taken.OTHER))))
    assert [(mark.name, mark.taken) for mark in drawn.marks] == [
        ("4A", "own"),
        ("4B", ""),
        ("12A", ""),
        ("12B", "other"),
    ]
    assert len(drawn.gaps) == 1


def test_a_shared_thing_stands_once_with_a_line_to_each() -> None:
    links = [Link(1, other, f"N{other}", Because.BOOKING, "") for other in (2, 3)]
    drawn = together("ANN", [*links, Link(1, 3, "N3", Because.SEATS, "1A beside 1B")], WORDS)
    assert [one.text for one in drawn.reasons] == [Because.BOOKING.value, Because.SEATS.value]
    assert [one.text for one in drawn.people] == ["N2", "N3"]
    assert len(drawn.edges) == 2 + 3


def test_of_a_large_group_the_list_has_the_rest() -> None:
    drawn = together("ANN", [Link(1, n, "", Because.BOOKING, "") for n in range(2, 60)], WORDS)
    assert (len(drawn.people), drawn.left_out) == (DRAWN_MAX, 58 - DRAWN_MAX)
