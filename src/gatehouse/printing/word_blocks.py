"""Blocks of a document into a DOCX, each in a style of its kind."""

from __future__ import annotations

import io
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from gatehouse.printing.document import (
    Block,
    Blocks,
    Definitions,
    Figure,
    Inlines,
    Items,
    Note,
    Paragraph,
    Quote,
    Section,
    Strong,
    Table,
)
from gatehouse.printing.drawing import png
from gatehouse.printing.numbering import plain
from gatehouse.printing.word_footnotes import Footnotes
from gatehouse.printing.word_styles import ACCENT, RULE, TEXT_WIDTH_MM, TINT
from gatehouse.printing.word_words import WordWords
from gatehouse.printing.word_xml import bookmark, element, field, leads_to, shade

_INDENT_MM = 6
_ROWS_TOGETHER = 9
"""A table of at most so many rows, the heading one with them, stands on one page; of a longer one the first two do."""
_CELL_EDGE = "108"
"""Twentieths of a point between the edge of a cell and its text; the table is moved in by as much."""


class Writer:
    """Writes blocks at the end of a document. Lists within lists are indented by `depth`."""

    def __init__(self, word: WordDocument, footnotes: Footnotes, right: bool) -> None:
        self.footnotes = footnotes
        self._word = word
        self._right = right
        self._words = WordWords(word, footnotes, right)
        self._places = self._headings = self._listed = 0

    def line(self, style: str, text: str) -> WordParagraph:
        """One paragraph of plain text."""
        return self._paragraph(style, (text,))

    def heading(self, section: Section, level: int) -> None:
        """A heading of a section, which links can lead to."""
        number: Inlines = (f"{section.label}\u2003",) if section.label else ()
        made = self._paragraph(f"Heading {level}", (*number, *section.heading))
        self._place(made, section.anchor)
        self._headings += 1
        self._mark(made, _heading_name(self._headings))

    def contents(self, title: str, sections: tuple[Section, ...], level: int = 1) -> None:
        """The headings as links, each with the page that the word processor finds it on; before the headings."""
        if level == 1:
            self.line("TOC Heading", title)
        for section in sections:
            label = f"{section.label}\u2003" if section.label else ""
            made = self.line("Contents Entry", label + plain(section.heading))
            made.paragraph_format.left_indent = Mm(_INDENT_MM * (level - 1))
            self._listed += 1
            made.add_run("\t")
            field(made, f"PAGEREF {_heading_name(self._listed)} \\h", until="")
            leads_to(made, _heading_name(self._listed))
            self.contents("", section.sections, level + 1)
            if level == 1 and section is sections[-1]:
                self._word.paragraphs[-1].paragraph_format.space_after = Pt(14)

    def blocks(self, blocks: Blocks, style: str = "Normal", depth: int = 0) -> None:
        """These blocks, one after the other; paragraphs in this style."""
        for block in blocks:
            self._block(block, style, depth)

    def _block(self, block: Block, style: str, depth: int) -> None:
        match block:
            case Paragraph(inside):
                self._dressed(self._paragraph(style, inside), style, depth)
            case Items():
                self._items(block, depth)
            case Definitions(pairs):
                for term, said in pairs:
                    self._dressed(self._paragraph("Term", term), "Term", depth)
                    self.blocks(said, "Normal", depth + 1)
            case Quote(inside, source):
                self.blocks(inside, "Quote", depth + 1)
                if source:
                    self._dressed(self._paragraph("Remark", source), "Remark", depth + 1)
            case Note(inside):
                self.blocks(inside, "Note", depth)
            case Table():
                self._table(block)
            case Figure():
                self._figure(block)

    def _dressed(self, made: WordParagraph, style: str, depth: int) -> None:
        if depth:
            made.paragraph_format.left_indent = Mm(_INDENT_MM * depth)
        if style == "Note":
            properties = made._p.get_or_add_pPr()
            edge = element("w:pBdr")
            side = "w:right" if self._right else "w:left"
            edge.append(element(side, val="single", sz="24", space="8", color=ACCENT))
            properties.append(edge)
            shade(properties, TINT)

    def _items(self, block: Items, depth: int) -> None:
        style = "List Number" if block.ordered else "List Bullet"
        counting = self._new_counting() if block.ordered else None
        for item in block.items:
            for number, inside in enumerate(item):
                if number or not isinstance(inside, Paragraph):
                    self._block(inside, "Normal", depth + 1)
                    continue
                made = self._paragraph(style, inside.words)
                if depth:
                    made.paragraph_format.left_indent = Mm(_INDENT_MM * (depth + 1))
                if counting is not None:
                    numbering = made._p.get_or_add_pPr().get_or_add_numPr()
                    numbering.get_or_add_ilvl().val = 0
                    numbering.get_or_add_numId().val = counting

    def _new_counting(self) -> int:
        """A numbering that begins at 1 again: of the same kind as the style's, with its start overridden."""
        kinds: Any = self._word.part.numbering_part.element
        of_style = self._word.styles["List Number"].element.pPr.numPr.numId.val
        kind = kinds.num_having_numId(of_style).abstractNumId.val
        made = kinds.add_num(kind)
        made.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(made.numId)

    def _table(self, table: Table) -> None:
        caption: Inlines = (Strong((table.label,)), "\u2002", *table.caption)
        title = self._paragraph("Caption", caption)
        title.paragraph_format.keep_with_next = True
        self._place(title, table.anchor)
        made = self._word.add_table(rows=1 + len(table.rows), cols=len(table.columns))
        made.alignment = WD_TABLE_ALIGNMENT.LEFT
        made.autofit = False
        _frame(made._tbl.tblPr, self._right)
        made.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))
        total = sum(c.share for c in table.columns)
        for at, column in enumerate(table.columns):
            made.columns[at].width = Mm(TEXT_WIDTH_MM * column.share / total)
        rows = [tuple(c.heading for c in table.columns), *table.rows]
        together = len(rows) if len(rows) <= _ROWS_TOGETHER else 2
        for at, (row, cells) in enumerate(zip(made.rows, rows, strict=True)):
            row._tr.get_or_add_trPr().append(element("w:cantSplit"))
            self._cells(table, list(row.cells), cells, at == 0)
            for place in row.cells if at < together else ():
                place.paragraphs[0].paragraph_format.keep_with_next = at + 1 < len(rows) or bool(table.remark)
        self._paragraph("Remark", table.remark)

    def _cells(self, table: Table, places: list[Any], cells: tuple[Inlines, ...], is_head: bool) -> None:
        for at, (place, cell) in enumerate(zip(places, cells, strict=True)):
            written = place.paragraphs[0]
            written.paragraph_format.space_after = Pt(2)
            heads = is_head or (table.row_headings and at == 0)
            self._words.add(written, (Strong(cell),) if heads else cell)
            if table.columns[at].numbers:
                written.alignment = WD_ALIGN_PARAGRAPH.LEFT if self._right else WD_ALIGN_PARAGRAPH.RIGHT
            if is_head:
                shade(place._tc.get_or_add_tcPr(), TINT)

    def _figure(self, figure: Figure) -> None:
        paragraph = self._word.add_paragraph(style="Normal")
        paragraph.paragraph_format.keep_with_next = True
        made = paragraph.add_run().add_picture(io.BytesIO(png(figure.svg)), width=Mm(TEXT_WIDTH_MM * figure.width))
        made._inline.docPr.set("descr", figure.alternative)
        made._inline.docPr.set("name", figure.label)
        self._place(self._paragraph("Caption", (Strong((figure.label,)), "\u2002", *figure.caption)), figure.anchor)

    def _paragraph(self, style: str, words: Inlines) -> WordParagraph:
        made = self._word.add_paragraph(style=style)
        self._words.add(made, words)
        return made

    def _place(self, paragraph: WordParagraph, anchor: str) -> None:
        if anchor:
            self._mark(paragraph, _bookmark_name(anchor))

    def _mark(self, paragraph: WordParagraph, name: str) -> None:
        self._places += 1
        bookmark(paragraph, name, self._places)


def _bookmark_name(anchor: str) -> str:
    return "at_" + anchor.replace("-", "_")


def _heading_name(number: int) -> str:
    """The bookmark of the heading of this number; no anchor has a name that begins so."""
    return f"_Toc{number:06}"


def _frame(properties: Any, right: bool) -> None:
    """Thin lines between rows; columns from the right where the language runs so."""
    if right:
        properties.append(element("w:bidiVisual"))
    edges = element("w:tblBorders")
    for side, weight, colour in (("top", "8", "auto"), ("bottom", "8", "auto"), ("insideH", "4", RULE)):
        edges.append(element(f"w:{side}", val="single", sz=weight, space="0", color=colour))
    properties.append(edges)
    properties.append(element("w:tblInd", w=_CELL_EDGE, type="dxa"))
    margins = element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(element(f"w:{side}", w=_CELL_EDGE, type="dxa"))
    properties.append(margins)
