"""The third-party files that lie beside the project: the facts that their own sources assert."""

from pathlib import Path

import pytest

from facts import Fact
from gatehouse import edifact
from gatehouse.screening.messages.paxlst.reader import read
from gatehouse.terms.reading import Reading
from gatehouse.terms.traveller import Role

MESSAGES = Path(__file__).parents[5] / "shared" / "data" / "messages"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not MESSAGES.is_dir(), reason="the shared message files are not beside this checkout"),
]


def read_file(name: str) -> Reading:
    with (MESSAGES / name).open("rb") as stream:
        (only,) = edifact.read(stream)
    return read(only)


GTAS, GUIDE, CLEAN = "US-CBP__GTAS/", "adamf__jetway/paxlst_", "janotaz__ediclean/"
ORIGINAL, REFERENCE = CLEAN + "tests/testfiles/original/", CLEAN + "tests/testfiles/reference/"
COUNTS = [
    (GTAS + "Test3.txt", "passenger-list", 260, 0, 260),
    (GTAS + "UNedifact_testAPISParsingWithBagWeightAndCountInMEASegment.edi", "passenger-list", 1, 0, 1),
    (GTAS + "UNedifact_testMultipleTdtWithOneLegEach.edi", "passenger-list", 0, 0, 0),
    (GTAS + "UNedifact_testSingleTdtWithLoc92.edi", "passenger-list", 0, 0, 0),
    (GTAS + "multiple_flight_leg_apis.txt", "passenger-list", 2, 0, 2),
    (GUIDE + "fuzz_seed_bad_version.edi", "passenger-list", 0, 0, 0),
    (GUIDE + "guide_example_5_1.edi", "passenger-list", 1, 0, 1),
    (GUIDE + "guide_example_5_2_crew.edi", "crew-list", 0, 1, 1),
    (GUIDE + "guide_example_5_3_progressive.edi", "passenger-list", 2, 0, 2),
    (CLEAN + "header_test_dirty.txt", "passenger-list", 4, 0, 4),
    (CLEAN + "header_test_reference.txt", "passenger-list", 4, 0, 4),
    *[
        (folder + name, function, passengers, crew, documents)
        for folder in (ORIGINAL, REFERENCE)
        for name, function, passengers, crew, documents in (
            ("A.txt", "passenger-list", 1, 0, 1),
            ("B.txt", "passenger-list", 1, 0, 1),
            ("C.txt", "passenger-list", 3, 0, 3),
            ("D.txt", "passenger-list", 1, 0, 1),
            ("E.txt", "passenger-list", 3, 0, 3),
            ("F.txt", "crew-list", 0, 1, 2),
        )
    ],
]


@pytest.mark.parametrize(("name", "function", "passengers", "crew", "documents"), COUNTS, ids=[c[0] for c in COUNTS])
def test_everybody_is_there(name: str, function: str, passengers: int, crew: int, documents: int) -> None:
    result = read_file(name)
    roles = [traveller.role for traveller in result.travellers]
    assert result.function == function
    assert (roles.count(Role.PASSENGER), roles.count(Role.CREW), len(roles)) == (passengers, crew, passengers + crew)
    assert sum(len(traveller.documents) for traveller in result.travellers) == documents
    assert all(traveller.surname for traveller in result.travellers)


def legs(result: Reading) -> list[tuple[str, str | None, str | None]]:
    return [(flight.designator, leg.origin, leg.destination) for flight in result.flights for leg in flight.legs]


ROUTES = [
    ("UNedifact_testMultipleTdtWithOneLegEach.edi", [("UA123", "YVR", "JFK"), ("UA124", "JFK", "ATL")]),
    ("UNedifact_testSingleTdtWithLoc92.edi", [("KE250", "JFK", "ANC"), ("KE250", "ANC", "ICN")]),
    ("multiple_flight_leg_apis.txt", [("QQ877", "MIA", "IAD"), ("QQ827", "IAD", "JFK"), ("QQ827", "JFK", "CDG")]),
]


@pytest.mark.parametrize(("name", "expected"), ROUTES)
def test_routes(name: str, expected: list[tuple[str, str, str]]) -> None:
    assert legs(read_file(GTAS + name)) == expected


def test_baggage_weight_and_count_and_a_skipped_document() -> None:
    (traveller,) = read_file(GTAS + "UNedifact_testAPISParsingWithBagWeightAndCountInMEASegment.edi").travellers
    assert (traveller.bag_count, traveller.bag_weight_kg, len(traveller.bags)) == (4, 80.0, 4)
    assert traveller.documents[0].type is None


def test_the_guides_single_sector_example() -> None:
    result = read_file(GUIDE + "guide_example_5_1.edi")
    (traveller,) = result.travellers
    ((leg,),) = (flight.legs for flight in result.flights)
    assert (leg.departs, leg.arrives) == ("2013-06-21T09:00", "2013-06-21T22:00")
    assert (traveller.bag_count, traveller.bags[0].pieces, traveller.verified) == (2, 3, False)
    assert (traveller.clearance, traveller.residence, traveller.birth_place) == ("HNL", "GBR", Fact("d75d53002af6838c"))
    assert traveller.documents[0].expires == "2015-12-31"
    assert (result.counted, len(result.contacts)) == ((("passengers", 160),), 4)


def test_the_guides_crew_and_progressive_examples() -> None:
    crew = read_file(GUIDE + "guide_example_5_2_crew.edi")
    assert (crew.travellers[0].nationalities, crew.contacts[0].value) == (("CAN",), Fact("8ff5f0f0a28816c6"))
    progressive = read_file(GUIDE + "guide_example_5_3_progressive.edi")
    assert legs(progressive) == [(Fact("94853668fd8e9d42"), "BCN", "IAD"), (Fact("94853668fd8e9d42"), "IAD", "SFO")]
    assert progressive.travellers[1].reference == Fact("329b0c0096329fe8")
    assert (progressive.revision, progressive.counted) == ("1", (("passengers", 2),))


@pytest.mark.parametrize("name", ["A.txt", "B.txt", "C.txt", "D.txt", "E.txt", "F.txt"])
def test_a_dirty_file_says_the_same_as_its_clean_twin(name: str) -> None:
    dirty, clean = read_file(ORIGINAL + name), read_file(REFERENCE + name)
    assert dirty.travellers == clean.travellers
    assert dirty.flights == clean.flights


@pytest.mark.parametrize("name", ["paxlst.txt", "bad-paxlst.txt"])
def test_a_truck_crew_is_read_as_persons_of_another_role(name: str) -> None:
    result = read_file("smooks__smooks-edi-cartridge/" + name)
    (traveller,) = result.travellers
    assert (result.function, traveller.role, traveller.birth_date) == ("other", Role.OTHER, "1935-09-19")
    assert (len(traveller.documents), traveller.nationalities) == (2, ("USA",))
    assert traveller.documents[0].issuer == "USA"
