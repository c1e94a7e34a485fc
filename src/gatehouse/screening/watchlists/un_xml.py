"""Reads the United Nations Security Council's consolidated list in XML.

Persons (`INDIVIDUAL`) are loaded; `ENTITY` elements are counted only. `DATAID` is the identifier, `REFERENCE_NUMBER`
the public reference. Alias quality `Good` is strong and `Low` weak; a name in the original script is primary. A birth
date of an alias is an alternative birth date. The legal basis is that of the regime (`un_regimes.csv`).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from xml.etree.ElementTree import Element

from gatehouse.screening.watchlists.draft import EntryDraft
from gatehouse.screening.watchlists.list_reading import Item, Mark, Published
from gatehouse.screening.watchlists.listed_dates import month_number, partial_date, span
from gatehouse.screening.watchlists.source import Source
from gatehouse.screening.watchlists.xml_stream import children, elements, local_name, text, texts
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedDocument, NameQuality
from gatehouse.terms.finding import info

LIST_NAME = "UN-SC"
REGIMES_FILE = Path(__file__).with_name("un_regimes.csv")
NAME_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
QUALITIES = {"Good": NameQuality.STRONG, "Low": NameQuality.WEAK, "": NameQuality.STRONG}
PLACE_PARTS = ("STREET", "CITY", "STATE_PROVINCE")
ADDRESS_PARTS = (*PLACE_PARTS, "ZIP_CODE", "COUNTRY", "NOTE")

_GENDER = re.compile(r"\bGender\s*:\s*(male|female)\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def regimes() -> dict[str, str]:
    """The legal basis of each `UN_LIST_TYPE`."""
    with REGIMES_FILE.open(encoding="utf-8", newline="") as rows:
        return {row["type"]: row["legal_basis"] for row in csv.DictReader(rows)}


def read(source: Source) -> Iterator[Item]:
    """The entries of the file in order."""
    found = elements(source, frozenset({"INDIVIDUAL", "ENTITY"}))
    if date := partial_date(next(found).get("dateGenerated", "")):
        yield Published(date)
    for ordinal, element in enumerate(found, 1):
        if local_name(element) == "ENTITY":
            yield Mark.NOT_A_PERSON
        else:
            yield from _draft(element, ordinal).finish()


def _draft(person: Element, ordinal: int) -> EntryDraft:
    draft = EntryDraft(LIST_NAME, ordinal, text(person, "DATAID"))
    draft.source_reference = text(person, "REFERENCE_NUMBER") or None
    draft.say_names(" ".join(filter(None, (text(person, part) for part in NAME_PARTS))), NameQuality.PRIMARY)
    draft.say_names(text(person, "NAME_ORIGINAL_SCRIPT"), NameQuality.PRIMARY)
    for value in texts(person, "NATIONALITY", "VALUE"):
        draft.say_nationality(value)
    for element in children(person, "INDIVIDUAL_DATE_OF_BIRTH"):
        _birth_date(draft, element)
    for element in children(person, "INDIVIDUAL_PLACE_OF_BIRTH"):
        draft.say_birth_place([text(element, part) for part in PLACE_PARTS], text(element, "COUNTRY"))
        draft.remark("Place of birth", text(element, "NOTE"))
    for element in children(person, "INDIVIDUAL_DOCUMENT"):
        _document(draft, element)
    _listing(draft, person)
    # Aliases come last: their birth dates are alternatives to the person's own, and the first one is shown.
    for element in children(person, "INDIVIDUAL_ALIAS"):
        _alias(draft, element)
    return draft


def _listing(draft: EntryDraft, person: Element) -> None:
    comments = text(person, "COMMENTS1")
    stated = _GENDER.search(comments)
    draft.say_sex(text(person, "GENDER") or (stated[1] if stated else ""))
    regime = text(person, "UN_LIST_TYPE")
    draft.programmes.extend(filter(None, [regime]))
    draft.legal_bases.extend(filter(None, [regimes().get(regime)]))
    draft.listed_on = draft.date(text(person, "LISTED_ON"), "Listed on")
    updates = filter(None, (draft.date(value, "Updated on") for value in texts(person, "LAST_DAY_UPDATED", "VALUE")))
    draft.updated_on = max(updates, default=None)
    for element in children(person, "INDIVIDUAL_ADDRESS"):
        if address := ", ".join(filter(None, (text(element, part) for part in ADDRESS_PARTS))):
            draft.contacts.append(address)
    for tag, label in (("TITLE", "Title"), ("DESIGNATION", "Designation")):
        draft.remark(label, ", ".join(texts(person, tag, "VALUE")))
    draft.remark("", comments)


def _alias(draft: EntryDraft, alias: Element) -> None:
    word = text(alias, "QUALITY")
    if word not in QUALITIES:
        draft.findings.append(info("list-alias-quality-unknown", draft.ordinal, "alias quality unknown; held as weak"))
    draft.say_names(text(alias, "ALIAS_NAME"), QUALITIES.get(word, NameQuality.WEAK))
    draft.say_birth_date(text(alias, "DATE_OF_BIRTH"))
    draft.say_birth_place([text(alias, "CITY_OF_BIRTH")], text(alias, "COUNTRY_OF_BIRTH"))
    draft.remark("Alias", text(alias, "NOTE"))


def _birth_date(draft: EntryDraft, birth: Element) -> None:
    note, kind = text(birth, "NOTE"), text(birth, "TYPE_OF_DATE")
    stated = text(birth, "DATE") or text(birth, "YEAR")
    from_year, to_year = text(birth, "FROM_YEAR"), text(birth, "TO_YEAR")
    circa = kind == "APPROXIMATELY" or note == "Approximately"
    if from_year or to_year:
        found = span(from_year or to_year, to_year or from_year, circa=circa)
    elif stated:
        found = _exact(stated, note, circa=circa)
    elif note:
        draft.say_birth_date(f"circa {note}" if circa else note)
        return
    else:
        return
    if found:
        draft.birth_dates.append(found)
        draft.remark("Date of birth", note if note != "Approximately" else "")
    else:
        draft.unread_birth_date(" ".join(filter(None, (stated, from_year, to_year, note))))


def _exact(stated: str, note: str, *, circa: bool) -> DateSpan | None:
    # "1958" with the note "Sep." is September 1958, said in two fields.
    date = partial_date(f"{note} {stated}") if month_number(note) else None
    date = date or partial_date(stated)
    return DateSpan.exact(date, circa) if date else None


def _document(draft: EntryDraft, document: Element) -> None:
    kind = text(document, "TYPE_OF_DOCUMENT2") or text(document, "TYPE_OF_DOCUMENT")
    number, note = text(document, "NUMBER"), text(document, "NOTE")
    country = text(document, "ISSUING_COUNTRY") or text(document, "COUNTRY_OF_ISSUE")
    city, issued = text(document, "CITY_OF_ISSUE"), text(document, "DATE_OF_ISSUE")
    details = "; ".join(filter(None, (f"issued {issued}" if issued else "", f"in {city}" if city else "", note)))
    if number:
        issuer = draft.country(country, "Issuer")
        draft.documents.append(ListedDocument(number, kind or None, issuer, details or None))
    else:
        draft.remark(kind or "Document", "; ".join(filter(None, (country, details))))
