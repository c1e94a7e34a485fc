"""Runs in a DOCX look as their words ask."""

from __future__ import annotations

import io
from datetime import date

import docx as word_processing
from docx.oxml.ns import qn

from gatehouse.printing.document import Code, Document, Emphasis, InLanguage, Link, Strong, paragraph
from gatehouse.printing.word_file import docx


def test_looks_add_up_and_links_are_real() -> None:
    words = (Strong((Emphasis(("a",)),)), Code("b"), InLanguage("ar", ("c",)), Link("https://e.org/", ("d",)))
    made = docx(Document("t", "en", date(2026, 1, 1), opening=(paragraph(*words),)))
    word = word_processing.Document(io.BytesIO(made))
    paragraph_made = word.paragraphs[-1]
    bold, code, arabic = paragraph_made.runs
    assert (bold.bold, bold.italic) == (True, True)
    assert code.font.name == "DejaVu Sans Mono"
    assert arabic._r.rPr.find(qn("w:rtl")) is not None
    [link] = paragraph_made.hyperlinks
    assert (link.address, link.text) == ("https://e.org/", "d")


def test_a_full_stop_of_another_direction_stays_with_its_words() -> None:
    for language, marks in (("ar", 1), ("fr", 0)):
        words = paragraph(InLanguage("en", ("As written.",)))
        word = word_processing.Document(io.BytesIO(docx(Document("t", language, date(2026, 1, 1), opening=(words,)))))
        assert word.paragraphs[-1].text.count("\u200e") == marks
