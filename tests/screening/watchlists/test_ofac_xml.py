"""The OFAC XML form, in either namespace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from gatehouse.screening.watchlists.list_reading import ListReading
from gatehouse.screening.watchlists.reader import read_list
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedDocument

SHARED = Path(__file__).parents[4] / "shared" / "data" / "lists" / "ofac_consolidated_2025-03-28.xml"

PERSON = """<sdnEntry><uid>7</uid><firstName>Zoran</firstName><lastName>NIMBUS</lastName><title>Dr</title>
<sdnType>Individual</sdnType><remarks>Fictitious</remarks><programList><program>FTO</program></programList>
<idList><id><uid>1</uid><idType>Passport</idType><idNumber>X000001</idNumber><idCountry>Turkey</idCountry>
<expirationDate>01 Jan 2030</expirationDate></id>
<id><uid>2</uid><idType>Gender</idType><idNumber>Male</idNumber></id>
<id><uid>3</uid><idType>Secondary sanctions risk:</idType><idNumber>section 1</idNumber></id></idList>
<akaList><aka><category>weak</category><lastName>CLOUD</lastName></aka>
<aka><category>strong</category><lastName>NIMBO</lastName><firstName>Z.</firstName></aka></akaList>
<addressList><address><city>Hebron</city><country>Palestinian</country></address></addressList>
<nationalityList><nationality><country>Palestinian</country></nationality></nationalityList>
<citizenshipList><citizenship><country>Turkey</country></citizenship></citizenshipList>
<dateOfBirthList><dateOfBirthItem><dateOfBirth>circa 1970</dateOfBirth></dateOfBirthItem></dateOfBirthList>
<placeOfBirthList><placeOfBirthItem><placeOfBirth>Nowhere, Haiti</placeOfBirth></placeOfBirthItem></placeOfBirthList>
</sdnEntry>"""


def document(namespace: str, count: int = 2) -> str:
    return (
        f'<?xml version="1.0"?><sdnList xmlns="{namespace}"><publshInformation><Publish_Date>03/28/2025</Publish_Date>'
        f"<Record_Count>{count}</Record_Count></publshInformation>{PERSON}"
        "<sdnEntry><uid>8</uid><lastName>UTOPIA BANK</lastName><sdnType>Entity</sdnType></sdnEntry></sdnList>"
    )


@pytest.mark.parametrize("namespace", ["http://tempuri.org/sdnList.xsd", "https://example.org/other"])
def test_every_field_of_a_person(namespace: str, read: Callable[[str], ListReading]) -> None:
    reading = read(document(namespace))
    (entry,) = reading.entries
    assert (reading.list, reading.published, reading.not_persons) == ("OFAC-SDN", "2025-03-28", 1)
    assert [(name.full, name.quality.value, name.surname, name.given_names) for name in entry.names] == [
        ("Zoran NIMBUS", "primary", "NIMBUS", "Zoran"),
        ("CLOUD", "weak", None, None),
        ("Z. NIMBO", "strong", "NIMBO", "Z."),
    ]
    assert entry.documents == (ListedDocument("X000001", "Passport", "TUR", "expires 01 Jan 2030"),)
    assert entry.nationalities == ("PSE", "TUR")
    assert entry.birth_dates == (DateSpan.exact("1970", circa=True),)
    assert (entry.birth_places, entry.birth_countries) == (("Nowhere, Haiti",), ("HTI",))
    assert (entry.sex, entry.contacts, entry.programme) == ("M", ("Hebron, Palestinian",), "FTO")
    assert entry.legal_basis == "Immigration and Nationality Act section 219"
    assert entry.remarks == "Secondary sanctions risk: section 1; Title: Dr; Fictitious"


def test_a_count_that_differs_is_a_finding(read: Callable[[str], ListReading]) -> None:
    assert "list-count-differs" in {finding.code for finding in read(document("urn:x", 3)).findings}
    assert "list-count-differs" not in {finding.code for finding in read(document("urn:x", 2)).findings}


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the real lists are not beside the project")
def test_every_individual_of_the_real_file_is_loaded() -> None:
    kinds = [e.text for e in etree.parse(str(SHARED)).iter("{*}sdnType")]
    reading = read_list(SHARED)
    assert reading.list == "OFAC-CONS"
    assert len(reading.entries) == kinds.count("Individual") == 80
    assert len(reading.entries) + reading.not_persons == len(kinds)
    assert {finding.code for finding in reading.findings} == {"entries-not-persons"}
