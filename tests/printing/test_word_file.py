"""The DOCX is read back by python-docx and as XML."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from xml.etree.ElementTree import Element

import docx as word_processing
import pytest
from defusedxml.ElementTree import fromstring
from docx.document import Document as WordDocument

from gatehouse.printing.document import Document
from gatehouse.printing.word_file import docx
from printing.papers import HOSTILE, SENTENCES, whole

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _read(document: Document) -> WordDocument:
    return word_processing.Document(io.BytesIO(docx(document)))


def _part(document: Document, name: str) -> Element:
    with zipfile.ZipFile(io.BytesIO(docx(document))) as file:
        return fromstring(file.read(name))


@pytest.mark.parametrize("language", SENTENCES)
def test_headings_have_their_styles_and_words(language: str) -> None:
    word = _read(whole(language))
    styled = [(p.style.name, p.text) for p in word.paragraphs if p.style is not None]
    assert ("Title", whole(language).title) in styled
    assert ("Heading 1", f"1\u2003{SENTENCES[language]}") in styled
    assert ("Heading 2", "1.1\u2003Below") in styled
    assert word.core_properties.title == whole(language).title
    assert word.core_properties.language == language
    assert word.core_properties.created == datetime(2026, 11, 30, tzinfo=UTC)


def test_tables_have_a_repeated_header_row_and_a_caption() -> None:
    word = _read(whole())
    [table] = word.tables
    assert [c.text for c in table.rows[0].cells] == ["Kind", "Number"]
    assert table.rows[0]._tr.trPr.find(f"{W}tblHeader") is not None
    assert "Table 1\u2002Counts" in [p.text for p in word.paragraphs if p.style and p.style.name == "Caption"]


def test_a_drawing_is_a_picture_with_its_words() -> None:
    word = _read(whole())
    assert len(word.inline_shapes) == 1
    assert word.inline_shapes[0]._inline.docPr.get("descr") == "A blue box beside the number 42"


def test_footnotes_are_real_ones() -> None:
    notes = _part(whole(), "word/footnotes.xml")
    texts = ["".join(t.text or "" for t in note.iter(f"{W}t")).strip() for note in notes]
    assert texts == ["", "", "At the foot.", "A remark in a cell."]
    called = [r.get(f"{W}id") for r in _part(whole(), "word/document.xml").iter(f"{W}footnoteReference")]
    assert called == ["1", "2"]


def test_ordered_lists_begin_again() -> None:
    word = _read(whole())
    numbered = [p for p in word.paragraphs if p.style and p.style.name == "List Number"]
    kinds = [p._p.pPr.numPr.numId.val for p in numbered]
    assert kinds[0] == kinds[1] != kinds[2]


def test_pages_are_counted_and_marked() -> None:
    word = _read(whole())
    codes = [e.text.strip() for e in word.sections[0].footer._element.iter(f"{W}instrText")]
    assert codes == ["PAGE", "NUMPAGES"]
    assert word.sections[0].header.paragraphs[0].text == "OFFICIAL"


def test_arabic_runs_from_the_right() -> None:
    word = _read(whole("ar"))
    assert word.styles["Normal"].element.pPr.find(f"{W}bidi") is not None
    assert word.tables[0]._tbl.tblPr.find(f"{W}bidiVisual") is not None
    assert _read(whole("en")).styles["Normal"].element.pPr.find(f"{W}bidi") is None


def test_no_input_becomes_markup() -> None:
    hostile = replace(whole(), title=HOSTILE, classification=HOSTILE, reference=HOSTILE, addressee=(HOSTILE,))
    texts = [p.text for p in _read(hostile).paragraphs]
    assert texts.count(HOSTILE) == 3


def test_the_same_values_give_the_same_bytes() -> None:
    assert docx(whole()) == docx(whole())
