"""Reads FollowTheMoney entities as JSON lines, the form in which OpenSanctions publishes lists.

Entities of schema `Person` are entries; `Passport` and `Identification` entities add documents to their `holder`, and
`Sanction` entities add the programme, legal basis and dates to their `entity`, wherever in the file they stand. All
other schemas are counted. `name` and `previousName` values: the caption first, as primary; `alias` strong;
`weakAlias` weak. The list's name is the one data set that every person has in common, else `FTM`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import orjson

from gatehouse.screening.watchlists.draft import EntryDraft
from gatehouse.screening.watchlists.ftm_entity import FtmEntity, FtmError, ftm_entity
from gatehouse.screening.watchlists.list_reading import Item, Mark, Skipped
from gatehouse.screening.watchlists.listed_names import listed_name, tidy
from gatehouse.screening.watchlists.source import Source
from gatehouse.terms.entry import ListedDocument, NameQuality
from gatehouse.terms.finding import error

LIST_NAME = "FTM"
DOCUMENT_SCHEMAS = frozenset({"Passport", "Identification"})
ADDED_SCHEMAS = DOCUMENT_SCHEMAS | {"Sanction"}
NAME_PARTS = ("firstName", "secondName", "middleName", "fatherName", "lastName")
NAME_PROPERTIES = {
    "name": NameQuality.PRIMARY,
    "alias": NameQuality.STRONG,
    "previousName": NameQuality.STRONG,
    "weakAlias": NameQuality.WEAK,
}
DOCUMENT_PROPERTIES = {"passportNumber": "passport", "idNumber": "identification", "taxNumber": "tax number"}
REMARK_PROPERTIES = {"title": "Title", "position": "Position", "topics": "Topics", "notes": ""}


@dataclass(slots=True)
class _Gathering:
    """The persons so far, and what other entities say of a person by identifier."""

    persons: dict[str, tuple[int, FtmEntity]] = field(default_factory=dict)
    added: dict[str, list[FtmEntity]] = field(default_factory=dict)


def read(source: Source) -> Iterator[Item]:
    """The entries of the file in order."""
    gathering = _Gathering()
    fault: tuple[int, Skipped] | None = None
    ordinal = 0
    for ordinal, line in enumerate(source.lines(), 1):
        if not line.strip():
            continue
        if fault:
            yield fault[1]
        fault = None
        try:
            yield from _take(gathering, ordinal, ftm_entity(orjson.loads(line)))
        except (orjson.JSONDecodeError, FtmError):
            fault = ordinal, Skipped(error("line-not-an-entity", ordinal, "a line is no FollowTheMoney entity"))
    if fault:
        cause = "the last line is no complete entity"
        raise source.refuse(f"line {fault[0]}", cause, "fetch the complete file again")
    list_name = _list_name(gathering)
    for number, person in gathering.persons.values():
        yield from _draft(number, person, gathering.added.get(person.id, []), list_name).finish()


def _take(gathering: _Gathering, ordinal: int, entity: FtmEntity) -> Iterator[Item]:
    if entity.schema == "Person":
        if entity.id in gathering.persons:
            yield Skipped(error("entry-repeated", ordinal, "an entity identifier stands twice; the first one was kept"))
            return
        gathering.persons[entity.id] = (ordinal, entity)
        gathering.added.setdefault(entity.id, []).extend(e for e in entity.nested if e.schema in ADDED_SCHEMAS)
    elif entity.schema in ADDED_SCHEMAS:
        for person in entity.all("holder") + entity.all("entity"):
            gathering.added.setdefault(person, []).append(entity)
    else:
        yield Mark.NOT_A_PERSON


def _list_name(gathering: _Gathering) -> str:
    shared = [set(person.datasets) for _, person in gathering.persons.values()]
    common = set.intersection(*shared) if shared else set()
    return common.pop() if len(common) == 1 else LIST_NAME


def _draft(ordinal: int, person: FtmEntity, added: list[FtmEntity], list_name: str) -> EntryDraft:
    draft = EntryDraft(list_name, ordinal, person.id)
    _say_names(draft, person)
    for date in person.all("birthDate"):
        draft.say_birth_date(date)
    draft.birth_places.extend(map(tidy, person.all("birthPlace")))
    draft.birth_countries.extend(
        code for country in person.all("birthCountry") if (code := draft.country(country, "Country of birth"))
    )
    for country in (*person.all("nationality"), *person.all("citizenship")):
        draft.say_nationality(country)
    draft.say_sex(person.first("gender"))
    # Countries of residence or influence are no nationality: they are kept to be read, not to be compared.
    draft.remark("Countries", ", ".join(person.all("country")))
    for name, kind in DOCUMENT_PROPERTIES.items():
        draft.documents.extend(ListedDocument(number, kind) for number in person.all(name))
    draft.contacts.extend(map(tidy, person.all("address")))
    draft.source_reference = person.first("sourceUrl") or None
    draft.updated_on = draft.date(person.last_change, "Last change")
    for entity in added:
        _say_added(draft, entity)
    _say_expiry(draft, [entity for entity in added if entity.schema == "Sanction"])
    draft.programmes.extend(person.all("programId") or person.all("program"))
    for name, label in REMARK_PROPERTIES.items():
        draft.remark(label, ", ".join(person.all(name)))
    return draft


def _assembled(person: FtmEntity) -> list[str]:
    """The name of a person stated in parts only, or else the caption, unless that is the identifier."""
    parts = (person.first(part) for part in NAME_PARTS)
    stated = " ".join(filter(None, parts))
    return [stated] if stated else [person.caption] if person.caption not in ("", person.id) else []


def _say_names(draft: EntryDraft, person: FtmEntity) -> None:
    surnames, given = person.all("lastName"), person.all("firstName")
    names = person.all("name") or _assembled(person)
    if person.caption in names:
        names = [person.caption, *(name for name in names if name != person.caption)]
    for place, full in enumerate(map(tidy, names)):
        told = (
            place == 0
            and len(surnames) == len(given) == 1
            and sorted(full.split()) == sorted(f"{given[0]} {surnames[0]}".split())
        )
        draft.names.append(listed_name(full, NameQuality.PRIMARY, *(surnames[0], given[0]) if told else (None, None)))
    for name, quality in NAME_PROPERTIES.items():
        if name != "name":
            draft.names.extend(listed_name(tidy(value), quality) for value in person.all(name))


def _say_added(draft: EntryDraft, entity: FtmEntity) -> None:
    if entity.schema == "Sanction":
        draft.programmes.extend(entity.all("programId") or entity.all("program"))
        draft.legal_bases.extend(map(tidy, entity.all("authority")))
        listed = entity.first("listingDate") or entity.first("startDate")
        draft.listed_on = draft.listed_on or draft.date(listed, "Listed on")
        draft.remark("Reasons", "; ".join(entity.all("reason")))
        draft.source_reference = entity.first("authorityId") or entity.first("unscId") or draft.source_reference
        return
    kind = entity.first("type") or entity.schema.lower()
    issuer = draft.country(entity.first("country"), "Issuer")
    dates = {"issued": entity.first("startDate"), "expires": entity.first("endDate")}
    stated = [f"{word} {date}" for word, date in dates.items() if date]
    note = "; ".join([*map(tidy, entity.all("authority")), *stated])
    numbers = entity.all("number") or entity.all("passportNumber")
    plain = [document for document in draft.documents if document.issuer is None and document.number in numbers]
    for document in plain:
        draft.documents.remove(document)
    draft.documents.extend(ListedDocument(number, kind, issuer, note or None) for number in numbers)


def _say_expiry(draft: EntryDraft, sanctions: list[FtmEntity]) -> None:
    """The day on which the last of the sanctions ends; nothing while one of them states no end."""
    ends = [draft.date(sanction.first("endDate"), "Expires") for sanction in sanctions]
    if ends and all(ends):
        draft.expires_on = max(filter(None, ends))
