"""The UK lists in XML: synthetic files of the layouts that are published."""

from __future__ import annotations

from collections.abc import Callable

from gatehouse.screening.watchlists.list_reading import ListReading
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedDocument

PERSON = """<Designation><LastUpdated>04/08/2026</LastUpdated><DateDesignated>25/01/2001</DateDesignated>
<UniqueID>UTO0006</UniqueID><OFSIGroupID>71</OFSIGroupID><UNReferenceNumber>UTi.002</UNReferenceNumber>
<Names><Name><Name1>Zee</Name1><Name6>NIMBO</Name6><NameType>Alias</NameType>
<AliasStrength>Low quality a.k.a</AliasStrength>
</Name><Name><Name1>ZORAN</Name1><Name2>Q.</Name2><Name6>NIMBUS</Name6><NameType>Primary Name</NameType></Name>
<Name><Name6>ZORAN THE CLOUD</Name6><NameType>Primary name variation</NameType></Name></Names>
<NonLatinNames><NonLatinName><NameNonLatinScript>Зоран Нимбус</NameNonLatinScript></NonLatinName>
<NonLatinName><NameNonLatinScript>زوران نمبوس</NameNonLatinScript></NonLatinName></NonLatinNames>
<RegimeName>Utopia</RegimeName><IndividualEntityShip>Individual</IndividualEntityShip>
<SanctionsImposed>Asset freeze|Travel Ban</SanctionsImposed><UKStatementofReasons>
</UKStatementofReasons><Addresses><Address><AddressLine6>Kabul</AddressLine6><AddressCountry>Afghanistan</AddressCountry>
</Address></Addresses><IndividualDetails><Individual><DOBs><DOB>dd/mm/1945</DOB><DOB>24/10/1946</DOB><DOB>dd/05/1947</DOB>
<DOB>15/08/19yy</DOB></DOBs><Nationalities><Nationality>Syria</Nationality><Nationality>Iran</Nationality></Nationalities>
<PassportDetails><Passport><PassportNumber>X1</PassportNumber>
<PassportAdditionalInformation>Syria, issued in 2001</PassportAdditionalInformation></Passport>
<Passport><PassportNumber>X2</PassportNumber></Passport></PassportDetails><NationalIdentifierDetails><NationalIdentifier>
<NationalIdentifierNumber>545</NationalIdentifierNumber></NationalIdentifier></NationalIdentifierDetails>
<Genders><Gender>Male</Gender></Genders><Positions><Position>Clerk</Position></Positions>
<BirthDetails><Location><TownOfBirth>Aleppo</TownOfBirth><CountryOfBirth>Syria</CountryOfBirth></Location>
<Location><CountryOfBirth>Iran</CountryOfBirth></Location></BirthDetails></Individual></IndividualDetails></Designation>"""
SHIP = """<Designation><UniqueID>UTO0007</UniqueID><Names><Name><Name6>CALM SEA</Name6><NameType>Primary Name</NameType>
</Name></Names><IndividualEntityShip>Ship</IndividualEntityShip></Designation>"""


def test_the_uk_sanctions_list(read: Callable[[str], ListReading]) -> None:
    reading = read(f"<Designations><DateGenerated>02/09/2026</DateGenerated>{SHIP}{PERSON}</Designations>")
    (entry,) = reading.entries
    assert (reading.list, reading.published, reading.not_persons) == ("UK-SL", "2026-09-02", 1)
    assert [(name.full, name.quality.value, name.script) for name in entry.names] == [
        ("ZORAN Q. NIMBUS", "primary", "Latn"),
        ("Зоран Нимбус", "primary", "Cyrl"),
        ("زوران نمبوس", "primary", "Arab"),
        ("Zee NIMBO", "weak", "Latn"),
        ("ZORAN THE CLOUD", "strong", "Latn"),
    ]
    assert entry.birth_dates == tuple(map(DateSpan.exact, ("1945", "1946-10-24", "1947-05")))
    assert [finding.code for finding in reading.findings if finding.segment] == ["list-birth-date-unread"]
    assert entry.documents == (
        ListedDocument("X1", "Passport", "SYR", "Syria, issued in 2001"),
        ListedDocument("X2", "Passport"),
        ListedDocument("545", "National identification number"),
    )
    assert (entry.entry_id, entry.sex, entry.programme) == ("UTO0006", "M", "Utopia")
    assert (entry.nationalities, entry.birth_countries) == (("SYR", "IRN"), ("SYR", "IRN"))
    assert (entry.birth_places, entry.contacts) == (("Aleppo, Syria", "Iran"), ("Kabul, Afghanistan",))
    assert (entry.listed_on, entry.updated_on) == ("2001-01-25", "2026-08-04")
    assert entry.remarks
    assert "15/08/19yy" in entry.remarks
    assert "Travel Ban" in entry.remarks


def row(group: int, kind: str, more: str) -> str:
    return (
        f"<FinancialSanctionsTarget><GroupTypeDescription>{kind}</GroupTypeDescription><GroupID>{group}</GroupID>"
        f'<name4 xsi:nil="true"/>{more}</FinancialSanctionsTarget>'
    )


def test_rows_of_the_consolidated_list_are_put_together_by_group(read: Callable[[str], ListReading]) -> None:
    alias = row(
        5, "Individual", "<Name6>NIMBO</Name6><AliasType>AKA</AliasType><AliasQuality>Low quality</AliasQuality>"
    )
    primary = row(
        5,
        "Individual",
        "<Name6>NIMBUS</Name6><name1>Zoran</name1><name2>Q.</name2><AliasType>Primary name</AliasType>"
        "<Individual_DateOfBirth>00/05/1970</Individual_DateOfBirth><RegimeName>Utopia</RegimeName>"
        "<Individual_Nationality>(1) Syria (2) Iran</Individual_Nationality>"
        "<DateListed>2001-10-02T00:00:00</DateListed><Individual_Gender>Male</Individual_Gender>"
        "<Individual_PassportNumber>(1) X1 (2) X2</Individual_PassportNumber>",
    )
    bank = row(6, "Entity", "<Name6>UTOPIA BANK</Name6>")
    reading = read(
        '<ArrayOfFinancialSanctionsTarget xmlns="urn:any" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{alias}{bank}{primary}</ArrayOfFinancialSanctionsTarget>"
    )
    (entry,) = reading.entries
    assert [(name.full, name.quality.value) for name in entry.names] == [
        ("Zoran Q. NIMBUS", "primary"),
        ("NIMBO", "weak"),
    ]
    assert (entry.birth_dates, entry.nationalities) == ((DateSpan.exact("1970-05"),), ("SYR", "IRN"))
    assert [document.number for document in entry.documents] == ["X1", "X2"]
    assert (entry.listed_on, entry.sex, entry.programme, reading.not_persons) == ("2001-10-02", "M", "Utopia", 1)
