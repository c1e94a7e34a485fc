"""Real footnotes in a DOCX: a part of their own (ECMA-376 part 1, 17.11), which python-docx does not write."""

from __future__ import annotations

from typing import Any

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.xmlchemy import serialize_for_reading
from docx.text.paragraph import Paragraph as WordParagraph

from gatehouse.printing.word_xml import element, put_in_order

_LEADING = ((-1, "w:separator"), (0, "w:continuationSeparator"))
"""The two notes that every footnotes part begins with: the lines that part notes from the text."""


class Footnotes:
    """The footnotes of one document, written as they are called and attached at the end."""

    def __init__(self, word: WordDocument) -> None:
        self._word = word
        self._root: Any = OxmlElement("w:footnotes")
        for number, line in _LEADING:
            note = element("w:footnote", type=line.removeprefix("w:"), id=str(number))
            paragraph, run = OxmlElement("w:p"), OxmlElement("w:r")
            run.append(OxmlElement(line))
            paragraph.append(run)
            note.append(paragraph)
            self._root.append(note)

    def call(self, paragraph: WordParagraph, number: str) -> WordParagraph:
        """Sets the raised number at the end of `paragraph`; returns the paragraph in which the note is written."""
        paragraph._p.append(_raised(element("w:footnoteReference", id=number)))
        note, inside = element("w:footnote", id=number), OxmlElement("w:p")
        note.append(inside)
        self._root.append(note)
        written = WordParagraph(inside, self._word._body)
        written.style = self._word.styles["Footnote Text"]
        inside.append(_raised(OxmlElement("w:footnoteRef")))
        written.add_run(" ")
        return written

    def attach(self) -> None:
        """Puts the part into the package, when there is any note."""
        if len(self._root) == len(_LEADING):
            return
        put_in_order(self._root)
        text = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + serialize_for_reading(self._root)
        name = PackURI("/word/footnotes.xml")
        part = Part(name, CONTENT_TYPE.WML_FOOTNOTES, text.encode(), self._word.part.package)
        self._word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _raised(inside: Any) -> Any:
    run, properties = OxmlElement("w:r"), OxmlElement("w:rPr")
    properties.append(element("w:vertAlign", val="superscript"))
    run.append(properties)
    run.append(inside)
    return run
