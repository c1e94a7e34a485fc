"""Blocks in a DOCX: styles, indents, places that links lead to."""

from __future__ import annotations

import io
from datetime import date

import docx as word_processing
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from gatehouse.printing.document import Document, Items, Note, Reference, Section, bullets, paragraph
from gatehouse.printing.word_file import docx


def test_lists_in_lists_are_indented_and_notes_are_shaded() -> None:
    nested = Items(((paragraph("a"), bullets("b")),))
    made = docx(Document("t", "en", date(2026, 1, 1), opening=(nested, Note((paragraph("n"),)))))
    word = word_processing.Document(io.BytesIO(made))
    [inner] = [p for p in word.paragraphs if p.text == "b"]
    assert inner.paragraph_format.left_indent == pytest.approx(Mm(12), abs=635)
    [note] = [p for p in word.paragraphs if p.text == "n"]
    assert note._p.pPr.find(qn("w:shd")) is not None


def test_references_lead_to_bookmarks() -> None:
    section = Section(("Held",), (paragraph(Reference("we-hold")),), anchor="we-hold")
    made = docx(Document("t", "en", date(2026, 1, 1), sections=(section,)))
    body = word_processing.Document(io.BytesIO(made)).element
    [link] = body.iter(qn("w:hyperlink"))
    assert link.get(qn("w:anchor")) in {b.get(qn("w:name")) for b in body.iter(qn("w:bookmarkStart"))}
    assert "".join(t.text for t in link.iter(qn("w:t"))) == "Held"
