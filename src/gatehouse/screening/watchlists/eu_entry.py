"""What the EU's consolidated list of financial sanctions says of one person, in its XML and its CSV form alike.

Both forms state the same attributes; this module gives them meaning. The layout is known from published
documentation only (docs/lists.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from gatehouse.screening.watchlists.draft import EntryDraft
from gatehouse.screening.watchlists.listed_dates import partial_date, span
from gatehouse.screening.watchlists.listed_names import listed_name, tidy
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedDocument, ListedName, NameQuality
from gatehouse.terms.places import country_code

LIST_NAME = "EU-FSF"
Attributes = Mapping[str, str]
NO_COUNTRY = {"", "00", "UNKNOWN"}
PERSON = {"person", "P"}
"""The subject type as its code or its class code; releases have used either in either place."""

ADDRESS_PARTS = ("street", "poBox", "zipCode", "place", "city", "region", "countryDescription")
BIRTH_PARTS = (("year",), ("monthOfYear", "month"), ("dayOfMonth", "day"))
"""A part of a birth date under the name of the XML form, and under that of the CSV form's columns."""
KNOWN_FALSE = ("knownFalse", "revokedByIssuer", "reportedLost", "knownExpired")
WESTERN_CALENDARS = {"", "GREGORIAN"}


@dataclass(slots=True)
class EuPerson:
    """The attributes of one `sanctionEntity` and of what it contains, each under the names of the XML form."""

    entity: Attributes
    names: list[Attributes] = field(default_factory=list)
    births: list[Attributes] = field(default_factory=list)
    citizenships: list[Attributes] = field(default_factory=list)
    identifications: list[Attributes] = field(default_factory=list)
    addresses: list[Attributes] = field(default_factory=list)
    regulations: list[Attributes] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def is_person(*codes: str) -> bool:
    """Whether a subject type's code or class code stands for a natural person."""
    return bool(PERSON & {code.strip() for code in codes})


def eu_draft(person: EuPerson, ordinal: int) -> EntryDraft:
    """The entry that the attributes describe."""
    draft = EntryDraft(LIST_NAME, ordinal, person.entity.get("logicalId", ""))
    draft.source_reference = person.entity.get("euReferenceNumber") or None
    for place, attributes in enumerate(person.names):
        _say_name(draft, attributes, main=place == 0)
    for attributes in person.births:
        _say_birth(draft, attributes)
    for attributes in person.citizenships:
        draft.say_nationality(_country(attributes))
    for attributes in person.identifications:
        _say_document(draft, attributes)
    for attributes in person.addresses:
        if place_text := ", ".join(_texts(attributes, ADDRESS_PARTS)):
            draft.contacts.append(place_text)
    _say_listing(draft, person)
    return draft


def _texts(attributes: Attributes, names: Iterable[str]) -> list[str]:
    found = (tidy(attributes.get(name)) for name in names)
    return [text for text in found if text not in ("", "UNKNOWN")]


def _country(attributes: Attributes) -> str:
    code = attributes.get("countryIso2Code", "").strip()
    name = attributes.get("countryDescription", "").strip()
    return code if code not in NO_COUNTRY else name if name not in NO_COUNTRY else ""


def _name(attributes: Attributes, quality: NameQuality) -> ListedName | None:
    surname = tidy(attributes.get("lastName"))
    given = " ".join(_texts(attributes, ("firstName", "middleName")))
    full = tidy(attributes.get("wholeName")) or " ".join(filter(None, (given, surname)))
    return listed_name(full, quality, surname if given else None, given if surname else None) if full else None


def _say_name(draft: EntryDraft, attributes: Attributes, *, main: bool) -> None:
    weak = attributes.get("strong", "").lower() == "false"
    quality = NameQuality.WEAK if weak else NameQuality.PRIMARY if main else NameQuality.STRONG
    if name := _name(attributes, quality):
        draft.names.append(name)
    if not draft.sex:
        draft.say_sex(attributes.get("gender"))
    draft.remark("Title", attributes.get("title"))
    draft.remark("Function", attributes.get("function"))
    draft.remark("Name", attributes.get("remark"))


def _birth_date(attributes: Attributes) -> DateSpan | None:
    circa = attributes.get("circa", "").lower() == "true"
    first, last = attributes.get("yearRangeFrom", ""), attributes.get("yearRangeTo", "")
    if first or last:
        return span(first or last, last or first, circa=circa)
    parts = [next(filter(None, map(attributes.get, names)), "") for names in BIRTH_PARTS]
    known = [part.zfill(2) for part in parts[: next((n for n, part in enumerate(parts) if not part.strip("0")), 3)]]
    date = partial_date(attributes.get("birthdate", "")) or partial_date("-".join(known))
    return DateSpan.exact(date, circa) if date else None


def _say_birth(draft: EntryDraft, attributes: Attributes) -> None:
    fields = ("birthdate", *(name for names in BIRTH_PARTS for name in names), "yearRangeFrom", "yearRangeTo")
    stated = " ".join(_texts(attributes, fields))
    calendar = attributes.get("calendarType", "")
    if stated.strip("0 ") and calendar not in WESTERN_CALENDARS:
        draft.unread_birth_date(f"{stated} ({calendar})")
    elif found := _birth_date(attributes):
        draft.birth_dates.append(found)
    elif stated.strip("0 "):
        draft.unread_birth_date(stated)
    description = attributes.get("countryDescription", "")
    parts, country = _texts(attributes, ("place", "city", "region")), "" if description in NO_COUNTRY else description
    code = country_code(attributes.get("countryIso2Code", "").strip())
    if code and not country_code(country):
        # A name of a country that is not known is part of the place; the list's own code says which one it is.
        draft.say_birth_place([*parts, country], "")
        draft.birth_countries.append(code)
    else:
        draft.say_birth_place(parts, country)


def _say_document(draft: EntryDraft, attributes: Attributes) -> None:
    number = tidy(attributes.get("number")) or tidy(attributes.get("latinNumber"))
    if not number:
        return
    kind = attributes.get("identificationTypeDescription") or attributes.get("identificationTypeCode")
    states = [name for name in KNOWN_FALSE if attributes.get(name, "").lower() == "true"]
    dates = [f"{name} {attributes[name]}" for name in ("issueDate", "validFrom", "validTo") if attributes.get(name)]
    note = "; ".join([*_texts(attributes, ("issuedBy", "nameOnDocument", "remark")), *dates, *states])
    issuer = draft.country(_country(attributes), "Issuer")
    draft.documents.append(ListedDocument(number, tidy(kind) or None, issuer, note or None))


def _say_listing(draft: EntryDraft, person: EuPerson) -> None:
    draft.listed_on = draft.date(person.entity.get("designationDate"), "Designation date")
    dates = (draft.date(regulation.get("publicationDate"), "Publication date") for regulation in person.regulations)
    draft.updated_on = max(filter(None, dates), default=None)
    for regulation in person.regulations:
        draft.programmes.extend(_texts(regulation, ["programme"]))
        draft.legal_bases.extend(_texts(regulation, ["numberTitle"]))
    draft.remark("UN reference", person.entity.get("unitedNationId"))
    draft.remark("Designation", person.entity.get("designationDetails"))
    for remark in person.remarks:
        draft.remark("", remark)
