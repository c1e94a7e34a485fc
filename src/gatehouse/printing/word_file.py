"""A document as DOCX: real styles and headings, header rows, footnotes, fields for page numbers; the same bytes for
the same values.

Drawings are PNG there, with their text alternative. Fonts are named and not embedded: where Noto Sans is missing,
another stands in.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, time

import docx as word_processing
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from gatehouse.printing.checking import check
from gatehouse.printing.document import Document, Section
from gatehouse.printing.numbering import numbered
from gatehouse.printing.word_blocks import Writer
from gatehouse.printing.word_footnotes import Footnotes
from gatehouse.printing.word_styles import dress
from gatehouse.printing.word_xml import field, put_in_order
from gatehouse.printing.words import runs_from_the_right, words, written

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every member of the ZIP: its least, since the true one would change the bytes."""


def docx(document: Document) -> bytes:
    """The file. Raises `DocumentFaultError` as `checking.check` and `numbering.numbered` do."""
    check(document)
    document = numbered(document)
    word = word_processing.Document()
    right = runs_from_the_right(document.language)
    dress(word, document.language, right)
    _properties(word, document)
    _furniture(word, document)
    writer = Writer(word, Footnotes(word), right)
    _head(writer, document)
    writer.blocks(document.opening)
    for section in document.sections:
        _section(writer, section, 1)
    writer.footnotes.attach()
    page = word.sections[0]
    for part in (word.element, word.styles.element, page.header._element, page.footer._element):
        put_in_order(part)
    return _same_bytes(word)


def _properties(word: WordDocument, document: Document) -> None:
    at = datetime.combine(document.dated, time())
    about = word.core_properties
    about.title, about.author, about.language = document.title, document.issuer, document.language
    about.created = about.modified = at
    about.last_modified_by, about.comments, about.revision = document.issuer, "", 1


def _furniture(word: WordDocument, document: Document) -> None:
    page = word.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(24)
    page.top_margin = page.bottom_margin = Mm(26)
    page.header.paragraphs[0].text = document.classification
    page.header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot = page.footer.paragraphs[0]
    foot.add_run(" · ".join(p for p in (document.reference, document.title) if p) + "\t")
    before, between, after = words(document.language)["page"].replace("{pages}", "{page}").split("{page}")
    for text, code in ((before, "PAGE"), (between, "NUMPAGES")):
        foot.add_run(text)
        field(foot, code)
    foot.add_run(after)
    if document.classification:
        line = page.footer.add_paragraph(document.classification)
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _head(writer: Writer, document: Document) -> None:
    said = words(document.language)
    if document.issuer:
        writer.line("Quiet", document.issuer)
    for line in document.addressee:
        writer.line("Addressee", line)
    writer.line("Title", document.title)
    if document.subtitle:
        writer.line("Subtitle", document.subtitle)
    marks = [f"{said['date']}: {written(document.dated, document.language)}"]
    if document.reference:
        marks.insert(0, f"{said['reference']}: {document.reference}")
    writer.line("Quiet", "   ·   ".join(marks))
    if document.contents:
        writer.contents(said["contents"], document.sections)


def _section(writer: Writer, section: Section, level: int) -> None:
    writer.heading(section, level)
    writer.blocks(section.blocks)
    for below in section.sections:
        _section(writer, below, level + 1)


def _same_bytes(word: WordDocument) -> bytes:
    """The ZIP written anew, in the order it has, every member at the same time."""
    made, again = io.BytesIO(), io.BytesIO()
    word.save(made)
    with zipfile.ZipFile(made) as first, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as second:
        for name in first.namelist():
            member = zipfile.ZipInfo(name, _EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            second.writestr(member, first.read(name))
    return again.getvalue()
