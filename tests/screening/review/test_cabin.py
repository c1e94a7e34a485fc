"""The rows in use, and whose seats are told."""

from __future__ import annotations

from gatehouse.screening.review.cabin import Place, Taken, cabin
from gatehouse.screening.review.co_travellers import Aboard
from gatehouse.terms.traveller import Role, Seat, Traveller


def sits(number: int, *seats: Seat) -> Aboard:
    return Aboard(number, "", (Traveller(Role.PASSENGER, seats=seats),), frozenset())


def test_only_rows_in_use_and_of_others_only_that_a_seat_is_taken() -> None:
    known = cabin(1, [2], [sits(1, Seat("012A")), sits(2, Seat("12B")), sits(3, Seat("4C"))], "CDG")
    assert (known.rows, known.letters) == ((4, 12), ("A", "B", "C"))
    assert known.places == (Place(4, "C", Taken.OTHER), Place(12, "A", Taken.OWN), Place(12, "B", Taken.LINKED))


def test_a_seat_for_another_leg_is_not_on_this_one_and_a_fault_is_no_seat() -> None:
    known = cabin(1, [], [sits(1, Seat("1A", origin="LHR"), Seat("2A", origin="CDG"), Seat("NONE"))], "CDG")
    assert [(place.row, place.letter) for place in known.places] == [(2, "A")]


def test_a_seat_of_two_is_the_travellers_own() -> None:
    known = cabin(1, [], [sits(2, Seat("1A")), sits(1, Seat("1A"))], None)
    assert known.places == (Place(1, "A", Taken.OWN),)
