from collections.abc import Callable, Sequence
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatehouse import edifact
from gatehouse.edifact import writer
from gatehouse.screening.messages.paxlst.reader import read
from gatehouse.screening.messages.paxlst.said import FINDING_KINDS
from gatehouse.terms.flight import Flight, Leg
from gatehouse.terms.reading import Part, Reading
from gatehouse.terms.traveller import Bag, Contact, Document, Role, Seat

Build = Callable[..., Reading]
FULL = (
    "NAD+FL+++VAN ROE:ANN:BEE+12 LONG ROAD+LEEDS+:::YORKS+LS11AA+GBR",
    "ATT+2++F",
    "DTM+329:900131",
    "MEA+CT++:2",
    "MEA+WT++KGM:31",
    "GEI+4+173",
    "FTX+BAG+++ZZ556677:2",
    "LOC+22+HNL",
    "LOC+174+GBR",
    "LOC+178+SYD",
    "LOC+179+HNL",
    "LOC+180+:::YORK GBR",
    "COM+44 1:TE",
    "NAT+2+GBR",
    "RFF+AVF:HVW402",
    "RFF+ABO:REF771",
    "RFF+SEA:012C",
    "DOC+P:110:111+QK778120",
    "DTM+36:301231",
    "LOC+91+GBR",
)


def test_a_message_is_read_whole(reading: Build) -> None:
    flight = ("TDT+20+ZZ123", "LOC+125+SYD", "DTM+189:2606212100:201", "LOC+87+HNL", "DTM+232:2606211000:201")
    result = reading("BGM+745", "RFF+TN:BART1:::2", "NAD+MS+++DESK", *flight, *FULL, "CNT+42:1", sequence="03:F")
    (traveller,) = result.travellers
    assert (result.type, result.version, result.function, result.function_code) == (
        "PAXLST",
        "D.15B",
        "passenger-list",
        "745",
    )
    assert (result.transaction, result.revision, result.part) == ("BART1", "2", Part(3, True))
    assert (result.sender, result.recipient, result.sent) == ("ZZAIR", "BORDER", "2026-06-20T09:00")
    leg = Leg("SYD", "HNL", "2026-06-21T21:00", "2026-06-21T10:00")
    assert result.flights == (Flight("ZZ", "123", legs=(leg,), segment=5),)
    assert result.counted == (("passengers", 1),)
    assert (traveller.surname, traveller.given_names, traveller.sex) == ("VAN ROE", "ANN BEE", "F")
    assert (traveller.birth_date, traveller.birth_place) == ("1990-01-31", "YORK GBR")
    assert (traveller.nationalities, traveller.residence) == (("GBR",), "GBR")
    assert (traveller.bag_count, traveller.bag_weight_kg, traveller.verified) == (2, 31.0, True)
    assert traveller.bags == (Bag("ZZ556677", 2, segment=16),)
    assert traveller.seats == (Seat("12C", segment=26),)
    assert (traveller.embarkation, traveller.destination, traveller.clearance) == ("SYD", "HNL", "HNL")
    assert (traveller.locator, traveller.reference) == ("HVW402", "REF771")
    assert traveller.documents == (Document("P", "QK778120", "GBR", "2030-12-31", segment=27),)
    assert traveller.contacts == (
        Contact("address", "12 LONG ROAD, LEEDS, YORKS, LS11AA, GBR", 10),
        Contact("phone", "44 1", 22),
    )
    assert result.findings == ()


def test_every_field_of_a_person_names_the_segment_it_was_read_from(message: Callable[..., edifact.Message]) -> None:
    source = message("BGM+745", *FULL)
    (traveller,) = read(source).travellers
    tags = {field: source.segments[ordinal - 1].tag for field, ordinal in traveller.sources.items()}
    assert tags == {
        "role": "NAD",
        "surname": "NAD",
        "given_names": "NAD",
        "contacts": "NAD",
        "sex": "ATT",
        "birth_date": "DTM",
        "bag_count": "MEA",
        "bag_weight_kg": "MEA",
        "verified": "GEI",
        "bags": "FTX",
        "clearance": "LOC",
        "residence": "LOC",
        "embarkation": "LOC",
        "destination": "LOC",
        "birth_place": "LOC",
        "nationalities": "NAT",
        "locator": "RFF",
        "reference": "RFF",
        "seats": "RFF",
        "documents": "DOC",
        "documents.0.expires": "DTM",
        "documents.0.issuer": "LOC",
    }
    assert source.segments[traveller.sources["birth_place"] - 1].text.startswith("LOC+180")


