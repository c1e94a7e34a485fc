"""What both writers send of generated travellers is what the product's readers read, whatever the style."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatehouse.edifact import Delimiters
from gatehouse.screening.messages import read_messages
from gatehouse.simulation import paxlst_writer, pnrgov_writer
from gatehouse.simulation.dirt import ODD_DELIMITERS
from gatehouse.simulation.style import Style
from gatehouse.terms.booking import Booking, Locator
from gatehouse.terms.flight import Flight, Leg
from gatehouse.terms.reading import Reading
from gatehouse.terms.traveller import Document, Role, Seat, Traveller

FLIGHT = Flight("ZZ", "25", legs=(Leg("LHR", "VIE", "2026-01-20T07:30", "2026-01-20T10:45"),), status="HK")
LETTERS = "ABDGHIKLOPTVZ"
"""Enough letters for names, too few for a title or a filler (MR, UNKNOWN), which a reader rightly takes off."""

WORDS = st.text(LETTERS, min_size=4, max_size=12)
DATES = st.dates(dt.date(1930, 1, 1), dt.date(2025, 12, 31)).map(dt.date.isoformat)
COUNTRIES = st.sampled_from(["AUT", "DEU", "EGY", "JPN"])


@st.composite
def somebody(draw: st.DrawFn) -> Traveller:
    """A passenger with a passport, every field of it stated."""
    number = f"X{draw(st.integers(0, 9_999_999)):07}"
    expires = draw(st.sampled_from(["2027-01-01", "2031-05-06", "2035-12-31"]))
    return Traveller(
        Role.PASSENGER,
        surname=draw(WORDS),
        given_names=draw(WORDS),
        sex=draw(st.sampled_from(["M", "F"])),
        birth_date=draw(DATES),
        nationalities=(draw(COUNTRIES),),
        documents=(Document("P", number, draw(COUNTRIES), expires),),
    )


PEOPLE = somebody()
STYLES = st.builds(
    Style,
    st.sampled_from(["02B", "05B", "12B", "15B"]),
    st.just("AUT"),
    delimiters=st.sampled_from([Delimiters(), *ODD_DELIMITERS]),
    service_string=st.sampled_from([None, True]),
    group=st.booleans(),
    newline=st.sampled_from(["", "\n", "\r\n"]),
)


def _numbered(people: list[Traveller]) -> tuple[Traveller, ...]:
    return tuple(
        replace(person, number=str(i), reference=f"20010{i:05}", locator="ABC234") for i, person in enumerate(people, 1)
    )


def _reading(people: list[Traveller]) -> Reading:
    return Reading(
        "PAXLST",
        function_code="745",
        sender="ZZDCS",
        recipient="ATPIU",
        sent="2026-01-20T07:00",
        control_reference="25P",
        flights=(FLIGHT,),
        travellers=_numbered(people),
    )


def _told(traveller: Traveller) -> tuple[object, ...]:
    documents = [(d.type, d.number, d.issuer, d.expires) for d in traveller.documents]
    named = (traveller.surname, traveller.given_names, traveller.sex, traveller.birth_date, traveller.reference)
    return (*named, traveller.nationalities, documents)


@given(st.lists(PEOPLE, max_size=6), STYLES)
@settings(max_examples=120, deadline=None)
def test_api_says_the_same_in_every_style(people: list[Traveller], style: Style) -> None:
    """Release, separators, line ends, groups and service string are no part of what is said."""
    (read,) = read_messages(io.BytesIO(paxlst_writer.write((_reading(people),), style)))
    assert [_told(traveller) for traveller in read.travellers] == [_told(one) for one in _numbered(people)]
    assert not [finding.code for finding in read.findings if finding.severity == "error"]


@given(st.lists(PEOPLE, min_size=1, max_size=6), STYLES, st.sampled_from(["11.1", "13.1", "15.1", "18.1"]))
@settings(max_examples=120, deadline=None)
def test_pnr_says_the_same_in_every_style(people: list[Traveller], style: Style, release: str) -> None:
    travellers = _numbered(people)
    booking = Booking(
        "ABC234",
        (Locator("ZZ", "ABC234", "2025-11-02T09:15"),),
        updated="2026-01-19T01:30",
        travellers=tuple(range(len(travellers))),
        flights=(FLIGHT,),
        originator="1S/VIE",
    )
    pushed = replace(_reading(people), type="PNRGOV", function_code="22", bookings=(booking,))
    (read,) = read_messages(io.BytesIO(pnrgov_writer.write((pushed,), replace(style, release=release))))
    assert [_told(traveller) for traveller in read.travellers] == [_told(one) for one in travellers]
    assert [back.locator for back in read.bookings] == ["ABC234"]


@given(st.lists(PEOPLE, min_size=1, max_size=5), st.integers(-3, 60).filter(bool))
@settings(max_examples=60, deadline=None)
def test_a_wrong_count_is_found_and_costs_nobody(people: list[Traveller], error: int) -> None:
    style = Style("05B", "AUT", count_error=error)
    (read,) = read_messages(io.BytesIO(paxlst_writer.write((_reading(people),), style)))
    assert len(read.travellers) == len(people)
    assert "segment-count" in {finding.code for finding in read.findings}


@given(st.lists(PEOPLE, min_size=1, max_size=4), st.integers(1, 4))
@settings(max_examples=40, deadline=None)
def test_several_messages_of_one_file_stay_apart(people: list[Traveller], parts: int) -> None:
    readings = tuple(replace(_reading(people), reference=f"PAX{n}") for n in range(parts))
    read = list(read_messages(io.BytesIO(paxlst_writer.write(readings, Style("05B", "AUT")))))
    assert [one.reference for one in read] == [f"PAX{n}" for n in range(parts)]
    assert all(len(one.travellers) == len(people) for one in read)


@pytest.mark.parametrize(
    ("born", "infant", "kind"),
    [
        ("1980-02-29", False, "A"),
        ("2014-12-31", False, "A"),
        ("2015-01-01", False, "C"),
        ("2025-06-01", True, "IN"),
        (None, False, "A"),
    ],
    ids=["adult", "twelve-in-the-year", "eleven-in-the-year", "infant", "no-birth-date"],
)
def test_the_type_of_passenger_follows_the_year_of_birth(born: str | None, infant: bool, kind: str) -> None:
    who = Traveller(Role.PASSENGER, "MUSTER", "ANNA", birth_date=born, infant=infant, number="1")
    booking = Booking("ABC234", (Locator("ZZ", "ABC234"),), travellers=(0,), flights=(FLIGHT,))
    pushed = Reading("PNRGOV", function_code="22", flights=(FLIGHT,), travellers=(who,), bookings=(booking,))
    written = pnrgov_writer.segments(pushed, Style("13.1", "AUT"))
    assert f"TIF+MUSTER+ANNA:{kind}:1" in written


@pytest.mark.parametrize(
    ("role", "qualifier"),
    [(Role.PASSENGER, "FL"), (Role.CREW, "FM"), (Role.TRANSIT, "DDU"), (Role.TRANSIT_CREW, "DDT")],
)
def test_the_party_qualifier_comes_back_as_the_role(role: Role, qualifier: str) -> None:
    reading = replace(_reading([]), travellers=(Traveller(role, "MUSTER", "ANNA"),))
    assert f"NAD+{qualifier}+++MUSTER:ANNA" in paxlst_writer.segments(reading, Style("05B", "AUT"))
    (read,) = read_messages(io.BytesIO(paxlst_writer.write((reading,), Style("05B", "AUT"))))
    assert [traveller.role for traveller in read.travellers] == [role]


@pytest.mark.parametrize("bags", [0, 1, 2, 999])
@pytest.mark.parametrize("verified", [True, False, None])
def test_counts_and_verification_come_back(bags: int, verified: bool | None) -> None:
    who = Traveller(Role.PASSENGER, "MUSTER", "ANNA", bag_count=bags, verified=verified, seats=(Seat("12C"),))
    reading = replace(_reading([]), travellers=(who,))
    (read,) = read_messages(io.BytesIO(paxlst_writer.write((reading,), Style("05B", "AUT"))))
    (back,) = read.travellers
    assert (back.bag_count, back.verified, [seat.number for seat in back.seats]) == (bags, verified, ["12C"])
