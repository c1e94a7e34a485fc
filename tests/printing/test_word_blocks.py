"""Blocks in a DOCX: styles, indents, places that links lead to."""

from __future__ import annotations

import io
from datetime import date

import docx as word_processing
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from gatehouse.printing.document import Column, Document, Items, Note, Reference, Section, Table, bullets, paragraph
from gatehouse.printing.word_file import docx


def test_lists_in_lists_are_indented_and_notes_are_shaded() -> None:
    nested = Items(((paragraph("a"), bullets("b")),))
    made = docx(Document("t", "en", date(2026, 1, 1), opening=(nested, Note((paragraph("n"),)))))
    word = word_processing.Document(io.BytesIO(made))
    [inner] = [p for p in word.paragraphs if p.text == "b"]
    assert inner.paragraph_format.left_indent == pytest.approx(Mm(12), abs=635)
    [note] = [p for p in word.paragraphs if p.text == "n"]
    assert note._p.pPr.find(qn("w:shd")) is not None


def test_the_contents_lead_to_the_headings_and_to_their_pages() -> None:
    below = Section(("Below",), (paragraph("x"),))
    sections = (Section(("One",), (paragraph("a"),), (below,)), Section(("Two",), (paragraph("b"),)))
    made = docx(Document("t", "en", date(2026, 1, 1), sections=sections, contents=True))
    body = word_processing.Document(io.BytesIO(made)).element
    places = {
        one.get(qn("w:name")): "".join(t.text for t in one.getparent().iter(qn("w:t")))
        for one in body.iter(qn("w:bookmarkStart"))
    }
    links = {
        "".join(t.text or "" for t in one.iter(qn("w:t"))): places[one.get(qn("w:anchor"))]
        for one in body.iter(qn("w:hyperlink"))
    }
    assert links == {"One": "One", "Below": "Below", "Two": "Two"}
    pages = [one.text.split()[:2] for one in body.iter(qn("w:instrText"))]
    assert pages == [["PAGEREF", one] for one in places]


def test_a_small_table_stays_on_one_page_and_a_long_one_begins_with_two_rows() -> None:
    for count, kept in ((3, [True, True, True, False]), (20, [True, True, *[False] * 19])):
        table = Table(("T",), (Column(("a",)),), tuple(((str(one),),) for one in range(count)))
        word = word_processing.Document(io.BytesIO(docx(Document("t", "en", date(2026, 1, 1), opening=(table,)))))
        cells = [row.cells[0].paragraphs[0] for row in word.tables[0].rows]
        assert [bool(one.paragraph_format.keep_with_next) for one in cells] == kept


def test_references_lead_to_bookmarks() -> None:
    section = Section(("Held",), (paragraph(Reference("we-hold")),), anchor="we-hold")
    made = docx(Document("t", "en", date(2026, 1, 1), sections=(section,)))
    body = word_processing.Document(io.BytesIO(made)).element
    [link] = body.iter(qn("w:hyperlink"))
    assert link.get(qn("w:anchor")) in {b.get(qn("w:name")) for b in body.iter(qn("w:bookmarkStart"))}
    assert "".join(t.text for t in link.iter(qn("w:t"))) == "Held"