@settings(max_examples=40)
@given(st.permutations(FULL[1:17]))
def test_the_order_inside_a_person_does_not_matter(order: Sequence[str]) -> None:
    body = ("NAD+FL+++VAN ROE:ANN:BEE", *order, *FULL[17:])
    (traveller,) = one(*body).travellers
    assert (traveller.sex, traveller.birth_date, traveller.clearance) == ("F", "1990-01-31", "HNL")
    assert (traveller.nationalities, traveller.locator, traveller.reference) == (("GBR",), "HVW402", "REF771")
    assert (traveller.birth_place, traveller.verified, traveller.bag_count) == ("YORK GBR", True, 2)
    assert traveller.documents[0][:4] == ("P", "QK778120", "GBR", "2030-12-31")
    assert traveller.evidence == ()


def one(*body: str) -> Reading:
    """The reading of a message with this body."""
    inside = writer.message("M1", ("PAXLST", "D", "05B", "UN", "IATA"), body)
    (only,) = edifact.read(BytesIO(writer.write(["UNB+UNOA:4+ZZ+GOV+260620:0900+1", *inside, "UNZ+1+1"])))
    return read(only)


def test_a_segment_boundary_behind_a_released_release_is_a_boundary() -> None:
    body = b"BGM+745'NAD+FL+++ROE:ANN'DOC+P+X1??'NAD+FL+++ROE:BOB'DOC+P+X2'"
    raw = b"UNB+UNOA:4+ZZ+GOV+260620:0900+1'UNH+1+PAXLST:D:05B:UN:IATA'" + body + b"UNT+7+1'UNZ+1+1'"
    (only,) = edifact.read(BytesIO(raw))
    first, second = read(only).travellers
    assert (first.given_names, first.documents[0].number) == ("ANN", "X1?")
    assert (second.given_names, second.documents[0].number) == ("BOB", "X2")


def test_released_separators_are_part_of_a_name() -> None:
    (traveller,) = one("BGM+745", "NAD+FL+++O?'NEIL:ANN?+BEE?:CEE").travellers
    assert (traveller.surname, traveller.given_names) == ("O'NEIL", "ANN+BEE:CEE")


def test_other_separators_read_the_same() -> None:
    raw = (
        b"UNA*-.? #UNB-UNOA*4-ZZ-GOV-260620*0900-1#UNH-1-PAXLST*D*05B*UN*IATA#BGM-745-CP#TDT-20-ZZ12#"
        b"NAD-FL---ROE*ANN#DTM-329*900131#DOC-P*110*111-X1#UNT-7-1#UNZ-1-1#"
    )
    (only,) = edifact.read(BytesIO(raw))
    result = read(only)
    (traveller,) = result.travellers
    assert (result.function_code, result.flights[0].designator) == ("745+CP", "ZZ12")
    assert (traveller.full_name, traveller.birth_date, traveller.documents[0].number) == (
        "ANN ROE",
        "1990-01-31",
        "X1",
    )


def test_a_change_and_a_close_name_people_by_reference(reading: Build) -> None:
    change = reading("BGM+745+CP", "NAD+FL+++ROE:ANN", "RFF+ABO:77", "NAT+2+FRA")
    closed = reading("BGM+266+CLOB", "TDT+20+ZZ1", "NAD+FL+++ROE:ANN", "RFF+AVF:AAAAAA", "RFF+ABO:77")
    assert (change.function, change.travellers[0].reference) == ("change", "77")
    assert (closed.function, closed.on_board, closed.travellers[0].reference) == ("close", True, "77")


