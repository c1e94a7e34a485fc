"""Reads the UK's lists in XML: the UK Sanctions List (`Designations`) and the consolidated list that preceded it.

A `Designation` holds everything of one subject: names in parts, names in other scripts, dates, documents. A
`FinancialSanctionsTarget` of the consolidated list is a row as in its CSV form, one for each name, put together by
`GroupID`. Both layouts are known from published documentation and from how others read them (docs/lists.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from gatehouse.screening.watchlists.csv_rows import Record
from gatehouse.screening.watchlists.draft import EntryDraft
from gatehouse.screening.watchlists.list_reading import Item, Mark, Published
from gatehouse.screening.watchlists.listed_dates import partial_date
from gatehouse.screening.watchlists.listed_names import listed_name
from gatehouse.screening.watchlists.source import Source
from gatehouse.screening.watchlists.uk_csv import LEGAL_BASIS, LIST_NAME, entries_of, issuer, layout_of, quality_of
from gatehouse.screening.watchlists.xml_stream import elements, local_name
from gatehouse.terms.entry import ListedDocument, ListedName, NameQuality

GIVEN_PARTS = tuple(f"Name{number}" for number in range(1, 6))
ADDRESS_PARTS = (*(f"AddressLine{number}" for number in range(1, 7)), "AddressPostalCode", "AddressCountry")
DOCUMENTS = (("Passport", "Passport"), ("NationalIdentifier", "National identification number"))
CONTACTS = ("PhoneNumber", "EmailAddress")
REMARKS = (
    ("Title", "Title"),
    ("Position", "Position"),
    ("UNReferenceNumber", "UN reference"),
    ("SanctionsImposed", "Measures"),
    ("UKStatementofReasons", "Reasons"),
    ("OtherInformation", ""),
)

_PART = re.compile(r"name([1-6])", re.IGNORECASE)


def read_consolidated(source: Source) -> Iterator[Item]:
    """The entries of the consolidated list (`ArrayOfFinancialSanctionsTarget`) in order of their first row."""
    found = elements(source, frozenset({"FinancialSanctionsTarget"}))
    next(found)
    yield from entries_of(layout_of("consolidated_xml"), map(_row, found, _ordinals()))


def read_sanctions_list(source: Source) -> Iterator[Item]:
    """The entries of the UK Sanctions List (`Designations`) in order."""
    found = elements(source, frozenset({"Designation", "DateGenerated"}))
    next(found)
    ordinal = 0
    for element in found:
        if local_name(element) == "DateGenerated":
            if date := partial_date(_text(element)):
                yield Published(date)
            continue
        ordinal += 1
        if _first(element, "IndividualEntityShip").lower() != "individual":
            yield Mark.NOT_A_PERSON
        else:
            yield from _draft(element, ordinal).finish()


def _ordinals() -> Iterator[int]:
    ordinal = 0
    while True:
        yield (ordinal := ordinal + 1)


def _row(target: Element, ordinal: int) -> Record:
    """The row of the CSV form that an element is; its name parts stand under the names that the CSV form gives them."""
    cells: dict[str, str] = {}
    for child in target:
        name = local_name(child)
        part = _PART.fullmatch(name)
        cells[f"Name {part[1]}" if part else name] = _text(child)
    return Record(ordinal, cells)


def _text(element: Element) -> str:
    return " ".join((element.text or "").split())


def _inside(element: Element, name: str) -> Iterator[Element]:
    """Every element of that local name inside, at whatever depth: releases wrap them differently."""
    return (child for child in element.iter() if local_name(child) == name and child is not element)


def _texts(element: Element, name: str) -> list[str]:
    return [text for child in _inside(element, name) if (text := _text(child))]


def _first(element: Element, name: str) -> str:
    return next(iter(_texts(element, name)), "")


def _draft(designation: Element, ordinal: int) -> EntryDraft:
    draft = EntryDraft(LIST_NAME, ordinal, _first(designation, "UniqueID"))
    draft.source_reference = draft.entry_id or None
    for element in _inside(designation, "Name"):
        if name := _name(element):
            draft.names.append(name)
    for text in _texts(designation, "NameNonLatinScript"):
        draft.say_names(text, NameQuality.PRIMARY)
    draft.names.sort(key=lambda name: name.quality is not NameQuality.PRIMARY)
    _say_person(draft, designation)
    _say_listing(draft, designation)
    return draft


def _name(element: Element) -> ListedName | None:
    surname = _first(element, "Name6")
    given = " ".join(filter(None, (_first(element, part) for part in GIVEN_PARTS)))
    full = " ".join(filter(None, (given, surname))) or _text(element)
    quality = quality_of(_first(element, "NameType"), _first(element, "AliasStrength"))
    return listed_name(full, quality, surname if given else None, given if surname else None) if full else None


def _say_person(draft: EntryDraft, designation: Element) -> None:
    for text in _texts(designation, "DOB"):
        draft.say_birth_date(text)
    for place in _inside(designation, "Location"):
        draft.say_birth_place([_first(place, "TownOfBirth")], _first(place, "CountryOfBirth"))
    for text in _texts(designation, "Nationality"):
        draft.say_nationality(text)
    draft.say_sex(_first(designation, "Gender"))
    for tag, kind in DOCUMENTS:
        for element in _inside(designation, tag):
            if number := _first(element, f"{tag}Number"):
                note = _first(element, f"{tag}AdditionalInformation")
                draft.documents.append(ListedDocument(number, kind, issuer(note), note or None))


def _say_listing(draft: EntryDraft, designation: Element) -> None:
    draft.programmes.extend(_texts(designation, "RegimeName"))
    draft.legal_bases.append(LEGAL_BASIS)
    draft.listed_on = draft.date(_first(designation, "DateDesignated"), "Listed on")
    draft.updated_on = draft.date(_first(designation, "LastUpdated"), "Updated on")
    for address in _inside(designation, "Address"):
        if place := ", ".join(filter(None, (_first(address, part) for part in ADDRESS_PARTS))):
            draft.contacts.append(place)
    for tag in CONTACTS:
        draft.contacts.extend(_texts(designation, tag))
    for tag, label in REMARKS:
        for text in _texts(designation, tag):
            draft.remark(label, text)
