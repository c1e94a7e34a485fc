"""Check-in: seats and bags to people who are there already."""

from __future__ import annotations

import pytest

from gatehouse.screening.messages.pnrgov.checkin import seat_number

PEOPLE = ("TIF+LINDQVIST+ASTRID MRS:A:1", "TIF+BERG+LARSMR:A:2")
FLIGHT = "TVL+150625:0930:150625:1340+OSL+ATH+ZZ+611:Y"
OPENED = (*PEOPLE, FLIGHT, "DAT+2:150625:0810", "ORG+ZZ++++A")


@pytest.mark.parametrize(
    ("fault", "segments"),
    [
        ("reference of TIF", ["TRI++OSL-7", "TIF+BERG+LARSMR:A:2"]),
        ("reference of TRI", ["TRI++OSL-7:::2", "TIF+BERG+LARSMR:A"]),
        ("TRI names nobody, TIF does", ["TRI++OSL-7:::77", "TIF+BERG+LARSMR:A:2"]),
        ("name only", ["TRI++OSL-7", "TIF+BERG+LARS MR"]),
        ("no TIF at all", ["TRI++OSL-7:::2"]),
    ],
)
def test_seat_finds_its_traveller(booking, fault, segments):
    reading = booking(*OPENED, *segments, "SSD+011D++++J")
    assert len(reading.travellers) == 2, fault
    assert reading.travellers[0].seats == ()
    assert [s[:4] for s in reading.travellers[1].seats] == [("11D", "OSL", "ATH", "J")]


def test_somebody_known_only_from_check_in_is_one_more_traveller(booking, codes):
    reading = booking(*OPENED, "TRI++OSL-7", "TIF+HALVORSEN+MAREN:A:9", "SSD+011D", "TBD++1:20:700")
    assert codes(reading) == ["checkin-traveller-added"]
    added = reading.travellers[-1]
    assert (added.surname, added.given_names) == ("HALVORSEN", "MAREN")
    assert [seat.number for seat in added.seats] == ["11D"]
    assert added.bag_count == 1


@pytest.mark.parametrize(
    ("tif", "people"),
    [
        ("HALVORSEN+MAREN:A:2", 3),
        ("BERGE+LARS ERIK:A:2", 2),
        ("LARS+BERG:A:2", 2),
        ("HALVORSEN+LARSMR:A:2", 2),
        ("HALVORSEN+:A:2", 2),
    ],
)
def test_a_number_used_twice_hides_nobody_and_doubles_nobody(booking, tif, people):
    """Where SRC was lost, the next booking's people have the numbers of this one's."""
    assert len(booking(*OPENED, "TRI++OSL-7", f"TIF+{tif}", "SSD+011D").travellers) == people
    assert len(booking(*PEOPLE, FLIGHT, f"TIF+{tif}").travellers) == people


def test_unknown_weight_unit_is_said(booking, codes):
    reading = booking(*OPENED, "TRI++7:::1", "TBD++2:30:999")
    assert codes(reading) == ["bag-unit-unknown"]
    assert (reading.travellers[0].bag_count, reading.travellers[0].bag_weight_kg) == (2, None)


@pytest.mark.parametrize(
    ("tbd", "tags", "pool"),
    [
        ("TBD++3:84:700++HP+ZZ:4074902824:3:ATH", ["ZZ4074902824", "ZZ4074902825", "ZZ4074902826"], "HP"),
        ("TBD++2:34:700++MP+999:0000180441:1:ATH+999: 0000180442:3:ATH", ["9990000180441", "9990000180442"], "MP"),
        ("TBD++1:17:701+++ZZ:0683::ATH:006", ["ZZ0683"], None),
        ("TBD++2:17:701+HP:OSL-7+ZZ:0009:2:ATH", ["ZZ0009", "ZZ0010"], "HP:OSL-7"),
        ("TBD+++MP:0741234123456", [None], "MP:0741234123456"),
        ("TBD++2:17:700", [None], None),
    ],
)
def test_tags_and_pool(booking, tbd, tags, pool):
    bags = booking(*OPENED, "TRI++7:::1", tbd).travellers[0].bags
    assert [bag.tag for bag in bags] == tags
    assert {bag.pool for bag in bags} == {pool}


def test_counts_that_disagree_expand_nothing(booking, codes):
    reading = booking(*OPENED, "TRI++7:::1", "TBD++3:33:700++HP+999:0987654321:411290:ATH")
    assert [bag.tag for bag in reading.travellers[0].bags] == ["9990987654321"]
    assert codes(reading) == ["bag-tag-count"]


def test_the_pushed_flight_decides_the_total(booking):
    earlier = ("TVL+140625:0930:140625:1000+BGO+OSL+ZZ+11:Y", "DAT+2", "TRI++1:::1", "TBD++1:10:700+++ZZ:1::OSL")
    later = (FLIGHT, "DAT+2", "TRI++1:::1", "TBD++2:25:700+++ZZ:1::ATH+ZZ:2::ATH")
    traveller = booking(*PEOPLE, *earlier, *later).travellers[0]
    assert (traveller.bag_count, traveller.bag_weight_kg) == (2, 25.0)
    assert [bag.tag for bag in traveller.bags] == ["ZZ1", "ZZ2"]


def test_ssr_seat_and_check_in_seat_are_one(booking):
    reading = booking(*PEOPLE, FLIGHT, "SSR+SEAT:HK:2:ZZ:::OSL:ATH+011D::1+XXX::2", "DAT", "TRI++1:::1", "SSD+11D++++J")
    assert [s[:4] for s in reading.travellers[0].seats] == [("11D", "OSL", "ATH", "J")]
    assert reading.travellers[1].seats == ()


@pytest.mark.parametrize(
    ("wire", "number"),
    [("011D", "11D"), ("39G", "39G"), ("074e", "74E"), ("XXX", None), ("", None), ("03BN", "3B"), ("JMP1", "JMP1")],
)
def test_seat_number(wire, number):
    assert seat_number(wire) == number


def test_boarding_number_is_a_remark(booking):
    reading = booking(*OPENED, "TRI++OSL-168:::2")
    assert [r.text for r in reading.bookings[0].remarks if r.kind == "boarding"] == ["OSL-168"]


def test_a_seat_without_a_name_is_that_of_the_only_traveller(booking):
    (traveller,) = booking(PEOPLE[0], FLIGHT, "DAT", "TRI++7", "SSD+12A", "TBD++1:10:700+++ZZ:1::ATH").travellers
    assert [seat.number for seat in traveller.seats] == ["12A"]
    assert traveller.bag_count == 1
    assert [t.seats for t in booking(*PEOPLE, FLIGHT, "DAT", "TRI++7", "SSD+12A").travellers] == [(), ()]
