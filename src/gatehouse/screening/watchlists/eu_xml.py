"""Reads the EU's consolidated list of financial sanctions in XML (`export`, release 1.1).

Persons are the `sanctionEntity` elements whose `subjectType` says so; others are counted. The meaning of the
attributes is in `eu_entry`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from gatehouse.screening.watchlists.eu_entry import EuPerson, eu_draft, is_person
from gatehouse.screening.watchlists.list_reading import Item, Mark, Published
from gatehouse.screening.watchlists.listed_dates import partial_date
from gatehouse.screening.watchlists.listed_names import tidy
from gatehouse.screening.watchlists.source import Source
from gatehouse.screening.watchlists.xml_stream import children, elements


def read(source: Source) -> Iterator[Item]:
    """The entries of the file in order."""
    found = elements(source, frozenset({"sanctionEntity"}))
    if date := partial_date(next(found).get("generationDate", "")):
        yield Published(date)
    for ordinal, element in enumerate(found, 1):
        subjects = [dict(subject.attrib) for subject in children(element, "subjectType")]
        if any(is_person(subject.get("code", ""), subject.get("classificationCode", "")) for subject in subjects):
            yield from eu_draft(_person(element), ordinal).finish()
        else:
            yield Mark.NOT_A_PERSON


def _all(entity: Element, name: str) -> list[Mapping[str, str]]:
    found: list[Mapping[str, str]] = []
    for child in children(entity, name):
        remarks = "; ".join(tidy(remark.text) for remark in children(child, "remark"))
        found.append({**child.attrib, "remark": remarks})
    return found


def _person(entity: Element) -> EuPerson:
    return EuPerson(
        dict(entity.attrib),
        names=_all(entity, "nameAlias"),
        births=_all(entity, "birthdate"),
        citizenships=_all(entity, "citizenship"),
        identifications=_all(entity, "identification"),
        addresses=_all(entity, "address"),
        regulations=_all(entity, "regulation"),
        remarks=[tidy(remark.text) for remark in children(entity, "remark")],
    )
