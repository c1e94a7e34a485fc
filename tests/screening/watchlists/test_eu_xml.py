"""The EU list in XML: a synthetic file of the documented layout."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gatehouse.screening.watchlists.errors import ListFileError
from gatehouse.screening.watchlists.list_reading import ListReading
from gatehouse.terms.dates import DateSpan

LIST = """<?xml version="1.0" encoding="UTF-8"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-07-28T11:43:32.000+02:00" globalFileId="1">
 <sanctionEntity designationDate="2001-02-01" unitedNationId="XXi.9" euReferenceNumber="EU.1.1" logicalId="13">
  <remark>Fictitious</remark>
  <regulation programme="UTO" numberTitle="2026/1 (UTO)" publicationDate="2026-01-02"><publicationUrl>x</publicationUrl>
  </regulation>
  <subjectType code="person" classificationCode="P"/>
  <nameAlias firstName="Zoran" lastName="Nimbus" wholeName="Zoran Nimbus" strong="true" gender="M" title="Dr"/>
  <nameAlias wholeName="Зоран Нимбус" strong="true" nameLanguage="RU"/>
  <nameAlias wholeName="Cloud" strong="false"/>
  <citizenship countryIso2Code="SY" countryDescription="SYRIA"/>
  <birthdate circa="false" calendarType="GREGORIAN" city="Nowhere" year="1970" countryDescription="UNKNOWN"/>
  <address city="Kabul" street="1 Main St" countryDescription="AFGHANISTAN"/>
  <identification number="X1" identificationTypeDescription="Passport" countryIso2Code="SY"><remark>old</remark>
  </identification>
 </sanctionEntity>
 <sanctionEntity logicalId="14"><subjectType code="enterprise" classificationCode="E"/>
  <nameAlias wholeName="Utopia Bank"/></sanctionEntity>
 <sanctionEntity logicalId="15"><subjectType code="person"/></sanctionEntity>
</export>"""


def test_every_field_of_a_person(read: Callable[[str], ListReading]) -> None:
    reading = read(LIST)
    (entry,) = reading.entries
    assert (reading.list, reading.format, reading.published) == ("EU-FSF", "eu-xml", "2026-07-28")
    assert (reading.not_persons, reading.skipped) == (1, 1)
    assert [(name.full, name.quality.value, name.script) for name in entry.names] == [
        ("Zoran Nimbus", "primary", "Latn"),
        ("Зоран Нимбус", "strong", "Cyrl"),
        ("Cloud", "weak", "Latn"),
    ]
    assert entry.birth_dates == (DateSpan.exact("1970"),)
    assert (entry.birth_places, entry.nationalities, entry.sex) == (("Nowhere",), ("SYR",), "M")
    assert [tuple(document) for document in entry.documents] == [("X1", "Passport", "SYR", "old")]
    assert entry.contacts == ("1 Main St, Kabul, AFGHANISTAN",)
    assert (entry.entry_id, entry.source_reference) == ("13", "EU.1.1")
    assert (entry.programme, entry.legal_basis) == ("UTO", "2026/1 (UTO)")
    assert (entry.listed_on, entry.updated_on) == ("2001-02-01", "2026-01-02")
    assert entry.remarks == "Title: Dr; UN reference: XXi.9; Fictitious"


def test_a_cut_file_is_refused(read: Callable[[str], ListReading]) -> None:
    with pytest.raises(ListFileError, match="cut off or damaged"):
        read(LIST[:-200])


def test_parts_of_a_birth_date_and_a_country_by_its_code(read: Callable[[str], ListReading]) -> None:
    born = (
        '<birthdate circa="false" calendarType="GREGORIAN" monthOfYear="5" year="1943" countryIso2Code="CD" '
        'countryDescription="CONGO, Democratic Republic of (was Zaire)"/>'
        '<birthdate circa="true" dayOfMonth="7" monthOfYear="11" year="1944" countryIso2Code="00"/>'
    )
    reading = read(
        '<export><sanctionEntity logicalId="1"><subjectType code="person"/><nameAlias wholeName="Zoran Nimbus"/>'
        f"{born}</sanctionEntity></export>"
    )
    (entry,) = reading.entries
    assert entry.birth_dates == (DateSpan.exact("1943-05"), DateSpan.exact("1944-11-07", circa=True))
    assert entry.birth_places == ("CONGO, Democratic Republic of (was Zaire)",)
    assert (entry.birth_countries, reading.findings) == (("COD",), ())
