from collections.abc import Callable

import pytest

from gatehouse.edifact.segment import split
from gatehouse.screening.messages.paxlst.documents import document
from gatehouse.terms.reading import Reading
from gatehouse.terms.traveller import Document

SHAPES = [
    ("type and number", "DOC+P+X1234567", ("P", "X1234567"), []),
    ("code list and agency", "DOC+P:110:111+X1234567", ("P", "X1234567"), []),
    ("two-letter passport type", "DOC+PD+X1", ("PD", "X1"), []),
    ("filler of the machine-readable zone", "DOC+P<+X1<<<", ("P", "X1"), []),
    ("no type", "DOC++X1", (None, "X1"), ["document-type-missing"]),
    ("no number", "DOC+P", ("P", None), ["document-number-missing"]),
    ("unknown type", "DOC+39+X1", ("39", "X1"), ["document-type-unknown"]),
    ("unknown type, no number", "DOC+Q", ("Q", None), ["document-number-missing", "document-type-unknown"]),
]


@pytest.mark.parametrize(("text", "read", "codes"), [v[1:] for v in SHAPES], ids=[v[0] for v in SHAPES])
def test_a_document_is_kept_whatever_is_missing(
    text: str, read: tuple[str | None, str | None], codes: list[str]
) -> None:
    said = document(split(text), 8)
    facts = dict(said.facts)
    assert (facts["type"], facts["number"], facts["segment"]) == (*read, 8)
    assert [fault.code for fault in said.faults] == codes


def test_an_empty_document_is_skipped_with_what_belongs_to_it(manifest: Callable[..., Reading]) -> None:
    persons = ("NAD+FL+++ROE:ANN", "DOC+P+X1", "DTM+36:300101", "DOC++", "DTM+36:190919", "LOC+91+")
    result = manifest(*persons)
    (traveller,) = result.travellers
    assert traveller.documents == (Document("P", "X1", None, "2030-01-01", segment=9),)
    assert "document-empty" in [found.code for found in result.findings]


def test_passport_and_visa_keep_their_own_dates_and_issuers(manifest: Callable[..., Reading]) -> None:
    persons = ("NAD+FL+++ROE:ANN", "DOC+P+X1", "LOC+91+GBR", "DTM+36:300101")
    visa = ("DOC+V+Y2", "DTM+182:250203", "DTM+36:270203", "LOC+91+:::LONDON", "LOC+91+USA")
    (traveller,) = manifest(*persons, *visa).travellers
    passport, second = traveller.documents
    assert (passport.issuer, passport.expires, passport.issued) == ("GBR", "2030-01-01", None)
    assert (second.issuer, second.place_of_issue) == ("USA", "LONDON")
    assert (second.issued, second.expires) == ("2025-02-03", "2027-02-03")
    assert traveller.sources["documents.1.issued"] == second.segment + 1  # type: ignore[operator]


def test_what_follows_a_document_and_is_the_persons_goes_to_the_person(manifest: Callable[..., Reading]) -> None:
    (traveller,) = manifest("NAD+FL+++ROE:ANN", "DOC+P+X1", "NAT+2+GBR", "RFF+SEA:1A", "LOC+22+HNL").travellers
    assert (traveller.nationalities, traveller.seats[0].number, traveller.clearance) == (("GBR",), "1A", "HNL")


def test_a_second_issuer_that_differs_is_evidence(manifest: Callable[..., Reading]) -> None:
    result = manifest("NAD+FL+++ROE:ANN", "DOC+P+X1", "LOC+91+GBR", "LOC+91+FRA")
    (traveller,) = result.travellers
    assert traveller.documents[0].issuer == "GBR"
    assert [item.text for item in traveller.evidence] == ["LOC+91+FRA"]
    assert "field-contradicted" in [found.code for found in result.findings]


def test_an_issuer_or_expiry_before_any_document_is_evidence(manifest: Callable[..., Reading]) -> None:
    result = manifest("NAD+FL+++ROE:ANN", "DTM+36:300101", "LOC+91+GBR", "DOC+P+X1")
    (traveller,) = result.travellers
    assert traveller.documents[0].expires is None
    assert [item.text for item in traveller.evidence] == ["DTM+36:300101", "LOC+91+GBR"]
    assert [found.code for found in result.findings].count("detail-unplaced") == 2
