"""A read text as Akoma Ntoso 3.0 (OASIS LegalDocML): a `statement` with preface, preamble and main body.

Preambular paragraphs are `recital`s, headings are `section`s, operative paragraphs are `paragraph`s with `num`;
citations become `ref`, dates `date`, footnotes `authorialNote` where their mark stood. The addresses follow the
United Nations' use of the standard ([K]: the pattern of AKN4UN is taken from its public description, unverified); a
draft is marked as one in its work address and never shares that of the adopted text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from gatehouse.assessment.obligations.texts.citations import Citation
from gatehouse.assessment.obligations.texts.front import DRAFT
from gatehouse.assessment.obligations.texts.paragraph import OPERATIVE, PREAMBULAR, Paragraph, ResolutionText
from gatehouse.assessment.obligations.texts.tables import rows

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
SOURCE = "#gatehouse"
UNDATED = "0001-01-01"
"""The standard asks for a date of work, expression and manifestation; the text may state none, and we do not guess."""
_LANGUAGES = {"zh": "zho", "en": "eng"}
Element = Any


def to_akoma(text: ResolutionText) -> bytes:
    """The document as UTF-8 XML with a declaration."""
    root = etree.Element(_q("akomaNtoso"), nsmap={None: NAMESPACE})
    name = "resolutionDraft" if text.status == DRAFT else "resolution"
    statement = _add(root, "statement", name=name)
    statement.append(_meta(text))
    if text.title or text.symbol:
        preface = _add(statement, "preface")
        if text.title:
            _add(_add(preface, "p"), "docTitle").text = text.title
        if text.symbol:
            _add(_add(preface, "p"), "docNumber").text = text.symbol
    _preamble(statement, text)
    _body(statement, text)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def work_iri(text: ResolutionText) -> str:
    """The address of the work: organ, and the symbol as far as there is one; drafts under `draft`."""
    organ = _organ_iri(text.organ)
    kind = "draft" if text.status == DRAFT else "resolution"
    name = re.sub(r"[^0-9A-Za-z]+", "-", text.symbol or "unnumbered").strip("-").lower()
    return f"/akn/un/statement/{kind}/{organ}/{name}"


def resolution_iri(citation: Citation) -> str:
    """The address of a resolution that is cited."""
    number = re.sub(r"[^0-9A-Za-z]+", "-", citation.number).strip("-").lower()
    year = f"/{citation.year}" if citation.year else ""
    return f"/akn/un/statement/resolution/{_organ_iri(citation.body)}{year}/{number}"


def _organ_iri(code: str | None) -> str:
    return next((row["iri"] for row in rows("organs") if row["code"] == code), "un")


def _q(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _add(parent: Element, tag: str, /, **attributes: str) -> Element:
    return etree.SubElement(parent, _q(tag), attributes)


def _meta(text: ResolutionText) -> Element:
    meta = etree.Element(_q("meta"))
    identification = _add(meta, "identification", source=SOURCE)
    work, language = work_iri(text), _LANGUAGES[text.language]
    for level, address in (
        ("FRBRWork", work),
        ("FRBRExpression", f"{work}/{language}@"),
        ("FRBRManifestation", f"{work}/{language}@/main.xml"),
    ):
        part = _add(identification, level)
        _add(part, "FRBRthis", value=f"{address}/!main" if level != "FRBRManifestation" else address)
        _add(part, "FRBRuri", value=address)
        _add(part, "FRBRdate", date=UNDATED, name="unknown")
        _add(part, "FRBRauthor", href=f"#{_organ_iri(text.organ)}")
        if level == "FRBRWork":
            _add(part, "FRBRcountry", value="un")
        if level == "FRBRExpression":
            _add(part, "FRBRlanguage", language=language)
    references = _add(meta, "references", source=SOURCE)
    organ = next((row["body"] for row in rows("organs") if row["code"] == text.organ), "United Nations")
    _add(
        references,
        "TLCOrganization",
        eId=_organ_iri(text.organ),
        href=f"/akn/ontology/organization/{_organ_iri(text.organ)}",
        showAs=organ,
    )
    _add(
        references, "TLCOrganization", eId="gatehouse", href="/akn/ontology/organization/gatehouse", showAs="Gatehouse"
    )
    return meta


def _preamble(statement: Element, text: ResolutionText) -> None:
    paragraphs = text.of_kind(PREAMBULAR)
    if not paragraphs:
        return
    recitals = _add(_add(statement, "preamble"), "recitals", eId="recs_1")
    for paragraph in paragraphs:
        recital = _add(recitals, "recital", eId=f"recs_1__rec_{paragraph.number}")
        _filled(_add(recital, "p"), paragraph)


def _body(statement: Element, text: ResolutionText) -> None:
    body = _add(statement, "mainBody")
    holder, section, count, used = body, None, 0, {}  # type: ignore[var-annotated]
    for paragraph in text.of_kind(OPERATIVE):
        if paragraph.section != section:
            section, count = paragraph.section, count + 1
            holder = _add(body, "section", eId=f"sec_{count}")
            _add(holder, "heading").text = section
        prefix = f"sec_{count}__" if holder is not body else ""
        name = f"{prefix}para_{paragraph.number}"
        used[name] = used.get(name, 0) + 1
        element = _add(holder, "paragraph", eId=name if used[name] == 1 else f"{name}-{used[name]}")
        _add(element, "num").text = f"{paragraph.number}."
        _filled(_add(_add(element, "content"), "p"), paragraph)


def _filled(element: Element, paragraph: Paragraph) -> None:
    """The text of a paragraph with what is marked in it."""
    position, last = 0, None
    for begin, end, child in _marks(paragraph):
        if begin < position:
            continue
        _write(element, last, paragraph.text[position:begin])
        element.append(child)
        if end > begin:
            child.text = paragraph.text[begin:end]
        position, last = end, child
    _write(element, last, paragraph.text[position:])


def _write(element: Element, last: Element | None, text: str) -> None:
    if last is None:
        element.text = (element.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def _marks(paragraph: Paragraph) -> list[tuple[int, int, Element]]:
    return sorted(_inline(paragraph), key=lambda mark: mark[:2])


def _inline(paragraph: Paragraph) -> Iterator[tuple[int, int, Element]]:
    for citation in paragraph.cites:
        yield citation.begin, citation.end, etree.Element(_q("ref"), {"href": resolution_iri(citation)})
    for stated in paragraph.dates:
        if stated.precision == "day" and stated.due:
            yield stated.begin, stated.end, etree.Element(_q("date"), {"date": stated.due.isoformat()})
    for note in paragraph.footnotes:
        element = etree.Element(_q("authorialNote"), {"marker": str(note.number or "*"), "placement": "bottom"})
        _add(element, "p").text = note.text
        yield note.at, note.at, element
