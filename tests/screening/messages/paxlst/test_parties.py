from collections.abc import Callable

import pytest

from gatehouse.edifact.segment import split
from gatehouse.screening.messages.paxlst import said
from gatehouse.screening.messages.paxlst.parties import communication, contact_us, mail_address, party
from gatehouse.terms.reading import Reading
from gatehouse.terms.traveller import Contact, Role

ROLES = [
    ("FL", Role.PASSENGER),
    ("FM", Role.CREW),
    ("DDU", Role.TRANSIT),
    ("DDT", Role.TRANSIT_CREW),
    ("VW", Role.OTHER),
    ("fl", Role.PASSENGER),
]


@pytest.mark.parametrize(("qualifier", "role"), ROLES)
def test_a_qualifier_gives_the_role(qualifier: str, role: Role) -> None:
    opened = party(split(f"NAD+{qualifier}+++ROE:ANN"), 4)
    assert opened.about == (said.OPENS_PARTY if role is Role.OTHER else said.OPENS_PERSON)
    assert dict(opened.facts)["role"] is role
    assert any(fault.code == "party-unknown" for fault in opened.faults) is (role is Role.OTHER)


ADDRESSES = [
    ("street lines, city, named region, post code, country", "12 LONG ROAD:FLAT 3+LEEDS+:::YORKS+LS11AA+GBR"),
    ("region as a code", "12 LONG ROAD:FLAT 3+LEEDS+YORKS:163:5+LS11AA+GBR"),
]


@pytest.mark.parametrize("address", [v[1] for v in ADDRESSES], ids=[v[0] for v in ADDRESSES])
def test_an_address_is_one_contact(address: str) -> None:
    facts = dict(party(split(f"NAD+FL+++ROE:ANN+{address}"), 9).facts)
    assert facts["contacts"] == (Contact("address", "12 LONG ROAD, FLAT 3, LEEDS, YORKS, LS11AA, GBR", 9),)


def test_blanks_in_an_address_go_and_an_empty_address_is_none() -> None:
    facts = dict(party(split("NAD+FM+++ROE:ANN+ 5 HILL +SOMEWHERE+HI+ 96761"), 9).facts)
    assert facts["contacts"][0].value == "5 HILL, SOMEWHERE, HI, 96761"
    assert "contacts" not in dict(party(split("NAD+FM+++ROE:ANN+ ++"), 9).facts)


def test_a_name_format_code_is_no_name() -> None:
    facts = dict(party(split("NAD+VW+0000099:109++ROE:ANN::::1"), 4).facts)
    assert (facts["surname"], facts["given_names"]) == ("ROE", "ANN")


def test_free_name_lines_stand_for_a_missing_name() -> None:
    opened = party(split("NAD+FL++ROE:ANN BEE"), 4)
    assert dict(opened.facts)["surname"] == "ROE ANN BEE"
    assert opened.faults == (said.Fault("name-unstructured"),)


def test_a_party_number_without_a_name_is_a_person_without_a_name(manifest: Callable[..., Reading]) -> None:
    result = manifest("NAD+FL+PAX77", "RFF+ABO:77")
    (traveller,) = result.travellers
    assert (traveller.surname, traveller.given_names, traveller.reference) == (None, None, "77")
    assert [item.text for item in traveller.evidence] == ["NAD+FL+PAX77"]
    assert "name-missing" in [found.code for found in result.findings]


def test_who_sent_the_message_is_a_contact_of_the_message(reading: Callable[..., Reading]) -> None:
    body = ("BGM+745", "NAD+MS+++DESK:NIGHT", "COM+1 2 3:TE+4 5 6:FX+DESK.AT. ZZ.EXAMPLE:EM")
    result = reading(*body)
    assert [contact[:2] for contact in result.contacts] == [
        ("other", "DESK NIGHT"),
        ("phone", "1 2 3"),
        ("fax", "4 5 6"),
        ("email", "DESK@ZZ.EXAMPLE"),
    ]
    assert result.travellers == ()


def test_a_sender_may_be_a_number_alone(reading: Callable[..., Reading]) -> None:
    assert [contact.value for contact in reading("BGM+250", "NAD+MS+ABC9876").contacts] == ["ABC9876"]


def test_a_means_of_contact_that_is_not_known_is_other_with_a_finding() -> None:
    result = communication(split("COM+99:QQ+5"), 3)
    assert result.facts[0][1] == (Contact("other", "99", 3), Contact("other", "5", 3))
    assert result.faults == (said.Fault("contact-unknown", "QQ"),)


def test_the_us_profile_names_its_contact_in_one_segment() -> None:
    result = contact_us(split("CTA+IC+:SAM DESK+1-2:TE+3-4:FX"), 2)
    assert [contact[:2] for contact in result.facts[0][1]] == [("other", "SAM DESK"), ("phone", "1-2"), ("fax", "3-4")]


@pytest.mark.parametrize(
    ("wire", "address"),
    [
        ("A.B.AT.C.EXAMPLE", "A.B@C.EXAMPLE"),
        ("A .at. C.EXAMPLE", "A@C.EXAMPLE"),
        ("A..B//C.EXAMPLE", "A_B@C.EXAMPLE"),
        ("A@C.EXAMPLE", "A@C.EXAMPLE"),
    ],
)
def test_an_address_without_the_signs_of_the_character_set(wire: str, address: str) -> None:
    assert mail_address(wire) == address
