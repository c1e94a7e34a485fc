"""PAXLST written clean reads back with the same travellers, and its segments are those of the guide."""

import io
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.messages import read_messages
from gatehouse.simulation import paxlst_writer
from gatehouse.simulation.style import Style
from gatehouse.terms.flight import Flight, Leg
from gatehouse.terms.reading import Part, Reading
from gatehouse.terms.traveller import Bag, Contact, Document, Role, Seat, Traveller

STYLE = Style("15B", "AUT")
FLIGHT = Flight(
    "ZZ",
    "25",
    legs=(
        Leg("JFK", "LHR", "2026-01-19T18:00", "2026-01-20T06:00"),
        Leg("LHR", "VIE", "2026-01-20T07:30", "2026-01-20T10:45"),
    ),
)
ANNA = Traveller(
    Role.PASSENGER,
    surname="MUSTERFRAU",
    given_names="ANNA MARIA",
    sex="F",
    birth_date="1980-02-29",
    birth_place="GRAZ",
    nationalities=("AUT",),
    residence="DEU",
    documents=(
        Document("P", "X1234567", "AUT", "2031-05-06"),
        Document("V", "AUT0000001", "AUT", "2026-12-31", "2025-12-01"),
    ),
    bags=(Bag("ZZ000123", 2),),
    bag_count=2,
    seats=(Seat("12C"),),
    locator="ABC234",
    reference="2001000001",
    embarkation="JFK",
    destination="VIE",
    clearance="VIE",
    verified=True,
)
READING = Reading(
    "PAXLST",
    function_code="745",
    sender="ZZDCS",
    recipient="ATPIU",
    sent="2026-01-20T07:00",
    reference="PAX001",
    control_reference="25P",
    common_reference="ZZ0025/260120/0730",
    contacts=(Contact("phone", "43 1 555 0100"),),
    flights=(FLIGHT,),
    travellers=(ANNA,),
    counted=(("42", 1),),
)
# Without N, so that no filler such as UNKNOWN comes up, which a reader rightly takes off.
NAMES = st.text(alphabet="ABCDEFGHIJKLMOPQRSTUVWXYZ'?+:", min_size=4, max_size=20).filter(lambda t: t[-1] not in "RSY")


def _read(*readings: Reading) -> list[Reading]:
    return list(read_messages(io.BytesIO(paxlst_writer.write(readings, STYLE))))


def test_a_traveller_comes_back_field_by_field() -> None:
    (read,) = _read(READING)
    (back,) = read.travellers
    for field in ("role", "surname", "given_names", "sex", "birth_date", "nationalities", "residence", "locator"):
        assert getattr(back, field) == getattr(ANNA, field), field
    for field in ("reference", "bag_count", "verified", "embarkation", "destination", "clearance", "birth_place"):
        assert getattr(back, field) == getattr(ANNA, field), field
    assert [seat.number for seat in back.seats] == ["12C"]
    assert [(d.type, d.number, d.issuer, d.expires) for d in back.documents] == [
        (d.type, d.number, d.issuer, d.expires) for d in ANNA.documents
    ]


def test_flights_come_back_with_every_leg_in_local_time() -> None:
    (read,) = _read(READING)
    assert [(f.carrier, f.number) for f in read.flights] == [("ZZ", "25")]
    assert read.flights[0].legs == FLIGHT.legs
    assert read.function == "passenger-list"
    assert not [finding for finding in read.findings if finding.severity == "error"]


def test_the_border_leg_has_125_and_87_and_others_92() -> None:
    written = paxlst_writer.segments(READING, STYLE)
    assert [text for text in written if text.startswith("LOC+") and "+178" not in text][:4] == [
        "LOC+92+JFK",
        "LOC+92+LHR",
        "LOC+125+LHR",
        "LOC+87+VIE",
    ]


def test_parts_and_changes_are_announced() -> None:
    parts = [replace(READING, part=Part(n, n == 2), reference=f"PAX00{n}") for n in (1, 2)]
    assert [read.part for read in _read(*parts)] == [Part(1, False), Part(2, True)]
    (changed,) = _read(replace(READING, function_code="745+CP", transaction="I1", revision="1"))
    assert (changed.function, changed.transaction) == ("change", "I1")


def test_crew_are_crew_with_their_duty() -> None:
    member = replace(ANNA, role=Role.CREW, crew_duty="CR1", bags=(), seats=(), locator=None, verified=None)
    (read,) = _read(replace(READING, function_code="250", travellers=(member,), counted=(("41", 1),)))
    assert read.function == "crew-list"
    assert [(t.role, t.crew_duty) for t in read.travellers] == [(Role.CREW, "CR1")]


@given(st.lists(st.tuples(NAMES, NAMES), max_size=8))
def test_any_names_come_back_in_order(names: list[tuple[str, str]]) -> None:
    people = tuple(replace(ANNA, surname=surname, given_names=given) for surname, given in names)
    (read,) = _read(replace(READING, travellers=people))
    assert len(read.travellers) == len(names)
    assert [(t.surname, t.given_names) for t in read.travellers] == names
