"""A draft: a person while its segments are still coming."""

from __future__ import annotations

from typing import Any

from gatehouse.screening.messages.paxlst.said import ITEMS, OPENS_PERSON, Said
from gatehouse.terms.traveller import Document, Evidence, Traveller

CONTRADICTED = "field-contradicted"
ITEMS_MAX = 999
"""Most bags, seats, contacts or nationalities of one person; what passes it is evidence."""
DOCUMENTS_TRACED_MAX = 10
"""Details of further documents of one person share the source of the last."""
_DETAILS = ("issuer", "expires", "issued", "place_of_issue")
_DOCUMENT_SOURCES = [{field: f"documents.{i}.{field}" for field in _DETAILS} for i in range(DOCUMENTS_TRACED_MAX)]
_SIGNS_OF_A_PERSON = ("surname", "given_names", "birth_date", "nationalities", "sex")


class Draft:
    """Fields, documents and sources of one person. The first statement of a field stands."""

    __slots__ = ("_certain", "_source_names", "document", "documents", "evidence", "fields", "first", "last", "sources")

    def __init__(self, said: Said, ordinal: int) -> None:
        self.first = self.last = ordinal
        self.fields: dict[str, Any] = dict(said.facts)
        self._certain = said.about == OPENS_PERSON
        self.sources: dict[str, int] = dict.fromkeys(self.fields, ordinal)
        self.documents: list[dict[str, Any]] = []
        self.document: dict[str, Any] | None = None
        self.evidence: list[Evidence] = []
        # Only the US profile states its document in the same segment as the person.
        if paper := self.fields.pop("documents", None):
            self.documents.append(paper)
            self.sources |= {_DOCUMENT_SOURCES[0][detail]: ordinal for detail in _DETAILS if detail in paper}

    def take(self, said: Said, ordinal: int) -> str | None:
        """Put facts to the person; answers `field-contradicted` when one differs from what was stated before."""
        self.last = ordinal
        fields = self.fields
        fault = None
        for field, value in said.facts:
            if field not in fields:
                fields[field] = value
                self.sources[field] = ordinal
            # Both are tuples: seats, bags and nationalities are never stated all at once.
            elif said.about == ITEMS and len(fields[field]) >= ITEMS_MAX:
                fault = "items-too-many"
            elif said.about == ITEMS:
                fields[field] += value
            elif fields[field] != value:
                fault = CONTRADICTED
        return fault

    def open_document(self, said: Said, ordinal: int) -> str | None:
        """Begin a document; one without facts takes what follows and is not kept."""
        self.last = ordinal
        self.document = dict(said.facts)
        if said.facts:
            self._source_names = _DOCUMENT_SOURCES[min(len(self.documents), DOCUMENTS_TRACED_MAX - 1)]
            self.sources.setdefault("documents", ordinal)
            self.documents.append(self.document)
        return None

    def take_of_document(self, said: Said, ordinal: int) -> str | None:
        """Complete the document begun last; answers with a fault when there is none or it was stated otherwise."""
        self.last = ordinal
        document = self.document
        if document is None:
            return "detail-unplaced" if any(value for _, value in said.facts) else None
        # What follows a skipped document describes nothing that is kept.
        if not document:
            return None
        fault = None
        for field, value in said.facts:
            if document.get(field) is None:
                document[field] = value
                self.sources[self._source_names[field]] = ordinal
            # An empty repetition contradicts nothing.
            elif value is not None and document[field] != value:
                fault = CONTRADICTED
        return fault

    @property
    def is_person(self) -> bool:
        """Whether the party is a person: by the segment that opened it, else by what is said of it."""
        return self._certain or bool(self.documents) or any(field in self.fields for field in _SIGNS_OF_A_PERSON)

    def traveller(self) -> Traveller:
        """The finished person."""
        fields = self.fields
        if len(fields.get("nationalities", ())) > 1:
            # Some senders state it once more behind each document.
            fields["nationalities"] = tuple(dict.fromkeys(fields["nationalities"]))
        # One dictionary of everything is noticeably cheaper than keywords beside it.
        fields["documents"] = tuple([Document(**document) for document in self.documents])
        fields["segments"] = (self.first, self.last)
        fields["sources"] = self.sources
        fields["evidence"] = tuple(self.evidence)
        return Traveller(**fields)
