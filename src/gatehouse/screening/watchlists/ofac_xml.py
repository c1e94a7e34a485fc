"""Reads the OFAC list's XML form (`sdnList`), whichever namespace the release uses.

`uid` is the identifier. An alias of category `weak` is weak, any other strong. `idList` holds documents and, under
other labels, statements: those with a label of `document_labels.csv` are documents, `Gender` is the sex, and the rest
become remarks. A record count that differs from the entries in the file is a finding.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from gatehouse.screening.watchlists.draft import EntryDraft
from gatehouse.screening.watchlists.list_reading import Item, Mark, Published
from gatehouse.screening.watchlists.listed_names import listed_name
from gatehouse.screening.watchlists.ofac_csv import list_name
from gatehouse.screening.watchlists.ofac_programmes import legal_basis
from gatehouse.screening.watchlists.ofac_remarks import birth_place, is_document_label
from gatehouse.screening.watchlists.source import Source
from gatehouse.screening.watchlists.xml_stream import children, elements, local_name, text, texts
from gatehouse.terms.entry import ListedDocument, ListedName, NameQuality
from gatehouse.terms.finding import warning

ADDRESS_PARTS = ("address1", "address2", "address3", "city", "stateOrProvince", "postalCode", "country")
INFORMATION = ("publshInformation", "publishInformation")
"""The published schema spells it without an i."""


def read(source: Source) -> Iterator[Item]:
    """The entries of the file in order."""
    found = elements(source, frozenset({"sdnEntry", *INFORMATION}))
    next(found)
    count = ordinal = 0
    for element in found:
        if local_name(element) in INFORMATION:
            yield from _published(text(element, "Publish_Date"))
            stated = text(element, "Record_Count")
            count = int(stated) if stated.isdecimal() else 0
            continue
        ordinal += 1
        if text(element, "sdnType") != "Individual":
            yield Mark.NOT_A_PERSON
        else:
            yield from _draft(element, ordinal, list_name(source.name)).finish()
    if count and count != ordinal:
        yield warning("list-count-differs", None, f"the file states {count} entries and has {ordinal}")


def _published(date: str) -> Iterator[Published]:
    """The date is printed month/day/year."""
    month, _, rest = date.partition("/")
    day, _, year = rest.partition("/")
    if year.isdecimal() and month.isdecimal() and day.isdecimal():
        yield Published(f"{year}-{int(month):02d}-{int(day):02d}")


def _name(element: Element, quality: NameQuality) -> ListedName | None:
    surname, given = text(element, "lastName"), text(element, "firstName")
    full = " ".join(filter(None, (given, surname)))
    return listed_name(full, quality, surname if given else None, given) if full else None


def _draft(entry: Element, ordinal: int, name: str) -> EntryDraft:
    draft = EntryDraft(name, ordinal, text(entry, "uid"))
    draft.source_reference = draft.entry_id or None
    names = [_name(entry, NameQuality.PRIMARY)]
    for akas in children(entry, "akaList"):
        for aka in children(akas, "aka"):
            weak = text(aka, "category").lower() == "weak"
            names.append(_name(aka, NameQuality.WEAK if weak else NameQuality.STRONG))
    draft.names.extend(filter(None, names))
    _say_person(draft, entry)
    draft.programmes.extend(texts(entry, "programList", "program"))
    draft.legal_bases.extend(filter(None, map(legal_basis, draft.programmes)))
    draft.remark("Title", text(entry, "title"))
    draft.remark("", text(entry, "remarks"))
    for addresses in children(entry, "addressList"):
        for address in children(addresses, "address"):
            if place := ", ".join(filter(None, (text(address, part) for part in ADDRESS_PARTS))):
                draft.contacts.append(place)
    return draft


def _say_person(draft: EntryDraft, entry: Element) -> None:
    for births in children(entry, "dateOfBirthList"):
        for date in texts(births, "dateOfBirthItem", "dateOfBirth"):
            draft.say_birth_date(date)
    for places in children(entry, "placeOfBirthList"):
        for place in texts(places, "placeOfBirthItem", "placeOfBirth"):
            birth_place(draft, place)
    for tag in ("nationality", "citizenship"):
        for stated in children(entry, f"{tag}List"):
            for country in texts(stated, tag, "country"):
                draft.say_nationality(country)
    for identifiers in children(entry, "idList"):
        for identifier in children(identifiers, "id"):
            _say_identifier(draft, identifier)


def _say_identifier(draft: EntryDraft, identifier: Element) -> None:
    kind, number, country = (text(identifier, tag) for tag in ("idType", "idNumber", "idCountry"))
    if kind == "Gender":
        draft.say_sex(number)
    elif number and is_document_label(kind):
        issued, expires = text(identifier, "issueDate"), text(identifier, "expirationDate")
        validity = (f"issued {issued}" if issued else "", f"expires {expires}" if expires else "")
        issuer = draft.country(country, "Issuer")
        draft.documents.append(ListedDocument(number, kind, issuer, "; ".join(filter(None, validity)) or None))
    else:
        draft.remark(kind.removesuffix(":"), " ".join(filter(None, (number, country))))
