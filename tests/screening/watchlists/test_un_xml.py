"""The UN list: a synthetic file of its published layout, and (where present) the real files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from gatehouse.screening.watchlists.errors import ListFileError
from gatehouse.screening.watchlists.list_reading import ListReading
from gatehouse.screening.watchlists.reader import read_list
from gatehouse.screening.watchlists.un_xml import regimes
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedDocument, NameQuality

LISTS = Path(__file__).parents[4] / "shared" / "data" / "lists"
UN_FILES = sorted(LISTS.glob("un_consolidated_*.xml"))

FULL = """
<INDIVIDUAL><DATAID>100</DATAID><FIRST_NAME>ZORAN</FIRST_NAME><SECOND_NAME>NIMBUS</SECOND_NAME>
<THIRD_NAME> AL-UTOPI </THIRD_NAME><UN_LIST_TYPE>Taliban</UN_LIST_TYPE><REFERENCE_NUMBER>XXi.001</REFERENCE_NUMBER>
<LISTED_ON>2015-04-07-04:00</LISTED_ON><NAME_ORIGINAL_SCRIPT>زوران
  نيمبوس</NAME_ORIGINAL_SCRIPT><COMMENTS1>Gender: male. Fictitious.</COMMENTS1>
<TITLE><VALUE>Dr.</VALUE></TITLE><NATIONALITY><VALUE>Korea, North</VALUE><VALUE>Utopia</VALUE></NATIONALITY>
<LAST_DAY_UPDATED><VALUE>2016-01-01</VALUE><VALUE>2020-02-02</VALUE></LAST_DAY_UPDATED>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Zoran Nimbo; Z. Nimbo</ALIAS_NAME>
<DATE_OF_BIRTH>1970-02-03</DATE_OF_BIRTH><CITY_OF_BIRTH>Nowhere</CITY_OF_BIRTH></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>The Cloud (الغيمة)</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY>Odd</QUALITY><ALIAS_NAME>Oddly</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ADDRESS><CITY>Kabul</CITY><COUNTRY>Afghanistan</COUNTRY></INDIVIDUAL_ADDRESS>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1969-05-06</DATE></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_PLACE_OF_BIRTH><CITY>Herat</CITY><COUNTRY>Afghanistan</COUNTRY></INDIVIDUAL_PLACE_OF_BIRTH>
<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>X0000001</NUMBER>
<COUNTRY_OF_ISSUE>Afghanistan</COUNTRY_OF_ISSUE><NOTE>expired</NOTE></INDIVIDUAL_DOCUMENT>
<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NOTE>lost</NOTE></INDIVIDUAL_DOCUMENT>
</INDIVIDUAL>"""


def document(*persons: str) -> str:
    body = "".join(persons)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:09.554Z">'
        f"<INDIVIDUALS>{body}</INDIVIDUALS><ENTITIES><ENTITY><DATAID>9</DATAID></ENTITY></ENTITIES></CONSOLIDATED_LIST>"
    )


def born(inner: str) -> str:
    return (
        "<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>A</FIRST_NAME>"
        f"<INDIVIDUAL_DATE_OF_BIRTH>{inner}</INDIVIDUAL_DATE_OF_BIRTH></INDIVIDUAL>"
    )


def test_every_field_of_a_person(read: Callable[[str], ListReading]) -> None:
    reading = read(document(FULL))
    (entry,) = reading.entries
    assert (reading.list, reading.format, reading.published) == ("UN-SC", "un-xml", "2026-02-27")
    assert (reading.not_persons, reading.skipped) == (1, 0)
    assert [(name.full, name.quality.value, name.script) for name in entry.names] == [
        ("ZORAN NIMBUS AL-UTOPI", "primary", "Latn"),
        ("زوران نيمبوس", "primary", "Arab"),
        ("Zoran Nimbo", "strong", "Latn"),
        ("Z. Nimbo", "strong", "Latn"),
        ("The Cloud", "weak", "Latn"),
        ("الغيمة", "weak", "Arab"),
        ("Oddly", "weak", "Latn"),
    ]
    assert entry.birth_dates == (DateSpan.exact("1969-05-06"), DateSpan.exact("1970-02-03"))
    assert entry.birth_places == ("Herat, Afghanistan", "Nowhere")
    assert entry.birth_countries == ("AFG",)
    assert entry.nationalities == ("PRK", "UTO")
    assert entry.documents == (ListedDocument("X0000001", "Passport", "AFG", "expired"),)
    assert (entry.entry_id, entry.source_reference, entry.sex) == ("100", "XXi.001", "M")
    assert (entry.listed_on, entry.updated_on) == ("2015-04-07", "2020-02-02")
    assert entry.legal_basis == "Security Council resolution 1988 (2011)"
    assert entry.remarks == "Passport: lost; Title: Dr.; Gender: male. Fictitious."
    assert {f.code for f in reading.findings} == {"list-alias-quality-unknown", "entries-not-persons"}


@pytest.mark.parametrize(
    ("inner", "spans"),
    [
        ("<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><YEAR>1971</YEAR>", [DateSpan.exact("1971")]),
        ("<TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1971</YEAR>", [DateSpan.exact("1971", circa=True)]),
        ("<FROM_YEAR>1971</FROM_YEAR><TO_YEAR>1974</TO_YEAR>", [DateSpan("1971", "1974")]),
        (
            "<FROM_YEAR>1971</FROM_YEAR><TO_YEAR>1974</TO_YEAR><NOTE>Approximately</NOTE>",
            [DateSpan("1971", "1974", circa=True)],
        ),
        ("<FROM_YEAR>1971</FROM_YEAR>", [DateSpan.exact("1971")]),
        ("<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><NOTE>Nov. 1973</NOTE>", [DateSpan.exact("1973-11")]),
        ("<YEAR>1958</YEAR><NOTE>Sep.</NOTE>", [DateSpan.exact("1958-09")]),
        ("<TYPE_OF_DATE/>", []),
    ],
)
def test_birth_dates_keep_their_precision(
    inner: str, spans: list[DateSpan], read: Callable[[str], ListReading]
) -> None:
    reading = read(document(born(inner)))
    assert list(reading.entries[0].birth_dates) == spans
    assert [f.code for f in reading.findings] == ["entries-not-persons"]


@pytest.mark.parametrize(
    "inner",
    [
        "<TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><NOTE>30-35 years old</NOTE>",
        "<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><NOTE>24/06/1402 (Hijri Calendar)</NOTE>",
        "<FROM_YEAR>1974</FROM_YEAR><TO_YEAR>1971</TO_YEAR>",
        "<DATE>1971-02-30</DATE>",
    ],
)
def test_a_birth_date_that_is_none_is_kept_as_a_remark_and_not_invented(
    inner: str, read: Callable[[str], ListReading]
) -> None:
    reading = read(document(born(inner)))
    assert reading.entries[0].birth_dates == ()
    assert (reading.entries[0].remarks or "").startswith("Date of birth: ")
    assert "list-birth-date-unread" in {f.code for f in reading.findings}


def test_a_malformed_person_is_skipped_and_counted(read: Callable[[str], ListReading]) -> None:
    reading = read(document("<INDIVIDUAL><FIRST_NAME>A</FIRST_NAME></INDIVIDUAL>", FULL, FULL))
    assert len(reading.entries) == 1
    assert reading.skipped == 2
    assert [f.code for f in reading.findings if f.code.startswith("entry")] == [
        "entry-without-identifier",
        "entry-repeated",
    ]


def test_a_file_cut_in_half_is_refused_whole(read: Callable[[str], ListReading]) -> None:
    text = document(FULL, FULL)
    for share in (0.3, 0.6, 0.9):
        with pytest.raises(ListFileError, match="cut off or damaged"):
            read(text[: int(len(text) * share)])


def test_every_regime_has_a_basis() -> None:
    assert all("resolution" in basis for basis in regimes().values())


@pytest.mark.shared
@pytest.mark.skipif(not UN_FILES, reason="the real lists are not beside the project")
@pytest.mark.parametrize("path", UN_FILES, ids=lambda path: path.stem)
class TestRealFile:
    def test_every_person_is_loaded_with_every_name_and_document(self, path: Path) -> None:
        tree = etree.parse(str(path))
        reading = read_list(path)
        persons = tree.findall(".//INDIVIDUAL")
        assert len(reading.entries) == len(persons) in (727, 730)
        assert reading.skipped == 0
        assert {entry.entry_id for entry in reading.entries} == {person.findtext("DATAID") for person in persons}
        numbers = {n.text.strip() for n in tree.iterfind(".//INDIVIDUAL_DOCUMENT/NUMBER") if (n.text or "").strip()}
        assert {" ".join(n.split()) for n in numbers} == {d.number for e in reading.entries for d in e.documents}
        assert not [entry for entry in reading.entries if not entry.legal_basis]

    def test_aliases_keep_the_quality_that_the_list_gives(self, path: Path) -> None:
        entries = {entry.entry_id: entry for entry in read_list(path).entries}
        for person in etree.parse(str(path)).iterfind(".//INDIVIDUAL"):
            names = {name.full: name.quality for name in entries[person.findtext("DATAID")].names}
            for alias in person.iterfind("INDIVIDUAL_ALIAS"):
                text = " ".join((alias.findtext("ALIAS_NAME") or "").split())
                if text in names and alias.findtext("QUALITY") == "Good":
                    assert names[text] is not NameQuality.WEAK

    def test_only_ages_and_other_calendars_stay_unread(self, path: Path) -> None:
        found = [finding.code for finding in read_list(path).findings]
        assert found.count("list-birth-date-unread") <= 3
        assert found.count("list-country-unknown") == 0
