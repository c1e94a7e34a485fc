"""Words within a line as runs of a DOCX; a link to elsewhere and one to a place in the document are real ones."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

from gatehouse.printing.document import (
    Code,
    Emphasis,
    Footnote,
    InLanguage,
    Inline,
    Inlines,
    Link,
    Reference,
    Strong,
)
from gatehouse.printing.word_footnotes import Footnotes
from gatehouse.printing.word_styles import ACCENT
from gatehouse.printing.word_xml import element
from gatehouse.printing.words import runs_from_the_right

_MONOSPACED = "DejaVu Sans Mono"
LEFT_TO_RIGHT = "\u200e"


@dataclass(frozen=True, slots=True)
class _Look:
    """How a run looks, from all that it lies within."""

    bold: bool = False
    italic: bool = False
    code: bool = False
    linked: bool = False
    right: bool = False
    language: str = ""


class WordWords:
    """Adds words to paragraphs of one document."""

    def __init__(self, word: WordDocument, footnotes: Footnotes, right: bool) -> None:
        self._word = word
        self._footnotes = footnotes
        self._look = _Look(right=right)

    def add(self, paragraph: WordParagraph, words: Inlines) -> None:
        """These words at the end of the paragraph."""
        for inline in words:
            self._add(paragraph, inline, self._look)

    def _all(self, paragraph: WordParagraph, words: Inlines, look: _Look) -> None:
        for inline in words:
            self._add(paragraph, inline, look)

    def _add(self, paragraph: WordParagraph, inline: Inline, look: _Look) -> None:
        match inline:
            case str():
                _run(paragraph, inline, look)
            case Code(text):
                _run(paragraph, text, replace(look, code=True, right=False))
            case Strong(inside):
                self._all(paragraph, inside, replace(look, bold=True))
            case Emphasis(inside):
                self._all(paragraph, inside, replace(look, italic=True))
            case InLanguage(language, inside):
                right = runs_from_the_right(language)
                # A full stop at the end would jump to the other side: a mark keeps it with its words.
                kept = (*inside, LEFT_TO_RIGHT) if self._look.right and not right else inside
                self._all(paragraph, kept, replace(look, right=right, language=language))
            case Link(address, inside):
                linked = self._word.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
                link = element("w:hyperlink")
                link.set(qn("r:id"), linked)
                self._linked(paragraph, link, inside, look)
            case Reference(anchor, label):
                link = element("w:hyperlink", anchor="at_" + anchor.replace("-", "_"))
                self._linked(paragraph, link, (label,), look)
            case Footnote(inside, label):
                self.add(self._footnotes.call(paragraph, label), inside)

    def _linked(self, paragraph: WordParagraph, link: Any, inside: Inlines, look: _Look) -> None:
        """Writes the words and moves their runs into the link."""
        before = len(paragraph._p)
        self._all(paragraph, inside, replace(look, linked=True))
        runs = list(paragraph._p)[before:]
        paragraph._p.append(link)
        for run in runs:
            link.append(run)


def _run(paragraph: WordParagraph, text: str, look: _Look) -> Run:
    run = paragraph.add_run(text)
    run.bold = look.bold or None
    run.italic = look.italic or None
    properties = run._r.get_or_add_rPr()
    if look.code:
        run.font.name, run.font.size = _MONOSPACED, Pt(9)
    if look.linked:
        run.font.color.rgb = RGBColor.from_string(ACCENT)
    if look.right:
        for flag in (("w:bCs",) if look.bold else ()) + (("w:iCs",) if look.italic else ()) + ("w:rtl",):
            properties.append(element(flag))
    if look.language:
        properties.append(element("w:lang", val=look.language, eastAsia=look.language, bidi=look.language))
    return run
