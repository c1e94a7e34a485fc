"""The set phrases of OFAC remarks."""

from __future__ import annotations

import pytest

from gatehouse.screening.watchlists.draft import EntryDraft
from gatehouse.screening.watchlists.ofac_remarks import birth_place, is_document_label, ofac_name, read_remarks
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedDocument, NameQuality


def drafted(remarks: str) -> EntryDraft:
    draft = EntryDraft("TEST", 1, "1")
    read_remarks(draft, remarks)
    return draft


@pytest.mark.parametrize(
    ("remarks", "spans"),
    [
        ("DOB 12 Mar 1952; alt. DOB 08 Nov 1954.", [DateSpan.exact("1952-03-12"), DateSpan.exact("1954-11-08")]),
        ("DOB circa 1951.", [DateSpan.exact("1951", circa=True)]),
        ("DOB circa 1951-1953.", [DateSpan("1951", "1953", circa=True)]),
        ("DOB 1951 to 1953.", [DateSpan("1951", "1953")]),
        ("DOB 01 Jan 1951 to 31 Dec 1953.", [DateSpan("1951-01-01", "1953-12-31")]),
        ("DOB Apr 1951 to May 1951.", [DateSpan("1951-04", "1951-05")]),
        ("DOB Apr 1951.", [DateSpan.exact("1951-04")]),
        ("Linked To: DOB TRADING LTD.", []),
    ],
)
def test_birth_dates(remarks: str, spans: list[DateSpan]) -> None:
    assert drafted(remarks).birth_dates == spans


@pytest.mark.parametrize(
    ("remarks", "document"),
    [
        ("Passport X000001 (Utopia)", ListedDocument("X000001", "Passport", "UTO")),
        ("alt. Passport X 000 001", ListedDocument("X 000 001", "Passport")),
        (
            "Passport X1 issued 06 Nov 1990 expires 13 Sep 1995",
            ListedDocument("X1", "Passport", None, "issued 06 Nov 1990 expires 13 Sep 1995"),
        ),
        (
            "Passport X1 (Iran) issued 1990",
            ListedDocument("X1", "Passport", "IRN", "issued 1990"),
        ),
        ("C.U.R.P. # ABC123 (Mexico)", ListedDocument("ABC123", "C.U.R.P.", "MEX")),
        ("National ID No. 9/MaNa (Naing) 123456", ListedDocument("9/MaNa (Naing) 123456", "National ID No.")),
        ("Diplomatic Passport 0123 (Korea, North).", ListedDocument("0123", "Diplomatic Passport", "PRK")),
    ],
)
def test_documents_with_their_issuer(remarks: str, document: ListedDocument) -> None:
    assert drafted(remarks).documents == [document]


@pytest.mark.parametrize(
    "remarks", ["Passport lost", "Phone Number 0000000", "Digital Currency Address - XBT 1abc", "President since 1999"]
)
def test_what_is_no_document_number_is_none(remarks: str) -> None:
    assert drafted(remarks).documents == []


def test_the_other_phrases_and_the_whole_text_as_a_remark() -> None:
    text = "POB Nowhere, Utopia; nationality Iran; citizen Atlantis; Gender Female; a.k.a. 'DOE, Jane'; Linked To: X."
    draft = drafted(text)
    assert draft.birth_places == ["Nowhere, Utopia"]
    assert draft.birth_countries == ["UTO"]
    assert draft.nationalities == ["IRN"]
    assert draft.sex == "F"
    assert draft.names == [ofac_name("DOE, Jane", NameQuality.WEAK)]
    assert draft.remarks[0] == text
    assert [finding.code for finding in draft.findings] == ["list-country-unknown"]


@pytest.mark.parametrize(
    ("printed", "full", "surname", "given"),
    [
        ("DOE, Jane Mary", "Jane Mary DOE", "DOE", "Jane Mary"),
        ("DOE, John, Jr.", "John Jr. DOE", "DOE", "John Jr."),
        ("THE BAKER", "THE BAKER", None, None),
        ("DOE,", "DOE", None, None),
        ("", "", None, None),
    ],
)
def test_names_are_printed_surname_first(printed: str, full: str, surname: str | None, given: str | None) -> None:
    name = ofac_name(printed, NameQuality.STRONG)
    assert (name.full, name.surname, name.given_names) == (full, surname, given)


@pytest.mark.parametrize(
    ("place", "country"),
    [("Kinshasa, Congo, Democratic Republic of the", "COD"), ("Lima, Peru", "PER"), ("Lima", None), ("Peru", "PER")],
)
def test_the_country_of_a_birth_place_stands_last(place: str, country: str | None) -> None:
    draft = EntryDraft("TEST", 1, "1")
    birth_place(draft, place)
    assert draft.birth_places == [place]
    assert draft.birth_countries == ([country] if country else [])


@pytest.mark.parametrize(
    ("label", "is_one"), [("Passport", True), ("SSN", True), ("Email Address", False), ("", False)]
)
def test_labels_of_documents(label: str, is_one: bool) -> None:
    assert is_document_label(label) is is_one
