from collections.abc import Callable

import pytest

from gatehouse.screening.messages.paxlst import machine
from gatehouse.screening.messages.paxlst.said import FINDING_KINDS
from gatehouse.terms.reading import Reading
from gatehouse.terms.traveller import Evidence, Role

Build = Callable[..., Reading]


def codes(result: Reading) -> list[str]:
    return [found.code for found in result.findings]


def test_faults_said_once_are_in_the_table() -> None:
    assert set(FINDING_KINDS) >= machine.ONCE_PER_MESSAGE


def test_an_unknown_segment_inside_a_person_is_that_persons_evidence(manifest: Build) -> None:
    result = manifest("NAD+FL+++ROE:ANN", "QTY+1:2", "NAD+FL+++DOE:JOE")
    assert result.travellers[0].evidence == (Evidence(9, "QTY+1:2"),)
    assert result.travellers[0].segments == (8, 9)
    assert result.travellers[1].evidence == ()
    assert "segment-unknown" in codes(result)


def test_an_unknown_segment_before_any_person_is_the_messages_evidence(manifest: Build) -> None:
    assert manifest("QTY+1:2", "NAD+FL+++ROE:ANN").evidence == (Evidence(8, "QTY+1:2"),)


def test_a_detail_of_a_person_before_any_person_is_evidence_with_a_finding(manifest: Build) -> None:
    result = manifest("RFF+ABO:77", "NAD+FL+++ROE:ANN")
    assert result.travellers[0].reference is None
    assert result.evidence == (Evidence(8, "RFF+ABO:77"),)
    assert "detail-unplaced" in codes(result)


def test_a_second_locator_that_differs_is_kept_and_told(manifest: Build) -> None:
    result = manifest("NAD+FL+++ROE:ANN", "RFF+AVF:AAAAAA", "RFF+AVF:BBBBBB")
    (traveller,) = result.travellers
    assert (traveller.locator, traveller.evidence) == ("AAAAAA", (Evidence(10, "RFF+AVF:BBBBBB"),))
    assert "field-contradicted" in codes(result)


def test_flight_places_inside_a_person_that_repeat_the_flight_change_nothing(manifest: Build) -> None:
    plain = manifest("NAD+FL+++ROE:ANN")
    result = manifest("NAD+FL+++ROE:ANN", "LOC+125+SYD", "LOC+87+HNL", "DTM+189:2606210900:201")
    assert result.flights == plain.flights
    assert codes(result).count("flight-detail-in-person") == 1
    assert result.travellers[0].segments == (8, 11)


def test_a_new_flight_place_inside_a_person_is_a_leg(manifest: Build) -> None:
    ((first, second),) = (flight.legs for flight in manifest("NAD+FL+++ROE:ANN", "LOC+92+LAX").flights)
    assert (first.destination, second.origin, second.destination) == ("HNL", "HNL", "LAX")


def test_a_flight_behind_a_person_is_one_more_flight(manifest: Build) -> None:
    later = ("TDT+20+ZZ77", "LOC+92+HNL", "LOC+92+LAX", "NAD+FL+++DOE:JOE")
    result = manifest("NAD+FL+++ROE:ANN", *later)
    assert [flight.designator for flight in result.flights] == ["ZZ123", "ZZ77"]
    assert len(result.travellers) == 2
    assert "flight-after-persons" in codes(result)


def test_places_without_a_flight_are_still_a_route(reading: Build) -> None:
    (flight,) = reading("BGM+745", "LOC+125+SYD", "LOC+87+HNL").flights
    assert (flight.carrier, flight.legs[0].origin, flight.legs[0].destination) == (None, "SYD", "HNL")


def test_a_sender_between_persons_takes_no_segment_of_theirs(manifest: Build) -> None:
    result = manifest("NAD+FL+++ROE:ANN", "NAD+MS+++DESK", "COM+1:TE", "NAD+FL+++DOE:JOE", "COM+2:TE")
    assert [contact.value for contact in result.contacts] == ["DESK", "1"]
    assert [contact.value for contact in result.travellers[1].contacts] == ["2"]
    assert result.travellers[0].contacts == ()


PARTIES = [
    ("name", "NAD+VW+++ROE:ANN", ()),
    ("document", "NAD+QQ+123", ("DOC+P+X1",)),
    ("birth date", "NAD+QQ+123", ("DTM+329:900101",)),
]


@pytest.mark.parametrize(("party", "rest"), [v[1:] for v in PARTIES], ids=[v[0] for v in PARTIES])
def test_an_unknown_party_that_shows_to_be_a_person_is_one(manifest: Build, party: str, rest: tuple[str, ...]) -> None:
    result = manifest(party, *rest)
    assert [traveller.role for traveller in result.travellers] == [Role.OTHER]
    assert "party-unknown" in codes(result)


def test_an_unknown_party_that_is_none_is_evidence_and_takes_its_segments_along(manifest: Build) -> None:
    result = manifest("NAD+FL+++ROE:ANN", "NAD+AG+555", "RFF+ABO:77")
    assert [traveller.reference for traveller in result.travellers] == [None]
    assert [item.text for item in result.evidence] == ["RFF+ABO:77", "NAD+AG+555"]
    assert "party-unread" in codes(result)
