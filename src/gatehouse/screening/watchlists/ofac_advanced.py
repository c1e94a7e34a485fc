"""Reads the OFAC list's advanced XML form (`Sanctions`), in which everything refers to something else by number.

Reference values, places and documents come first, then the parties, and last the entries that say by which programme
a party is listed; a person is therefore held until the file ends. `FixedRef` is the identifier, the same number as in
the other two forms. The layout is that of the published schema; synthetic files have been read (docs/lists.md).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element

from gatehouse.screening.watchlists.draft import EntryDraft
from gatehouse.screening.watchlists.list_reading import Item, Mark, Published
from gatehouse.screening.watchlists.listed_names import listed_name, tidy
from gatehouse.screening.watchlists.ofac_csv import list_name
from gatehouse.screening.watchlists.ofac_periods import period, stated_day
from gatehouse.screening.watchlists.ofac_programmes import legal_basis
from gatehouse.screening.watchlists.ofac_remarks import birth_place, is_document_label
from gatehouse.screening.watchlists.source import Source
from gatehouse.screening.watchlists.xml_stream import children, elements, local_name, text
from gatehouse.terms.entry import ListedDocument, ListedName, NameQuality

WANTED = frozenset(
    {"DateOfIssue", "ReferenceValueSets", "Location", "IDRegDocument", "DistinctParty", "SanctionsEntry"}
)
PERSON = "Individual"
SURNAME_PARTS = {"Last Name"}
GIVEN_PARTS = {"First Name", "Middle Name", "Patronymic", "Matronymic"}
PROGRAMME = "Program"


class _Place(NamedTuple):
    """A place as it is printed, and the name of its country where that is told apart."""

    text: str
    country: str


@dataclass(slots=True)
class _Register:
    """What the file has said so far: reference values by kind and number, places, documents, and the persons."""

    list_name: str
    values: dict[tuple[str, str], Element] = field(default_factory=dict)
    places: dict[str, _Place] = field(default_factory=dict)
    documents: defaultdict[str, list[Element]] = field(default_factory=lambda: defaultdict(list))
    persons: dict[str, EntryDraft] = field(default_factory=dict)

    def value(self, kind: str, number: str | None) -> str:
        """The text of a reference value, `""` when there is none."""
        found = self.values.get((kind, number or ""))
        return tidy(found.text) if found is not None else ""


def read(source: Source) -> Iterator[Item]:
    """The entries of the file in order."""
    found = elements(source, WANTED)
    next(found)
    register = _Register(list_name(source.name))
    ordinal = 0
    for element in found:
        match local_name(element):
            case "DateOfIssue":
                if date := stated_day(element):
                    yield Published(date)
            case "ReferenceValueSets":
                _say_values(register, element)
            case "Location":
                register.places[element.get("ID", "")] = _place(register, element)
            case "IDRegDocument":
                register.documents[element.get("IdentityID", "")].append(element)
            case "DistinctParty":
                ordinal += 1
                yield from _party(register, element, ordinal)
            case _:
                _say_entry(register, element)
    for draft in register.persons.values():
        yield from draft.finish()


def _say_values(register: _Register, sets: Element) -> None:
    for kind in sets:
        for value in kind:
            register.values[local_name(value), value.get("ID", "")] = value


def _place(register: _Register, location: Element) -> _Place:
    """A place: its parts, then its country."""
    parts = [
        text(value, "Value")
        for part in children(location, "LocationPart")
        for value in children(part, "LocationPartValue")
        if value.get("Primary", "true") == "true"
    ]
    countries = [
        register.value("Country", country.get("CountryID")) for country in children(location, "LocationCountry")
    ]
    country = next(filter(None, countries), "")
    return _Place(", ".join(dict.fromkeys(filter(None, [*parts, country]))), country)


def _party(register: _Register, party: Element, ordinal: int) -> Iterator[Item]:
    """Hold a person until the entries are read; anything else is counted."""
    for profile in children(party, "Profile"):
        subtype = register.values.get(("PartySubType", profile.get("PartySubTypeID", "")))
        kind = register.value("PartyType", subtype.get("PartyTypeID")) if subtype is not None else ""
        if PERSON not in (kind, register.value("PartySubType", profile.get("PartySubTypeID"))):
            yield Mark.NOT_A_PERSON
            continue
        identifier = party.get("FixedRef", "") or profile.get("ID", "")
        draft = EntryDraft(register.list_name, ordinal, identifier, source_reference=identifier or None)
        _say_profile(register, draft, profile)
        draft.remark("", text(party, "Comment"))
        draft.remark("", text(profile, "Comment"))
        register.persons[profile.get("ID") or identifier] = draft


def _say_profile(register: _Register, draft: EntryDraft, profile: Element) -> None:
    for identity in children(profile, "Identity"):
        kinds = {
            group.get("ID", ""): register.value("NamePartType", group.get("NamePartTypeID"))
            for group in identity.iter()
            if local_name(group) == "NamePartGroup"
        }
        for alias in children(identity, "Alias"):
            for documented in children(alias, "DocumentedName"):
                if name := _name(documented, kinds, _quality(alias)):
                    draft.names.append(name)
        for document in register.documents.get(identity.get("ID", ""), []):
            _say_document(register, draft, document)
    draft.names.sort(key=lambda name: name.quality is not NameQuality.PRIMARY)
    for feature in children(profile, "Feature"):
        kind = register.value("FeatureType", feature.get("FeatureTypeID"))
        for version in children(feature, "FeatureVersion"):
            _say_feature(register, draft, kind, version)


def _quality(alias: Element) -> NameQuality:
    if alias.get("Primary", "").lower() == "true":
        return NameQuality.PRIMARY
    return NameQuality.WEAK if alias.get("LowQuality", "").lower() == "true" else NameQuality.STRONG


def _name(documented: Element, kinds: dict[str, str], quality: NameQuality) -> ListedName | None:
    parts = [
        (kinds.get(value.get("NamePartGroupID", ""), ""), tidy(value.text))
        for part in children(documented, "DocumentedNamePart")
        for value in children(part, "NamePartValue")
    ]
    surname = " ".join(part for kind, part in parts if kind in SURNAME_PARTS)
    given = " ".join(part for kind, part in parts if kind in GIVEN_PARTS)
    others = " ".join(part for kind, part in parts if kind not in SURNAME_PARTS | GIVEN_PARTS)
    full = " ".join(filter(None, (given, surname, others)))
    told = bool(surname and given)
    return listed_name(full, quality, surname if told else None, given if told else None) if full else None


def _say_feature(register: _Register, draft: EntryDraft, kind: str, version: Element) -> None:
    details = [
        register.value("DetailReference", detail.get("DetailReferenceID")) or tidy(detail.text)
        for detail in children(version, "VersionDetail")
    ]
    located = [register.places.get(place.get("LocationID", "")) for place in children(version, "VersionLocation")]
    known = [place for place in located if place and place.text]
    places = [place.text for place in known]
    stated = "; ".join(filter(None, [*details, *places, text(version, "Comment")]))
    match kind:
        case "Birthdate":
            if found := period(version):
                draft.birth_dates.append(found)
            elif stated:
                draft.say_birth_date(stated)
        case "Place of Birth":
            for place in filter(None, [*places, *details]):
                birth_place(draft, place)
        case "Nationality Country" | "Citizenship Country":
            for country in filter(None, [*(place.country or place.text for place in known), *details]):
                draft.say_nationality(country)
        case "Gender":
            draft.say_sex(next(filter(None, details), ""))
        case "Location":
            draft.contacts.extend(filter(None, places))
        case _:
            draft.remark(kind.removesuffix(":"), stated)


def _say_document(register: _Register, draft: EntryDraft, document: Element) -> None:
    kind = register.value("IDRegDocType", document.get("IDRegDocTypeID"))
    number = text(document, "IDRegistrationNo")
    country = register.value("Country", document.get("IssuedBy-CountryID"))
    notes = [text(document, "IssuingAuthority"), text(document, "Comment")]
    for dated in children(document, "DocumentDate"):
        if found := period(dated):
            label = register.value("IDRegDocDateType", dated.get("IDRegDocDateTypeID"))
            notes.append(f"{label.lower()} {found}".strip())
    note = "; ".join(filter(None, notes)) or None
    if number and (is_document_label(kind) or not kind):
        draft.documents.append(ListedDocument(number, kind or None, draft.country(country, "Issuer"), note))
    else:
        draft.remark(kind or "Document", " ".join(filter(None, (number, country, note))))


def _say_entry(register: _Register, entry: Element) -> None:
    """Add what an entry says of the person whom it lists: programmes, and the day of the listing."""
    draft = register.persons.get(entry.get("ProfileID", ""))
    if draft is None:
        return
    for measure in children(entry, "SanctionsMeasure"):
        kind = register.value("SanctionsType", measure.get("SanctionsTypeID"))
        said = text(measure, "Comment")
        if kind in ("", PROGRAMME) and said:
            draft.programmes.append(said)
    draft.legal_bases.extend(filter(None, map(legal_basis, draft.programmes)))
    for event in children(entry, "EntryEvent"):
        draft.legal_bases.extend(filter(None, [register.value("LegalBasis", event.get("LegalBasisID"))]))
        for date in children(event, "Date"):
            listed = stated_day(date)
            draft.listed_on = min(filter(None, (draft.listed_on, listed)), default=None)