def test_a_cancelled_flight_names_nobody(reading: Build) -> None:
    result = reading("BGM+266+XF", "TDT+20+ZZ1", "LOC+125+SYD", "LOC+87+HNL")
    assert (result.function, result.function_code, result.travellers) == ("cancel", "266+XF", ())
    assert result.flights[0].designator == "ZZ1"


def test_a_crew_list_has_duties_and_licences(reading: Build) -> None:
    crew = [text for duty in range(1, 6) for text in (f"NAD+FM+++ROE:ANN {duty}", f"EMP+1+CR{duty}:110:111", "DOC+L+9")]
    result = reading("BGM+250+C", *crew, "CNT+41:5")
    assert [traveller.crew_duty for traveller in result.travellers] == ["CR1", "CR2", "CR3", "CR4", "CR5"]
    assert {traveller.role for traveller in result.travellers} == {Role.CREW}
    assert {traveller.documents[0].type for traveller in result.travellers} == {"L"}


def test_a_list_of_another_trade_still_gives_its_people(reading: Build) -> None:
    result = reading(
        "BGM+10+TRUCK1+4", "TDT+11++++TRUK:172", "NAD+VW+0000099:109++ROE:ANN::::1", "NAT+2+US::5", "DOC+5+Z9"
    )
    (traveller,) = result.travellers
    assert (result.function, result.function_code) == ("other", "10")
    assert (traveller.role, traveller.full_name, traveller.nationalities) == (Role.OTHER, "ANN ROE", ("USA",))
    assert "list-type-unknown" in [found.code for found in result.findings]


def test_a_message_without_a_beginning_is_other_and_told(reading: Build) -> None:
    result = reading("NAD+FL+++ROE:ANN")
    assert (result.function, len(result.travellers)) == ("other", 1)
    assert "list-type-missing" in [found.code for found in result.findings]


def test_a_list_without_a_flight_is_told(reading: Build) -> None:
    assert "flight-missing" in [found.code for found in reading("BGM+745", "NAD+FL+++ROE:ANN").findings]


def test_an_infant_is_one_only_when_the_message_says_so(manifest: Build) -> None:
    young = ("NAD+FL+++ROE:TIM", "DTM+329:260501")
    told = manifest(*young, "NAD+FL+++ROE:TOM", "ATT+2++MI", "NAD+FL+++ROE:TAM", "RFF+SEA:INF").travellers
    assert [traveller.infant for traveller in told] == [False, True, True]


BODY = st.lists(
    st.sampled_from(
        [*FULL, "NAD+FM+++ROE:X", "NAD+MS+++D", "TDT+20+ZZ1", "LOC+92+SYD", "DOC++", "QTY+1", "CNT+42:1", "PDT+P/1"]
    )
    | st.text("ABNDFLMS+:?'<0129 ", max_size=24),
    max_size=25,
)


@given(BODY)
def test_nobody_is_lost_and_no_body_breaks_the_reader(body: list[str]) -> None:
    inside = writer.message("M1", ("PAXLST", "D", "05B", "UN", "IATA"), body)
    for message in edifact.read(BytesIO(writer.write(["UNB+UNOA:4+ZZ+GOV+260620:0900+1", *inside, "UNZ+1+1"]))):
        result = read(message)
        opened = [s.ordinal for s in message.segments if s.text.startswith(("NAD+FL+", "NAD+FM+", "PDT+"))]
        firsts = [traveller.segments[0] for traveller in result.travellers]
        assert [first for first in firsts if first in opened] == opened
        assert {found.code for found in result.findings} <= set(FINDING_KINDS)


@pytest.mark.parametrize("secret", ["ROESURNAME", "X98765432", "19901231"])
def test_a_finding_never_quotes_personal_data(reading: Build, secret: str) -> None:
    wrong = (f"NAD+FL+++{secret}", f"NAT+2+{secret}", f"ATT+2++{secret}", f"DOC+{secret}+{secret}", f"RFF+{secret}:1")
    result = reading("BGM+745", *wrong, f"DTM+36:{secret}9", f"LOC+{secret}+A", f"CNT+{secret}:1")
    quoted = [found for found in result.findings if secret in found.text]
    assert len(result.findings) >= 6
    assert quoted == []
