"""PNR pushes merged onto a flight."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gatehouse.screening.travellers.pushing import is_later
from gatehouse.terms.booking import Booking
from gatehouse.terms.flight import Flight, Leg
from gatehouse.terms.reading import Reading
from gatehouse.terms.traveller import Traveller

FLIGHT = Flight("ZZ", "123", None, (Leg("CDG", "LHR", "2026-01-20T08:30"),))
FULL, UPDATE = "22", "141"


@pytest.fixture(scope="session")
def push() -> Callable[..., Reading]:
    """Makes PNRGOV readings of bookings given as locator to people; None in place of people is an empty ORG."""

    def make(code: str = FULL, sent: str | None = None, **parties: list[Traveller] | None) -> Reading:
        people: list[Traveller] = []
        bookings = []
        for locator, party in parties.items():
            members = range(len(people), len(people) + len(party or []))
            people += party or []
            bookings.append(Booking(locator, travellers=tuple(members), cancelled=party is None))
        return Reading(
            "PNRGOV",
            function_code=code,
            sender="ZZ",
            sent=sent,
            flights=(FLIGHT,),
            travellers=tuple(people),
            bookings=tuple(bookings),
        )

    return make


def _bookings(bench: object) -> dict[str, str]:
    return {booking.locator: booking.state for booking in bench.roster.bookings.values()}


def test_a_later_full_push_shows_which_bookings_are_gone(bench, push, who) -> None:
    bench.arrives(push(AAA=[who("ROE/A", number="1")], BBB=[who("DOE/A", number="1")]))
    bench.arrives(push(AAA=[who("ROE/A", number="1")]))
    assert _bookings(bench) == {"AAA": "active", "BBB": "no-longer-on-flight"}
    assert bench.states() == {"ROE": "expected", "DOE": "removed"}
    assert len(bench.ledger.versions) == 3


def test_an_update_push_shows_nothing_of_the_bookings_it_leaves_out(bench, push, who) -> None:
    bench.arrives(push(AAA=[who("ROE/A", number="1")], BBB=[who("DOE/A", number="1")]))
    bench.arrives(push(UPDATE, AAA=[who("ROE/A", number="1")]))
    assert set(_bookings(bench).values()) == {"active"}


def test_a_part_of_a_full_push_lets_nobody_vanish_until_all_parts_are_here(bench, push, who) -> None:
    bench.arrives(push(AAA=[who("ROE/A", number="1")], BBB=[who("DOE/A", number="1")], CCC=[who("POE/A", number="1")]))
    bench.arrives(push(AAA=[who("ROE/A", number="1")]), push="s7", ends_series=False)
    assert set(_bookings(bench).values()) == {"active"}
    bench.arrives(push(BBB=[who("DOE/A", number="1")]), push="s7")
    assert _bookings(bench) == {"AAA": "active", "BBB": "active", "CCC": "no-longer-on-flight"}


def test_a_booking_that_comes_back_is_active_again(bench, push, who) -> None:
    for locator in ("AAA", "BBB", "AAA"):
        bench.arrives(push(**{locator: [who("ROE/A" if locator == "AAA" else "DOE/A", number="1")]}))
    assert _bookings(bench) == {"AAA": "active", "BBB": "no-longer-on-flight"}
    assert bench.states()["ROE"] == "expected"


def test_an_empty_origin_cancels_the_booking_and_its_people(bench, push, who) -> None:
    bench.arrives(push(AAA=[who("ROE/A", number="1"), who("ROE/B", number="2")], BBB=[who("DOE/A", number="1")]))
    bench.arrives(push(UPDATE, AAA=None))
    assert _bookings(bench) == {"AAA": "cancelled", "BBB": "active"}
    assert [person.state for person in bench.roster.persons.values()] == ["cancelled", "cancelled", "expected"]


def test_who_is_split_off_a_booking_is_removed_and_the_rest_keep_their_names(bench, push, who) -> None:
    first = bench.arrives(push(AAA=[who("ROE/ANN", number="1"), who("DOE/JOE", number="2")]))
    second = bench.arrives(push(UPDATE, AAA=[who("DOE/JOE", number="1")]))
    assert second[0].person == first[1].person
    assert bench.states() == {"ROE": "removed", "DOE": "expected"}


def test_a_corrected_name_under_the_same_number_is_the_same_person(bench, push, who) -> None:
    first = bench.arrives(push(AAA=[who("ROW/ANN", number="1")]))
    second = bench.arrives(push(AAA=[who("ROE/ANN", number="1")]))
    assert first[0].person == second[0].person


def test_a_push_that_was_sent_earlier_is_a_version_and_changes_nothing(bench, push, who) -> None:
    bench.arrives(push(sent="2026-01-19T12:00", AAA=[who("ROE/A", number="1")], BBB=[who("DOE/A", number="1")]))
    bench.arrives(push(sent="2026-01-18T12:00", AAA=[who("ROE/A", number="1")]))
    assert _bookings(bench) == {"AAA": "active", "BBB": "active"}
    assert [version.superseded for version in bench.ledger.versions] == [False, False, True]


def test_api_and_pnr_of_one_person_are_one_traveller(bench, push, api, who) -> None:
    bench.arrives(push(AAA=[who("ROE/ANN", number="1", locator="AAA")]))
    (placed,) = bench.arrives(api(who("ROE/ANN MARIE", "X1", locator="AAA")))
    assert list(bench.roster.persons) == [placed.person]
    assert bench.ledger.joins[0].join.evidence == ("locator", "name")
    assert bench.roster.persons[placed.person].given_names == "ANN MARIE"


def test_twins_are_joined_each_with_their_own_record(bench, push, api, who) -> None:
    twins = [
        who(f"ROE/{name}", number=n, locator="AAA", birth_date="2001-01-01") for n, name in (("1", "ANN"), ("2", "BEA"))
    ]
    pnr = bench.arrives(push(AAA=twins))
    by_api = bench.arrives(
        api(
            who("ROE/BEA", locator="AAA", birth_date="2001-01-01"),
            who("ROE/ANN", locator="AAA", birth_date="2001-01-01"),
        )
    )
    assert [one.person for one in by_api] == [pnr[1].person, pnr[0].person]


@pytest.mark.parametrize(
    ("held", "told", "later"),
    [("b", "a", True), ("a", "b", False), ("a", "a", False), (None, "a", False), ("a", None, False)],
)
def test_unknown_times_are_never_later(held: str | None, told: str | None, later: bool) -> None:
    assert is_later(held, told) is later


@pytest.mark.parametrize("stale_has_known", [True, False], ids=["known-before", "never-seen"])
def test_a_push_that_comes_late_brings_nobody_back_into_a_booking(bench, push, who, stale_has_known: bool) -> None:
    ann, joe = who("ROE/ANN", number="1"), who("DOE/JOE", number="2")
    first = [ann, joe] if stale_has_known else [ann]
    bench.arrives(push(FULL, "2026-01-19T12:00", AAA=first))
    bench.arrives(push(UPDATE, "2026-01-19T14:00", AAA=[ann]))
    placed = bench.arrives(push(UPDATE, "2026-01-19T13:00", AAA=[ann, joe]))
    assert len(placed) == 2
    assert bench.states() == {"ROE": "expected", "DOE": "removed"}
