"""The OFAC list in its advanced XML form: synthetic files of the published schema."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gatehouse.screening.watchlists.list_reading import ListReading
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedDocument

REFERENCES = """<ReferenceValueSets>
<CountryValues><Country ID="1" ISO2="SY">Syria</Country><Country ID="2" ISO2="TR">Turkey</Country></CountryValues>
<DetailReferenceValues><DetailReference ID="91526">Male</DetailReference></DetailReferenceValues>
<FeatureTypeValues><FeatureType ID="8">Birthdate</FeatureType><FeatureType ID="9">Place of Birth</FeatureType>
<FeatureType ID="10">Nationality Country</FeatureType><FeatureType ID="11">Citizenship Country</FeatureType>
<FeatureType ID="25">Location</FeatureType><FeatureType ID="26">Title</FeatureType>
<FeatureType ID="224">Gender</FeatureType></FeatureTypeValues>
<IDRegDocTypeValues><IDRegDocType ID="1571">Passport</IDRegDocType></IDRegDocTypeValues>
<IDRegDocDateTypeValues><IDRegDocDateType ID="1480">Issue Date</IDRegDocDateType></IDRegDocDateTypeValues>
<LocPartTypeValues><LocPartType ID="1454">CITY</LocPartType></LocPartTypeValues>
<NamePartTypeValues><NamePartType ID="1520">Last Name</NamePartType><NamePartType ID="1521">First Name</NamePartType>
<NamePartType ID="1526">Patronymic</NamePartType></NamePartTypeValues>
<PartySubTypeValues><PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType>
<PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues>
<PartyTypeValues><PartyType ID="1">Individual</PartyType><PartyType ID="2">Entity</PartyType></PartyTypeValues>
<SanctionsTypeValues><SanctionsType ID="1">Program</SanctionsType><SanctionsType ID="1705">Block</SanctionsType>
</SanctionsTypeValues></ReferenceValueSets>
<Locations><Location ID="50"><LocationCountry CountryID="1"/><LocationPart LocPartTypeID="1454">
<LocationPartValue Primary="true"><Value>Aleppo</Value></LocationPartValue></LocationPart></Location>
<Location ID="51"><LocationCountry CountryID="2"/></Location></Locations>
<IDRegDocuments><IDRegDocument ID="1" IDRegDocTypeID="1571" IdentityID="31" IssuedBy-CountryID="2">
<IDRegistrationNo>X0001</IDRegistrationNo><DocumentDate IDRegDocDateTypeID="1480"><DatePeriod>
<Start><From><Year>2001</Year><Month>2</Month><Day>3</Day></From></Start></DatePeriod></DocumentDate></IDRegDocument>
</IDRegDocuments>"""


def name(*parts: tuple[str, str]) -> str:
    values = "".join(
        f'<DocumentedNamePart><NamePartValue NamePartGroupID="{group}">{part}</NamePartValue></DocumentedNamePart>'
        for group, part in parts
    )
    return f"<DocumentedName>{values}</DocumentedName>"


def born(start: str, end: str, approximate: str = "false") -> str:
    def point(day: str) -> str:
        year, month, date = day.split("-")
        return f"<Year>{year}</Year><Month>{int(month)}</Month><Day>{int(date)}</Day>"

    ends = "".join(
        f'<{tag} Approximate="{approximate}"><From>{point(day)}</From><To>{point(day)}</To></{tag}>'
        for tag, day in (("Start", start), ("End", end))
    )
    return f'<Feature FeatureTypeID="8"><FeatureVersion><DatePeriod>{ends}</DatePeriod></FeatureVersion></Feature>'


def feature(number: int, inside: str) -> str:
    return f'<Feature FeatureTypeID="{number}"><FeatureVersion>{inside}</FeatureVersion></Feature>'


PERSON = f"""<DistinctParty FixedRef="300"><Profile ID="300" PartySubTypeID="4"><Identity ID="31" Primary="true">
<Alias AliasTypeID="1400" Primary="false" LowQuality="true">{name(("a", "CLOUD"))}</Alias>
<Alias AliasTypeID="1403" Primary="true">{name(("a", "NIMBUS"), ("b", "Zoran"), ("c", "Petrovich"))}
{name(("a", "НИМБУС"), ("b", "Зоран"))}</Alias>
<Alias AliasTypeID="1400" Primary="false" LowQuality="false">{name(("a", "NIMBO"), ("b", "Z."))}</Alias>
<NamePartGroups><MasterNamePartGroup><NamePartGroup ID="a" NamePartTypeID="1520"/></MasterNamePartGroup>
<MasterNamePartGroup><NamePartGroup ID="b" NamePartTypeID="1521"/></MasterNamePartGroup>
<MasterNamePartGroup><NamePartGroup ID="c" NamePartTypeID="1526"/></MasterNamePartGroup></NamePartGroups></Identity>
{born("1960-01-01", "1960-12-31", "true")}{born("1961-03-01", "1961-03-31")}{born("1962-04-05", "1962-04-05")}
{born("1963-01-01", "1965-12-31")}
{feature(9, '<VersionLocation LocationID="50"/>')}{feature(10, '<VersionLocation LocationID="50"/>')}
{feature(11, '<VersionLocation LocationID="51"/>')}{feature(25, '<VersionLocation LocationID="51"/>')}
{feature(224, '<VersionDetail DetailReferenceID="91526"/>')}{feature(26, "<VersionDetail>Clerk</VersionDetail>")}
</Profile></DistinctParty>"""
COMPANY = f"""<DistinctParty FixedRef="301"><Profile ID="301" PartySubTypeID="3"><Identity ID="32">
<Alias Primary="true">{name(("x", "UTOPIA BANK"))}</Alias></Identity></Profile></DistinctParty>"""
ENTRIES = """<SanctionsEntries><SanctionsEntry ID="300" ProfileID="300" ListID="1550"><EntryEvent><Date>
<Year>2015</Year><Month>6</Month><Day>7</Day></Date></EntryEvent>
<SanctionsMeasure SanctionsTypeID="1705"><Comment/></SanctionsMeasure>
<SanctionsMeasure SanctionsTypeID="1"><Comment>FTO</Comment></SanctionsMeasure>
<SanctionsMeasure SanctionsTypeID="1"><Comment>CUBA</Comment></SanctionsMeasure></SanctionsEntry></SanctionsEntries>"""


@pytest.mark.parametrize("namespace", ["http://www.un.org/sanctions/1.0", "https://example.org/ADVANCED_XML"])
def test_every_field_of_a_person(namespace: str, read: Callable[[str], ListReading]) -> None:
    reading = read(
        f'<?xml version="1.0"?><Sanctions xmlns="{namespace}"><DateOfIssue><Year>2025</Year><Month>3</Month>'
        f"<Day>9</Day></DateOfIssue>{REFERENCES}<DistinctParties>{COMPANY}{PERSON}</DistinctParties>{ENTRIES}</Sanctions>"
    )
    (entry,) = reading.entries
    assert (reading.list, reading.format, reading.published, reading.not_persons) == (
        "OFAC-SDN",
        "ofac-advanced-xml",
        "2025-03-09",
        1,
    )
    assert [(name.full, name.quality.value, name.script, name.surname) for name in entry.names] == [
        ("Zoran Petrovich NIMBUS", "primary", "Latn", "NIMBUS"),
        ("Зоран НИМБУС", "primary", "Cyrl", "НИМБУС"),
        ("CLOUD", "weak", "Latn", None),
        ("Z. NIMBO", "strong", "Latn", "NIMBO"),
    ]
    assert entry.birth_dates == (
        DateSpan.exact("1960", circa=True),
        DateSpan.exact("1961-03"),
        DateSpan.exact("1962-04-05"),
        DateSpan("1963", "1965"),
    )
    assert (entry.birth_places, entry.birth_countries) == (("Aleppo, Syria",), ("SYR",))
    assert (entry.entry_id, entry.sex, entry.contacts, entry.listed_on) == ("300", "M", ("Turkey",), "2015-06-07")
    assert entry.documents == (ListedDocument("X0001", "Passport", "TUR", "issue date 2001-02-03"),)
    assert entry.programme == "FTO; CUBA"
    assert entry.remarks == "Title: Clerk"
    assert set(entry.nationalities) == {"SYR", "TUR"}
