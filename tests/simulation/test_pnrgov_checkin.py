"""Check-in groups name people by reference and only where they have seats."""

from gatehouse.simulation.pnrgov_checkin import checked_in
from gatehouse.simulation.style import Style
from gatehouse.terms.flight import Flight, Leg
from gatehouse.terms.traveller import Bag, Role, Seat, Traveller

STYLE = Style("13.1", "AUT")
FLIGHT = Flight("ZZ", "25", legs=(Leg("LHR", "VIE", "2026-01-20T07:30", "2026-01-20T10:45"),))
ANNA = Traveller(Role.PASSENGER, "MUSTERFRAU", "ANNA", "MRS", number="3", seats=(Seat("2C", cabin="J"),))


def test_nobody_without_a_seat_is_checked_in() -> None:
    assert list(checked_in([Traveller(Role.PASSENGER, "X", number="1")], FLIGHT, STYLE)) == []
    assert list(checked_in([], FLIGHT, STYLE)) == []


def test_a_seated_traveller_has_a_boarding_number_and_a_seat() -> None:
    assert list(checked_in([ANNA], FLIGHT, STYLE)) == [
        "DAT+2:200126:0730",
        "ORG+ZZ++++A",
        "TRI++LHR-003:::3",
        "TIF+MUSTERFRAU+ANNAMRS::3",
        "SSD+002C++++J",
    ]


def test_bags_have_pieces_weight_and_tags() -> None:
    bagged = Traveller(
        Role.PASSENGER,
        "X",
        "Y",
        number="1",
        seats=(Seat("12C"),),
        bags=(Bag("ZZ000123", 2, destination="VIE"),),
        bag_weight_kg=34.0,
    )
    assert list(checked_in([bagged], FLIGHT, STYLE))[-1] == "TBD++2:34:700++ZZ:000123:2:VIE"
